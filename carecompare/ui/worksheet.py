"""The page of the worksheet: a town's issues and answers by fiscal year, beside last year's."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.charts import state_bars
from carecompare.clock import today
from carecompare.own import Worksheet, WorksheetLine, begun_from, counts_by_state
from carecompare.reports import paper_file
from carecompare.text import paper_words
from carecompare.text import worksheet_words as words
from carecompare.text.format import era_year
from carecompare.typed_cells import Cell, number_cell, values_of
from carecompare.ui.blocks import Block, section, show
from carecompare.ui.history import show_undo
from carecompare.ui.html import Table, notes
from carecompare.ui.keeping import attempt, keeper, moment, show_author, show_outcome
from carecompare.ui.paper_pieces import PDF
from carecompare.ui.paper_worksheet import worksheet_sheet
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key
from carecompare.ui.worksheet_drafts import (
    kept_worksheet,
    open_line,
    save_drafts,
    sheet_kind,
    shown_lines,
    unsaved,
)
from carecompare.ui.worksheet_export import exported, server_address
from carecompare.ui.worksheet_lines import LineShown, contents_html, label_of, show_line
from carecompare.ui.worksheet_style import WORKSHEET_STYLE
from carecompare.ui.worksheet_tray import take_out, tray

if TYPE_CHECKING:
    from carecompare.own import Kept
    from carecompare.ui.frame import Page

FISCAL_YEAR_BEGINS = 4
YEARS_BACK = 6
REVIEW = "review"
BESIDE = "worksheet_beside"


def fiscal_year() -> int:
    """Return the fiscal year that is under way in Japan."""
    date = today()
    return date.year - (date.month < FISCAL_YEAR_BEGINS)


def sheet_year(here: Page) -> int:
    """Return the fiscal year of the sheet that is looked at."""
    return int(here.selection.sheet or fiscal_year())


def show_worksheet(here: Page) -> None:
    """Draw the sheet of a year: progress, saving, its lines with last year's, and the way to paper."""
    st.html(WORKSHEET_STYLE)
    own, year = here.own, sheet_year(here)
    show_outcome(lambda content: _described(here, content))
    st.html(notes(words.LEAD))
    kept, last = kept_worksheet(own, year), kept_worksheet(own, year - 1)
    with st.container(key="worksheet_controls"):
        _show_controls(here, year, kept, last)
    drafts = unsaved(own, year)
    section(words.PROGRESS)
    show(here, _progress(here, year, Worksheet(tuple(shown_lines(_content(kept), drafts).values())), kept))
    if kept is not None and kept.content.begun_from:
        began = era_year(kept.content.begun_from, fiscal=True)
        st.html(notes(words.BEGUN_NOTE.format(year=began)))
    if keeper().mode != "readonly":
        with st.container(key="worksheet_saving"):
            _show_saving(here, year, kept)
            _show_tray(here)
    st.html(notes(words.SOURCE_NOTE))
    _show_lines(here, year, kept, last if last is not None and st.session_state.get(BESIDE, True) else None)


def _content(kept: Kept[Worksheet] | None) -> Worksheet:
    return kept.content if kept else Worksheet()


def _show_controls(here: Page, year: int, kept: Kept[Worksheet] | None, last: Kept[Worksheet] | None) -> None:
    chosen, beside, begin, export = st.columns([3, 4.6, 4, 2.2], vertical_alignment="bottom")
    now = fiscal_year()
    around = {*range(now - 1, now + 2), year}
    written = {each for each in range(now - YEARS_BACK, now) if keeper().latest(here.own, sheet_kind(each))}
    set_widget("sheet", str(year))
    chosen.selectbox(
        words.YEAR,
        options=[str(each) for each in sorted(around | written, reverse=True)],
        format_func=lambda each: era_year(int(each), fiscal=True),
        key=widget_key("sheet"),
        on_change=choose_from_widget,
        args=("sheet",),
    )
    before = era_year(year - 1, fiscal=True)
    if last is None:
        beside.caption(words.NOTHING_LAST.format(year=before))
    else:
        beside.checkbox(words.BESIDE, value=st.session_state.get(BESIDE, True), key=BESIDE)
        if not _content(kept).lines and keeper().mode != "readonly":
            refusal = keeper().refusal
            begin.button(
                words.BEGIN,
                key="worksheet_begin",
                icon=":material/content_copy:",
                help=refusal or words.BEGIN_HELP.format(year=before),
                disabled=bool(refusal),
                on_click=_begin,
                args=(here, year),
                width="stretch",
            )
    export.download_button(
        words.EXPORT,
        data=partial(
            exported,
            here.catalog.worksheet,
            (here.own_label, year),
            kept,
            _content(last) if last else None,
            server_address(),
        ),
        file_name=words.EXPORT_FILE.format(own=here.own_label, year=year),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key="worksheet_export",
        help=words.EXPORT_HELP,
        on_click="ignore",
        width="stretch",
    )
    export.download_button(
        paper_words.WORKSHEET_LABEL,
        data=lambda: (
            paper_file(
                worksheet_sheet(here.catalog.worksheet, here.own_label, here.full_label(here.own), year, kept)
            ).content
        ),
        file_name=paper_words.FILE_WORKSHEET.format(own=here.own_label, year=year),
        mime=PDF,
        key="pdf_worksheet",
        help=words.EXPORT_HELP,
        on_click="ignore",
        width="stretch",
    )


