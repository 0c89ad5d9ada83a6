"""Who can reach what within half an hour: the map, service by service, beside others, and a list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import SelectionError
from carecompare.text.errors.explain import sentence
from carecompare.text.topics import map_words, reach_words
from carecompare.ui.pages.reach.bridges import show_bridges
from carecompare.ui.pages.reach.persons import show_persons
from carecompare.ui.parts.outlines import outlines
from carecompare.ui.parts.reach_switches import show_reach_switches
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show, show_foot
from carecompare.views.base.table import heading, plain
from carecompare.views.topics.map.files import SEA
from carecompare.views.topics.reach.beside import peers_block
from carecompare.views.topics.reach.hard import (
    HARD_RULE,
    MINUTES_OFFERED,
    hard_block,
    hard_minutes,
    hard_services,
)
from carecompare.views.topics.reach.map import HEIGHT_PX, points_drawn
from carecompare.views.topics.reach.own import farthest_block, services_block
from carecompare.views.topics.reach.ways import offices, service_label

if TYPE_CHECKING:
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def show_reach(here: Page) -> None:
    """Draw the switches and all pieces; of a town without points why there are none."""
    show_reach_switches(here)
    farthest = farthest_block(here)
    if farthest is None:
        st.info(plain(sentence(SelectionError("points_none", found=here.own_label))))
        return
    st.html(SEA)
    known = outlines()
    if known is None:
        st.info(map_words.NO_BOUNDARIES)
    drawn = points_drawn(here, known)
    st.subheader(heading(farthest.finding))
    st.caption(farthest.subtitle)
    left, right = st.columns([11, 9], gap="small")
    with left:
        if drawn.deck is not None:
            st.pydeck_chart(drawn.deck, height=HEIGHT_PX, key="map_reach", alt=farthest.finding)
    right.html(drawn.legend + farthest.table_html)
    show_foot(here, farthest)
    show_bridges(here)
    show_persons(here, known)
    section(reach_words.PEERS)
    _show_block(here, peers_block(here))
    section(reach_words.SERVICES)
    _show_block(here, services_block(here))
    section(reach_words.HARD)
    _show_hard(here)


def _show_hard(here: Page) -> None:
    st.caption(reach_words.HARD_HELP)
    left, middle, right = st.columns([5, 2, 4], vertical_alignment="bottom")
    set_widget("hard", list(hard_services(here)))
    left.multiselect(
        reach_words.HARD_SERVICES,
        options=list(offices(here)),
        format_func=partial(service_label, here),
        key=widget_key("hard"),
        on_change=choose_from_widget,
        args=("hard",),
    )
    set_widget("beyond", hard_minutes(here))
    middle.selectbox(
        reach_words.HARD_MINUTES,
        options=list(MINUTES_OFFERED),
        format_func=lambda each: reach_words.MINUTES.format(minutes=each),
        key=widget_key("beyond"),
        on_change=choose_from_widget,
        args=("beyond",),
    )
    set_widget("rule", here.selection[HARD_RULE])
    right.selectbox(
        reach_words.HARD_RULE,
        options=list(reach_words.HARD_RULES),
        format_func=reach_words.HARD_RULES.__getitem__,
        key=widget_key("rule"),
        on_change=choose_from_widget,
        args=("rule",),
    )
    _show_block(here, hard_block(here))


def _show_block(here: Page, block: Block | None) -> None:
    if block is not None:
        show(here, block)
