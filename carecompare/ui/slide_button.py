"""The button that makes one slide of what is on screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.reports.slide_deck import MEDIA_TYPE, SlideItem
from carecompare.text import deck_words as words
from carecompare.ui.exhibits import exhibit
from carecompare.ui.selection import read_selection

if TYPE_CHECKING:
    from carecompare.ui.blocks import Block


def show_slide(block: Block) -> None:
    """Draw the button that makes one slide of a block; it is made when it is asked for."""
    selection = read_selection()
    st.download_button(
        words.ONE,
        data=lambda: _slide(block, selection.own, selection.as_query()),
        file_name=f"{block.key}.pptx",
        mime=MEDIA_TYPE,
        key=f"slide_{block.key}",
        icon=":material/slideshow:",
        on_click="ignore",
        width="stretch",
    )


def _slide(block: Block, own: str, query: dict[str, str]) -> bytes:
    # A block is below the views that a deck is made of: what a deck needs is looked up when one is asked for.
    from carecompare.ui.deck import deck, deck_file  # noqa: PLC0415
    from carecompare.ui.loading import load  # noqa: PLC0415

    return deck_file(deck(load(), own, [SlideItem(exhibit(block, query))], cover=False))
