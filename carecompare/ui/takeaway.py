"""What a view can be taken away as, in the popover under it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from carecompare.text import workbook_words as words
from carecompare.ui.freezing import show_freeze
from carecompare.ui.selection import read_selection
from carecompare.ui.takeaway_content import block_csvw, block_picture, block_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.ui.blocks import Block

    _File = tuple[str, str, str, str, Callable[[], bytes]]

PICTURES: tuple[tuple[str, Literal["png", "svg"], str], ...] = (
    (words.PNG, "png", "image/png"),
    (words.SVG, "svg", "image/svg+xml"),
)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_takeaway(block: Block) -> None:
    """Draw the buttons for a workbook, a described CSV and pictures; each is made when it is pressed."""
    if block.view:
        show_freeze(block)
    query = read_selection().as_query()
    files: list[_File] = [
        (words.EXCEL, words.EXCEL_HELP, "xlsx", XLSX, partial(block_workbook, block, query)),
        (words.CSVW, words.CSVW_HELP, "zip", "application/zip", partial(block_csvw, block, query)),
    ]
    if block.chart is not None:
        files += [
            (label, words.PICTURE_HELP, kind, mime, partial(block_picture, block, query, kind))
            for label, kind, mime in PICTURES
        ]
    places = st.columns(2, gap="small")
    for number, (label, said, ending, mime, made) in enumerate(files):
        places[number % 2].download_button(
            label,
            data=made,
            file_name=f"{block.key}.{ending}",
            mime=mime,
            key=f"{ending}_{block.key}",
            help=said,
            on_click="ignore",
            width="stretch",
        )
