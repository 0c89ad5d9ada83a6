"""The page of the map: one of three maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics import map_words
from carecompare.ui.pages.map.areas import show_areas
from carecompare.ui.pages.map.offices import show_offices
from carecompare.ui.pages.map.pair import show_pair
from carecompare.ui.parts.outlines import outlines
from carecompare.ui.parts.widgets import choose_from_widget, set_widget, widget_key
from carecompare.views.topics.map.areas import VIEW
from carecompare.views.topics.map.files import SEA

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


SHOWN = {"areas": show_areas, "offices": show_offices, "pair": show_pair}


def show_map(here: Page) -> None:
    """Draw the switch between the three maps, and the one that is chosen."""
    view = here.selection[VIEW] or next(iter(map_words.VIEWS))
    set_widget("view", view)
    st.segmented_control(
        map_words.VIEW,
        options=list(map_words.VIEWS),
        format_func=map_words.VIEWS.__getitem__,
        required=True,
        wrap=True,
        label_visibility="collapsed",
        key=widget_key("view"),
        on_change=choose_from_widget,
        args=("view",),
    )
    st.html(SEA)
    known = outlines()
    if known is None:
        st.info(map_words.NO_BOUNDARIES)
    SHOWN[view](here, known)
