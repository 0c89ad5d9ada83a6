"""One municipality with its offices as points: a sign and a colour for each field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pydeck

from carecompare.maps.deck import OWN, QUIET, deck, outline
from carecompare.maps.geometry import collection, feature

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    import shapely

    from carecompare.maps.deck import Deck
    from carecompare.maps.geometry import Camera

GROUND = [246, 243, 232]
WIDTH_PX = 2.5
HALO = [255, 255, 255, 255]
# Beyond this many points names are left to the table: they would be most of what is sent.
MOST_NAMED = 1500
DEGREE_DECIMALS = 5


@dataclass(frozen=True)
class Kind:
    """How the offices of one field are drawn.

    Parameters
    ----------
    sign : str
        One character.
    hollow : str
        The same as an outline, for a position that is only approximate.
    color : str
        ``#rrggbb``.
    """

    sign: str
    hollow: str
    color: str

    @property
    def rgb(self) -> list[int]:
        """Return the colour as three numbers."""
        return list(bytes.fromhex(self.color.removeprefix("#")))


def place_map(
    shape: shapely.Geometry,
    points: pd.DataFrame,
    kinds: dict[str, Kind],
    camera: Camera,
    around: Sequence[shapely.Geometry] = (),
) -> Deck:
    """Return a map of one municipality.

    Parameters
    ----------
    shape : geometry
        Its polygon.
    points : DataFrame
        What is drawn: ``longitude``, ``latitude``, ``field``, ``approximate``, ``service`` and ``name_ja``.
    kinds : dict of str to Kind
        How each field is drawn.
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
    for number, (field, members) in enumerate(points.groupby("field", sort=False)):
        layers.append(_signs(f"field_{number}", kinds[str(field)], members, is_named=is_named))
    return deck(layers, camera, "<b>{n}</b><br>{s}" if is_named else "{s}")


def _signs(name: str, kind: Kind, members: pd.DataFrame, *, is_named: bool) -> pydeck.Layer:
    rows = [
        {
            "p": [round(longitude, DEGREE_DECIMALS), round(latitude, DEGREE_DECIMALS)],
            "t": kind.hollow if approximate else kind.sign,
            "s": service,
        }
        | ({"n": label} if is_named else {})
        for longitude, latitude, approximate, service, label in zip(
            members["longitude"].tolist(),
            members["latitude"].tolist(),
            members["approximate"].tolist(),
            members["service"].tolist(),
            members["name_ja"].tolist(),
            strict=True,
        )
    ]
    layer = pydeck.Layer(
        "TextLayer",
        data=rows,
        id=name,
        pickable=True,
        get_position="p",
        get_text="t",
        get_color=kind.rgb,
        get_size=15,
        size_units="'pixels'",
        outline_width=2,
        outline_color=HALO,
        font_settings={"sdf": True, "fontSize": 48, "buffer": 6},
    )
    layer.__dict__["characterSet"] = [kind.sign, kind.hollow]
    return layer
