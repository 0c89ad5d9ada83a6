"""The papers of a meeting as a workbook: a piece of the page 会議資料."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from carecompare.text import words as general
from carecompare.text import workbook_words as words
from carecompare.text.format import date
from carecompare.ui.exhibits import grid
from carecompare.ui.html import notes
from carecompare.ui.takeaway import XLSX
from carecompare.ui.takeaway_content import Taken, today, views_workbook
from carecompare.ui.views import view_block

if TYPE_CHECKING:
    from carecompare.own import Meeting, MeetingItem
    from carecompare.ui.frame import Page


def show_papers_workbook(here: Page, papers: Meeting) -> None:
    """Draw the button that takes the papers away as a workbook."""
    st.html(notes(words.TAKE_NOTE))
    st.download_button(
        words.TAKE,
        data=partial(papers_workbook, here, papers),
        file_name=words.PAPERS_FILE.format(own=here.own, made=today()),
        mime=XLSX,
        key="papers_workbook",
        icon=":material/table_view:",
        on_click="ignore",
        disabled=not papers.items,
    )


def papers_workbook(here: Page, papers: Meeting) -> bytes:
    """Return the papers as a workbook.

    Every view stands there as it was when it was added. Its figures in full stand beside it where the view
    still shows the same today; where it does not, the cover says so.

    Parameters
    ----------
    here : Page
        The page.
    papers : Meeting
        What was put together.
    """
    taken = [_taken(here, item, place) for place, item in enumerate(papers.items, 1)]
    title = papers.title or words.PAPERS_TITLE.format(own=here.own_label, papers=general.PAGES["papers"][0])
    return views_workbook(here, title, taken)


def _taken(here: Page, item: MeetingItem, place: int) -> Taken:
    kept = item.exhibit
    block = view_block(here.loaded, kept.view, kept.part, kept.query)
    title = item.title or kept.title
    if block is not None and grid(block.table) == kept.grid:
        shown = msgspec.structs.replace(kept, picture=block.chart)
        return Taken(shown, block, item.title, words.ITEM_LINE.format(place=place, title=title))
    line = words.ITEM_AS_ADDED.format(place=place, title=title, made=date(kept.made))
    return Taken(kept, None, item.title, line)
