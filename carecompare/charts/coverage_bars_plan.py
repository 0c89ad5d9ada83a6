"""How coverage is drawn: its scales and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.bars_below_names import bars_below_names, names_above
from carecompare.charts.plan import Picture, named, planned

ROW_PX = 42
BAR_PX = 14
BAR_DOWN_PX = 9  # the bar stands below the name
NAME_UP_PX = -9


@cache
def coverage_bars_plan() -> Picture:
    """Return the plan of the bars.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `coverage_bars` fills in.
    """
    letters = alt.Chart(named("rows"))
    layers = [
        bars_below_names("segments", BAR_PX, BAR_DOWN_PX),
        names_above(letters, NAME_UP_PX),
        letters.mark_text(align="right", dy=NAME_UP_PX, color=theme.QUIET).encode(
            x=theme.x_at("width"), y=alt.Y("name_ja:N"), text=alt.Text("label:N")
        ),
    ]
    return planned(layers)
