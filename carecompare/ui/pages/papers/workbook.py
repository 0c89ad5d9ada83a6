"""The papers of a meeting as a workbook: a piece of the page 会議資料."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.clock import today
from carecompare.text.files import workbook_words
from carecompare.ui.parts.making import making
from carecompare.views.base.table import notes
from carecompare.views.files.takeaway import XLSX
from carecompare.views.files.workbooks import MEGABYTE, papers_workbook

if TYPE_CHECKING:
    from carecompare.own import Meeting
    from carecompare.views.base.here import Page


def show_papers_workbook(here: Page, papers: Meeting) -> None:
    """Draw the button that makes a workbook of the papers, how far it is, and the button that saves it."""
    st.html(notes(workbook_words.TAKE_NOTE))
    place = st.empty()
    if not place.button(
        workbook_words.TAKE,
        key="papers_workbook_make",
        icon=":material/table_view:",
    ):
        return
    many = len(papers.items)

    made = b""
    with making(place, workbook_words.TAKING.format(done=0, all=many), "papers_workbook") as tell:
        made = papers_workbook(
            here, papers, lambda done: tell(done / many, workbook_words.TAKING.format(done=done, all=many))
        )
    if not made:
        return
    place.download_button(
        workbook_words.TAKE_READY.format(megabytes=len(made) / MEGABYTE),
        data=made,
        file_name=workbook_words.PAPERS_FILE.format(own=here.own_label, made=today()),
        mime=XLSX,
        key="papers_workbook",
        type="primary",
        on_click="ignore",
    )
