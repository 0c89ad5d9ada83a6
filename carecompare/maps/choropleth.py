"""One indicator over the whole country as a map."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

import pydeck
import shapely

from carecompare.maps.classes import BLANK, FOR_REFERENCE, PALE
from carecompare.maps.deck import BORDER, LIGHT, LIGHTER, OUTLINE, OWN, deck
from carecompare.maps.geometry import pieces
from carecompare.tables import NATION

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.maps.classes import Classes
    from carecompare.maps.deck import Deck
    from carecompare.maps.geometry import Camera

AREAS = "areas"
MOST_OUTLINED = 40
PEER_TOLERANCE = 0.004  # degrees
PEERS_KEPT = 256
OWN_PX, PEER_PX = 3.5, 2.0
DOT_METRES, SMALLEST_DOT_PX, LARGEST_DOT_PX = 1200, 0.4, 1.6
SEE_THROUGH, DOT = (0, 0, 0, 0), (59, 66, 82, 255)


def choropleth(
    shown: Classes,
    address: str,
    camera: Camera,
    tooltip: str,
    own: shapely.Geometry | None = None,
    peers: Sequence[shapely.Geometry] = (),
    prefecture: str = "",
) -> Deck:
    """Return a map of classes.

    Parameters
    ----------
    shown : Classes
        Of every municipality.
    address : str
        Of the folder of the map's files.
    camera : Camera
        Where it looks first.
    tooltip : str
        From `hover`.
    own : geometry or None
        Outlined in the accent.
    peers : sequence of geometry
        Outlined dark, up to forty; more would cover the map.
    prefecture : str
        Whose inner borders are drawn; empty on a map of the whole country, where lines are thin.

    Returns
    -------
    Deck
        The geometry is fetched by the browser; what changes with the indicator is a character for each
        municipality. A figure for reference has a dot on a pale ground.
    """
    layers = [_areas(shown, f"{address}/areas.geojson")]
    if FOR_REFERENCE in shown.marks:
        layers.append(_dots(shown, f"{address}/marks.json"))
    if prefecture:
        layers.append(_lines("inner", f"{address}/{prefecture}.json", LIGHT, 1))
    layers.append(_lines("borders", f"{address}/{NATION}.json", BORDER if prefecture else LIGHTER, 1))
    outlined = [(shape, 0) for shape in (peers if len(peers) <= MOST_OUTLINED else ())]
    if own is not None:
        outlined.append((own, 1))
    if outlined:
        layers.append(_outlines(outlined, 1.0 if prefecture else 0.5))
    return deck(layers, camera, tooltip)


def _areas(shown: Classes, data: str) -> pydeck.Layer:
    # Streamlit pales what is not selected through `getFillColor` of the layer; said to its inner layer the
    # colours stay as they are when a municipality is clicked.
    palette = json.dumps([*shown.colors, PALE, BLANK], separators=(",", ":"))
    places = _places(shown)
    color = f"@@=({palette})[('{places}')[properties.i]]"
    inner = {"polygons-fill": {"getFillColor": color, "updateTriggers": {"getFillColor": color}}}
    layer = pydeck.Layer("GeoJsonLayer", data=data, id=AREAS, pickable=True, stroked=False, filled=True)
    layer.__dict__["_subLayerProps"] = inner
    return layer


def _outlines(outlined: Sequence[tuple[shapely.Geometry, int]], scale: float) -> pydeck.Layer:
    rows = [
        piece
        for shape, is_own in outlined
        for piece in (pieces(shape, w=1) if is_own else _peer_pieces(shape))
    ]
    color = f"({[OUTLINE, OWN]})[w]"
    return _lines("outlines", rows, color, f"({[PEER_PX * scale, OWN_PX * scale]})[w]")


@lru_cache(PEERS_KEPT)
def _peer_pieces(shape: shapely.Geometry) -> list[dict[str, object]]:
    """Return a peer's outline: peers stay the same while the own municipality changes."""
    return pieces(shapely.simplify(shape, PEER_TOLERANCE), w=0)


def _lines(
    name: str, rows: str | list[dict[str, object]], color: str | list[int], width_px: str | float
) -> pydeck.Layer:
    return pydeck.Layer(
        "LineLayer",
        data=rows,
        id=name,
        pickable=False,
        get_source_position="a",
        get_target_position="b",
        get_color=color,
        get_width=width_px,
        width_units="'pixels'",
    )


def _dots(shown: Classes, data: str) -> pydeck.Layer:
    palette = json.dumps([SEE_THROUGH, DOT], separators=(",", ":"))
    marks = "".join("1" if mark == FOR_REFERENCE else "0" for mark in shown.marks)
    return pydeck.Layer(
        "ScatterplotLayer",
        data=data,
        id="dots",
        pickable=False,
        get_position="p",
        get_radius=DOT_METRES,
        radius_min_pixels=SMALLEST_DOT_PX,
        radius_max_pixels=LARGEST_DOT_PX,
        get_fill_color=f"({palette})[('{marks}')[i]]",
        update_triggers={"getFillColor": marks},
    )


def _places(shown: Classes) -> str:
    """Return the place of each municipality's colour in the palette: the classes, then pale, then blank."""
    count = len(shown.lowest)
    return "".join(
        mark if mark.isdigit() else str(count if mark == FOR_REFERENCE else count + 1) for mark in shown.marks
    )
