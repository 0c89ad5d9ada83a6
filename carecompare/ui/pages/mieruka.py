"""Exports of the 見える化 system brought to the page: read with progress, their report, one button."""

from __future__ import annotations

import time
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.clock import now
from carecompare.errors import OwnDataError
from carecompare.own import EXPORTED_FIGURES, ExportedFigures, exports_with
from carecompare.own.mieruka.beside import same_figures
from carecompare.own.mieruka.health import own_series
from carecompare.reports.workbooks.table import table_workbook
from carecompare.tables import NATION
from carecompare.text.errors.explain import sentence
from carecompare.text.format import number
from carecompare.text.own import mieruka_words
from carecompare.text.own.mieruka_words import REPORT_COLUMNS
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import attempt, begun_at, keeper, save_button, show_author, show_outcome
from carecompare.ui.parts.making import later, making
from carecompare.ui.parts.once import once
from carecompare.ui.parts.style import upload_style
from carecompare.ui.parts.why import say_why
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.block import show
from carecompare.ui.use.paged import show_paged
from carecompare.views.base.kept import moment
from carecompare.views.base.table import plain
from carecompare.views.topics.data.changes import Paged
from carecompare.views.topics.own.checks import WORKBOOK
from carecompare.views.topics.own.mieruka import (
    OPENED,
    book_label,
    exports_described,
    series_block,
    series_with_unit,
)
from carecompare.views.topics.own.mieruka_beside import beside_block, published_beside
from carecompare.views.topics.own.mieruka_upload import (
    LARGEST_MEGABYTES,
    TO_DO,
    Looked,
    exports_read,
    places_seen_from,
    report_rows,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.own import Kept
    from carecompare.views.base.here import Page
    from carecompare.views.topics.own.mieruka_beside import Beside


def show_mieruka(here: Page) -> None:
    """Draw what the own municipality has brought of the system, and the box to bring more."""
    st.caption(mieruka_words.LEAD)
    with st.container():  # keeps its place whether or not there is something to say
        show_outcome(exports_described)
    kept = _kept(here.own)
    content, version = (kept.content, kept.version) if kept else (ExportedFigures(), 0)
    show_mieruka_upload(here, content, version)
    section(mieruka_words.SECTION_KEPT)
    if kept:
        line = mieruka_words.KEPT_LINE.format(
            version=version, author=kept.author, when=moment(kept.saved_at), books=len(content.books)
        )
        st.caption(plain(line))
    show_kept(here, kept)
    show_undo(here.own, EXPORTED_FIGURES, version, ExportedFigures(), mieruka_words.UNDONE_FIRST)
    if content.books:
        section(mieruka_words.SECTION_BESIDE)
        _show_beside(here, content)


def _kept(own: str) -> Kept[ExportedFigures] | None:
    """Return what is kept; a rerun of this visitor's page does not read the same version again."""
    latest = keeper().latest(own, EXPORTED_FIGURES)
    if not latest:
        return None
    return once(OPENED, (own, latest), lambda: keeper().shelf.at(own, EXPORTED_FIGURES, latest))


def _show_beside(here: Page, content: ExportedFigures) -> None:
    areas = [each for each in (here.own, places_seen_from(here).own_prefecture, NATION) if each]
    indicators = {each.id: each for each in here.catalog.main_indicators}
    exported = same_figures(content, indicators.values(), areas)
    published = published_beside(here, sorted({each.indicator for each in exported}), areas)
    beside: Beside = [
        (indicators[each.indicator], each, published[each.indicator, each.area, each.year])
        for each in exported
        if (each.indicator, each.area, each.year) in published
    ]
    if not beside:
        st.info(mieruka_words.BESIDE_NONE)
        return
    show(here, beside_block(here, beside))


READ, ROUND, FILTER = "mieruka_read", "mieruka_round", "mieruka_filter"


def show_mieruka_upload(here: Page, kept: ExportedFigures, version: int) -> None:
    """Draw the box for the files, and what was found in them."""
    section(mieruka_words.SECTION_READ)
    show_author()
    if keeper().refusal:
        st.caption(keeper().refusal)
    box = f"mieruka_files_{here.own}_{st.session_state.setdefault(ROUND, 0)}"
    st.html(upload_style(box, mieruka_words.UPLOAD_LIMIT.format(most=LARGEST_MEGABYTES)))
    given = st.file_uploader(
        mieruka_words.UPLOAD,
        type=["xlsx", "zip"],
        accept_multiple_files=True,
        help=mieruka_words.UPLOAD_HELP,
        max_upload_size=LARGEST_MEGABYTES,
        key=box,
    )
    st.caption(mieruka_words.UPLOAD_HELP)
    ids = tuple(each.file_id for each in given)
    why = "" if given else mieruka_words.READ_NOTHING
    if st.button(mieruka_words.READ, key="mieruka_read_button", disabled=bool(why), help=why or None):
        _read(here, given, ids)
    say_why(why)
    looked: Looked | None = st.session_state.get(READ)
    if looked is not None and (looked.own, looked.files) == (here.own, ids):
        _show_report(here, looked)
        _show_save(here, looked, kept, begun_at("".join(ids), version))


def _read(here: Page, given: Sequence[UploadedFile], ids: tuple[str, ...]) -> None:
    begun = time.monotonic()
    places = places_seen_from(here)
    with making(st.empty(), mieruka_words.READING, "mieruka") as tell:
        exports, remarks = exports_read(
            [(each.name, each.getvalue()) for each in given],
            places,
            lambda done, every, file: tell(
                done / every if every else 1.0,
                mieruka_words.READING_LINE.format(done=done, all=every, file=file),
            ),
        )
        st.session_state[READ] = Looked(
            here.own, ids, exports, remarks, time.monotonic() - begun, now().strftime("%Y-%m-%d %H:%M")
        )


def _show_report(here: Page, looked: Looked) -> None:
    section(mieruka_words.SECTION_HEALTH)
    rows = report_rows(looked.remarks)
    weight = Counter(each.weight for each in looked.remarks)
    files = len(looked.exports.workbooks) + len(looked.exports.problems)
    books = looked.exports.newest
    figures = sum(value is not None for book in books for each in book.series for value in each.figures)
    template = mieruka_words.FINDING if weight["stop"] or weight["look"] else mieruka_words.FINDING_SOUND
    finding = template.format(
        files=number(files),
        books=number(len(books)),
        figures=number(figures),
        stop=number(weight["stop"]),
        look=number(weight["look"]),
    )
    st.caption(mieruka_words.READ_DONE.format(all=number(files), seconds=number(looked.seconds, 1)))
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    chosen = left.segmented_control(
        mieruka_words.FILTER,
        options=list(mieruka_words.FILTERS),
        format_func=mieruka_words.FILTERS.__getitem__,
        default=TO_DO,
        required=True,
        key=FILTER,
    )
    note = mieruka_words.REPORT_NOTE.format(
        own=here.full_label(here.own), when=looked.when, files=number(files)
    )
    right.download_button(
        mieruka_words.REPORT_XLSX,
        data=later(
            partial(
                table_workbook,
                mieruka_words.REPORT_SHEET,
                list(REPORT_COLUMNS.values()),
                rows,
                (note, mieruka_words.REPORT_SOURCE),
            )
        ),
        file_name=f"{mieruka_words.REPORT_FILE.format(own=here.own_label)}.xlsx",
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
            (note, mieruka_words.REPORT_SOURCE),
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
        st.info(mieruka_words.NOTHING_TO_SAVE)
        return
    new = sum(each.key not in before for each in changed)
    st.markdown(
        mieruka_words.PREVIEW.format(new=new, newer=len(changed) - new, same=len(after.books) - len(changed))
    )
    save_button(
        mieruka_words.SAVE.format(count=number(len(changed))),
        _save,
        (here.own, after, version),
        key="mieruka_save",
    )


def _save(own: str, after: ExportedFigures, based_on: int) -> None:
    with attempt(mieruka_words.SAVED):
        keeper().save(own, EXPORTED_FIGURES, after, based_on)
        st.session_state.pop(READ, None)
        st.session_state[ROUND] += 1


BOOK, SERIES = "mieruka_book", "mieruka_series"


def show_kept(here: Page, kept: Kept[ExportedFigures] | None) -> None:
    """Draw one series of one kept book, with the boxes that choose them."""
    if kept is None or not kept.content.books:
        st.info(mieruka_words.NOTHING if keeper().mode == "readonly" else mieruka_words.NOTHING_YET)
        return
    books = {book_label(each): each for each in kept.content.books}
    left, right = st.columns(2)
    book = books[left.selectbox(mieruka_words.BOOK, options=list(books), key=f"{BOOK}_{here.own}")]
    names = list(dict.fromkeys((each.name, each.unit) for each in book.series))
    name, unit = right.selectbox(
        mieruka_words.SERIES,
        options=names,
        format_func=lambda each: series_with_unit(*each),
        key=f"{SERIES}_{here.own}_{book.key}",
    )
    rows = [each for each in book.series if (each.name, each.unit) == (name, unit)]
    show(here, series_block(here, kept, book, rows))
