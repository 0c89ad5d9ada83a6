"""The page of the check of a plan: the table, saving, the items, the way to paper."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import PlanCheck
from carecompare.reports.papers.pdf import paper_file
from carecompare.text.own import worksheet_words
from carecompare.text.topics import plan_words
from carecompare.ui.pages.plan.item import ItemShown, show_item
from carecompare.ui.parts.drafts import open_line, save_drafts, unsaved
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import keeper, save_button, show_author, show_outcome
from carecompare.ui.parts.making import later
from carecompare.ui.parts.print_style import WORKSHEET_PRINT_STYLE
from carecompare.ui.parts.server import server_address
from carecompare.ui.parts.style import WORKSHEET_STYLE
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.block import show
from carecompare.views.base.table import notes
from carecompare.views.files.paper_pieces import PDF
from carecompare.views.files.plan_check import check_paper, check_workbook
from carecompare.views.files.takeaway import XLSX
from carecompare.views.topics.plan.check import check_block, check_described, check_kind, line_html

if TYPE_CHECKING:
    from carecompare.own import Kept
    from carecompare.views.base.here import Page


def show_plan(here: Page) -> None:
    """Draw the table of all items, saving, and each item with what fills it.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    st.html(WORKSHEET_STYLE + WORKSHEET_PRINT_STYLE)
    show_outcome(lambda content: check_described(here, content))
    guide = here.catalog.plan
    st.html(notes(plan_words.LEAD.format(count=len(guide.items))))
    kept = here.kept(check_kind(here))
    show(here, check_block(here))
    _show_files(here)
    if keeper().mode != "readonly":
        with st.container(key="plan_saving"):
            _show_saving(here, kept)
    section(plan_words.ITEMS)
    st.html(notes(plan_words.EVIDENCE_HINT, "" if here.peers else plan_words.NO_PEERS))
    opened = open_line(here.own)
    for item in guide.items.values():
        is_open = opened is not None and (opened.sheet, opened.id) == (check_kind(here), item.id)
        show_item(ItemShown(here, item, kept), is_open=is_open)
    _show_gone(here, kept)


def _show_files(here: Page) -> None:
    with st.container(horizontal=True):
        st.download_button(
            plan_words.PAPER,
            data=later(lambda: paper_file(check_paper(here)).content),
            file_name=plan_words.FILE_PDF.format(own=here.own_label),
            mime=PDF,
            key="pdf_plan_check",
            icon=":material/picture_as_pdf:",
            help=plan_words.PAPER_HELP,
            on_click="ignore",
        )
        st.download_button(
            plan_words.BOOK,
            data=later(partial(check_workbook, here, server_address())),
            file_name=plan_words.FILE_XLSX.format(own=here.own_label),
            mime=XLSX,
            key="xlsx_plan_check",
            icon=":material/table_view:",
            help=plan_words.PAPER_HELP,
            on_click="ignore",
        )


def _show_saving(here: Page, kept: Kept[PlanCheck] | None) -> None:
    own, kind = here.own, check_kind(here)
    count = len(unsaved(own, kind))
    author, save, undo = st.columns([3, 2, 3], vertical_alignment="bottom")
    with author:
        show_author()
    save_button(
        worksheet_words.SAVE.format(count=count) if count else worksheet_words.SAVE_NOTHING,
        save_drafts,
        (own, kind, plan_words.SAVED),
        key="plan_save",
        place=save,
        not_ready="" if count else worksheet_words.NOTHING_DRAFTED,
        width="stretch",
    )
    with undo:
        show_undo(own, kind, kept.version if kept else 0, PlanCheck(), plan_words.UNDONE_FIRST)
    if count:
        st.html(notes(worksheet_words.UNSAVED_NOTE.format(count=count)))


def _show_gone(here: Page, kept: Kept[PlanCheck] | None) -> None:
    """Draw what was written of items that are no more in the catalogue: nothing of it is lost."""
    items = here.catalog.plan.items
    gone = [each for each in (kept.content if kept else PlanCheck()).lines if each.id not in items]
    if not gone:
        return
    section(plan_words.OTHER_ITEMS)
    for each in gone:
        name = escape(worksheet_words.OTHER_LINE.format(id=each.id))
        st.html(f"<div class='cc-ws'><p>{name}</p>{line_html(each)}</div>")
