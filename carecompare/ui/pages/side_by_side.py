"""The page of several municipalities side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import side_words
from carecompare.ui.parts.towns import choose_towns
from carecompare.ui.parts.widgets import choose, choose_from_widget, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.shapes.chosen import indicator_option, offered
from carecompare.views.topics.side_by_side import (
    INSURER,
    ITEMS,
    MOST_INDICATORS,
    MOST_TOWNS,
    PREFECTURE,
    TOWNS,
    chosen_indicators,
    chosen_towns,
    members,
    side_by_side_block,
)

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_side_by_side(here: Page) -> None:
    """Draw the choice of municipalities and indicators, and the table."""
    towns = chosen_towns(here)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        if members(here):
            label = side_words.OF_INSURER.format(insurer=here.loaded.insurers[here.own])
            _show_way(label, TOWNS.name, INSURER)
        _show_way(side_words.OF_PREFECTURE.format(prefecture=here.prefecture_label), TOWNS.name, PREFECTURE)
        if here.selection[ITEMS]:
            _show_way(side_words.KEY_FIGURES, ITEMS.name, "")
    listed = () if here.selection[TOWNS] == PREFECTURE or len(towns) > MOST_TOWNS else towns
    left, right = st.columns(2, gap="medium")
    with left:
        label = side_words.LABEL.format(most=MOST_TOWNS)
        choose_towns(here, TOWNS.name, listed, label, side_words.PLACEHOLDER, MOST_TOWNS)
    with right:
        _choose_indicators(here)
    show(here, side_by_side_block(here))


def _show_way(label: str, name: str, value: str) -> None:
    st.button(label, key=f"side_{name}_{value}", on_click=choose, kwargs={name: value})


def _choose_indicators(here: Page) -> None:
    set_widget(ITEMS.name, [each.id for each in chosen_indicators(here)])
    st.multiselect(
        side_words.INDICATORS.format(most=MOST_INDICATORS),
        options=offered(here),
        format_func=lambda each: indicator_option(here, here.catalog.indicators[each]),
        placeholder=side_words.INDICATORS_PLACEHOLDER,
        filter_mode="contains",
        select_all=False,
        max_selections=MOST_INDICATORS,
        key=widget_key(ITEMS.name),
        on_change=choose_from_widget,
        args=(ITEMS.name,),
    )
