"""Draw a view with everything that belongs under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import words
from carecompare.text.files import workbook_words
from carecompare.ui.use.add import show_add
from carecompare.ui.use.attach import show_attach
from carecompare.ui.use.freeze import show_freeze
from carecompare.ui.use.slide import show_slide
from carecompare.ui.use.takeaway import show_takeaway
from carecompare.views.base.block import USE
from carecompare.views.base.table import disclosure, group_heading, heading, notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.charts import Picture
    from carecompare.file_tables import FileTable
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def show(
    here: Page, block: Block, *, compact: bool = False, file: Callable[[], FileTable] | None = None
) -> None:
    """Draw a block.

    Parameters
    ----------
    here : Page
        The page it stands on; what leaves the screen is made for its choice.
    block : Block
        What to draw.
    compact : bool
        In a narrow place: table behind a click, without the subtitle.
    file : callable, optional
        In the place of the block's own, which visitors share: with what only this one may read.
    """
    if block.finding:
        st.subheader(heading(block.finding))
    if block.subtitle and not compact:
        st.caption(block.subtitle)
    if block.chart is None and block.table.is_without_figures:
        with st.expander(words.TABLE):
            st.html(block.table_html)
    elif block.chart is None:
        st.html(block.table_html)
    elif block.wide or compact:
        draw(block.chart, block.finding)
        with st.expander(words.TABLE):
            st.html(block.table_html)
    else:
        picture, figures = st.columns(2, gap="small")
        with picture:
            draw(block.chart, block.finding)
        figures.html(block.table_html)
    show_foot(here, block, file=file)


def show_foot(here: Page, block: Block, *, file: Callable[[], FileTable] | None = None) -> None:
    """Draw what stands under every picture: download, and behind a click method, cautions and sources.

    Parameters
    ----------
    here : Page
        The page.
    block : Block
        What is drawn above.
    file : callable, optional
        As for `show`.
    """
    said = notes(*block.notes, block.source) + block.passports
    with st.container(horizontal=True, key=f"foot_{block.key}"):
        if said:
            st.html(disclosure(words.DETAILS, said, "cc-details"))
        _download(here, block, file or block.file)


def draw(picture: Picture, words_of_it: str) -> None:
    """Draw a picture with the words for those who cannot see it."""
    st.vega_lite_chart(spec=picture, width="stretch", theme=None, alt=words_of_it)


def _download(here: Page, block: Block, file: Callable[[], FileTable]) -> None:
    place = st.popover(words.DOWNLOAD, key=f"{USE}{block.key}", on_change="rerun")
    if not place.open:
        return
    with place, st.container(key=f"use_{block.key}"):
        if block.view:
            st.html(group_heading(workbook_words.TO_KEEP))
            show_add(here, block)
        show_attach(here, block)
        if block.view:
            show_freeze(here, block)
        st.html(group_heading(workbook_words.TO_FILES))
        if block.view:
            show_slide(here, block)
        show_takeaway(here, block, file)
        if block.lacking:
            st.caption(f"{words.CP932_LACKS}{block.lacking}")
