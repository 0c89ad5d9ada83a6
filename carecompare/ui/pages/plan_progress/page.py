"""The page of plan and actual: the judgement of a cycle, the periods, reasons, where figures are entered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own.contents.plan_figures import PLAN_FIGURES, PlanFigures
from carecompare.reports.papers.pdf import paper_file
from carecompare.text.topics import plan_progress_words as progress_words
from carecompare.ui.pages.plan_progress.entering import show_entering
from carecompare.ui.pages.plan_progress.limits import show_limits
from carecompare.ui.pages.plan_progress.reasons import show_reasons
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import keeper, show_author, show_outcome
from carecompare.ui.parts.print_style import WORKSHEET_PRINT_STYLE
from carecompare.ui.parts.style import WORKSHEET_STYLE
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.table import notes
from carecompare.views.files.paper_pieces import PDF
from carecompare.views.files.plan_progress import progress_paper, progress_workbook
from carecompare.views.files.takeaway import XLSX
from carecompare.views.topics.plan.entering import figures_described
from carecompare.views.topics.plan.figures import Cycle, chosen_cycle, cycle_due, plan_figures
from carecompare.views.topics.plan.periods import periods_block
from carecompare.views.topics.plan.progress import progress_block, review_described

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_plan_progress(here: Page) -> None:
    """Draw the judgement of the chosen cycle first, then what it is made from.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    st.html(WORKSHEET_STYLE + WORKSHEET_PRINT_STYLE)
    show_outcome(partial(_described, here))
    st.html(notes(progress_words.LEAD))
    cycle = chosen_cycle(here)
    _show_cycle(here, cycle)
    block, periods = progress_block(here), periods_block(here)
    if block is None:
        st.info(progress_words.NOTHING)
    else:
        show(here, block)
    if block is not None or periods is not None:
        _show_files(here, cycle)
    if keeper().mode != "readonly":
        show_author()
        if block is not None:
            show_reasons(here, cycle)
    if periods is not None:
        section(progress_words.PERIODS_TITLE)
        show(here, periods)
    if keeper().mode == "readonly":
        return
    section(progress_words.ENTER)
    kept = here.kept(PLAN_FIGURES)
    show_undo(here.own, PLAN_FIGURES, kept.version if kept else 0, PlanFigures(), progress_words.UNDONE_FIRST)
    show_entering(here, kept)
    show_limits(here, kept)


def _described(here: Page, content: object) -> str:
    if isinstance(content, PlanFigures):
        return figures_described(here, content, content.figures)
    return review_described(here, content)


def _show_cycle(here: Page, cycle: Cycle) -> None:
    due = cycle_due()
    years = {each.year for each in plan_figures(here).figures} | {due.year, due.year - 1, cycle.year}
    offered = [Cycle(year, name) for year in sorted(years, reverse=True) for name in ("interim", "final")]
    set_widget("cycle", cycle.part)
    labels = {each.part: progress_words.cycle_label(each.year, each.name) for each in offered}
    st.selectbox(
        progress_words.CYCLE,
        options=list(labels),
        format_func=labels.__getitem__,
        key=widget_key("cycle"),
        on_change=choose_from_widget,
        args=("cycle",),
    )


def _show_files(here: Page, cycle: Cycle) -> None:
    with st.container(horizontal=True):
        st.download_button(
            progress_words.PAPER,
            data=lambda: paper_file(progress_paper(here)).content,
            file_name=progress_words.FILE_PDF.format(own=here.own_label, cycle=cycle.part),
            mime=PDF,
            key="pdf_plan_progress",
            icon=":material/picture_as_pdf:",
            help=progress_words.FILES_HELP,
            on_click="ignore",
        )
        st.download_button(
            progress_words.BOOK,
            data=partial(progress_workbook, here),
            file_name=progress_words.FILE_XLSX.format(own=here.own_label, cycle=cycle.part),
            mime=XLSX,
            key="xlsx_plan_progress",
            icon=":material/table_view:",
            help=progress_words.FILES_HELP,
            on_click="ignore",
        )
