"""How the states of a worksheet are drawn: scales and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts.bars_below_names import bars_below_names, names_above
from carecompare.charts.plan import Picture, named, planned

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
    layers = [
        bars_below_names("pieces", BAR_PX, BAR_DOWN_PX),
        alt.Chart(named("pieces"))
        .mark_text(dy=BAR_DOWN_PX, baseline="middle")
        .encode(
            x=alt.X("middle:Q"),
            y=alt.Y("name_ja:N"),
            text=alt.Text("label:N"),
            color=alt.Color("ink:N", scale=None),
        ),
        names_above(alt.Chart(named("rows")), NAME_UP_PX),
    ]
    return planned(layers)
