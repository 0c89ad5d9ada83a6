"""The pieces of the page on types of initiative."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.text import initiative_words, sentences, words
from carecompare.ui.blocks import Block, show
from carecompare.ui.html import Table, fact, notes
from carecompare.ui.initiative_columns import ALL, case_names, columns_of, filters
from carecompare.ui.origins import publication
from carecompare.ui.registered import registered
from carecompare.ui.selection import choose
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Case, InitiativeType
    from carecompare.origins import Origin
    from carecompare.own import Initiative
    from carecompare.ui.frame import Page
    from carecompare.ui.initiative_columns import Column

TITLE_ONLY = "title_only"


def show_matrix(here: Page) -> None:
    """Draw the filters and the matrix of cases and registered initiatives by the 24 types."""
    left, right = st.columns(2)
    set_widget("field", here.selection.field or ALL)
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


def _types_block(here: Page, field: str, evidence: str, entries: Sequence[Initiative]) -> Block:
    types = [each for each in here.catalog.initiative_types.values() if field in {ALL, each.field}]
    columns = columns_of(here, entries, "types", evidence)
    if evidence != ALL:
        types = [each for each in types if any(each.id in column.marks for column in columns)]
    cases = [each for each in columns if not each.is_registered]
    found = {each.label_ja: sum(each.id in column.marks for column in cases) for each in types}
    items = [(each.label_ja, each.id) for each in types]
    return Block(
        key="initiatives_types",
        finding=sentences.most_common({name: n for name, n in found.items() if n}, len(here.catalog.cases)),
        subtitle=_legend(entries),
        table=_matrix(words.TYPE, items, columns, _groups(here, types)),
        file=partial(_file, here, types, columns_of(here, entries, "types", evidence, cut=False)),
        origins=_source(here),
        notes=_notes(here, entries, columns),
    )


def show_field_matrix(here: Page) -> None:
    """Draw the matrix of cases and registered initiatives by the five fields."""
    show(here, fields_block(here))


def fields_block(here: Page) -> Block:
    """Return the matrix of cases and registered initiatives by the five fields."""
    view, entries = "initiative_fields", registered(here)
    if entries:  # the town's own: not for the memory that all visitors share
        return replace(_fields_block(here, entries), view=view)
    return here.view(view, "", lambda: _fields_block(here, ()))


def types_block(here: Page, field: str, evidence: str) -> Block:
    """Return the matrix of cases and registered initiatives by types.

    Parameters
    ----------
    here : Page
        The page with its choice.
    field, evidence : str
        What is shown of them, or `ALL`.

    Returns
    -------
    Block
        Ready to show.
    """
    view, entries = "initiative_types", registered(here)
    if entries:
        return replace(_types_block(here, field, evidence, entries), view=view, part=evidence)
    return here.view(view, field, lambda: _types_block(here, field, evidence, ()), part=evidence)


def _fields_block(here: Page, entries: Sequence[Initiative]) -> Block:
    columns = columns_of(here, entries, "fields")
    cases = [each for each in columns if not each.is_registered]
    fields = [
        each for each in here.catalog.fields.values() if any(each.id in column.marks for column in columns)
    ]
    found = {each.label_ja: sum(each.id in column.marks for column in cases) for each in fields}
    rows = [
        {
            words.COLUMN["field"]: each.label_ja,
            **{column.title: column.mark(each.id) for column in columns},
        }
        for each in fields
    ]
    return Block(
        key="initiatives_fields",
        finding=sentences.most_common_field(
            {name: n for name, n in found.items() if n}, len(here.catalog.cases)
        ),
        subtitle=_legend(entries),
        table=_matrix(words.COLUMN["field"], [(each.label_ja, each.id) for each in fields], columns, {}),
        file=partial(pd.DataFrame, rows),
        origins=_source(here),
        notes=_notes(here, entries, columns),
    )


def show_cards(here: Page) -> None:
    """Draw the chooser of a case and its card."""
    cases = here.catalog.cases
    of_own = here.catalog.case_of.get(here.own)
    first = of_own.id if of_own is not None else next(iter(cases))
    chosen = here.selection.case if here.selection.case in cases else first
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


def _matrix(
    corner: str, items: Sequence[tuple[str, str]], columns: Sequence[Column], groups: dict[int, str]
) -> Table:
    return Table(
        columns=[corner, *(each.label for each in columns)],
        rows=[(label, *(each.mark(name) or words.UNCONFIRMED for each in columns)) for label, name in items],
        centred=frozenset(range(1, len(columns) + 1)),
        own_columns=frozenset(number for number, each in enumerate(columns, 1) if each.is_own),
        faint=frozenset({words.UNCONFIRMED}),
        groups=groups,
        kind="matrix",
    )


def _groups(here: Page, types: Sequence[InitiativeType]) -> dict[int, str]:
    firsts: dict[str, int] = {}
    for number, each in enumerate(types):
        firsts.setdefault(each.field, number)
    return {number: here.catalog.fields[field].label_ja for field, number in firsts.items()}


def _file(here: Page, types: Sequence[InitiativeType], columns: Sequence[Column]) -> pd.DataFrame:
    column = words.COLUMN
    rows = [
        {
            column["name"]: here.label(area),
            column["area"]: area,
            column["field"]: each.field,
            words.TYPE: each.label_ja,
            column["status"]: mark.words if mark else words.UNCONFIRMED,
            column["source"]: " ".join(mark.sources) if mark else "",
        }
        for one in columns
        for area in one.areas
        for each in types
        for mark in [one.marks.get(each.id)]
    ]
    return pd.DataFrame(rows)


def _legend(entries: Sequence[Initiative]) -> str:
    marks = [f"{words.EVIDENCE_MARKS[each]} {text}" for each, text in words.EVIDENCE_WORDS.items()]
    used = {each.evidence for each in entries}
    marks += [
        f"{initiative_words.MARKS[each]} {text}"
        for each, text in initiative_words.MARK_WORDS.items()
        if each in used
    ]
    return "　".join([*marks, words.UNCONFIRMED_LEGEND])


def _notes(here: Page, entries: Sequence[Initiative], columns: Sequence[Column]) -> tuple[str, ...]:
    if not entries:
        return (words.UNCONFIRMED_NOTE,)
    shown = {area for each in columns if each.is_registered for area in each.areas}
    found = {each.area for each in entries if each.area != here.own}
    cut = initiative_words.COLUMNS_CUT.format(all=len(found), most=len(found & shown))
    return (
        words.UNCONFIRMED_NOTE,
        initiative_words.REGISTERED_NOTE.format(own=here.own_label),
        cut if found - shown else "",
    )


def _source(here: Page) -> tuple[Origin, ...]:
    return tuple(publication(here.catalog, each, "quoted") for each in ("document_2013", "public_pages"))
