"""Types of initiative: the matrix of the cases by field and type."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.text import sentences, words
from carecompare.text.own import initiative_words
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.origins import publication
from carecompare.views.base.table import Table
from carecompare.views.topics.initiatives.columns import ALL, columns_of
from carecompare.views.topics.initiatives.registered import registered

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import InitiativeType
    from carecompare.file_tables import FileTable
    from carecompare.origins import Origin
    from carecompare.own import Initiative
    from carecompare.views.base.here import Page
    from carecompare.views.topics.initiatives.columns import Column


TITLE_ONLY = "title_only"


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
            "field": each.label_ja,
            **{column.key: column.mark(each.id) for column in columns},
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
        file=lambda: file_table(pd.DataFrame(rows), {column.key: column.title for column in columns}),
        origins=_source(here),
        notes=_notes(here, entries, columns),
    )


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


def _file(here: Page, types: Sequence[InitiativeType], columns: Sequence[Column]) -> FileTable:
    rows = [
        {
            "name": here.label(area),
            "area": area,
            "field": each.field,
            "type": each.label_ja,
            "status": mark.words if mark else words.UNCONFIRMED,
            "source": " ".join(mark.sources) if mark else "",
        }
        for one in columns
        for area in one.areas
        for each in types
        for mark in [one.marks.get(each.id)]
    ]
    return file_table(pd.DataFrame(rows), {"type": words.TYPE})


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
