"""One municipality with its offices as points: a sign and a colour for each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydeck

from carecompare.maps.deck import OWN, QUIET, deck, outline
from carecompare.maps.geometry import collection, feature
from carecompare.maps.signs import sign_picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    import shapely

    from carecompare.maps.deck import Deck
    from carecompare.maps.geometry import Camera

GROUND = [250, 247, 232]
WIDTH_PX, SIGN_PX = 2.5, 18
# Beyond this many points names are left to the table: they would be most of what is sent.
MOST_NAMED = 1500
DEGREE_DECIMALS = 5


def place_map(
    shape: shapely.Geometry,
    points: pd.DataFrame,
    kinds: Mapping[str, tuple[str, str]],
    camera: Camera,
    around: Sequence[shapely.Geometry] = (),
) -> Deck:
    """Return a map of one municipality.

    Parameters
    ----------
    shape : geometry
        Its polygon.
    points : DataFrame
        What is drawn: ``longitude``, ``latitude``, ``field``, ``approximate``, ``service_ja``, ``name_ja``.
    kinds : mapping of str to tuple of str
        Sign and ``#rrggbb`` of each field.
    camera : Camera
        Where the map looks first.
    around : sequence of geometry
        Neighbours, outlined faintly.

    Returns
    -------
    Deck
        A position that is only approximate is drawn hollow.
    """
    ground = outline("ground", collection([feature(shape)]), OWN, WIDTH_PX)
    ground.filled = True
    ground.get_fill_color = GROUND
    layers = [ground]
    if around:
        layers.insert(0, outline("around", collection(feature(each) for each in around), QUIET, 1))
    is_named = len(points) <= MOST_NAMED
    layers.append(_signs(points, kinds, is_named=is_named))
    return deck(layers, camera, "<b>{n}</b><br>{s}" if is_named else "{s}")


def _signs(points: pd.DataFrame, kinds: Mapping[str, tuple[str, str]], *, is_named: bool) -> pydeck.Layer:
    columns = ("longitude", "latitude", "field", "approximate", "service_ja", "name_ja")
    rows = [
        {
            "p": [round(longitude, DEGREE_DECIMALS), round(latitude, DEGREE_DECIMALS)],
            "k": f"{kinds[field][0]}_hollow" if approximate else kinds[field][0],
            "s": service,
        }
        | ({"n": name} if is_named else {})
        for longitude, latitude, field, approximate, service, name in zip(
            *(points[column].tolist() for column in columns), strict=True
        )
    ]
    picture, places = sign_picture(tuple(dict.fromkeys(kinds.values())))
    layer = pydeck.Layer(
        "IconLayer",
        data=rows,
        id="signs",
        pickable=True,
        get_position="p",
        get_icon="k",
        get_size=SIGN_PX,
        size_units="'pixels'",
    )
    # pydeck would take the address for an expression.
    layer.__dict__["iconAtlas"], layer.__dict__["iconMapping"] = picture, places
    return layer
