"""Screens to come back to: one is kept from the box of its link, all are listed there and at home."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import CareCompareError
from carecompare.own.contents.bookmarks import BOOKMARKS, Bookmark, Bookmarks, bookmarked, unbookmarked
from carecompare.text import words
from carecompare.text.errors.explain import sentence
from carecompare.text.own import bookmark_words
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import attempt, nameless_keeper, show_outcome
from carecompare.ui.parts.widgets import PAGE_SHOWN, section
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.views.base.here import Page

NAME, PLACE = "bookmark_name", "bookmarks"


def show_bookmarking(here: Page) -> None:
    """Draw what keeps the screen that is open under a name, and the screens kept; inside a box."""
    show_outcome(place=PLACE)
    if not nameless_keeper().refusal:
        st.text_input(bookmark_words.NAME, placeholder=bookmark_words.PLACEHOLDER, max_chars=60, key=NAME)
        st.button(
            bookmark_words.KEEP,
            key="bookmark_keep",
            on_click=_keep,
            args=(here.own, st.session_state[PAGE_SHOWN], here.selection.as_query()),
        )
    try:
        kept = _opened(here)
    except CareCompareError as problem:  # the page itself may need nothing that is kept
        st.caption(plain(sentence(problem)))
        return
    for each in kept:
        _show_way(each)


def show_bookmarks(here: Page) -> None:
    """Draw the screens kept, each with the button that takes it out; nothing where there are none."""
    kept = here.kept(BOOKMARKS)
    if kept is None:
        return
    section(bookmark_words.LIST)
    st.caption(bookmark_words.LIST_NOTE)
    show_outcome(place=f"{PLACE}_home")
    refusal = nameless_keeper().refusal
    for each in _opened(here):
        way, button = st.columns([6, 1], vertical_alignment="center")
        with way:
            _show_way(each)
        button.button(
            bookmark_words.REMOVE,
            key=f"bookmark_remove_{each.id}",
            disabled=bool(refusal),
            help=refusal or None,
            on_click=_remove,
            args=(here.own, each),
        )
    show_undo(here.own, BOOKMARKS, kept.version, Bookmarks(), bookmark_words.UNDONE_FIRST)


def _opened(here: Page) -> list[Bookmark]:
    """Return the screens whose page there is: a file brought back may name others."""
    kept = here.kept(BOOKMARKS)
    return [each for each in kept.content.marks if each.page in words.PAGES] if kept else []


def _show_way(mark: Bookmark) -> None:
    _, icon, path = words.PAGES[mark.page]
    st.page_link(path, label=mark.name, icon=icon, query_params=mark.query)


def _keep(own: str, page: str, query: dict[str, str]) -> None:
    name = st.session_state[NAME]
    _change(own, partial(_with, name, page, query), bookmark_words.KEPT, PLACE)


def _with(name: str, page: str, query: dict[str, str], held: Bookmarks, version: int) -> Bookmarks:
    return bookmarked(held, name, page, query, version)


def _remove(own: str, mark: Bookmark) -> None:
    said = bookmark_words.REMOVED.format(name=mark.name)
    _change(own, lambda held, _: unbookmarked(held, mark.id), said, f"{PLACE}_home")


def _change(own: str, changed: Callable[[Bookmarks, int], Bookmarks], said: str, place: str) -> None:
    with attempt(said, place):
        nameless_keeper().change(own, BOOKMARKS, lambda now, version: changed(now or Bookmarks(), version))
