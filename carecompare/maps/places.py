"""One municipality with its offices as points: a sign and a colour for each field."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.maps.deck import deck
from carecompare.maps.town import MOST_NAMED, NAMED, NAMELESS, ground, position, sign_layer

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    import pydeck
    import shapely

    from carecompare.maps.deck import Deck
    from carecompare.maps.geometry import Camera

SIGN_PX = 18


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
        Land of others, with faint borders.

    Returns
    -------
    Deck
        A position that is only approximate is drawn hollow.
    """
    is_named = len(points) <= MOST_NAMED
    layers = [*ground(shape, around), _signs(points, kinds, is_named=is_named)]
    return deck(layers, camera, NAMED if is_named else NAMELESS)


def _signs(points: pd.DataFrame, kinds: Mapping[str, tuple[str, str]], *, is_named: bool) -> pydeck.Layer:
    columns = ("longitude", "latitude", "field", "approximate", "service_ja", "name_ja")
    rows = [
        {
            "p": position(longitude, latitude),
            "k": f"{kinds[field][0]}_hollow" if approximate else kinds[field][0],
            "s": service,
        }
        | ({"n": name} if is_named else {})
        for longitude, latitude, field, approximate, service, name in zip(
            *(points[column].tolist() for column in columns), strict=True
        )
    ]
    return sign_layer("signs", rows, tuple(dict.fromkeys(kinds.values())), SIGN_PX)
