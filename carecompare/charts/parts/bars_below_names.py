"""Bars in parts, each below the name of its row."""

from __future__ import annotations

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import named, parameter


def bars_below_names(
    dataset: str, bar_px: float, down_px: float, begin: float | alt.ExprRef = 0
) -> alt.Chart:
    """Return the parts of all bars.

    Parameters
    ----------
    dataset : str
        Rows with ``name_ja``, ``start``, ``stop``, ``fill`` and ``tip``; ``names`` and ``end`` are numbers
        of the plan.
    bar_px : float
        Height of a bar.
    down_px : float
        How far it stands below the middle of its row.
    begin : float or ExprRef
        Where the axis begins.

    Returns
    -------
    Chart
        A layer.
    """
    bars = alt.Chart(named(dataset)).mark_bar(
        height=bar_px, yOffset=down_px, stroke=theme.PEER_DARK, strokeWidth=1
    )
    drawn: alt.Chart = bars.encode(
        x=alt.X("start:Q", scale=alt.Scale(domain=[begin, parameter("end")], nice=False), axis=None),
        x2=alt.X2("stop:Q"),
        y=alt.Y("name_ja:N", sort=None, axis=None, scale=alt.Scale(domain=parameter("names"))),
        fill=alt.Fill("fill:N", scale=None),
        tooltip=alt.Tooltip("tip:N", title=""),
    )
    return drawn


def names_above(letters: alt.Chart, up_px: float) -> alt.Chart:
    """Return the names of the rows, at the left above their bars."""
    names: alt.Chart = letters.mark_text(align="left", dy=up_px).encode(
        x=theme.x_at(0), y=alt.Y("name_ja:N"), text=alt.Text("name_ja:N")
    )
    return names
