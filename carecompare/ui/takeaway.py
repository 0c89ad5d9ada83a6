"""What a view can be taken away as, in the popover under it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import workbook_words as words
from carecompare.ui.freezing import show_freeze
from carecompare.ui.selection import read_selection
from carecompare.ui.takeaway_content import block_csvw, block_picture, block_workbook

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.ui.blocks import Block

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_takeaway(block: Block) -> None:
    """Draw the buttons for a workbook, a described CSV and pictures; each is made when it is pressed."""
    if block.view:
        show_freeze(block)
    query = read_selection().as_query()
    _button(block, words.EXCEL, "xlsx", XLSX, partial(block_workbook, block, query))
    if block.chart is not None:
        _button(block, words.PNG, "png", "image/png", partial(block_picture, block, query, "png"))
        _button(block, words.SVG, "svg", "image/svg+xml", partial(block_picture, block, query, "svg"))
    _button(block, words.CSVW, "zip", "application/zip", partial(block_csvw, block, query))


def _button(block: Block, label: str, ending: str, kind: str, made: Callable[[], bytes]) -> None:
    st.download_button(
        label,
        data=made,
        file_name=f"{block.key}.{ending}",
        mime=kind,
        key=f"{ending}_{block.key}",
        on_click="ignore",
        width="stretch",
    )
