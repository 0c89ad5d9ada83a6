"""One indicator over the whole country as a map."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pydeck

from carecompare.maps.classes import BLANK, FOR_REFERENCE, PALE
from carecompare.maps.deck import BORDER, OUTLINE, OWN, QUIET, deck, outline
from carecompare.maps.geometry import collection, feature

if TYPE_CHECKING:
    from collections.abc import Sequence

    import shapely

    from carecompare.maps.classes import Classes
    from carecompare.maps.deck import Deck
    from carecompare.maps.geometry import Camera

AREAS = "areas"
MOST_OUTLINED = 60
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
        Prefectures whose inner borders are drawn.

    Returns
    -------
    Deck
        The geometry is fetched by the browser; what changes with the indicator is a character for each
        municipality. A figure for reference has a dot on a pale ground.
    """
    layers = [
        _areas(shown, f"{address}/areas.geojson"),
        _dots(shown, f"{address}/marks.json"),
        *(outline(f"borders_{each}", f"{address}/{each}.geojson", QUIET, 0.7) for each in bordered),
        outline("prefectures", f"{address}/prefectures.geojson", BORDER, 0.8),
    ]
    if 0 < len(peers) <= MOST_OUTLINED:
        layers.append(outline("peers", collection(feature(each) for each in peers), OUTLINE, 2))
    if own is not None:
        layers.append(outline("own", collection([feature(own)]), OWN, 3.5))
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
        get_radius=1.3,
        radius_units="'pixels'",
        get_fill_color=f"({palette})[('{marks}')[i]]",
        update_triggers={"getFillColor": marks},
    )


def _places(shown: Classes) -> str:
    """Return the place of each municipality's colour in the palette: the classes, then pale, then blank."""
    count = len(shown.lowest)
    return "".join(
        mark if mark.isdigit() else str(count if mark == FOR_REFERENCE else count + 1) for mark in shown.marks
    )
