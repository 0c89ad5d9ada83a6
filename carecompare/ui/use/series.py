"""Draw a figure over its years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.data import series_words
from carecompare.text.format import year_word
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.block import show
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def show_series(here: Page, indicator: Indicator, block: Block | None) -> None:
    """Draw a figure over its years, with what may be said of its trend."""
    section(series_words.SECTION)
    if block is not None:
        show(here, block)
        return
    year = here.loaded.latest.get(indicator.id)
    if year is not None:
        of = year_word(year, fiscal=indicator.fiscal_year)
        st.info(plain(series_words.ONE_YEAR.format(name=indicator.name_ja, year=of)))
