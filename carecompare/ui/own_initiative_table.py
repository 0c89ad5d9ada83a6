"""Initiatives as a table: taken as a file, brought back, checked, previewed, saved with one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.errors import OwnDataError
from carecompare.own import (
    INITIATIVES,
    Initiatives,
    ReadTable,
    initiatives_from,
    initiatives_workbook,
    read_initiatives,
    read_sheets,
    table_rows,
)
from carecompare.reports import csv_file
from carecompare.text import initiative_words as words
from carecompare.text.explain import sentence
from carecompare.text.problem_rows import problem_row
from carecompare.ui.html import Table, notes, plain
from carecompare.ui.keeping import attempt, keeper
from carecompare.ui.own_upload import KINDS, WORKBOOK
from carecompare.ui.registered import labels_of, place_of, terms_of
from carecompare.ui.style import upload_style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.own import Initiative
    from carecompare.ui.frame import Page

MOST_SHOWN = 200


def show_table(here: Page, content: Initiatives, version: int) -> None:
    """Draw the table to take, and the file to bring."""
    _show_downloads(here, content)
    box = f"initiatives_upload_{here.own}_{version}"
    st.html(upload_style(box))
    given = st.file_uploader(words.UPLOAD, type=list(KINDS), key=box)
    st.caption(words.UPLOAD_NOTE)
    if given is None:
        return
    try:
        result = read_initiatives(read_sheets(given.getvalue(), given.name), terms_of(here), given.name)
    except OwnDataError as problem:
        st.error(plain(sentence(problem)))
        return
    if result.unread:
        st.html(notes(words.UNREAD.format(columns=words.LIST_SEPARATOR.join(result.unread))))
    if result.problems:
        _show_problems(result)
        return
    choice = st.radio(
        words.MODE, options=list(words.MODES), format_func=words.MODES.__getitem__, key="initiatives_mode"
    )
    try:
        after = initiatives_from(content, result.initiatives, version + 1, replace=choice == "replace")
    except OwnDataError as problem:
        st.error(plain(sentence(problem)))
        return
    _show_preview(here, content, after, version)


def _show_downloads(here: Page, content: Initiatives) -> None:
    terms = terms_of(here)
    known = [each for each in content.initiatives if each.area in terms.areas]
    name = (words.FILE if known else words.FORM_FILE).format(own=here.own_label)

    def text() -> bytes:
        frame = pd.DataFrame(table_rows(known, terms), columns=list(words.ROLES.values()), dtype=str)
        return csv_file(frame).content

    def book() -> bytes:
        return initiatives_workbook(here.own_label, table_rows(known, terms), terms)

    left, right, _ = st.columns([1, 1, 2])
    for place, label, ending, made, kind in (
        (left, words.DOWNLOAD_XLSX, "xlsx", book, WORKBOOK),
        (right, words.DOWNLOAD_CSV, "csv", text, "text/csv"),
    ):
        place.download_button(
            label,
            data=made,
            file_name=f"{name}.{ending}",
            mime=kind,
            key=f"initiatives_{ending}",
            on_click="ignore",
            width="stretch",
        )
    st.caption(words.DOWNLOAD_NOTE)


def _show_problems(result: ReadTable) -> None:
    st.error(words.PROBLEMS.format(count=len(result.problems)))
    rows = [problem_row(each) for each in result.problems[:MOST_SHOWN]]
    first = 0 if any(row[0] for row in rows) else 1  # a text file has no sheets
    st.html(
        Table(
            words.TABLE_PROBLEM_COLUMNS[first:], [row[first:] for row in rows], numeric=frozenset({1 - first})
        ).html()
    )
    if len(result.problems) > len(rows):
        st.caption(words.MORE.format(count=len(result.problems) - len(rows)))


def _show_preview(here: Page, before: Initiatives, after: Initiatives, version: int) -> None:
    found = _changes(before.initiatives, after.initiatives)
    if not found:
        st.info(words.PREVIEW_NONE)
        return
    counts = {name: sum(change == name for change, _ in found) for name in words.CHANGES}
    st.subheader(words.PREVIEW.format(**counts))
    rows = [
        (words.CHANGES[change], place_of(here, each.area), each.title, labels_of(here, each.types))
        for change, each in found[:MOST_SHOWN]
    ]
    st.html(Table(words.PREVIEW_COLUMNS, rows).html())
    if len(found) > len(rows):
        st.caption(words.MORE.format(count=len(found) - len(rows)))
    refusal = keeper().refusal
    st.button(
        words.SAVE_TABLE.format(count=len(found)),
        key="initiatives_save_table",
        type="primary",
        disabled=bool(refusal),
        help=refusal or None,
        on_click=_save,
        args=(here.own, after, version),
    )


def _changes(before: Sequence[Initiative], after: Sequence[Initiative]) -> list[tuple[str, Initiative]]:
    old, new = ({each.id: each for each in given} for given in (before, after))
    entered = [
        ("changed" if name in old else "new", each) for name, each in new.items() if old.get(name) != each
    ]
    return [*entered, *(("gone", each) for name, each in old.items() if name not in new)]


def _save(own: str, after: Initiatives, version: int) -> None:
    with attempt(words.TABLE_SAVED):
        keeper().save(own, INITIATIVES, after, version)
