"""What every strip has: its whole length, the spread of the peers and their middle half, each peer on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import named

if TYPE_CHECKING:
    from typing import Any


# A peer says of which indicator it is and its value; only that is parsed: an empty text would become the word
# null.
PEER_COLUMNS = ("indicator", "value")
PEER_FORMAT = {"type": "tsv", "parse": {"value": "number"}}
PLACE = ("y", "begin", "end")


def peers_on(dataset: str, peers: str) -> alt.Chart:
    """Return the peers at their places on the strips: beside another municipality only the strips change.

    Parameters
    ----------
    dataset : str
        Of the strips, by ``indicator``: their ``y``, and the figures at which they ``begin`` and ``end``.
    peers : str
        Name of the peers' dataset, a text whose first columns are `PEER_COLUMNS`.

    Returns
    -------
    Chart
        Rows with ``at``, their share of the strip.
    """
    strips = alt.LookupData(data=named(dataset), key="indicator", fields=list(PLACE))
    return (
        alt.Chart(alt.NamedData(peers, format=PEER_FORMAT))
        .transform_lookup(lookup="indicator", from_=strips)
        .transform_filter("isValid(datum.y)")
        .transform_calculate(at="(datum.value - datum.begin) / (datum.end - datum.begin)")
    )


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
