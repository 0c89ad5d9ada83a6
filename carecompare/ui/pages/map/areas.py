"""The map of one indicator over the country, with its legend and its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.maps import AREAS
from carecompare.text.topics import map_words
from carecompare.ui.parts.towns import TownBox, show_town_box
from carecompare.ui.parts.widgets import choose, choose_from_widget, set_widget, widget_key
from carecompare.ui.use.block import draw, show_foot
from carecompare.ui.use.choosers import choose_indicator, choose_year
from carecompare.views.base.choice import SEPARATOR
from carecompare.views.base.table import notes
from carecompare.views.topics.map.areas import (
    HEIGHT_PX,
    MAP_KEY,
    ZOOM,
    areas_map,
    preselected,
)

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


def show_areas(here: Page, known: Outlines | None) -> None:
    """Draw the map of the chosen indicator and year."""
    indicator, year, zoom = _controls(here)
    name = f"map {indicator.id} {year} {zoom} {known.address if known else ''}"
    drawn = here.cached("choice", name, lambda: areas_map(here, known, indicator, year, zoom))
    st.subheader(drawn.block.finding)
    st.caption(drawn.block.subtitle)
    left, right = st.columns([11, 9], gap="small")
    with left:
        if drawn.deck is not None:
            st.pydeck_chart(
                drawn.deck,
                height=HEIGHT_PX,
                on_select=_add_clicked,
                selection_mode="single-object",
                key=MAP_KEY,
                alt=drawn.block.finding,
            )
            st.html(notes(map_words.OWN_IS_OUTLINED, map_words.FIGURES_HIDDEN))
        _add_box(here)
    with right:
        if drawn.histogram is not None:
            draw(drawn.histogram, map_words.LEGEND_ALT.format(own=here.own_label))
        st.html(drawn.legend)
        st.html(drawn.block.table_html)
    show_foot(here, drawn.block)


def _controls(here: Page) -> tuple[Indicator, int, str]:
    left, middle, right = st.columns([5, 2, 3], vertical_alignment="bottom")
    indicator = choose_indicator(here, left, "map")
    year = choose_year(here, middle, "map", indicator)
    zoom = here.selection[ZOOM] or "prefecture"
    set_widget("zoom", zoom)
    right.segmented_control(
        map_words.ZOOM,
        options=list(map_words.ZOOMS),
        format_func=map_words.ZOOMS.__getitem__,
        required=True,
        key=widget_key("zoom"),
        on_change=choose_from_widget,
        args=("zoom",),
    )
    return indicator, year, zoom


def _add_box(here: Page) -> None:
    taken = {here.own, *(here.selection.chosen_codes if here.selection.vs == "free" else ())}
    compared, own = preselected(here), here.own
    box = TownBox(
        here.loaded,
        map_words.ADD,
        {code: label for code, label in here.loaded.municipalities.items() if code not in taken},
        map_words.ADD_PLACEHOLDER,
        map_words.ADD_HELP,
    )
    show_town_box(box, st.container(), widget_key("add"), "", lambda code: _add(code, compared, own))
    # What was clicked comes without the page: the callback finds here whom the page compares with.
    st.session_state[widget_key("compared")] = compared


def _add_clicked() -> None:
    objects = st.session_state[MAP_KEY]["selection"]["objects"].get(AREAS, [])
    if objects:
        kept = st.session_state.get(widget_key("compared"), [])
        _add(str(objects[0]["properties"]["c"]), kept, st.query_params.get("own", ""))


def _add(code: str, kept: list[str], own: str) -> None:
    if code and code != own and code not in kept:
        choose(vs="free", chosen=SEPARATOR.join([*kept, code]))
