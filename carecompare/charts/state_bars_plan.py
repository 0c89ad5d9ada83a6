"""How the states of a worksheet are drawn: scales and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import Picture, named, number

ROW_PX = 52
BAR_PX = 22
BAR_DOWN_PX = 11  # the bar stands below the name
NAME_UP_PX = -12


@cache
def state_bars_plan() -> Picture:
    """Return the plan of the bars.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `state_bars` fills in.
    """
    scale = alt.Scale(domain=[0, number("end")], nice=False)
    rows = alt.Y("name_ja:N", sort=None, axis=None, scale=alt.Scale(domain=number("names")))
    pieces = alt.Chart(named("pieces"))
    bars = pieces.mark_bar(height=BAR_PX, yOffset=BAR_DOWN_PX, stroke=theme.PEER_DARK, strokeWidth=1)
    letters = alt.Chart(named("rows"))
    layers = [
        bars.encode(
            x=alt.X("start:Q", scale=scale, axis=None),
            x2=alt.X2("stop:Q"),
            y=rows,
            fill=alt.Fill("fill:N", scale=None),
            tooltip=alt.Tooltip("tip:N", title=""),
        ),
        pieces.mark_text(dy=BAR_DOWN_PX, baseline="middle").encode(
            x=alt.X("middle:Q"),
            y=alt.Y("name_ja:N"),
            text=alt.Text("label:N"),
            color=alt.Color("ink:N", scale=None),
        ),
        letters.mark_text(align="left", dy=NAME_UP_PX).encode(
            x=theme.x_at(0), y=alt.Y("name_ja:N"), text=alt.Text("name_ja:N")
        ),
    ]
    plan: Picture = theme.configured(layers, 0).to_dict(validate=False)
    return plan
