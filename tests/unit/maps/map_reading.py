"""Maps read back as a browser would read them."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

COLOR = re.compile(r"^@@=\((\[\[.*?\]\])\)\[\('(.*?)'\)\[properties\.k\]\]$")
LABEL = re.compile(r"<span style='color:#5B6578'>(.*?)</span>")
WINDOW = re.compile(r"margin-top:calc\(-18px\*\{i\}\)'>(.*?)</div>", re.DOTALL)


def layers(deck_json: str) -> dict[str, dict[str, Any]]:
    return {layer["id"]: layer for layer in json.loads(deck_json)["layers"]}


def fills(deck_json: str) -> list[tuple[int, ...]]:
    """Return the colour of every municipality, as the browser computes it."""
    every = _colors(deck_json)
    return every[: len(every) // 2]


def dots(deck_json: str) -> list[tuple[int, ...]]:
    """Return the colour of the dot in every municipality."""
    every = _colors(deck_json)
    return every[len(every) // 2 :]


def _colors(deck_json: str) -> list[tuple[int, ...]]:
    expression = layers(deck_json)["areas"]["_subLayerProps"]["polygons-fill"]["getFillColor"]
    match = COLOR.match(expression)
    assert match is not None, expression[:200]
    palette = json.loads(match[1])
    return [tuple(palette[int(place)]) for place in match[2]]


def said(template: str, place: int) -> dict[str, str]:
    """Return what the municipality at a place says when it is pointed at, by label."""
    labels = [unescape(each) for each in LABEL.findall(template)]
    lines = [unescape(each.split("\n")[place]) for each in WINDOW.findall(template)]
    return dict(zip(labels, lines, strict=True))
