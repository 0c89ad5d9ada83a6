"""The page of the population pyramid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics import pyramid_words
from carecompare.ui.parts.towns import TownBox, choose_town
from carecompare.ui.parts.widgets import choose_from_widget, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.choice import OTHER
from carecompare.views.topics.pyramid import TO, chosen_year, laid_over, projected_years, pyramid_block

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


PAGE = "pyramid"


def show_pyramid(here: Page) -> None:
    """Draw the two choices and the pyramids."""
    left, right = st.columns(2, vertical_alignment="bottom")
    years = projected_years(here)
    if years:
        set_widget(TO.name, chosen_year(here), PAGE)
        left.segmented_control(
            pyramid_words.YEAR,
            options=years,
            required=True,
            key=widget_key(TO.name, PAGE),
            on_change=choose_from_widget,
            args=(TO.name, PAGE),
        )
    others = here.loaded.others_than(here.own)
    options = {code: others[code] for code in here.peers if code in others} | others
    box = TownBox(here.loaded, pyramid_words.PEER, options)
    choose_town(box, right, OTHER.name, laid_over(here), PAGE)
    show(here, pyramid_block(here))
