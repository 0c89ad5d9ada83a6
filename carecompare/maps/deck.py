"""What every map has in common: no basemap, nothing from outside, few characters on the wire."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pydeck
import pydeck.bindings.deck
from pydeck.bindings.json_tools import default_serialize

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.maps.geometry import Camera

# Each deck would otherwise look for five packages that are not there, one session at a time.
pydeck.bindings.deck.has_jupyter_extra = lambda: False

OWN, OUTLINE, BORDER, QUIET = [200, 16, 46], [0, 0, 0], [32, 36, 44], [59, 66, 82, 90]
LIGHT, LIGHTER = [255, 255, 255, 220], [255, 255, 255, 150]
TOOLTIP_STYLE = {
    "background": "#FFFFFF",
    "color": "#20242C",
    "border": "1px solid #8A94A6",
    "borderRadius": "4px",
    "fontSize": "13px",
    "lineHeight": "18px",
    "maxWidth": "26rem",
    "zIndex": "10",
}


class Deck(pydeck.Deck):  # type: ignore[misc] # pydeck ships no types
    """A deck whose specification is written without blanks and without escapes: a fifth of the size."""

    def to_json(self) -> str:
        """Return the specification."""
        return json.dumps(
            self, sort_keys=True, default=default_serialize, separators=(",", ":"), ensure_ascii=False
        )


def deck(layers: Sequence[pydeck.Layer], camera: Camera, tooltip: str = "") -> Deck:
    """Return layers as a map without a basemap.

    Parameters
    ----------
    layers : sequence of Layer
        From the lowest to the topmost.
    camera : Camera
        Where it looks first.
    tooltip : str
        HTML with ``{name}`` for a property of what is pointed at; empty for none.

    Returns
    -------
    Deck
        Nothing in it names another host.
    """
    view = pydeck.ViewState(
        longitude=round(camera.longitude, 5),
        latitude=round(camera.latitude, 5),
        zoom=round(camera.zoom, 3),
        min_zoom=3,
        max_zoom=16,
    )
    # `map_style` must not be passed at all: whatever it is, it brings an outside map.
    return Deck(
        layers=list(layers),
        initial_view_state=view,
        map_provider=None,
        tooltip={"html": tooltip, "style": TOOLTIP_STYLE} if tooltip else False,
    )


def outline(
    name: str, features: Mapping[str, object] | str, color: Sequence[int], width_px: float
) -> pydeck.Layer:
    """Return lines around or between areas.

    Parameters
    ----------
    name : str
        Unique in the deck.
    features : mapping or str
        GeoJSON, or the address of a file of it.
    color : sequence of int
        Red, green, blue and, optionally, opacity.
    width_px : float
        Of the line.

    Returns
    -------
    Layer
        Without a fill and not to be pointed at.
    """
    return pydeck.Layer(
        "GeoJsonLayer",
        data=features,
        id=name,
        filled=False,
        stroked=True,
        pickable=False,
        get_line_color=list(color),
        get_line_width=width_px,
        line_width_units="'pixels'",
        line_joint_rounded=True,
    )
