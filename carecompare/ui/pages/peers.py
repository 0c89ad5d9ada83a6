"""The pieces of the page on municipalities like the own one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics import peer_words
from carecompare.ui.parts.widgets import choose
from carecompare.ui.use.block import show
from carecompare.views.base.choice import SEPARATOR
from carecompare.views.base.comparators import why_empty_similar
from carecompare.views.base.table import notes
from carecompare.views.topics.peers import cards_html, found_peers, peers_view

if TYPE_CHECKING:
    from carecompare.comparisons import Peers
    from carecompare.views.base.here import Page


def show_peers(here: Page) -> None:
    """Draw who is like the own municipality, and the buttons that make them the comparators."""
    found = found_peers(here)
    if not found.codes:
        st.info(why_empty_similar(here))
        return
    _buttons(here, found)
    show(here, peers_view(here, found))


def show_reasons(here: Page) -> None:
    """Draw a card for each peer that says what binds and what parts."""
    found = found_peers(here)
    if not found.codes:
        return
    st.header(peer_words.REASONS)
    st.caption(peer_words.REASONS_HELP)
    st.html(here.cached("choice", "peer cards", lambda: cards_html(here, found)))


def _buttons(here: Page, found: Peers) -> None:
    count = len(found.codes)
    if here.selection.vs == "similar":
        st.html(notes(peer_words.IN_USE.format(count=count)))
        return
    with st.container(horizontal=True):
        st.button(
            peer_words.REPLACE.format(count=count),
            key="replace_comparators",
            type="primary",
            icon=":material/group:",
            on_click=choose,
            kwargs={"vs": "similar"},
        )
        both = dict.fromkeys((*here.peers, *found.codes))
        st.button(
            peer_words.ADD.format(count=count),
            key="add_comparators",
            icon=":material/group_add:",
            on_click=choose,
            kwargs={"vs": "free", "chosen": SEPARATOR.join(both)},
        )
