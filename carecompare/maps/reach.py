"""One town with its points by their way to an office: colour, size and ring say the same as the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydeck

from carecompare.maps.classes import RAMP
from carecompare.maps.deck import deck
from carecompare.maps.town import MOST_NAMED, NAMED, NAMELESS, ground, position, sign_layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    import shapely

    from carecompare.maps.deck import Deck
    from carecompare.maps.geometry import Camera

# Minutes up to which a class goes; beyond the last there is one more, and one without a way over land.
REACH_EDGES = (10.0, 20.0, 30.0, 60.0)
WHITE, DARK = (255, 255, 255), (32, 36, 44)
REACH_COLORS = (*RAMP, WHITE)
# What is not reached in time is larger, so that it is found without its colour.
REACH_RADII = (5, 5, 5, 7, 8, 7)
THIN_PX, RING_PX = 0.8, 2.6
OFFICE_SIGN, OFFICE_COLOR, OFFICE_PX = "■", "#0067A5", 13


def reach_map(
    shape: shapely.Geometry,
    points: pd.DataFrame,
    offices: pd.DataFrame,
    camera: Camera,
    around: Sequence[shapely.Geometry] = (),
) -> Deck:
    """Return a map of what the points of a town reach.

    Parameters
    ----------
    shape : geometry
        Polygon of the town.
    points : DataFrame
        ``longitude``, ``latitude``, ``place`` (class from 0, the last is without a way over land),
        ``over_sea``, ``name`` and ``said``, what is shown when one is pointed at.
    offices : DataFrame
        ``longitude``, ``latitude``, ``name_ja``.
    camera : Camera
        Where the map looks first.
    around : sequence of geometry
        Neighbours, outlined faintly.

    Returns
    -------
    Deck
        The nearest points lie lowest, so that a far one is never covered by them; a point whose nearest
        office lies over the sea has a thick ring.
    """
    is_named = len(points) <= MOST_NAMED
    layers = [
        *ground(shape, around),
        _offices(offices, is_named=is_named),
        _points(points.sort_values("place", kind="stable"), is_named=is_named),
    ]
    return deck(layers, camera, NAMED if is_named else NAMELESS)


def _points(points: pd.DataFrame, *, is_named: bool) -> pydeck.Layer:
    columns = ("longitude", "latitude", "place", "over_sea", "name", "said")
    rows = [
        {"p": position(longitude, latitude), "k": place, "o": int(over_sea), "s": said}
        | ({"n": name} if is_named else {})
        for longitude, latitude, place, over_sea, name, said in zip(
            *(points[column].tolist() for column in columns), strict=True
        )
    ]
    return pydeck.Layer(
        "ScatterplotLayer",
        data=rows,
        id="points",
        pickable=True,
        stroked=True,
        filled=True,
        get_position="p",
        get_fill_color=f"({[list(color) for color in REACH_COLORS]})[k]",
        get_line_color=list(DARK),
        get_radius=f"({list(REACH_RADII)})[k]",
        radius_units="'pixels'",
        get_line_width=f"({[THIN_PX, RING_PX]})[o]",
        line_width_units="'pixels'",
    )


def _offices(offices: pd.DataFrame, *, is_named: bool) -> pydeck.Layer:
    rows = [
        {"p": position(longitude, latitude), "k": OFFICE_SIGN, "n": name, "s": "" if is_named else name}
        for longitude, latitude, name in zip(
            *(offices[column].tolist() for column in ("longitude", "latitude", "name_ja")), strict=True
        )
    ]
    return sign_layer("offices", rows, ((OFFICE_SIGN, OFFICE_COLOR),), OFFICE_PX)
