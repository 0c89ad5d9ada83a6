"""Exports of the 見える化 system brought to the page: read with progress, their report, one button."""

from __future__ import annotations

import time
from collections import Counter
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.clock import now
from carecompare.comparisons import area_rows
from carecompare.errors import OwnDataError
from carecompare.own import (
    EXPORTED_FIGURES,
    Exports,
    Places,
    exported_files,
    exports_with,
    health,
    own_series,
    places_from,
    read_exports,
)
from carecompare.reports import table_workbook
from carecompare.text import mieruka_words as words
from carecompare.text.explain import sentence
from carecompare.text.format import number
from carecompare.text.mieruka_report import remark_row
from carecompare.text.mieruka_sentences import REPORT_COLUMNS
from carecompare.ui.blocks import section
from carecompare.ui.change_log import Paged, show_paged
from carecompare.ui.html import plain
from carecompare.ui.keeping import attempt, keeper, show_author
from carecompare.ui.own_upload import WORKBOOK
from carecompare.ui.style import upload_style

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.own import ExportedFigures
    from carecompare.own.mieruka_health import Remark
    from carecompare.ui.frame import Page

READ, ROUND, FILTER = "mieruka_read", "mieruka_round", "mieruka_filter"
TO_DO = "todo"
# An archive of all 741 workbooks is about this large with their pictures.
LARGEST_MEGABYTES = 100


@dataclass(frozen=True)
class Looked:
    """What was read of the files a visitor brought, and the town it was read for.

    Parameters
    ----------
    own : str
        Code of the municipality.
    files : tuple of str
        Ids of the files.
    exports : Exports
        What was read.
    remarks : list of Remark
        The report.
    seconds : float
        How long it took.
    when : str
        The moment it was read.
    """

    own: str
    files: tuple[str, ...]
    exports: Exports
    remarks: list[Remark]
    seconds: float
    when: str


def places_seen_from(here: Page) -> Places:
    """Return every area by name as seen from the own municipality."""

    def made() -> Places:
        return places_from(here.own, area_rows(here.loaded.areas), here.loaded.insurers.get(here.own, ""))

    return here.loaded.blocks.get(("mieruka places", here.own), made)


def show_mieruka_upload(here: Page, kept: ExportedFigures, version: int) -> None:
    """Draw the box for the files, and what was found in them."""
    section(words.SECTION_READ)
    show_author()
    if keeper().refusal:
        st.caption(keeper().refusal)
    box = f"mieruka_files_{here.own}_{st.session_state.setdefault(ROUND, 0)}"
    st.html(upload_style(box, words.UPLOAD_LIMIT.format(most=LARGEST_MEGABYTES)))
    given = st.file_uploader(
        words.UPLOAD,
        type=["xlsx", "zip"],
        accept_multiple_files=True,
        help=words.UPLOAD_HELP,
        max_upload_size=LARGEST_MEGABYTES,
        key=box,
    )
    st.caption(words.UPLOAD_HELP)
    ids = tuple(each.file_id for each in given)
    if st.button(words.READ, key="mieruka_read_button", disabled=not given):
        _read(here, given, ids)
    looked: Looked | None = st.session_state.get(READ)
    if looked is not None and (looked.own, looked.files) == (here.own, ids):
        _show_report(here, looked)
        _show_save(here, looked, kept, version)


def _read(here: Page, given: Sequence[UploadedFile], ids: tuple[str, ...]) -> None:
    begun = time.monotonic()
    bar = st.progress(0.0, words.READING)

    def tell(done: int, every: int, file: str) -> None:
        line = words.READING_LINE.format(done=done, all=every, file=file)
        bar.progress(done / every if every else 1.0, plain(line))

    files, problems = exported_files((each.name, each.getvalue()) for each in given)
    places = places_seen_from(here)
    exports = read_exports(files, places, problems, tell)
    bar.empty()
    st.session_state[READ] = Looked(
        here.own,
        ids,
        exports,
        health(exports, places),
        time.monotonic() - begun,
        now().strftime("%Y-%m-%d %H:%M"),
    )


def report_rows(remarks: Sequence[Remark]) -> list[tuple[str, ...]]:
    """Return the report in words."""
    return [
        remark_row(each.kind, each.weight, (each.code, each.name, each.file), each.fields, each.problem)
        for each in remarks
    ]


def _show_report(here: Page, looked: Looked) -> None:
    section(words.SECTION_HEALTH)
    rows = report_rows(looked.remarks)
    weight = Counter(each.weight for each in looked.remarks)
    files = len(looked.exports.workbooks) + len(looked.exports.problems)
    books = looked.exports.newest
    figures = sum(value is not None for book in books for each in book.series for value in each.figures)
    template = words.FINDING if weight["stop"] or weight["look"] else words.FINDING_SOUND
    finding = template.format(
        files=number(files),
        books=number(len(books)),
        figures=number(figures),
        stop=number(weight["stop"]),
        look=number(weight["look"]),
    )
    st.caption(words.READ_DONE.format(all=number(files), seconds=number(looked.seconds, 1)))
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    chosen = left.segmented_control(
        words.FILTER,
        options=list(words.FILTERS),
        format_func=words.FILTERS.__getitem__,
        default=TO_DO,
        required=True,
        key=FILTER,
    )
    note = words.REPORT_NOTE.format(own=here.full_label(here.own), when=looked.when, files=number(files))
    right.download_button(
        words.REPORT_XLSX,
        data=partial(table_workbook, words.REPORT_SHEET, REPORT_COLUMNS, rows, (note, words.REPORT_SOURCE)),
        file_name=f"{words.REPORT_FILE.format(own=here.own_label)}.xlsx",
        mime=WORKBOOK,
        key="mieruka_report_xlsx",
        on_click="ignore",
        width="stretch",
    )
    shown = [
        row
        for row, each in zip(rows, looked.remarks, strict=True)
        if chosen != TO_DO or each.weight != "know"
    ]
    show_paged(
        here,
        Paged(
            f"mieruka_report_{here.own}",
            REPORT_COLUMNS,
            shown,
            finding,
            (note, words.REPORT_SOURCE),
        ),
    )


def _show_save(here: Page, looked: Looked, kept: ExportedFigures, version: int) -> None:
    books = looked.exports.newest
    problem = None
    places = places_seen_from(here)
    if not books:
        problem = OwnDataError("mieruka_nothing_read")
    elif not any(own_series(book, places) for book in books):
        problem = OwnDataError("mieruka_own_nowhere", found=len(books), expected=here.full_label(here.own))
    try:
        after = exports_with(kept, books)
    except OwnDataError as too_many:
        problem = too_many
    if problem is not None:
        st.error(plain(sentence(problem)))
        return
    before = {each.key: each for each in kept.books}
    changed = [each for each in after.books if before.get(each.key) != each]
    if not changed:
        st.info(words.NOTHING_TO_SAVE)
        return
    new = sum(each.key not in before for each in changed)
    st.markdown(words.PREVIEW.format(new=new, newer=len(changed) - new, same=len(after.books) - len(changed)))
    refusal = keeper().refusal
    st.button(
        words.SAVE.format(count=number(len(changed))),
        key="mieruka_save",
        type="primary",
        disabled=bool(refusal),
        help=refusal or None,
        on_click=_save,
        args=(here.own, after, version),
    )


def _save(own: str, after: ExportedFigures, based_on: int) -> None:
    with attempt(words.SAVED):
        keeper().save(own, EXPORTED_FIGURES, after, based_on)
        st.session_state.pop(READ, None)
        st.session_state[ROUND] += 1
