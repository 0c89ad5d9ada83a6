"""The page of the draft criteria of areas with special services."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import words
from carecompare.text.topics import map_words, plan_area_words
from carecompare.ui.parts.outlines import outlines
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.table import disclosure, notes
from carecompare.views.topics.map.files import SEA
from carecompare.views.topics.map.special import HEIGHT_PX, special_map
from carecompare.views.topics.plan.areas import (
    chosen_since,
    figures_since,
    nation_block,
    own_table,
    special_block,
    steps_block,
)

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_plan_areas(here: Page) -> None:
    """Draw the own figures beside the limits, the nation as a map and a table, and the steps of the draft."""
    criteria = here.catalog.plan.special_area
    set_widget("since", str(chosen_since(here)))
    st.segmented_control(
        plan_area_words.SINCE,
        options=[str(each) for each in criteria.since],
        format_func=lambda each: plan_area_words.SINCE_YEAR.format(since=each, year=criteria.year),
        required=True,
        key=widget_key("since"),
        on_change=choose_from_widget,
        args=("since",),
    )
    show(here, special_block(here))
    st.html(own_table(here).html())
    st.html(disclosure(words.DETAILS, notes(plan_area_words.lead(criteria)), "cc-details"))
    section(plan_area_words.MAP_SECTION)
    _show_map(here)
    show(here, nation_block(here))
    section(plan_area_words.STEPS_SECTION)
    show(here, steps_block(here))


def _show_map(here: Page) -> None:
    st.html(SEA)
    known = outlines()
    if known is None:
        st.info(map_words.NO_BOUNDARIES)
    since = chosen_since(here)
    name = f"special map {since} {known.address if known else ''}"
    drawn = here.cached("choice", name, lambda: special_map(here, known, figures_since(here, since), since))
    left, right = st.columns([11, 5], gap="small")
    if drawn.deck is not None:
        with left:
            st.pydeck_chart(drawn.deck, height=HEIGHT_PX, key="map_special", alt=nation_block(here).finding)
    right.html(drawn.legend)
