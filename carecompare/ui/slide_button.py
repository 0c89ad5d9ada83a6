"""The button that makes one slide of what is on screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.reports.slide_deck import MEDIA_TYPE, SlideItem
from carecompare.text import deck_words as words
from carecompare.ui.deck import deck, deck_file
from carecompare.ui.exhibits import exhibit

if TYPE_CHECKING:
    from carecompare.ui.blocks import Block
    from carecompare.ui.frame import Page


def show_slide(here: Page, block: Block) -> None:
    """Draw the button that makes one slide of a block; it is made when it is asked for."""
    st.download_button(
        words.ONE,
        data=partial(_slide, here, block),
        file_name=f"{block.key}.pptx",
        mime=MEDIA_TYPE,
        key=f"slide_{block.key}",
        icon=":material/slideshow:",
        on_click="ignore",
        width="stretch",
    )


def _slide(here: Page, block: Block) -> bytes:
    item = SlideItem(exhibit(block, here.selection.as_query()))
    return deck_file(deck(here.loaded, here.own, [item], cover=False))
