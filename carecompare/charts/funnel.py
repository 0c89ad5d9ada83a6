"""All municipalities by size and share, with the limits of chance around the nation."""

from __future__ import annotations

from math import ceil, floor, log10
from typing import TYPE_CHECKING

from carecompare.charts import theme
from carecompare.charts.funnel_plan import funnel_plan
from carecompare.charts.plan import filled
from carecompare.tables import INSURER_LEVEL
from carecompare.text.chart_words import figure_with_unit
from carecompare.text.funnel_words import WHERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture
    from carecompare.tables import Row

HEIGHT_PX = 380
STEPS = (1, 2, 5)
MOST_TICKS = 8
DATASETS = {"own": "own", "peer": "peers", "other": "others"}


def funnel_points(
    rows: Sequence[Row], curve: Sequence[Row], reference: float, indicator: Indicator, size: str
) -> Picture:
    """Return a point for each municipality within the lines that chance alone draws.

    Parameters
    ----------
    rows, curve : sequence of Row
        Those of a `Funnel`, not empty.
    reference : float
        Share of the nation.
    indicator : Indicator
        What is shown.
    size : str
        What the size counts.

    Returns
    -------
    Picture
        Sizes on a logarithmic scale; the lines end where no municipality is.
    """
    points: dict[str, list[dict[str, object]]] = {name: [] for name in DATASETS.values()}
    sizes = [row["population"] for row in rows]
    middle = (min(sizes) * max(sizes)) ** 0.5
    for row in rows:
        firm = not row["reason"]
        marked = (
            {
                "align": "left" if row["population"] < middle else "right",
                "shape": "square" if row["reason"] == INSURER_LEVEL else "circle",
                "fill": theme.OWN if firm else theme.PAPER,
                "edge": theme.PAPER if firm else theme.DARK,
            }
            if row["role"] == "own"
            else {}
        )
        points[DATASETS[row["role"]]].append(
            {
                "population": row["population"],
                "at": round(row["value"], 3),
                "name": row["name_ja"],
                "value": figure_with_unit(row["value"], indicator),
                "where": WHERE.get(row["where"], ""),
                **marked,
            }
        )
    values = [row["value"] for row in rows]
    bottom, top = floor(min(values)), ceil(max(values))
    return filled(
        funnel_plan(),
        {
            **points,
            "curve": [_within(row, bottom, top) for row in curve],
            "nation": [{"value": reference}],
            "title": [{"unit": indicator.unit_ja, "size": size}],
        },
        {
            "smallest": min(sizes) * 0.9,
            "largest": max(sizes) * 1.1,
            "sizes": _powers(min(sizes), max(sizes)),
            "bottom": bottom,
            "top": top,
            "ticks": _ticks(bottom, top),
        },
        HEIGHT_PX,
    )


def _within(row: Row, bottom: float, top: float) -> dict[str, float | None]:
    """Return the limits that lie on the paper; the others are not drawn."""
    return {
        name: value if name == "population" or bottom <= value <= top else None for name, value in row.items()
    }


def _powers(smallest: float, largest: float) -> list[float]:
    powers = range(floor(log10(smallest)), ceil(log10(largest)) + 1)
    return [10.0**power for power in powers if smallest * 0.9 <= 10.0**power <= largest * 1.1]


def _ticks(bottom: float, top: float) -> list[float]:
    step = next(
        step * 10.0**power
        for power in range(-1, 9)
        for step in STEPS
        if (top - bottom) / (step * 10.0**power) <= MOST_TICKS
    )
    return [step * place for place in range(ceil(bottom / step), floor(top / step) + 1)]
