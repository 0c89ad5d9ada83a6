"""The outlines of municipalities: where the browser fetches them, and their shapes for single ones."""

from __future__ import annotations

import streamlit as st
from streamlit.components.v1 import declare_component

from carecompare.build import MAP_FOLDER, fresh_map, map_version
from carecompare.paths import project_paths
from carecompare.sources import read_places
from carecompare.text.topics import map_words
from carecompare.views.topics.map.files import Outlines


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
