"""The pieces of the page on types of initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import sentences, words
from carecompare.text.own import initiative_words
from carecompare.ui.parts.widgets import choose, choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.choice import FIELD
from carecompare.views.base.table import fact, notes, plain
from carecompare.views.topics.initiatives.columns import ALL, case_names, filters
from carecompare.views.topics.initiatives.registered import (
    CASE,
    LONG_TEXT,
    PLACE,
    entered_by,
    fields_of,
    kept_initiatives,
    labels_of,
    place_of,
    registered,
    since_of,
)
from carecompare.views.topics.initiatives.table import TITLE_ONLY, fields_block, types_block

if TYPE_CHECKING:
    from carecompare.catalog import Case
    from carecompare.own import Initiative
    from carecompare.views.base.here import Page


def show_matrix(here: Page) -> None:
    """Draw the filters and the matrix of cases and registered initiatives by the 24 types."""
    left, right = st.columns(2)
    set_widget("field", here.selection[FIELD] or ALL)
    field = left.selectbox(
        words.INITIATIVES_FILTER_FIELD,
        options=[ALL, *here.catalog.fields],
        format_func=lambda each: words.INITIATIVES_ALL if each == ALL else here.catalog.fields[each].label_ja,
        key=widget_key("field"),
        on_change=_choose_field,
    )
    known = filters(here, registered(here))
    if st.session_state.get("filter_evidence") not in known:
        st.session_state["filter_evidence"] = ALL
    evidence = right.selectbox(
        words.INITIATIVES_FILTER_EVIDENCE,
        options=list(known),
        format_func=known.__getitem__,
        key="filter_evidence",
    )
    show(here, types_block(here, field, evidence))


def _choose_field() -> None:
    chosen = st.session_state[widget_key("field")]
    choose(field="" if chosen == ALL else chosen)


def show_field_matrix(here: Page) -> None:
    """Draw the matrix of cases and registered initiatives by the five fields."""
    show(here, fields_block(here))


def show_cards(here: Page) -> None:
    """Draw the chooser of a case and its card."""
    cases = here.catalog.cases
    of_own = here.catalog.case_of.get(here.own)
    first = of_own.id if of_own is not None else next(iter(cases))
    chosen = here.selection[CASE] if here.selection[CASE] in cases else first
    set_widget("case", chosen)
    st.pills(
        words.INITIATIVES_CASE,
        options=list(cases),
        format_func=lambda each: case_names(here, cases[each]),
        required=True,
        key=widget_key("case"),
        on_change=choose_from_widget,
        args=("case",),
    )
    _card(here, cases[chosen])


def _card(here: Page, case: Case) -> None:
    st.subheader(f"{case_names(here, case)}：{case.title_ja}")
    st.caption("。".join(each for each in (case.subtitle_ja, words.CASE_LEVELS[case.evidence_level]) if each))
    if case.start_ja:
        st.html(
            fact(f"{words.CASE_START}：{case.start_ja}", case.start_note_ja, " ".join(case.start_sources))
        )
    if case.document_figures is not None:
        figures = case.document_figures
        printed = sentences.document_figures(
            figures.population, figures.share_65_and_over, figures.share_75_and_over
        )
        st.html(fact(f"{words.CASE_FIGURES}：{printed}", figures.source))
    left, right = st.columns(2, gap="large")
    for place, names in (
        (left, ("background", "points")),
        (right, ("implementers", "networks", "funding", "effects", "outlook")),
    ):
        with place:
            for name in names:
                _facts(case, name)
    if case.uncertain_ja:
        with st.expander(words.CASE_UNCERTAIN):
            for text in case.uncertain_ja:
                st.html(fact(text))
    st.html(notes(words.DOCUMENT))


def _facts(case: Case, name: str) -> None:
    st.markdown(f"**{words.CASE_PARTS[name]}**")
    facts = getattr(case, name)
    if not facts:
        st.html(notes(words.CASE_TITLE_ONLY if case.evidence_level == TITLE_ONLY else words.CASE_NOTHING))
        return
    said = [
        fact(
            f"【{each.field}】{each.text_ja}" if each.field else each.text_ja,
            each.note_ja,
            f"{words.SOURCE}：{each.source}",
            mark=words.CASE_AFTER if each.after_document else "",
        )
        for each in facts
    ]
    st.html("".join(said))


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
    wanted = here.selection[CASE]
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
    _registered_card(here, entries[chosen])
    kept = kept_initiatives(here)
    if kept is not None:
        st.html(notes(entered_by(here, kept)))


def _registered_card(here: Page, entry: Initiative) -> None:
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
    long = {name: getattr(entry, name) or initiative_words.BLANK for name in LONG_TEXT}
    right.html("".join(fact(f"{parts[name]}：{text}") for name, text in long.items()))
