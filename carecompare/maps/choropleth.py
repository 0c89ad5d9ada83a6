"""One indicator over the whole country as a map."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pydeck

from carecompare.maps.classes import BLANK, FOR_REFERENCE, PALE
from carecompare.maps.deck import BORDER, LIGHT, LIGHTER, OUTLINE, OWN, deck, outline
from carecompare.maps.geometry import collection, feature

if TYPE_CHECKING:
    from collections.abc import Sequence

    import shapely

    from carecompare.maps.classes import Classes
    from carecompare.maps.deck import Deck
    from carecompare.maps.geometry import Camera

AREAS = "areas"
MOST_OUTLINED = 60
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
    bordered: Sequence[str] = (),
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
        Outlined dark, up to sixty; more would cover the map.
    bordered : sequence of str
        Prefectures whose inner borders are drawn; none on a map of the whole country, where lines are thin.

    Returns
    -------
    Deck
        The geometry is fetched by the browser; what changes with the indicator is a character for each
        municipality. A figure for reference has a dot on a pale ground.
    """
    layers = [
        _areas(shown, f"{address}/areas.geojson"),
        _dots(shown, f"{address}/marks.json"),
        *(outline(f"borders_{each}", f"{address}/{each}.geojson", LIGHT, 1) for each in bordered),
        outline("prefectures", f"{address}/prefectures.geojson", BORDER if bordered else LIGHTER, 1),
    ]
    if 0 < len(peers) <= MOST_OUTLINED:
        outlined = collection(feature(each) for each in peers)
        layers.append(outline("peers", outlined, OUTLINE, PEER_PX if bordered else PEER_PX / 2))
    if own is not None:
        width_px = OWN_PX if bordered else OWN_PX / 2
        layers.append(outline("own", collection([feature(own)]), OWN, width_px))
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