def _begin(here: Page, year: int) -> None:
    outline = here.catalog.worksheet
    anew = [item.id for item in outline.lines.values() if outline.stage_of(item).id == REVIEW]
    with attempt(words.BEGUN.format(year=era_year(year - 1, fiscal=True))):
        last, kept = kept_worksheet(here.own, year - 1), kept_worksheet(here.own, year)
        content = begun_from(_content(last), year - 1, anew)
        keeper().save(here.own, sheet_kind(year), content, kept.version if kept else 0)


def _progress(here: Page, year: int, sheet: Worksheet, kept: Kept[Worksheet] | None) -> Block:
    outline = here.catalog.worksheet
    counts = {
        stage.label_ja: counts_by_state(
            sheet, [item.id for item in outline.lines.values() if outline.stage_of(item).id == stage.id]
        )
        for stage in outline.stages.values()
    }
    total = counts_by_state(sheet, outline.lines)
    rows: list[tuple[Cell | str, ...]] = [
        (name, number_cell(sum(each.values())), *(number_cell(each[state]) for state in each))
        for name, each in (*counts.items(), (words.PROGRESS_TOTAL, total))
    ]
    version = words.NO_VERSION
    if kept is not None:
        version = words.VERSION.format(version=kept.version, when=moment(kept.saved_at), author=kept.author)
    return Block(
        key=f"worksheet_{here.own}_{year}",
        finding=words.progress(here.own_label, year, total),
        subtitle=words.PROGRESS_SUBTITLE,
        chart=state_bars(counts),
        table=Table(words.PROGRESS_COLUMNS, rows, numeric=frozenset(range(1, len(words.PROGRESS_COLUMNS)))),
        file=lambda: pd.DataFrame(values_of(rows), columns=list(words.PROGRESS_COLUMNS)),
        credit=words.PROGRESS_SOURCE.format(own=here.own_label, version=version),
        notes=(words.PROGRESS_NOTE,),
    )


def _show_saving(here: Page, year: int, kept: Kept[Worksheet] | None) -> None:
    own, count = here.own, len(unsaved(here.own, year))
    refusal = keeper().refusal
    title = era_year(year, fiscal=True)
    author, save, undo = st.columns([3, 2, 3], vertical_alignment="bottom")
    with author:
        show_author()
    save.button(
        words.SAVE.format(count=count) if count else words.SAVE_NOTHING,
        key="worksheet_save",
        type="primary",
        disabled=bool(refusal) or not count,
        help=refusal or None,
        on_click=save_drafts,
        args=(own, year, words.SAVED.format(year=title)),
        width="stretch",
    )
    with undo:
        first_undone = words.UNDONE_FIRST.format(year=title)
        show_undo(own, sheet_kind(year), kept.version if kept else 0, Worksheet(), first_undone)
    if count:
        st.html(notes(words.UNSAVED_NOTE.format(count=count)))


def _show_tray(here: Page) -> None:
    waiting = tray(here.own)
    if not waiting:
        st.html(notes(words.TRAY_EMPTY))
        return
    with st.expander(words.TRAY.format(count=len(waiting))):
        st.caption(words.TRAY_NOTE)
        for place, (key, evidence) in enumerate(waiting.items()):
            said, button = st.columns([6, 2], vertical_alignment="center")
            said.html(notes(evidence.text))
            button.button(
                words.TRAY_OUT,
                key=f"worksheet_tray_{place}",
                on_click=take_out,
                args=(key,),
                width="stretch",
            )


def _show_lines(here: Page, year: int, kept: Kept[Worksheet] | None, last: Kept[Worksheet] | None) -> None:
    outline = here.catalog.worksheet
    opened = open_line(here.own)
    stage = part = ""
    for item in outline.lines.values():
        if outline.stage_of(item).id != stage:
            stage = outline.stage_of(item).id
            section(outline.stages[stage].label_ja)
        if item.part != part:
            part = item.part
            heading = outline.parts[part]
            if heading.label_ja != outline.stages[stage].label_ja:
                st.subheader(heading.label_ja)
                if words.mark(heading.words_of, heading.certainty):
                    st.html(notes(words.mark(heading.words_of, heading.certainty)))
        before = last.content.line(item.id) if last is not None else None
        is_open = opened is not None and (opened.year, opened.id) == (year, item.id)
        show_line(LineShown(here.own, year, item, kept, before), is_open=is_open)
    unknown = [each for each in _content(kept).lines if each.id not in outline.lines]
    if unknown:
        section(words.OTHER_LINES)
        for each in unknown:
            st.html(f"<div class='cc-ws'><p>{escape(_heading(here, each))}</p>{contents_html(each)}</div>")


def _heading(here: Page, line: WorksheetLine) -> str:
    item = here.catalog.worksheet.lines.get(line.id)
    return label_of(item) if item else words.OTHER_LINE.format(id=line.id)


def _described(here: Page, content: object) -> str:
    """Return the lines of a sheet as text, for two that stand side by side."""
    lines = content.lines if isinstance(content, Worksheet) else ()
    return "\n\n".join(
        "\n".join(
            filter(
                None,
                (
                    f"{_heading(here, each)}　{words.state_with_sign(each.state)}",
                    each.words,
                    "　".join(filter(None, (each.post, each.due))),
                    *(f"{words.EVIDENCE}：{one.text}" for one in each.evidence),
                ),
            )
        )
        for each in lines
    )
