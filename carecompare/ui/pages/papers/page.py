"""The pieces of the page that puts papers for a meeting together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import MEETING, Meeting, meeting_moved, meeting_titled, meeting_without
from carecompare.text.files import meeting_words
from carecompare.text.words import PAGES
from carecompare.ui.pages.papers.slides import show_slides
from carecompare.ui.pages.papers.workbook import show_papers_workbook
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import attempt, show_author, show_outcome
from carecompare.ui.parts.papers_pdf import show_papers_pdf
from carecompare.ui.parts.widgets import follow, section
from carecompare.ui.use.add import change_meeting
from carecompare.views.base.table import notes
from carecompare.views.files.meeting import meeting, meeting_described
from carecompare.views.files.registry import VIEWS

if TYPE_CHECKING:
    from carecompare.own import MeetingItem
    from carecompare.views.base.here import Page


def show_papers(here: Page) -> None:
    """Draw the views put together, each with its title, its place and the way out."""
    show_outcome(meeting_described)
    papers, version = meeting(here)
    st.html(notes(meeting_words.PAGE_LEAD))
    show_slides(here, papers, version)
    section(meeting_words.ITEMS.format(count=len(papers.items)))
    if not papers.items:
        st.info(meeting_words.NOTHING)
    for place, item in enumerate(papers.items, 1):
        _show_item(here.own, item, place, len(papers.items))
    show_papers_workbook(here, papers)
    show_author()
    show_undo(here.own, MEETING, version, Meeting(), meeting_words.UNDONE_FIRST)
    show_papers_pdf(here)


def _show_item(own: str, item: MeetingItem, place: int, count: int) -> None:
    with st.container(border=True):
        title, buttons = st.columns([5, 3], vertical_alignment="bottom")
        key = f"meeting_title_{item.id}"
        title.text_input(
            meeting_words.TITLE.format(place=place),
            placeholder=item.exhibit.title,
            help=meeting_words.TITLE_HELP,
            max_chars=200,
            key=follow(key, item.title),
            on_change=_retitle,
            args=(own, item.id, key),
        )
        with buttons.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            for label, steps, is_end in (
                (meeting_words.UP, -1, place == 1),
                (meeting_words.DOWN, 1, place == count),
            ):
                st.button(
                    label,
                    key=f"meeting_move_{steps}_{item.id}",
                    disabled=is_end,
                    on_click=_move,
                    args=(own, item.id, steps),
                )
            st.button(
                meeting_words.REMOVE, key=f"meeting_remove_{item.id}", on_click=_remove, args=(own, item)
            )
            known = VIEWS.get(item.exhibit.view)
            if known is not None:
                st.page_link(PAGES[known.page][2], label=meeting_words.OPEN, query_params=item.exhibit.query)
        st.html(
            notes(
                item.exhibit.what or item.exhibit.subtitle, meeting_words.MADE.format(made=item.exhibit.made)
            )
        )


def _retitle(own: str, identifier: str, key: str) -> None:
    title = str(st.session_state[key])
    with attempt(meeting_words.TITLED):
        change_meeting(own, lambda now, _: meeting_titled(now, identifier, title))


def _move(own: str, identifier: str, steps: int) -> None:
    with attempt(meeting_words.MOVED):
        change_meeting(own, lambda now, _: meeting_moved(now, identifier, steps))


def _remove(own: str, item: MeetingItem) -> None:
    with attempt(meeting_words.REMOVED.format(title=item.title or item.exhibit.title)):
        change_meeting(own, lambda now, _: meeting_without(now, item.id))
