"""The signs of offices as one small picture: drawn here, because a browser's letters differ from PC to PC."""

from __future__ import annotations

import base64
import struct
import zlib
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from numpy.typing import NDArray

CELL_PX, SAMPLES = 48, 4
RADIUS = 0.33
HALO, RING = 0.05, 0.085
_DEGREES = {
    "■": (45, 135, 225, 315),
    "▲": (90, 210, 330),
    "◆": (0, 90, 180, 270),
    "◇": (0, 90, 180, 270),
}
_STAR_INNER = 0.45


@cache
def sign_picture(signs: tuple[tuple[str, str], ...]) -> tuple[str, dict[str, dict[str, int]]]:
    """Return signs side by side, each filled and hollow.

    Parameters
    ----------
    signs : tuple of tuple of str
        Sign and ``#rrggbb``.

    Returns
    -------
    tuple of str and dict
        A picture as a data address, and the place of each sign in it: ``<sign>`` and ``<sign>_hollow``.
    """
    cells: list[NDArray[np.uint8]] = []
    places = {}
    for sign, color in signs:
        for name, is_hollow in ((sign, False), (f"{sign}_hollow", True)):
            places[name] = {"x": CELL_PX * len(cells), "y": 0, "width": CELL_PX, "height": CELL_PX}
            cells.append(_cell(sign, bytes.fromhex(color.removeprefix("#")), is_hollow=is_hollow))
    return f"data:image/png;base64,{base64.b64encode(_png(np.hstack(cells))).decode()}", places


def _outline(sign: str) -> shapely.Geometry:
    if sign in _DEGREES:
        angles, radii = np.radians(_DEGREES[sign]), np.full(len(_DEGREES[sign]), RADIUS)
    elif sign == "★":
        angles = np.radians(90 + 36 * np.arange(10))
        radii = np.where(np.arange(10) % 2 == 0, RADIUS * 1.15, RADIUS * 1.15 * _STAR_INNER)
    else:
        angles, radii = np.linspace(0, 2 * np.pi, 48, endpoint=False), np.full(48, RADIUS * 0.88)
    return shapely.Polygon(np.column_stack([0.5 + radii * np.cos(angles), 0.5 - radii * np.sin(angles)]))


def _cell(sign: str, color: bytes, *, is_hollow: bool) -> NDArray[np.uint8]:
    shape = _outline(sign)
    fine = CELL_PX * SAMPLES
    at = (np.arange(fine) + 0.5) / fine
    x, y = np.meshgrid(at, at)
    picture = np.zeros((fine, fine, 4))
    layers = [(shape.buffer(HALO), (255, 255, 255)), (shape, tuple(color))]
    if is_hollow:
        layers.append((shape.buffer(-RING), (255, 255, 255)))
    for outline, paint in layers:
        picture[shapely.contains_xy(outline, x, y)] = (*paint, 255)
    blocks = picture.reshape(CELL_PX, SAMPLES, CELL_PX, SAMPLES, 4)
    opacity = blocks[..., 3:].mean(axis=(1, 3))
    colors = (blocks[..., :3] * blocks[..., 3:]).mean(axis=(1, 3)) / np.maximum(opacity, 1)
    return np.concatenate([colors, opacity], axis=2).round().astype(np.uint8)


def _png(pixels: NDArray[np.uint8]) -> bytes:
    """Return pixels of four bytes as a PNG."""
    height, width, _ = pixels.shape
    rows = b"".join(b"\0" + row.tobytes() for row in pixels)

    def part(kind: bytes, content: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + content))
        return struct.pack(">I", len(content)) + kind + content + check

    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + part(b"IHDR", head)
        + part(b"IDAT", zlib.compress(rows, 9))
        + part(b"IEND", b"")
    )
