"""Areas for tests, as the store gives them."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from carecompare.rows import AreaRow


def area_row(area: str, level: str, name: str, *rest: str | float) -> AreaRow:
    """Return an area; the rest is reading, prefecture, its name and position, as far as it matters."""
    kana, prefecture, prefecture_ja, latitude, longitude = (*rest, *("", "", "", nan, nan)[len(rest) :])
    return {
        "area": area,
        "level": level,
        "name_ja": name,
        "kana": str(kana),
        "prefecture": str(prefecture),
        "prefecture_ja": str(prefecture_ja),
        "latitude": float(latitude),
        "longitude": float(longitude),
    }
