"""How the legend of a map is drawn: its scales and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import Picture, named, number, planned


@cache
def class_bars_plan() -> Picture:
    """Return the plan of a map's legend.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `class_bars` fills in.
    """
    scale = alt.Scale(domain=[number("low"), number("high")], nice=False, zero=False)
    axis = alt.Axis(
        values=number("breaks"),
        labelExpr="format(datum.value, tick_format)",
        labelOverlap="greedy",
        grid=False,
        ticks=True,
        title=None,
    )
    bars = alt.Chart(named("bars")).mark_bar(binSpacing=0, strokeWidth=0.5, stroke=theme.PEER_DARK)
    own = alt.Chart(named("own"))
    layers = [
        bars.encode(
            x=alt.X("start:Q", scale=scale, axis=axis),
            x2=alt.X2("stop:Q"),
            y=alt.Y("count:Q", axis=None),
            y2=alt.Y2Datum(0),
            fill=alt.Fill("fill:N", scale=None),
        ),
        own.mark_rule(color=theme.OWN, strokeWidth=2.5).encode(x=alt.X("own:Q")),
        *theme.haloed(
            own.mark_text(
                align=number("own_side"),
                baseline="top",
                dx=number("own_gap"),
                color=theme.OWN,
                fontWeight="bold",
            ).encode(x=alt.X("own:Q"), y=theme.y_at(0), text=alt.Text("label:N"))
        ),
    ]
    return planned(layers)
