"""Two municipalities side by side at one scale."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.maps import place_map
from carecompare.text.topics import map_words
from carecompare.ui.pages.map.offices import field_switch
from carecompare.ui.parts.towns import TownBox, choose_town
from carecompare.ui.use.block import show_foot
from carecompare.views.base.choice import OTHER
from carecompare.views.topics.map.offices import labelled_offices, office_kinds, office_legend
from carecompare.views.topics.map.pair import HEIGHT_PX, cameras, pair_block, scale_bar

if TYPE_CHECKING:
    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


def show_pair(here: Page, known: Outlines | None) -> None:
    """Draw the own municipality and another one, so that a kilometre is as long in both."""
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        other = _other(here)
    with right:
        field = field_switch(here)
    if not other:
        st.info(map_words.PAIR_MISSING)
        return
    block = here.cached("choice", f"map pair {other} {field}", lambda: pair_block(here, other, field))
    st.subheader(block.finding)
    st.caption(map_words.PAIR_SUBTITLE)
    if known is not None:
        _draw(here, known, other, field)
    st.html(block.table_html)
    show_foot(here, block)


def _other(here: Page) -> str:
    fallback = here.peers[0] if here.peers else ""
    other = here.selection[OTHER] if here.selection[OTHER] != here.own else ""
    other = other or fallback
    box = TownBox(here.loaded, map_words.OTHER, here.loaded.others_than(here.own))
    choose_town(box, st.container(), OTHER.name, other)
    return other


def _draw(here: Page, known: Outlines, other: str, field: str) -> None:
    kinds = office_kinds(here)
    pair = zip((here.own, other), cameras(known, here.own, other), st.columns(2, gap="small"), strict=True)
    for code, view, place in pair:
        rows = here.cached(
            "everybody", f"map rows {code} {field}", partial(labelled_offices, here, code, field)
        )
        with place:
            st.markdown(f"**{here.label(code)}**")
            st.pydeck_chart(
                place_map(known.shapes[code], rows.loc[rows["drawn"]], kinds, view),
                height=HEIGHT_PX,
                key=f"map_pair_{'own' if code == here.own else 'other'}",
                alt=here.label(code),
            )
            st.html(scale_bar(view.km_per_px) + office_legend(rows, kinds))
