"""The page of the districts: what stands side by side, how they are declared, their own figures."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import SelectionError
from carecompare.own.contents.districts import DISTRICTS, Districts
from carecompare.text.errors.explain import sentence
from carecompare.text.topics import map_words
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.pages.reach_districts.drawing import show_drawing
from carecompare.ui.pages.reach_districts.figures import show_figures
from carecompare.ui.pages.reach_districts.sources import show_file, show_proposal
from carecompare.ui.pages.reach_districts.table import show_table
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import keeper, show_author, show_outcome
from carecompare.ui.parts.outlines import outlines
from carecompare.ui.parts.reach_switches import show_reach_switches
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.table import heading, plain
from carecompare.views.topics.map.files import SEA
from carecompare.views.topics.reach.district_map import districts_drawn
from carecompare.views.topics.reach.district_numbers import (
    OF_YEAR,
    chosen_item,
    district_numbers_block,
    figure_items,
)
from carecompare.views.topics.reach.district_offices import district_offices_block
from carecompare.views.topics.reach.district_reach import district_reach_block
from carecompare.views.topics.reach.districts import is_declared, kept_districts
from carecompare.views.topics.reach.map import HEIGHT_PX
from carecompare.views.topics.reach.ways import points

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


WAY = "reach_districts_way"


def show_reach_districts(here: Page) -> None:
    """Draw the districts side by side, and the ways to declare them."""
    st.caption(reach_district_words.LEAD)
    with st.container():  # keeps its place whether or not there is something to say
        show_outcome(_described)
    if not len(points(here)):
        st.info(plain(sentence(SelectionError("points_none", found=here.own_label))))
        return
    districts, version = kept_districts(here)
    if is_declared(districts):
        _show_side_by_side(here, districts)
    else:
        st.info(plain(reach_district_words.NONE_YET.format(own=here.own_label)))
    section(reach_district_words.DECLARE)
    st.caption(reach_district_words.PRIVATE)
    show_author()
    if keeper().refusal:
        st.caption(keeper().refusal)
    _show_ways(here, districts, version)
    if is_declared(districts):
        section(reach_district_words.ENTER)
        show_figures(here, districts, version)
    show_undo(here.own, DISTRICTS, version, Districts(), reach_district_words.UNDONE_FIRST)


def _show_side_by_side(here: Page, districts: Districts) -> None:
    show_reach_switches(here)
    st.html(SEA)
    known = outlines()
    if known is None:
        st.info(map_words.NO_BOUNDARIES)
    drawn = districts_drawn(here, known, districts)
    st.subheader(heading(drawn.said))
    left, right = st.columns([11, 9], gap="small")
    with left:
        if drawn.deck is not None:
            st.pydeck_chart(drawn.deck, height=HEIGHT_PX, key="map_reach_districts", alt=drawn.said)
    right.html(drawn.legend)
    for title, block in (
        (reach_district_words.COMPARE, district_reach_block(here)),
        (reach_district_words.OFFICES, district_offices_block(here)),
    ):
        section(title)
        if block is not None:
            show(here, block)
    section(reach_district_words.FIGURES)
    _show_numbers(here, districts)


def _show_numbers(here: Page, districts: Districts) -> None:
    block = district_numbers_block(here)
    if block is None:
        st.info(reach_district_words.FIGURES_NONE)
        return
    items = {f"{item}{OF_YEAR}{year}": (item, year) for item, year in figure_items(districts)}
    chosen = chosen_item(here)
    set_widget("figure", next(name for name, each in items.items() if each == chosen))
    st.selectbox(
        reach_district_words.FIGURES_ITEM,
        options=list(items),
        format_func=partial(_figure_label, items),
        key=widget_key("figure"),
        on_change=choose_from_widget,
        args=("figure",),
    )
    show(here, block)


def _figure_label(items: dict[str, tuple[str, int]], name: str) -> str:
    item, year = items[name]
    return reach_district_words.ITEM_OF_YEAR.format(item=item, year=year)


def _show_ways(here: Page, districts: Districts, version: int) -> None:
    way = st.segmented_control(
        reach_district_words.WAY,
        options=list(reach_district_words.WAYS),
        format_func=reach_district_words.WAYS.__getitem__,
        default="table",
        required=True,
        wrap=True,
        key=WAY,
    )
    drawn = {"map": show_drawing, "file": show_file, "proposal": show_proposal}.get(str(way), show_table)
    drawn(here, districts, version)


def _described(content: object) -> str:
    """Return a version in words, a line for each district, for two that met."""
    if not isinstance(content, Districts):
        return ""
    return "\n".join(
        reach_district_words.DESCRIBED.format(
            name=each.name, blocks="、".join(block.town for block in each.blocks), figures=len(each.figures)
        )
        for each in content.districts
    )
