"""One town with points of a few kinds: each kind has its colour, size and ring, and may have a number."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import pydeck

from carecompare.maps.deck import deck
from carecompare.maps.town import MOST_NAMED, NAMED, NAMELESS, ground, position, sign_layer

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    import shapely

    from carecompare.maps.deck import Deck
    from carecompare.maps.geometry import Camera

# Longitude, latitude, name, and sign with its ``#rrggbb``.
Office: TypeAlias = "tuple[float, float, str, tuple[str, str]]"

DARK, LIGHT = [32, 36, 44], [255, 255, 255]
NUMBER_PX = 10
# Many points are drawn smaller: they would cover each other.
SMALLER = 0.6
SIGN_PX = 17
# Above this brightness (of 255) letters on a colour are dark.
BRIGHT = 140


@dataclass(frozen=True)
class Kind:
    """How points of a kind are drawn.

    Parameters
    ----------
    color : tuple of int
        Red, green, blue.
    radius_px, ring_px : float
        Size, and width of the ring.
    mark : str
        One or two digits in the point, or nothing.
    """

    color: tuple[int, int, int]
    radius_px: float = 6
    ring_px: float = 0.8
    mark: str = ""


def marked_map(
    shape: shapely.Geometry,
    points: pd.DataFrame,
    kinds: Sequence[Kind],
    camera: Camera,
    around: Sequence[shapely.Geometry] = (),
    offices: Sequence[Office] = (),
) -> Deck:
    """Return a map of a town's points by their kind.

    Parameters
    ----------
    shape : geometry
        Polygon of the town.
    points : DataFrame
        ``longitude``, ``latitude``, ``kind`` (place in ``kinds``), ``key`` (what a click hands back),
        ``name`` and ``said``, what is shown when one is pointed at.
    kinds : sequence of Kind
        The first lies lowest.
    camera : Camera
        Where the map looks first.
    around : sequence of geometry
        Land of others, with faint borders.
    offices : sequence of Office
        What stands above the points.

    Returns
    -------
    Deck
        A point that is clicked on is one of the layer ``points``, with its ``key`` as ``i``.
    """
    is_named = len(points) <= MOST_NAMED
    ordered = points.sort_values("kind", kind="stable")
    layers = [*ground(shape, around), _points(ordered, kinds, is_named=is_named)]
    if any(each.mark for each in kinds):
        layers.append(_marks(ordered, kinds))
    if offices:
        layers.append(offices_layer(offices, is_named=is_named))
    return deck(layers, camera, NAMED if is_named else NAMELESS)


def is_bright(color: tuple[int, int, int]) -> bool:
    """Return whether letters on a colour are to be dark."""
    red, green, blue = color
    return 0.299 * red + 0.587 * green + 0.114 * blue > BRIGHT


def points_layer(rows: list[dict[str, object]], kinds: Sequence[Kind], shrunk: float = 1) -> pydeck.Layer:
    """Return the layer of the points that can be pointed at.

    Parameters
    ----------
    rows : list of dict
        ``p`` position, ``k`` place in ``kinds``, and what is said of a point.
    kinds : sequence of Kind
        How they are drawn.
    shrunk : float
        Share of their sizes.
    """
    return pydeck.Layer(
        "ScatterplotLayer",
        data=rows,
        id="points",
        pickable=True,
        stroked=True,
        filled=True,
        get_position="p",
        get_fill_color=f"({[list(each.color) for each in kinds]})[k]",
        get_line_color=DARK,
        get_radius=f"({[round(each.radius_px * shrunk, 1) for each in kinds]})[k]",
        radius_units="'pixels'",
        get_line_width=f"({[each.ring_px for each in kinds]})[k]",
        line_width_units="'pixels'",
    )


def _points(points: pd.DataFrame, kinds: Sequence[Kind], *, is_named: bool) -> pydeck.Layer:
    columns = ("longitude", "latitude", "kind", "key", "name", "said")
    rows = [
        {"p": position(longitude, latitude), "k": kind, "i": key, "s": said}
        | ({"n": name} if is_named else {})
        for longitude, latitude, kind, key, name, said in zip(
            *(points[column].tolist() for column in columns), strict=True
        )
    ]
    return points_layer(rows, kinds, 1 if is_named else SMALLER)


def _marks(points: pd.DataFrame, kinds: Sequence[Kind]) -> pydeck.Layer:
    rows = [
        {"p": position(longitude, latitude), "k": kind, "t": kinds[kind].mark}
        for longitude, latitude, kind in zip(
            *(points[column].tolist() for column in ("longitude", "latitude", "kind")), strict=True
        )
        if kinds[kind].mark
    ]
    return pydeck.Layer(
        "TextLayer",
        data=rows,
        id="marks",
        pickable=False,
        get_position="p",
        get_text="t",
        get_size=NUMBER_PX,
        size_units="'pixels'",
        get_color=f"({[DARK if is_bright(each.color) else LIGHT for each in kinds]})[k]",
    )


def offices_layer(offices: Sequence[Office], size_px: float = SIGN_PX, *, is_named: bool) -> pydeck.Layer:
    """Return the layer of the offices' signs.

    Parameters
    ----------
    offices : sequence of Office
        What stands above the points.
    size_px : float
        Size of a sign.
    is_named : bool
        Whether the points are named as well: then an office's name stands beside theirs.
    """
    rows = [
        {"p": position(longitude, latitude), "k": sign, "n": name, "s": "" if is_named else name}
        for longitude, latitude, name, (sign, _) in offices
    ]
    signs = tuple(dict.fromkeys(sign for *_, sign in offices))
    return sign_layer("offices", rows, signs, size_px)
