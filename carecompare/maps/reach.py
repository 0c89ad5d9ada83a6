"""One town with its points by their way to an office: colour, size and ring say the same as the legend."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydeck

from carecompare.maps.classes import RAMP
from carecompare.maps.deck import OWN, QUIET, deck, outline
from carecompare.maps.geometry import collection, feature
from carecompare.maps.places import DEGREE_DECIMALS, GROUND, WIDTH_PX
from carecompare.maps.signs import sign_picture

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
# Beyond this a point says its minutes alone: names would be most of what is sent.
MOST_SAID = 1500


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
    ground = outline("ground", collection([feature(shape)]), OWN, WIDTH_PX)
    ground.filled = True
    ground.get_fill_color = GROUND
    layers = [ground]
    if around:
        layers.insert(0, outline("around", collection(feature(each) for each in around), QUIET, 1))
    is_named = len(points) <= MOST_SAID
    layers.append(_offices(offices, is_named=is_named))
    layers.append(_points(points.sort_values("place", kind="stable"), is_named=is_named))
    return deck(layers, camera, "<b>{n}</b><br>{s}" if is_named else "{s}")


def _at(longitude: float, latitude: float) -> list[float]:
    return [round(longitude, DEGREE_DECIMALS), round(latitude, DEGREE_DECIMALS)]


def _points(points: pd.DataFrame, *, is_named: bool) -> pydeck.Layer:
    columns = ("longitude", "latitude", "place", "over_sea", "name", "said")
    rows = [
        {"p": _at(longitude, latitude), "k": place, "o": int(over_sea), "s": said}
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
        {"p": _at(longitude, latitude), "k": OFFICE_SIGN, "n": name, "s": "" if is_named else name}
        for longitude, latitude, name in zip(
            *(offices[column].tolist() for column in ("longitude", "latitude", "name_ja")), strict=True
        )
    ]
    picture, places = sign_picture(((OFFICE_SIGN, OFFICE_COLOR),))
    layer = pydeck.Layer(
        "IconLayer",
        data=rows,
        id="offices",
        pickable=True,
        get_position="p",
        get_icon="k",
        get_size=OFFICE_PX,
        size_units="'pixels'",
    )
    # pydeck would take the address for an expression.
    layer.__dict__["iconAtlas"], layer.__dict__["iconMapping"] = picture, places
    return layer
