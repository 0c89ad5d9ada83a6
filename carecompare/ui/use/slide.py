"""The button that makes one slide of what is on screen."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.reports.slides.deck import MEDIA_TYPE
from carecompare.text.files import deck_words
from carecompare.ui.parts.making import later
from carecompare.views.files.deck import slide_file

if TYPE_CHECKING:
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def show_slide(here: Page, block: Block) -> None:
    """Draw the button that makes one slide of a block; it is made when it is asked for."""
    st.download_button(
        deck_words.ONE,
        data=later(partial(slide_file, here, block)),
        file_name=f"{block.key}.pptx",
        mime=MEDIA_TYPE,
        key=f"slide_{block.key}",
        icon=":material/slideshow:",
        on_click="ignore",
        width="stretch",
    )
