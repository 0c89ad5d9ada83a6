"""Initiatives as a table: taken as a file, brought back, checked, previewed, saved with one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.errors import OwnDataError
from carecompare.own import INITIATIVES, initiatives_from
from carecompare.own.uploads.initiative_table import initiatives_workbook, read_initiatives, table_rows
from carecompare.own.uploads.sheets import read_sheets
from carecompare.reports import csv_file
from carecompare.text.errors.explain import sentence
from carecompare.text.own import initiative_words
from carecompare.ui.parts.brought import box_key, brought_table, empty_box, show_problems
from carecompare.ui.parts.keeping import attempt, begun_at, keeper, save_button
from carecompare.ui.parts.making import later
from carecompare.ui.parts.once import once
from carecompare.views.base.table import Table, notes, plain
from carecompare.views.topics.initiatives.registered import (
    MOST_SHOWN,
    initiative_changes,
    labels_of,
    place_of,
    terms_of,
)
from carecompare.views.topics.own.checks import WORKBOOK

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.own import Initiatives
    from carecompare.own.uploads.initiative_table import ReadTable
    from carecompare.views.base.here import Page

UPLOADED, BOX = "initiatives_uploaded", "initiatives_upload"


def show_table(here: Page, content: Initiatives, version: int) -> None:
    """Draw the table to take, and the file to bring."""
    _show_downloads(here, content)
    box = box_key(BOX, here.own)
    given = brought_table(initiative_words.UPLOAD, box, initiative_words.UPLOAD_NOTE)
    if given is None:
        return
    result = once(UPLOADED, (here.own, given.file_id), lambda: _read(here, given))
    if isinstance(result, OwnDataError):
        st.error(plain(sentence(result)))
        return
    if result.unread:
        st.html(
            notes(initiative_words.UNREAD.format(columns=initiative_words.LIST_SEPARATOR.join(result.unread)))
        )
    if result.problems:
        show_problems(result.problems)
        return
    choice = st.radio(
        initiative_words.MODE,
        options=list(initiative_words.MODES),
        format_func=initiative_words.MODES.__getitem__,
        key="initiatives_mode",
    )
    try:
        after = initiatives_from(content, result.initiatives, version + 1, replace=choice == "replace")
    except OwnDataError as problem:
        st.error(plain(sentence(problem)))
        return
    _show_preview(here, content, after, begun_at(given.file_id, version))


def _read(here: Page, given: UploadedFile) -> ReadTable | OwnDataError:
    try:
        return read_initiatives(read_sheets(given.getvalue(), given.name), terms_of(here), given.name)
    except OwnDataError as problem:
        return problem


def _show_downloads(here: Page, content: Initiatives) -> None:
    terms = terms_of(here)
    known = [each for each in content.initiatives if each.area in terms.areas]
    name = (initiative_words.FILE if known else initiative_words.FORM_FILE).format(own=here.own_label)

    def text() -> bytes:
        frame = pd.DataFrame(
            table_rows(known, terms), columns=list(initiative_words.ROLES.values()), dtype=str
        )
        return csv_file(frame).content

    def book() -> bytes:
        return initiatives_workbook(here.own_label, table_rows(known, terms), terms)

    left, right, _ = st.columns([1, 1, 2])
    for place, label, ending, made, kind in (
        (left, initiative_words.DOWNLOAD_XLSX, "xlsx", book, WORKBOOK),
        (right, initiative_words.DOWNLOAD_CSV, "csv", text, "text/csv"),
    ):
        place.download_button(
            label,
            data=later(made),
            file_name=f"{name}.{ending}",
            mime=kind,
            key=f"initiatives_{ending}",
            on_click="ignore",
            width="stretch",
        )
    st.caption(initiative_words.DOWNLOAD_NOTE)


def _show_preview(here: Page, before: Initiatives, after: Initiatives, version: int) -> None:
    found = initiative_changes(before.initiatives, after.initiatives)
    if not found:
        st.info(initiative_words.PREVIEW_NONE)
        return
    counts = {name: sum(change == name for change, _ in found) for name in initiative_words.CHANGES}
    st.subheader(initiative_words.PREVIEW.format(**counts))
    rows = [
        (initiative_words.CHANGES[change], place_of(here, each.area), each.title, labels_of(here, each.types))
        for change, each in found[:MOST_SHOWN]
    ]
    st.html(Table(initiative_words.PREVIEW_COLUMNS, rows).html())
    if len(found) > len(rows):
        st.caption(initiative_words.MORE.format(count=len(found) - len(rows)))
    save_button(
        initiative_words.SAVE_TABLE.format(count=len(found)),
        _save,
        (here.own, after, version),
        key="initiatives_save_table",
    )


def _save(own: str, after: Initiatives, version: int) -> None:
    with attempt(initiative_words.TABLE_SAVED):
        keeper().save(own, INITIATIVES, after, version)
        empty_box(BOX, own)
