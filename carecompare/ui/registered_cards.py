"""The cards of what the own municipality has registered."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import initiative_words, words
from carecompare.ui.blocks import section
from carecompare.ui.html import fact, notes, plain
from carecompare.ui.registered import (
    entered_by,
    fields_of,
    kept_initiatives,
    labels_of,
    place_of,
    registered,
    since_of,
)
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from carecompare.own import Initiative
    from carecompare.ui.frame import Page

PLACE = "registered"
LONG = ("implementers", "funding", "effects", "contact", "source")


def show_registered_cards(here: Page) -> None:
    """Draw the chooser of a registered initiative and its card, and the way to where they are entered."""
    entries = {each.id: each for each in registered(here)}
    if here.own:
        st.page_link(
            words.PAGES["own_initiatives"][2],
            label=initiative_words.REGISTER_LINK,
            icon=words.PAGES["own_initiatives"][1],
            query_params=here.selection.as_query(),
        )
    wanted = here.selection.case
    if wanted and wanted not in here.catalog.cases and wanted not in entries:
        st.warning(initiative_words.UNKNOWN_CARD)
    if not entries:
        return
    section(initiative_words.SECTION_CARDS)
    chosen = wanted if wanted in entries else next(iter(entries))
    set_widget("case", chosen, PLACE)
    st.selectbox(
        initiative_words.CHOOSE_CARD,
        options=list(entries),
        format_func=lambda each: f"{place_of(here, entries[each].area)}：{entries[each].title}",
        key=widget_key("case", PLACE),
        on_change=choose_from_widget,
        args=("case", PLACE),
    )
    _card(here, entries[chosen])
    kept = kept_initiatives(here)
    if kept is not None:
        st.html(notes(entered_by(here, kept)))


def _card(here: Page, entry: Initiative) -> None:
    st.subheader(plain(f"{place_of(here, entry.area)}：{entry.title}"))
    parts = initiative_words.CARD_PARTS
    left, right = st.columns(2, gap="large")
    short = {
        "types": labels_of(here, entry.types),
        "fields": fields_of(here, entry.fields),
        "since": since_of(entry),
        "evidence": initiative_words.MARK_WORDS[entry.evidence],
    }
    left.html("".join(fact(f"{parts[name]}：{text}") for name, text in short.items()))
    long = {name: getattr(entry, name) or initiative_words.BLANK for name in LONG}
    right.html("".join(fact(f"{parts[name]}：{text}") for name, text in long.items()))
