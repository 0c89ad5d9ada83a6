"""The pieces of the page on types of initiative."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.text import sentences, words
from carecompare.ui.blocks import Block, show
from carecompare.ui.html import Table, fact, notes
from carecompare.ui.selection import choose, choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Case, CaseMark, InitiativeType
    from carecompare.ui.frame import Page

ALL = "all"
TITLE_ONLY = "title_only"


def show_matrix(here: Page) -> None:
    """Draw the filters and the matrix of cases by the 24 types."""
    left, right = st.columns(2)
    set_widget("field", here.selection.field or ALL)
    field = left.selectbox(
        words.INITIATIVES_FILTER_FIELD,
        options=[ALL, *here.catalog.fields],
        format_func=lambda each: words.INITIATIVES_ALL if each == ALL else here.catalog.fields[each].label_ja,
        key=widget_key("field"),
        on_change=_choose_field,
    )
    evidence = right.selectbox(
        words.INITIATIVES_FILTER_EVIDENCE,
        options=[ALL, *words.EVIDENCE_WORDS],
        format_func=lambda each: (
            words.INITIATIVES_ALL
            if each == ALL
            else f"{words.EVIDENCE_MARKS[each]} {words.EVIDENCE_WORDS[each]}"
        ),
        key="filter_evidence",
    )
    show(types_block(here, field, evidence))


def _choose_field() -> None:
    chosen = st.session_state[widget_key("field")]
    choose(field="" if chosen == ALL else chosen)


def _types_block(here: Page, field: str, evidence: str) -> Block:
    types = [each for each in here.catalog.initiative_types.values() if field in {ALL, each.field}]
    cases = list(here.catalog.cases.values())
    marks = {
        case.id: {mark.id: mark for mark in case.types if evidence in {ALL, mark.evidence}} for case in cases
    }
    if evidence != ALL:
        types = [each for each in types if any(each.id in marks[case.id] for case in cases)]
    found = {each.label_ja: sum(each.id in marks[case.id] for case in cases) for each in types}
    return Block(
        key="initiatives_types",
        finding=sentences.most_common({name: n for name, n in found.items() if n}, len(cases)),
        subtitle=_legend(),
        table=_matrix(
            here, words.TYPE, [(each.label_ja, each.id) for each in types], marks, _groups(here, types)
        ),
        file=partial(_file, here, types, cases, marks),
        source=f"{words.SOURCE}：{_source(here)}",
        notes=(words.UNCONFIRMED_NOTE,),
    )


def show_field_matrix(here: Page) -> None:
    """Draw the matrix of cases by the five fields."""
    show(fields_block(here))


def fields_block(here: Page) -> Block:
    """Return the matrix of cases by the five fields."""
    return here.view("initiative_fields", "", lambda: _fields_block(here))


def types_block(here: Page, field: str, evidence: str) -> Block:
    """Return the matrix of cases by types.

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
    return here.view("initiative_types", field, lambda: _types_block(here, field, evidence), part=evidence)


def _fields_block(here: Page) -> Block:
    cases = list(here.catalog.cases.values())
    marks = {case.id: {mark.id: mark for mark in case.fields} for case in cases}
    fields = [
        each for each in here.catalog.fields.values() if any(each.id in marks[case.id] for case in cases)
    ]
    found = {each.label_ja: sum(each.id in marks[case.id] for case in cases) for each in fields}
    table = _matrix(here, words.COLUMN["field"], [(each.label_ja, each.id) for each in fields], marks, {})
    rows = [
        {
            words.COLUMN["field"]: each.label_ja,
            **{case.title_ja: _mark(marks[case.id].get(each.id)) for case in cases},
        }
        for each in fields
    ]
    return Block(
        key="initiatives_fields",
        finding=sentences.most_common_field(found, len(cases)),
        subtitle=_legend(),
        table=table,
        file=partial(pd.DataFrame, rows),
        source=f"{words.SOURCE}：{_source(here)}",
        notes=(words.UNCONFIRMED_NOTE,),
    )


def show_cards(here: Page) -> None:
    """Draw the chooser of a case and its card."""
    cases = here.catalog.cases
    of_own = here.catalog.case_of.get(here.own)
    first = of_own.id if of_own is not None else next(iter(cases))
    chosen = here.selection.case or first
    set_widget("case", chosen)
    st.pills(
        words.INITIATIVES_CASE,
        options=list(cases),
        format_func=lambda each: _names(here, cases[each]),
        required=True,
        key=widget_key("case"),
        on_change=choose_from_widget,
        args=("case",),
    )
    _card(here, cases[chosen])


def _card(here: Page, case: Case) -> None:
    st.subheader(f"{_names(here, case)}：{case.title_ja}")
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
    here: Page,
    corner: str,
    items: Sequence[tuple[str, str]],
    marks: dict[str, dict[str, CaseMark]],
    groups: dict[int, str],
) -> Table:
    cases = list(here.catalog.cases.values())
    own_case = here.catalog.case_of.get(here.own)
    own_first = bool(here.own) and own_case is None
    columns = [corner, *([here.own_label] if own_first else []), *(_names(here, case) for case in cases)]
    rows = [
        (
            label,
            *([words.UNCONFIRMED] if own_first else []),
            *(_mark(marks[case.id].get(name)) or words.UNCONFIRMED for case in cases),
        )
        for label, name in items
    ]
    own_columns = {1} if own_first else {1 + cases.index(own_case)} if own_case is not None else set()
    return Table(
        columns=columns,
        rows=rows,
        centred=frozenset(range(1, len(columns))),
        own_columns=frozenset(own_columns),
        faint=frozenset({words.UNCONFIRMED}),
        groups=groups,
        kind="matrix",
    )


def _groups(here: Page, types: Sequence[InitiativeType]) -> dict[int, str]:
    firsts: dict[str, int] = {}
    for number, each in enumerate(types):
        firsts.setdefault(each.field, number)
    return {number: here.catalog.fields[field].label_ja for field, number in firsts.items()}


def _file(
    here: Page,
    types: Sequence[InitiativeType],
    cases: Sequence[Case],
    marks: dict[str, dict[str, CaseMark]],
) -> pd.DataFrame:
    column = words.COLUMN
    rows = [
        {
            column["name"]: here.label(area),
            column["area"]: area,
            column["field"]: each.field,
            words.TYPE: each.label_ja,
            column["status"]: words.EVIDENCE_WORDS[mark.evidence] if mark else words.UNCONFIRMED,
            column["source"]: " ".join(mark.sources) if mark else "",
        }
        for case in cases
        for area in case.areas
        for each in types
        for mark in [marks[case.id].get(each.id)]
    ]
    return pd.DataFrame(rows)


def _mark(mark: CaseMark | None) -> str:
    return "" if mark is None else words.EVIDENCE_MARKS[mark.evidence]


def _legend() -> str:
    marks = [f"{words.EVIDENCE_MARKS[each]} {text}" for each, text in words.EVIDENCE_WORDS.items()]
    return "　".join([*marks, words.UNCONFIRMED_LEGEND])


def _names(here: Page, case: Case) -> str:
    return "・".join(here.label(area) for area in case.areas)


def _source(here: Page) -> str:
    known = here.catalog.sources
    return "、".join(
        f"{known[each].publisher_ja}「{known[each].name_ja}」" for each in ("document_2013", "public_pages")
    )
