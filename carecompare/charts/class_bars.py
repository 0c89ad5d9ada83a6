"""The legend of a map: how many municipalities have which figure, in the colours of the map."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from carecompare.charts import theme
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.text.chart_words import NAMED_FIGURE
from carecompare.text.format import figure
from carecompare.text.words import OWN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture


HEIGHT_PX = 96
BINS = 36
# A figure beyond these shares of all counts into the outermost bar: a few would flatten the rest.
LOWEST_SHARE, HIGHEST_SHARE = 0.005, 0.985
LABEL_GAP_PX = 5


def class_bars(
    figures: NDArray[np.float64],
    highest: Sequence[float],
    colors: Sequence[tuple[int, int, int]],
    indicator: Indicator,
    own: float,
) -> Picture:
    """Return a small histogram whose bars have the colours of the classes.

    Parameters
    ----------
    figures : ndarray of float
        Every figure that has a class, as shown.
    highest : sequence of float
        Largest figure of each class.
    colors : sequence of tuple of int
        Colour of each class.
    indicator : Indicator
        Gives the decimals, and says whether the figures are years.
    own : float
        The own municipality's figure, marked; NaN for none.

    Returns
    -------
    Picture
        The axis names where a class ends.
    """
    low, high = (float(each) for each in np.quantile(figures, [LOWEST_SHARE, HIGHEST_SHARE]))
    low, high = (low, high) if high > low else (low - 0.5, high + 0.5)
    inside = np.clip(figures, low, high)
    # Each class has bars of its own: one that held two classes could not have one colour.
    ends = [low, *(min(max(each, low), high) for each in highest[:-1]), high]
    bars = []
    for place, color in enumerate(colors):
        start, stop = ends[place], ends[place + 1]
        count = max(1, round(BINS * (stop - start) / (high - low)))
        belongs = np.digitize(inside, highest[:-1], right=True) == place
        edges = np.linspace(start, stop, count + 1) if stop > start else np.array([start, start])
        sizes = np.histogram(inside[belongs], edges)[0] if stop > start else np.array([int(belongs.sum())])
        bars += [
            {"start": left, "stop": right, "count": int(size), "fill": f"#{bytes(color).hex()}"}
            for left, right, size in zip(edges[:-1], edges[1:], sizes, strict=True)
        ]
    is_given = not np.isnan(own)
    is_left = is_given and own < (low + high) / 2
    marks = (
        [
            {
                "own": min(max(own, low), high),
                "label": NAMED_FIGURE.format(name=OWN, figure=figure(own, indicator)),
            }
        ]
        if is_given
        else []
    )
    breaks = [round(each, indicator.decimals) for each in (low, *highest[:-1], high)]
    return filled(
        class_bars_plan(),
        {"bars": bars, "own": marks},
        {
            "low": low,
            "high": high,
            "breaks": breaks,
            "tick_format": f"{'' if indicator.is_a_year else ','}.{indicator.decimals}f",
            "own_side": "left" if is_left else "right",
            "own_gap": LABEL_GAP_PX if is_left else -LABEL_GAP_PX,
        },
        HEIGHT_PX,
    )


@cache
def class_bars_plan() -> Picture:
    """Return the plan of a map's legend.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `class_bars` fills in.
    """
    scale = alt.Scale(domain=[parameter("low"), parameter("high")], nice=False, zero=False)
    axis = alt.Axis(
        values=parameter("breaks"),
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
                align=parameter("own_side"),
                baseline="top",
                dx=parameter("own_gap"),
                color=theme.OWN,
                fontWeight="bold",
            ).encode(x=alt.X("own:Q"), y=theme.y_at(0), text=alt.Text("label:N"))
        ),
    ]
    return planned(layers)
