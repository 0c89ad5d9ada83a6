"""The pieces of the page that puts papers for a meeting together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import MEETING, Meeting, MeetingItem, meeting_moved, meeting_titled, meeting_without
from carecompare.text import meeting_words as words
from carecompare.text.words import PAGES
from carecompare.ui.blocks import section
from carecompare.ui.history import show_undo
from carecompare.ui.html import notes
from carecompare.ui.keeping import attempt, show_author, show_outcome
from carecompare.ui.meeting import change_meeting, meeting
from carecompare.ui.papers_pdf import show_papers_pdf
from carecompare.ui.papers_slides import show_slides
from carecompare.ui.papers_workbook import show_papers_workbook
from carecompare.ui.views import VIEWS
from carecompare.ui.widgets import follow

if TYPE_CHECKING:
    from carecompare.ui.frame import Page


def show_papers(here: Page) -> None:
    """Draw the views put together, each with its title, its place and the way out."""
    show_outcome(_described)
    papers, version = meeting(here)
    st.html(notes(words.PAGE_LEAD))
    show_slides(here, papers, version)
    section(words.ITEMS.format(count=len(papers.items)))
    if not papers.items:
        st.info(words.NOTHING)
    for place, item in enumerate(papers.items, 1):
        _show_item(here.own, item, place, len(papers.items))
    show_papers_workbook(here, papers)
    show_author()
    show_undo(here.own, MEETING, version, Meeting(), words.UNDONE_FIRST)
    show_papers_pdf(here)


def _show_item(own: str, item: MeetingItem, place: int, count: int) -> None:
    with st.container(border=True):
        title, buttons = st.columns([5, 3], vertical_alignment="bottom")
        key = f"meeting_title_{item.id}"
        title.text_input(
            words.TITLE.format(place=place),
            placeholder=item.exhibit.title,
            help=words.TITLE_HELP,
            max_chars=200,
            key=follow(key, item.title),
            on_change=_retitle,
            args=(own, item.id, key),
        )
        with buttons.container(horizontal=True, horizontal_alignment="right", vertical_alignment="center"):
            for label, steps, is_end in ((words.UP, -1, place == 1), (words.DOWN, 1, place == count)):
                st.button(
                    label,
                    key=f"meeting_move_{steps}_{item.id}",
                    disabled=is_end,
                    on_click=_move,
                    args=(own, item.id, steps),
                )
            st.button(words.REMOVE, key=f"meeting_remove_{item.id}", on_click=_remove, args=(own, item))
            known = VIEWS.get(item.exhibit.view)
            if known is not None:
                st.page_link(PAGES[known.page][2], label=words.OPEN, query_params=item.exhibit.query)
        st.html(notes(item.exhibit.what or item.exhibit.subtitle, words.MADE.format(made=item.exhibit.made)))


def _retitle(own: str, identifier: str, key: str) -> None:
    title = str(st.session_state[key])
    with attempt(words.TITLED):
        change_meeting(own, lambda now, _: meeting_titled(now, identifier, title))


def _move(own: str, identifier: str, steps: int) -> None:
    with attempt(words.MOVED):
        change_meeting(own, lambda now, _: meeting_moved(now, identifier, steps))


def _remove(own: str, item: MeetingItem) -> None:
    with attempt(words.REMOVED.format(title=item.title or item.exhibit.title)):
        change_meeting(own, lambda now, _: meeting_without(now, item.id))


def _described(content: object) -> str:
    items = content.items if isinstance(content, Meeting) else ()
    return "\n".join(
        words.LINE.format(place=place, title=item.title or item.exhibit.title)
        for place, item in enumerate(items, 1)
    )
