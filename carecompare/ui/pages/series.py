"""The page of any indicator over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.data import series_words
from carecompare.text.format import year_of
from carecompare.ui.use.block import show
from carecompare.ui.use.choosers import choose_indicator
from carecompare.views.base.table import plain
from carecompare.views.topics.series import FEWEST_YEARS, any_series_block

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_any_series(here: Page) -> None:
    """Draw the box of indicators with several years, and the chosen one over them."""
    place = st.container(width=640)
    indicator = choose_indicator(here, place, "series", fewest_years=FEWEST_YEARS)
    block = any_series_block(here)
    if block is not None:
        show(here, block)
        return
    year = year_of(here.loaded.latest[indicator.id], indicator)
    st.info(plain(series_words.ONE_YEAR_ALONE.format(name=indicator.name_ja, year=year)))
