"""The page of the ranking of all municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics import ranking_words
from carecompare.ui.parts.widgets import choose, choose_from_widget, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.ui.use.choosers import choose_indicator, choose_year
from carecompare.views.base.table import plain
from carecompare.views.topics.ranking import (
    FIND,
    IN_CLASS,
    IN_PREFECTURE,
    IN_SIZE,
    ORDER,
    ROWS_OF_A_PAGE,
    START,
    USUAL_ORDER,
    classes,
    listed,
    place_of_own,
    ranking_block,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from streamlit.delta_generator import DeltaGenerator

    from carecompare.views.base.choice import Parameter
    from carecompare.views.base.here import Page


PREFECTURE_DIGITS = 2
PAGE = "ranking"
FILTERS = (FIND, IN_PREFECTURE, IN_CLASS, IN_SIZE)


def show_ranking(here: Page) -> None:
    """Draw the choice, the filters, and the list in pages."""
    left, middle, right = st.columns([5, 2, 3], vertical_alignment="bottom")
    choose_year(here, middle, PAGE, choose_indicator(here, left, PAGE))
    _filter(here, right, ORDER, ranking_words.ORDER, ranking_words.ORDERS, USUAL_ORDER)
    is_filtered = any(here.selection[each] for each in FILTERS)
    with st.expander(ranking_words.FILTERS, expanded=is_filtered):
        _show_filters(here)
    block = ranking_block(here)
    if block is None:
        st.info(plain(ranking_words.NOBODY))
        return
    _show_pager(here)
    show(here, block)


def _show_filters(here: Page) -> None:
    find, prefecture, of_class, size = st.columns([3, 2, 3, 2], vertical_alignment="bottom")
    set_widget(FIND.name, here.selection[FIND], PAGE)
    find.text_input(
        ranking_words.FIND,
        placeholder=ranking_words.FIND_PLACEHOLDER,
        key=widget_key(FIND.name, PAGE),
        on_change=_filtered,
        args=(FIND.name,),
    )
    areas = {code: name for code, name in here.loaded.shown_areas.items() if len(code) == PREFECTURE_DIGITS}
    areas.pop("00", None)
    every = {"": ranking_words.ALL}
    _filter(here, prefecture, IN_PREFECTURE, ranking_words.PREFECTURE, every | areas)
    named = {name: f"{name}（{len(members)}）" for name, members in classes(here).items()}
    _filter(here, of_class, IN_CLASS, ranking_words.CLASS, every | named)
    sizes = {key: label for key, (label, _, _) in ranking_words.SIZES.items()}
    _filter(here, size, IN_SIZE, ranking_words.SIZE, every | sizes)


def _filter(
    here: Page, place: DeltaGenerator, of: Parameter, label: str, options: Mapping[str, str], usual: str = ""
) -> None:
    chosen = here.selection[of]
    set_widget(of.name, chosen if chosen in options else usual, PAGE)
    place.selectbox(
        label,
        options=list(options),
        format_func=options.__getitem__,
        filter_mode="contains",
        key=widget_key(of.name, PAGE),
        on_change=_filtered,
        args=(of.name,),
    )


def _filtered(name: str) -> None:
    """Take over a filter; the list then begins anew."""
    choose(start="")
    choose_from_widget(name, PAGE)


def _show_pager(here: Page) -> None:
    """Draw the ways to the page before, the next one, and the own municipality's."""
    of = listed(here)
    if len(of.codes) <= ROWS_OF_A_PAGE:
        return
    own = place_of_own(of, here.own)
    ways = (
        (ranking_words.BACK, of.first - ROWS_OF_A_PAGE, of.first > 0),
        (ranking_words.NEXT, of.first + ROWS_OF_A_PAGE, of.first + ROWS_OF_A_PAGE < len(of.codes)),
        (ranking_words.TO_OWN, own or 0, own is not None and own != of.first),
    )
    with st.container(horizontal=True, key="ranking_pager"):
        for label, place, is_there in ways:
            if is_there:
                st.button(
                    label,
                    key=f"ranking_{label}",
                    on_click=choose,
                    kwargs={START.name: str(place) if place > 0 else ""},
                )
