"""The papers of a meeting as a workbook: a piece of the page 会議資料."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from carecompare.clock import today
from carecompare.text import words as general
from carecompare.text import workbook_words as words
from carecompare.text.format import date
from carecompare.ui.exhibits import exhibit
from carecompare.ui.frame import page_for
from carecompare.ui.html import notes
from carecompare.ui.takeaway import XLSX
from carecompare.ui.takeaway_content import Taken, views_workbook
from carecompare.ui.views import view_block

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.own import Meeting, MeetingItem
    from carecompare.ui.frame import Page

MEGABYTE = 1_000_000


def show_papers_workbook(here: Page, papers: Meeting) -> None:
    """Draw the button that makes a workbook of the papers, how far it is, and the button that saves it."""
    st.html(notes(words.TAKE_NOTE))
    place = st.empty()
    if not place.button(
        words.TAKE, key="papers_workbook_make", icon=":material/table_view:", disabled=not papers.items
    ):
        return
    many = len(papers.items)

    def tell(done: int) -> None:
        place.progress(done / many, words.TAKING.format(done=done, all=many))

    made = papers_workbook(here, papers, tell)
    place.download_button(
        words.TAKE_READY.format(megabytes=len(made) / MEGABYTE),
        data=made,
        file_name=words.PAPERS_FILE.format(own=here.own_label, made=today()),
        mime=XLSX,
        key="papers_workbook",
        type="primary",
        on_click="ignore",
    )


def papers_workbook(here: Page, papers: Meeting, progress: Callable[[int], object] = lambda _: None) -> bytes:
    """Return the papers as a workbook.

    Every view stands there as it was when it was added. Its figures in full stand beside it where the view
    still shows the same today; where it does not, the cover says so.

    Parameters
    ----------
    here : Page
        The page.
    papers : Meeting
        What was put together.
    progress : callable
        Told how many views are ready.
    """
    taken = []
    for place, item in enumerate(papers.items, 1):
        progress(place - 1)
        taken.append(_taken(here, item, place))
    title = papers.title or words.PAPERS_TITLE.format(own=here.own_label, papers=general.PAGES["papers"][0])
    return views_workbook(here, title, taken)


def _taken(here: Page, item: MeetingItem, place: int) -> Taken:
    kept = item.exhibit
    block = view_block(here.loaded, kept.view, kept.part, kept.query, here.keeper)
    title = item.title or kept.title
    now = None if block is None else exhibit(block, kept.query)
    if block is not None and now is not None and now.grid.in_words() == kept.grid.in_words():
        # Figures and publications are those of today's record: what was kept before 2026-12 has words alone.
        same = now.source == kept.source
        shown = msgspec.structs.replace(
            kept, picture=now.picture, grid=now.grid, origins=now.origins if same else kept.origins
        )
        line = words.ITEM_LINE.format(place=place, title=title)
        page = page_for(here.loaded, kept.query, here.keeper)
        return Taken(shown, block.file(), item.title, line, page.selection.comparators if page else ())
    line = words.ITEM_AS_ADDED.format(place=place, title=title, made=date(kept.made))
    return Taken(kept, None, item.title, line)
