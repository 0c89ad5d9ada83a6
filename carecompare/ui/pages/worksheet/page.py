"""The page of the worksheet: a town's issues and answers by fiscal year, beside last year's."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import Worksheet, begun_from
from carecompare.reports.papers.pdf import paper_file
from carecompare.text.files import paper_words
from carecompare.text.format import era_year
from carecompare.text.own import worksheet_words
from carecompare.ui.pages.worksheet.lines import LineShown, show_line
from carecompare.ui.parts.drafts import open_line, save_drafts, take_out, tray, unsaved
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import attempt, keeper, save_button, show_author, show_outcome
from carecompare.ui.parts.making import later
from carecompare.ui.parts.print_style import WORKSHEET_PRINT_STYLE
from carecompare.ui.parts.server import server_address
from carecompare.ui.parts.style import WORKSHEET_STYLE
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.table import notes
from carecompare.views.files.paper_pieces import PDF
from carecompare.views.files.paper_worksheet import exported, worksheet_sheet
from carecompare.views.topics.worksheet import (
    BESIDE,
    REVIEW,
    YEARS_BACK,
    fiscal_year,
    progress_block,
    sheet_content,
    sheet_heading,
    sheet_kind,
    sheet_year,
    shown_lines,
    worksheet_described,
    worksheet_html,
)

if TYPE_CHECKING:
    from carecompare.own import Kept
    from carecompare.views.base.here import Page


def show_worksheet(here: Page) -> None:
    """Draw the sheet of a year: progress, saving, its lines with last year's, and the way to paper."""
    st.html(WORKSHEET_STYLE + WORKSHEET_PRINT_STYLE)
    own, year = here.own, sheet_year(here)
    show_outcome(lambda content: worksheet_described(here, content))
    st.html(notes(worksheet_words.LEAD))
    kept, last = keeper().kept(own, sheet_kind(year)), keeper().kept(own, sheet_kind(year - 1))
    with st.container(key="worksheet_controls"):
        _show_controls(here, year, kept, last)
    drafts = unsaved(own, sheet_kind(year))
    section(worksheet_words.PROGRESS)
    show(
        here,
        progress_block(here, year, Worksheet(tuple(shown_lines(sheet_content(kept), drafts).values())), kept),
    )
    if kept is not None and kept.content.begun_from:
        began = era_year(kept.content.begun_from, fiscal=True)
        st.html(notes(worksheet_words.BEGUN_NOTE.format(year=began)))
    if keeper().mode != "readonly":
        with st.container(key="worksheet_saving"):
            _show_saving(here, year, kept)
            _show_tray(here)
    st.html(notes(worksheet_words.SOURCE_NOTE))
    _show_lines(here, year, kept, last if last is not None and st.session_state.get(BESIDE, True) else None)


def _show_controls(here: Page, year: int, kept: Kept[Worksheet] | None, last: Kept[Worksheet] | None) -> None:
    chosen, beside, begin, export = st.columns([3, 4.6, 4, 2.2], vertical_alignment="bottom")
    now = fiscal_year()
    around = {*range(now - 1, now + 2), year}
    written = {each for each in range(now - YEARS_BACK, now) if keeper().latest(here.own, sheet_kind(each))}
    set_widget("sheet", str(year))
    chosen.selectbox(
        worksheet_words.YEAR,
        options=[str(each) for each in sorted(around | written, reverse=True)],
        format_func=lambda each: era_year(int(each), fiscal=True),
        key=widget_key("sheet"),
        on_change=choose_from_widget,
        args=("sheet",),
    )
    before = era_year(year - 1, fiscal=True)
    if last is None:
        beside.caption(worksheet_words.NOTHING_LAST.format(year=before))
    else:
        beside.checkbox(worksheet_words.BESIDE, value=st.session_state.get(BESIDE, True), key=BESIDE)
        if not sheet_content(kept).lines and keeper().mode != "readonly":
            save_button(
                worksheet_words.BEGIN,
                _begin,
                (here, year),
                key="worksheet_begin",
                place=begin,
                kind="secondary",
                help_text=worksheet_words.BEGIN_HELP.format(year=before),
                icon=":material/content_copy:",
                width="stretch",
            )
    export.download_button(
        worksheet_words.EXPORT,
        data=later(
            partial(
                exported,
                here.catalog.worksheet,
                (here.own_label, year),
                kept,
                sheet_content(last) if last else None,
                server_address(),
            )
        ),
        file_name=worksheet_words.EXPORT_FILE.format(own=here.own_label, year=year),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        key="worksheet_export",
        help=worksheet_words.EXPORT_HELP,
        on_click="ignore",
        width="stretch",
    )
    export.download_button(
        paper_words.WORKSHEET_LABEL,
        data=later(
            lambda: (
                paper_file(
                    worksheet_sheet(
                        here.catalog.worksheet, here.own_label, here.full_label(here.own), year, kept
                    )
                ).content
            )
        ),
        file_name=paper_words.FILE_WORKSHEET.format(own=here.own_label, year=year),
        mime=PDF,
        key="pdf_worksheet",
        help=worksheet_words.EXPORT_HELP,
        on_click="ignore",
        width="stretch",
    )


