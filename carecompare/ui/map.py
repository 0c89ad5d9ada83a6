"""The page with maps: what is shown, of what, how much of the country."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import map_words
from carecompare.ui.map_areas import show_areas
from carecompare.ui.map_files import outlines
from carecompare.ui.map_offices import show_offices
from carecompare.ui.map_pair import show_pair
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from carecompare.ui.frame import Page

SHOWN = {"areas": show_areas, "offices": show_offices, "pair": show_pair}
# Land without a figure is white: it needs a sea to stand out from.
SEA = "<style>[data-testid='stDeckGlJsonChart'] { background: #E3EAF1; border-radius: 4px; }</style>"


def show_map(here: Page) -> None:
    """Draw the switch between the three maps, and the one that is chosen."""
    view = here.selection.view or next(iter(map_words.VIEWS))
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
