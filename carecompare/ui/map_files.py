"""The outlines of municipalities: where the browser fetches them, and their shapes for single ones."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.components.v1 import declare_component

from carecompare.build import MAP_FOLDER, fresh_map, map_version
from carecompare.maps import together, windows
from carecompare.paths import project_paths
from carecompare.sources import read_places
from carecompare.text import map_words
from carecompare.ui.origins import publication

if TYPE_CHECKING:
    from collections.abc import Mapping

    import shapely

    from carecompare.maps import Bounds
    from carecompare.origins import Origin
    from carecompare.ui.frame import Page


@dataclass(frozen=True)
class Outlines:
    """Outlines of all municipalities.

    Parameters
    ----------
    address : str
        Of the folder with the map's files, as seen from a page.
    shapes : mapping of str to geometry
        Polygon of each municipality in degrees.
    """

    address: str
    shapes: Mapping[str, shapely.Geometry]

    @cached_property
    def windows(self) -> Mapping[str, Bounds]:
        """Return the part of the country that shows the bulk of each prefecture."""
        return windows(self.shapes)

    @cached_property
    def country(self) -> Bounds:
        """Return the part of the world that shows the bulk of every prefecture."""
        return together(self.windows.values())


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


def boundary_origin(here: Page) -> Origin:
    """Return the publication of the boundaries that a map is drawn with."""
    return publication(here.catalog, "boundaries", "outlines")
