"""How households are drawn: their scales and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.municipality_rows import BAR_PX, municipality_rows
from carecompare.charts.plan import Picture, named, planned
from carecompare.charts.tooltips import tooltip

ALL = 100.0
FIGURE_PX = 34
SWATCH_PX = 12
LEGEND_Y = -14
Y = alt.Y("name_ja:N")
WEIGHT = alt.ExprRef("datum.role == 'own' ? 'bold' : 'normal'")
IS_SHORT = f"width * shortest < {ALL * FIGURE_PX:.0f}"


@cache
def household_bars_plan() -> Picture:
    """Return the plan of household bars.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `household_bars` fills in.
    """
    layers = [*_bars(), *_figures(), *_legend()]
    return planned(layers)


def _bars() -> list[alt.Chart]:
    scale = alt.Scale(domain=[0, ALL], nice=False)
    bars = alt.Chart(named("segments")).mark_bar(height=BAR_PX, strokeWidth=1)
    return [
        bars.encode(
            x=alt.X("start:Q", scale=scale, axis=None),
            x2=alt.X2("stop:Q"),
            y=municipality_rows(),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=tooltip("range"),
        )
    ]


def _figures() -> list[alt.Chart]:
    segments, rows = alt.Chart(named("segments")), alt.Chart(named("rows"))
    inside = segments.mark_text(
        fontWeight=WEIGHT, fontSize=theme.SMALL_TEXT_PX, opacity=alt.ExprRef(f"{IS_SHORT} ? 0 : 1")
    )
    pairs = rows.mark_text(align="left", dx=6, fontWeight=WEIGHT, opacity=alt.ExprRef(f"{IS_SHORT} ? 1 : 0"))
    rest = segments.mark_text(align="right", dx=-6, fontSize=theme.SMALL_TEXT_PX, color=theme.QUIET)
    silences = rows.mark_text(align="left", dx=6, color=theme.QUIET)
    figure, words = alt.Text("figure:N"), alt.Text("words:N")
    return [
        inside.encode(x=alt.X("middle:Q"), y=Y, text=figure, color=alt.Color("ink:N", scale=None)),
        pairs.encode(x=alt.X("pair_at:Q"), y=Y, text=words),
        rest.encode(x=alt.X("rest_at:Q"), y=Y, text=figure),
        silences.encode(x=alt.X("silence_at:Q"), y=Y, text=words),
    ]


def _legend() -> list[alt.Chart]:
    legend = alt.Chart(named("legend"))
    swatches = legend.mark_point(
        shape="square", size=SWATCH_PX**2, stroke=theme.PEER, strokeWidth=1, opacity=1
    )
    letters = legend.mark_text(align="left", dx=SWATCH_PX + 4, fontSize=theme.SMALL_TEXT_PX)
    y = theme.y_at(LEGEND_Y)
    return [
        swatches.encode(
            x=theme.x_at(alt.ExprRef(f"datum.x_px + {SWATCH_PX / 2}")),
            y=y,
            fill=alt.Fill("fill:N", scale=None),
        ),
        letters.encode(x=theme.x_at(alt.ExprRef("datum.x_px")), y=y, text=alt.Text("text:N")),
    ]
