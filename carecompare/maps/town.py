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

GROUND = [250, 247, 232]
WIDTH_PX = 2.5
DEGREE_DECIMALS = 5
# Beyond this many points names are left to the table: they would be most of what is sent.
MOST_NAMED = 1500
NAMED, NAMELESS = "<b>{n}</b><br>{s}", "{s}"


def ground(shape: shapely.Geometry, around: Sequence[shapely.Geometry]) -> list[pydeck.Layer]:
    """Return a town and the faint outlines of its neighbours, the lowest layer first."""
    own = outline("ground", collection([feature(shape)]), OWN, WIDTH_PX)
    own.filled = True
    own.get_fill_color = GROUND
    if not around:
        return [own]
    return [outline("around", collection(feature(each) for each in around), QUIET, 1), own]


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
