"""What is read of an SVG that is put into another."""

from __future__ import annotations

import re

_SIZE = re.compile(r"<svg[^>]*?\bwidth=\"([\d.]+)\"[^>]*?\bheight=\"([\d.]+)\"")
# What SVG, which is XML, cannot hold.
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def size_of(svg: str) -> tuple[float, float]:
    """Return width and height of an SVG in pixels.

    Raises
    ------
    ValueError
        If it does not state them.
    """
    found = _SIZE.search(svg)
    if found is None:
        raise ValueError(svg[:80])
    return float(found[1]), float(found[2])


def without_declaration(svg: str) -> str:
    """Return an SVG as it stands inside another."""
    return svg[svg.index("<svg") :]
