"""The page of two figures over all municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics import scatter_words
from carecompare.ui.use.block import show
from carecompare.ui.use.choosers import choose_indicator
from carecompare.views.topics.scatter import ACROSS_ITEM, FIRST_ACROSS, FIRST_UP, scatter_block

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_scatter(here: Page) -> None:
    """Draw the two boxes and the picture of what they choose."""
    left, right = st.columns(2)
    choose_indicator(here, left, "scatter", label=scatter_words.UP, first=FIRST_UP)
    choose_indicator(here, right, "scatter", ACROSS_ITEM, scatter_words.ACROSS, FIRST_ACROSS)
    block = scatter_block(here)
    if block is None:
        st.info(scatter_words.SAME)
    else:
        show(here, block)