def _begin(here: Page, year: int) -> None:
    outline = here.catalog.worksheet
    anew = [item.id for item in outline.lines.values() if outline.stage_of(item).id == REVIEW]
    with attempt(worksheet_words.BEGUN.format(year=era_year(year - 1, fiscal=True))):
        last, kept = (keeper().kept(here.own, sheet_kind(each)) for each in (year - 1, year))
        content = begun_from(sheet_content(last), year - 1, anew)
        keeper().save(here.own, sheet_kind(year), content, kept.version if kept else 0)


def _show_saving(here: Page, year: int, kept: Kept[Worksheet] | None) -> None:
    own, count = here.own, len(unsaved(here.own, sheet_kind(year)))
    title = era_year(year, fiscal=True)
    author, save, undo = st.columns([3, 2, 3], vertical_alignment="bottom")
    with author:
        show_author()
    save_button(
        worksheet_words.SAVE.format(count=count) if count else worksheet_words.SAVE_NOTHING,
        save_drafts,
        (own, sheet_kind(year), worksheet_words.SAVED.format(year=title)),
        key="worksheet_save",
        place=save,
        not_ready="" if count else worksheet_words.NOTHING_DRAFTED,
        width="stretch",
    )
    with undo:
        first_undone = worksheet_words.UNDONE_FIRST.format(year=title)
        show_undo(own, sheet_kind(year), kept.version if kept else 0, Worksheet(), first_undone)
    if count:
        st.html(notes(worksheet_words.UNSAVED_NOTE.format(count=count)))


def _show_tray(here: Page) -> None:
    waiting = tray(here.own)
    if not waiting:
        st.html(notes(worksheet_words.TRAY_EMPTY))
        return
    with st.expander(worksheet_words.TRAY.format(count=len(waiting))):
        st.caption(worksheet_words.TRAY_NOTE)
        for place, (key, evidence) in enumerate(waiting.items()):
            said, button = st.columns([6, 2], vertical_alignment="center")
            said.html(notes(evidence.text))
            button.button(
                worksheet_words.TRAY_OUT,
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
                if worksheet_words.mark(heading.words_of, heading.certainty):
                    st.html(notes(worksheet_words.mark(heading.words_of, heading.certainty)))
        before = last.content.line(item.id) if last is not None else None
        is_open = opened is not None and (opened.sheet, opened.id) == (sheet_kind(year), item.id)
        show_line(LineShown(here.own, year, item, kept, before), is_open=is_open)
    unknown = [each for each in sheet_content(kept).lines if each.id not in outline.lines]
    if unknown:
        section(worksheet_words.OTHER_LINES)
        for each in unknown:
            st.html(
                f"<div class='cc-ws'><p>{escape(sheet_heading(here, each))}</p>{worksheet_html(each)}</div>"
            )
