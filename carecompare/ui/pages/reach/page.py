"""Who can reach what within half an hour: the map, service by service, beside others, and a list."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import SelectionError
from carecompare.text.errors.explain import sentence
from carecompare.text.topics import map_words
from carecompare.text.topics.reach import reach_hard_words, reach_words
from carecompare.ui.pages.reach.bridges import show_bridges
from carecompare.ui.pages.reach.hard import show_hard
from carecompare.ui.pages.reach.persons import show_persons
from carecompare.ui.parts.outlines import outlines
from carecompare.ui.parts.reach_switches import show_reach_switches
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.block import show, show_foot
from carecompare.views.base.table import heading, plain
from carecompare.views.topics.map.files import SEA
from carecompare.views.topics.reach.beside import peers_block
from carecompare.views.topics.reach.gaps import gaps_block
from carecompare.views.topics.reach.map import HEIGHT_PX, points_drawn
from carecompare.views.topics.reach.own import farthest_block, services_block

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
    section(reach_words.GAPS)
    _show_block(here, gaps_block(here))
    section(reach_hard_words.TITLE)
    show_hard(here, known)


def _show_block(here: Page, block: Block | None) -> None:
    if block is not None:
        show(here, block)
