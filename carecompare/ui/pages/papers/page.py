"""The pieces of the page that puts papers for a meeting together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import MEETING, Meeting, meeting_emptied, meeting_moved, meeting_titled, meeting_without
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
from carecompare.views.files.registry import VIEWS, view_block

if TYPE_CHECKING:
    from carecompare.own import MeetingItem
    from carecompare.views.base.here import Page


# Of thumbnails.
AXIS_PX = 60
SHAPE = 2.2
NARROWEST_PX, WIDEST_PX = 640, 960


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
        _show_item(here, item, place, len(papers.items))
    if papers.items:
        st.button(
            meeting_words.REMOVE_ALL,
            key="meeting_remove_all",
            icon=":material/delete_sweep:",
            on_click=_remove_all,
            args=(here.own, len(papers.items)),
        )
        show_papers_workbook(here, papers)
    show_author()
    show_undo(here.own, MEETING, version, Meeting(), meeting_words.UNDONE_FIRST)
    show_papers_pdf(here)


def _show_item(here: Page, item: MeetingItem, place: int, count: int) -> None:
    own = here.own
    with st.container(border=True):
        picture, title, buttons = st.columns([2, 5, 3], vertical_alignment="center")
        with picture:
            _show_thumbnail(here, item)
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
                if not is_end:
                    st.button(
                        label,
                        key=f"meeting_move_{steps}_{item.id}",
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


def _show_thumbnail(here: Page, item: MeetingItem) -> None:
    """Draw the picture of today as small as lets it be told from the others."""
    kept = item.exhibit
    block = view_block(here.loaded, kept.view, kept.part, kept.query, here.keeper)
    with st.container(key=f"thumbnail_{item.id}"):
        if block is None or block.chart is None:
            st.html(f"<p class='cc-note'>{meeting_words.NO_PICTURE}</p>")
        else:
            spec = {**block.chart, "width": _width_px(int(block.chart["height"]))}
            st.vega_lite_chart(spec=spec, width="content", theme=None, alt=item.title or block.finding)


def _width_px(height_px: int) -> int:
    """Return how wide a picture is drawn, so that small ones and tall ones look alike."""
    return round(min(max((height_px + AXIS_PX) * SHAPE, NARROWEST_PX), WIDEST_PX))


def _retitle(own: str, identifier: str, key: str) -> None:
    title = str(st.session_state[key])
    with attempt(meeting_words.TITLED):
        change_meeting(own, lambda now, _: meeting_titled(now, identifier, title))


def _move(own: str, identifier: str, steps: int) -> None:
    with attempt(meeting_words.MOVED):
        change_meeting(own, lambda now, _: meeting_moved(now, identifier, steps))


def _remove_all(own: str, count: int) -> None:
    with attempt(meeting_words.REMOVED_ALL.format(count=count)):
        change_meeting(own, lambda now, _: meeting_emptied(now))


def _remove(own: str, item: MeetingItem) -> None:
    with attempt(meeting_words.REMOVED.format(title=item.title or item.exhibit.title)):
        change_meeting(own, lambda now, _: meeting_without(now, item.id))
