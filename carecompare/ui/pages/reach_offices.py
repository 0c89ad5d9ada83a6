"""One office more or one less: the choosers, the map, before and after, the points."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import SelectionError
from carecompare.text.errors.explain import sentence
from carecompare.text.topics import map_words
from carecompare.text.topics.reach import reach_office_words
from carecompare.ui.parts.outlines import outlines
from carecompare.ui.parts.point_clicks import clickable, clicked
from carecompare.ui.parts.reach_switches import show_reach_switches
from carecompare.ui.parts.widgets import (
    choose,
    choose_from_widget,
    read_selection,
    section,
    set_widget,
    widget_key,
)
from carecompare.ui.use.block import show, show_foot
from carecompare.views.base.table import heading, plain
from carecompare.views.topics.map.files import SEA
from carecompare.views.topics.reach.map import HEIGHT_PX
from carecompare.views.topics.reach.new_office import (
    PLACE,
    chosen_closed,
    chosen_place,
    closable,
    effect_persons_line,
    place_label,
    places,
)
from carecompare.views.topics.reach.new_office_blocks import changed_block, effect_block
from carecompare.views.topics.reach.new_office_map import effect_drawn

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


MAP = "map_reach_offices"


def show_reach_offices(here: Page) -> None:
    """Draw the choosers and what the choice does; of a town without points why there is nothing."""
    st.caption(reach_office_words.LEAD)
    show_reach_switches(here)
    effect = effect_block(here)
    if effect is None:
        st.info(plain(sentence(SelectionError("points_none", found=here.own_label))))
        return
    _show_choosers(here)
    st.html(SEA)
    known = outlines()
    if known is None:
        st.info(map_words.NO_BOUNDARIES)
    drawn = effect_drawn(here, known)
    st.subheader(heading(effect.finding))
    st.caption(effect.subtitle)
    people = effect_persons_line(here)
    if people:
        st.markdown(plain(people))
    left, right = st.columns([11, 9], gap="small")
    with left:
        if drawn.deck is not None:
            clickable(MAP, drawn.deck, HEIGHT_PX, effect.finding, _take_point)
    right.html(drawn.legend + effect.table_html)
    show_foot(here, effect)
    changed = changed_block(here)
    if changed is None:
        st.info(reach_office_words.NOTHING)
        return
    section(reach_office_words.POINTS)
    show(here, changed)


def _show_choosers(here: Page) -> None:
    left, right = st.columns(2)
    known, offices = places(here), closable(here)
    set_widget("place", chosen_place(here) or None)
    left.selectbox(
        reach_office_words.PLACE,
        options=list(known),
        index=None,
        format_func=place_label,
        placeholder=reach_office_words.PLACE_PLACEHOLDER,
        help=reach_office_words.PLACE_HELP,
        filter_mode="contains",
        key=widget_key("place"),
        on_change=choose_from_widget,
        args=("place",),
    )
    set_widget("closed", chosen_closed(here) or None)
    right.selectbox(
        reach_office_words.CLOSED,
        options=list(offices),
        index=None,
        format_func=offices.__getitem__,
        placeholder=reach_office_words.CLOSED_PLACEHOLDER,
        filter_mode="contains",
        key=widget_key("closed"),
        on_change=choose_from_widget,
        args=("closed",),
    )


def _take_point() -> None:
    """Take the point that was clicked on; the one that is chosen already is let go."""
    found = clicked(MAP)
    if found:
        choose(place="" if found[0] == read_selection()[PLACE] else found[0])
