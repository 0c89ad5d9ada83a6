"""配布資料: the papers of a meeting as PDF, one view on each page."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.reports import HandoutPage, handout_paper, paper_file
from carecompare.text import paper_words as words
from carecompare.text.format import date
from carecompare.ui.html import notes
from carecompare.ui.meeting import meeting
from carecompare.ui.paper_pieces import PDF, made_today
from carecompare.ui.views import renewed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carecompare.own import Meeting, MeetingItem
    from carecompare.reports import PaperFile
    from carecompare.ui.frame import Page

MADE = "handout_made"
# Making the views again takes about as long as drawing them; setting the pages is soon done.
HALF = 0.45


def handout_pages(
    here: Page, items: Sequence[MeetingItem], progress: Callable[[int], object] = lambda _: None
) -> list[HandoutPage]:
    """Return the views of a meeting as pages, with what they show today.

    Parameters
    ----------
    here : Page
        With the store and definitions of today.
    items : sequence of MeetingItem
        In their order.
    progress : callable
        Told the number of the item that is made again, from 1.

    Returns
    -------
    list of HandoutPage
        A view that shows nothing any more stands with the table it had, and says so.
    """
    pages = []
    for place, item in enumerate(items, 1):
        progress(place)
        now = renewed(here.loaded, item.exhibit, here.keeper)
        remark = "" if now else words.HANDOUT_OLD.format(made=date(item.exhibit.made))
        pages.append(HandoutPage(item.title, now or item.exhibit, remark))
    return pages


def handout_file(
    here: Page, papers: Meeting, progress: Callable[[float, str], object] = lambda _, __: None
) -> PaperFile:
    """Return the papers of a meeting as PDF.

    Parameters
    ----------
    here : Page
        The page with its choice.
    papers : Meeting
        Of the own municipality.
    progress : callable
        Told the share done and what is being made.

    Returns
    -------
    PaperFile
        A4, a page or more for each view.
    """
    count = max(len(papers.items), 1)

    def tell(begun: float, place: int) -> None:
        said = words.HANDOUT_PROGRESS.format(count=count, place=place)
        progress(begun + HALF * place / count, said)

    pages = handout_pages(here, papers.items, partial(tell, 0.0))
    paper = handout_paper(
        papers.title or words.HANDOUT.format(own=here.own_label),
        here.full_label(here.own),
        made_today(),
        pages,
        partial(tell, HALF),
    )
    return paper_file(paper)


def show_handout(here: Page) -> None:
    """Draw the button that makes the handout of what was put together, then the one that hands it over."""
    papers, version = meeting(here)
    if not papers.items:
        return
    made_of = (here.own, version, here.store.path.name)
    wanted, ready = st.columns([2, 5], vertical_alignment="center")
    is_wanted = wanted.button(
        words.HANDOUT_MAKE,
        key="handout_make",
        icon=":material/picture_as_pdf:",
        help=words.HANDOUT_HELP,
        width="stretch",
    )
    if is_wanted:
        bar = ready.progress(0.0, words.HANDOUT_MAKE)
        try:
            file = handout_file(here, papers, bar.progress)
        finally:
            bar.empty()
        st.session_state[MADE] = (made_of, file)
    known, made = st.session_state.get(MADE, (None, None))
    if known != made_of or made is None:
        return
    ready.download_button(
        words.HANDOUT_DOWNLOAD,
        data=made.content,
        file_name=words.FILE_HANDOUT.format(own=here.own_label),
        mime=PDF,
        key="handout_download",
        icon=":material/download:",
        on_click="ignore",
    )
    if made.lacking:
        st.html(notes(words.LACKING.format(characters=made.lacking)))
