"""The outlines of municipalities: where the browser fetches them, and their shapes for single ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from streamlit.components.v1 import declare_component

from carecompare.build import MAP_FOLDER, fresh_map, map_version
from carecompare.paths import project_paths
from carecompare.sources import read_places
from carecompare.text.topics import map_words
from carecompare.ui.pages.map.areas import show_areas
from carecompare.ui.pages.map.offices import show_offices
from carecompare.ui.pages.map.pair import show_pair
from carecompare.ui.parts.widgets import choose_from_widget, set_widget, widget_key
from carecompare.views.topics.map.areas import VIEW
from carecompare.views.topics.map.files import SEA, Outlines

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


def outlines() -> Outlines | None:
    """Return the outlines of the boundaries in use, written first where they are missing.

    Returns
    -------
    Outlines or None
        None where no boundaries were imported.

    Raises
    ------
    SourceError
        If a table of the figures is damaged.
    """
    version = map_version(project_paths())
    return _outlines(version) if version else None


@st.cache_resource(max_entries=2, show_spinner=map_words.PREPARING)
def _outlines(version: str) -> Outlines:  # the version is the key: other boundaries are another one
    paths = project_paths()
    fresh_map(paths)
    # A component without a face: what it offers is that Streamlit serves its folder, wherever that is.
    served = declare_component("outlines", path=paths.store / MAP_FOLDER)
    return Outlines(f"component/{served.name}/{version}", read_places(paths.figures).boundaries)
