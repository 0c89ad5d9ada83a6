"""One town with its points by their way to an office: colour, size and ring say the same as the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.maps.classes import RAMP
from carecompare.maps.deck import deck
from carecompare.maps.marked import Kind, offices_layer, points_layer
from carecompare.maps.town import MOST_NAMED, NAMED, NAMELESS, ground, position

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    import pydeck
    import shapely

    from carecompare.maps.deck import Deck
    from carecompare.maps.geometry import Camera
    from carecompare.maps.marked import Office

# Minutes up to which a class goes; beyond the last there is one more, and one without a way over land.
REACH_EDGES = (10.0, 20.0, 30.0, 60.0)
WHITE = (255, 255, 255)
REACH_COLORS = (*RAMP, WHITE)
# What is not reached in time is larger, so that it is found without its colour.
REACH_RADII = (5, 5, 5, 7, 8, 7)
THIN_PX, RING_PX = 0.8, 2.6
# Each class without and with the ring of an office over the sea.
KINDS = [
    Kind(color, radius, ring)
    for color, radius in zip(REACH_COLORS, REACH_RADII, strict=True)
    for ring in (THIN_PX, RING_PX)
]
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
        Land of others, with faint borders.

    Returns
    -------
    Deck
        The nearest points lie lowest, so that a far one is never covered by them; a point whose nearest
        office lies over the sea has a thick ring.
    """
    is_named = len(points) <= MOST_NAMED
    layers = [
        *ground(shape, around),
        offices_layer(_signed(offices), OFFICE_PX, is_named=is_named),
        _points(points.sort_values("place", kind="stable"), is_named=is_named),
    ]
    return deck(layers, camera, NAMED if is_named else NAMELESS)


def _points(points: pd.DataFrame, *, is_named: bool) -> pydeck.Layer:
    columns = ("longitude", "latitude", "place", "over_sea", "name", "said")
    rows = [
        {"p": position(longitude, latitude), "k": 2 * place + over_sea, "s": said}
        | ({"n": name} if is_named else {})
        for longitude, latitude, place, over_sea, name, said in zip(
            *(points[column].tolist() for column in columns), strict=True
        )
    ]
    return points_layer(rows, KINDS)


def _signed(offices: pd.DataFrame) -> list[Office]:
    columns = ("longitude", "latitude", "name_ja")
    return [
        (longitude, latitude, name, (OFFICE_SIGN, OFFICE_COLOR))
        for longitude, latitude, name in zip(*(offices[column].tolist() for column in columns), strict=True)
    ]
