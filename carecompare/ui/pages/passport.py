"""The page on where one figure comes from, and the links to it from every other page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.tables import NATION
from carecompare.text.data import passport_words
from carecompare.text.format import era_year
from carecompare.ui.parts.towns import TownBox, choose_town
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.choice import YEAR
from carecompare.views.base.table import notes
from carecompare.views.shapes.passport import AREA, blocks, chosen_indicator

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.views.base.here import Page


def show_passport(here: Page) -> None:
    """Draw the choice of a figure, and the figure with everything it was made of."""
    st.html(notes(passport_words.LEAD))
    indicator, area = chosen_indicator(here), here.selection[AREA] or here.own or NATION
    of_area = {row["year"]: row for row in here.loaded.figures.rows([indicator.id], [area])}
    years = sorted(of_area, reverse=True)
    wanted = int(here.selection[YEAR] or 0)
    year = wanted if wanted in of_area else here.loaded.latest.get(indicator.id, 0)
    _show_choice(here, indicator, area, years, year)
    if year not in of_area:
        st.info(passport_words.NO_FIGURE)
        return
    figure, parts = here.cached(
        "everybody", ("passport", indicator.id, area, year), lambda: blocks(here, indicator, of_area[year])
    )
    show(here, figure)
    section(passport_words.PARTS)
    show(here, parts)


def _show_choice(here: Page, indicator: Indicator, area: str, years: Sequence[int], year: int) -> None:
    left, middle, right = st.columns([4, 4, 2], vertical_alignment="bottom")
    indicators = here.catalog.indicators
    set_widget("item", indicator.id)
    left.selectbox(
        passport_words.INDICATOR,
        options=list(indicators),
        format_func=lambda each: f"{indicators[each].label_ja}（{indicators[each].unit_ja}）",
        key=widget_key("item"),
        on_change=choose_from_widget,
        args=("item",),
    )
    box = TownBox(here.loaded, passport_words.AREA, here.loaded.shown_areas)
    choose_town(box, middle, AREA.name, area)
    set_widget("year", str(year) if year in years else None)
    right.selectbox(
        passport_words.YEAR,
        options=[str(each) for each in years],
        format_func=lambda each: era_year(int(each), fiscal=indicator.fiscal_year),
        placeholder="",
        key=widget_key("year"),
        on_change=choose_from_widget,
        args=("year",),
    )
