"""The grounds of a strip: its whole length, the spread of the peers, their middle half."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import named

if TYPE_CHECKING:
    from typing import Any


def rows_with(dataset: str, *needed: str) -> alt.Chart:
    """Return the rows of a dataset, of those only that have all the positions needed."""
    rows = alt.Chart(named(dataset))
    for each in needed:
        rows = rows.transform_filter(f"isValid(datum.{each})")
    return rows


def bands(dataset: str, scale: alt.Scale, y: alt.Y, thick_px: float, down: Any) -> list[alt.Chart]:  # noqa: ANN401 - pixels, or an expression of the width
    """Return the grounds of every row, the faintest first.

    Parameters
    ----------
    dataset : str
        Its rows have ``start``, ``stop``, ``band_start``, ``band_end``, ``middle_start`` and ``middle_end``.
    scale : Scale
        From positions to pixels.
    y : Y
        Where a row stands.
    thick_px : float
        Height of the bands.
    down : float or ExprRef
        How far below ``y`` the strip lies, in pixels.

    Returns
    -------
    list of Chart
        Layers.
    """
    parts = (
        ((), ("start", "stop"), theme.GRID, 1.0),
        (("band_start",), ("band_start", "band_end"), theme.BAND, thick_px),
        (("middle_start",), ("middle_start", "middle_end"), theme.MIDDLE_HALF, thick_px),
    )
    return [
        rows_with(dataset, *needed)
        .mark_rule(color=color, strokeWidth=thick, yOffset=down)
        .encode(x=alt.X(f"{start}:Q", scale=scale, axis=None), x2=alt.X2(f"{stop}:Q"), y=y)
        for needed, (start, stop), color, thick in parts
    ]
