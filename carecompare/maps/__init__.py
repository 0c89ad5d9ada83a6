"""Maps: figures and outlines become a pydeck deck, without a basemap and without any outside request."""

from carecompare.maps.choropleth import AREAS, MOST_OUTLINED, choropleth
from carecompare.maps.classes import BLANK, PALE, Classes, as_shown, classes
from carecompare.maps.geometry import Bounds, Camera, camera, map_files, seen, together, window, windows
from carecompare.maps.hover import hover
from carecompare.maps.marked import Kind, is_bright, marked_map
from carecompare.maps.places import place_map
from carecompare.maps.reach import (
    OFFICE_COLOR,
    OFFICE_SIGN,
    REACH_COLORS,
    REACH_EDGES,
    REACH_RADII,
    reach_map,
)
from carecompare.maps.town import MOST_NAMED

__all__ = [
    "AREAS",
    "BLANK",
    "MOST_NAMED",
    "MOST_OUTLINED",
    "OFFICE_COLOR",
    "OFFICE_SIGN",
    "PALE",
    "REACH_COLORS",
    "REACH_EDGES",
    "REACH_RADII",
    "Bounds",
    "Camera",
    "Classes",
    "Kind",
    "as_shown",
    "camera",
    "choropleth",
    "classes",
    "hover",
    "is_bright",
    "map_files",
    "marked_map",
    "place_map",
    "reach_map",
    "seen",
    "together",
    "window",
    "windows",
]
