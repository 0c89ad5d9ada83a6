"""What the maps of one town share: its ground among the neighbours, and signs at positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pydeck

from carecompare.maps.deck import OWN, QUIET, outline
from carecompare.maps.geometry import collection, feature
from carecompare.maps.signs import sign_picture

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import shapely

# The land of others is no sea, and not the own one either.
GROUND, LAND = [250, 247, 232], [245, 245, 243]
WIDTH_PX = 2.5
DEGREE_DECIMALS = 5
# Beyond this many points names are left to the table: they would be most of what is sent.
MOST_NAMED = 1500
NAMED, NAMELESS = "<b>{n}</b><br>{s}", "{s}"


def ground(shape: shapely.Geometry, around: Sequence[shapely.Geometry]) -> list[pydeck.Layer]:
    """Return a town and the land around it with faint borders, the lowest layer first."""
    own = _land("ground", [shape], OWN, WIDTH_PX, GROUND)
    return [_land("around", around, QUIET, 1, LAND), own] if around else [own]


def _land(
    name: str, shapes: Sequence[shapely.Geometry], color: Sequence[int], width_px: float, fill: Sequence[int]
) -> pydeck.Layer:
    layer = outline(name, collection(feature(each) for each in shapes), color, width_px)
    layer.filled = True
    layer.get_fill_color = fill
    return layer


def position(longitude: float, latitude: float) -> list[float]:
    """Return a position to the metre: more digits would only be sent."""
    return [round(longitude, DEGREE_DECIMALS), round(latitude, DEGREE_DECIMALS)]


def sign_layer(
    name: str, rows: Sequence[Mapping[str, object]], signs: tuple[tuple[str, str], ...], size_px: float
) -> pydeck.Layer:
    """Return signs at positions.

    Parameters
    ----------
    name : str
        Unique in the deck.
    rows : sequence of mapping
        ``p`` is the `position`, ``k`` the key of the sign in its `sign_picture`.
    signs : tuple of tuple of str
        Sign and ``#rrggbb``.
    size_px : float
        Of a sign.

    Returns
    -------
    Layer
        To be pointed at.
    """
    picture, places = sign_picture(signs)
    layer = pydeck.Layer(
        "IconLayer",
        data=rows,
        id=name,
        pickable=True,
        get_position="p",
        get_icon="k",
        get_size=size_px,
        size_units="'pixels'",
    )
    # pydeck would take the address for an expression.
    layer.__dict__["iconAtlas"], layer.__dict__["iconMapping"] = picture, places
    return layer
