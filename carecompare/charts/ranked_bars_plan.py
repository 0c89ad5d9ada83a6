"""How ranked bars are drawn: their scales and layers, without any figure."""

from __future__ import annotations

from copy import deepcopy
from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.municipality_rows import BAR_PX, municipality_rows
from carecompare.charts.plan import Picture, named, number, planned
from carecompare.charts.reference_lines import reference_lines
from carecompare.charts.tooltips import tooltip

LABEL_GAP_PX = 7
RING_PX2 = 130
Y = alt.Y("name_ja:N")


@cache
def ranked_bars_plan(axis_title: tuple[str, ...]) -> Picture:
    """Return the plan of ranked bars.

    Parameters
    ----------
    axis_title : tuple of str
        Its lines; without any there is no axis.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `ranked_bars` fills in.
    """
    # Vega-Lite takes no parameter for a title; a copy costs a twentieth of a plan of its own.
    plan = deepcopy(_untitled_plan())
    x = plan["encoding"]["x"]
    x["axis"] = x["axis"] | {"title": list(axis_title)} if axis_title else None
    return plan


@cache
def _untitled_plan() -> Picture:
    layers = [*_bars(), *reference_lines(), *_whiskers(), *_labels(), *_ring()]
    return planned(layers)


def _bars() -> list[alt.Chart]:
    scale = alt.Scale(
        domain=[number("start"), number("end")],
        nice=False,
        range=[0, alt.ExprRef("max(40, width - margin_px)")],
    )
    axis = alt.Axis(values=number("ticks"), labelExpr="format(datum.value, tick_format)")
    bars = alt.Chart(named("rows")).mark_bar(height=BAR_PX, cornerRadiusEnd=2, strokeWidth=1.5)
    return [
        bars.encode(
            x=alt.X("value:Q", stack=None, scale=scale, axis=axis),
            y=municipality_rows(),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=tooltip("indicator"),
        )
    ]


def _whiskers() -> list[alt.Chart]:
    color = alt.Color("whisker:N", scale=None)
    whiskers = alt.Chart(named("rows")).mark_rule(strokeWidth=1.2)
    arrows = alt.Chart(named("rows")).mark_point(shape="triangle-right", size=40, filled=True, opacity=1)
    return [
        whiskers.encode(x=alt.X("lower:Q"), x2=alt.X2("shown:Q"), y=Y, color=color),
        arrows.encode(x=alt.X("cut:Q"), y=Y, color=color),
    ]


def _ring() -> list[alt.Chart]:
    ring = alt.Chart(named("rings")).mark_point(
        filled=False, stroke=theme.OWN, strokeWidth=2.4, size=RING_PX2, opacity=1
    )
    tooltip_of_ring = [alt.Tooltip("said:N", title=" "), alt.Tooltip("figure:N", title=" ")]
    return [ring.encode(x=alt.X("value:Q"), y=Y, tooltip=tooltip_of_ring)]


def _labels() -> list[alt.Chart]:
    letters = alt.Chart(named("rows")).mark_text(
        align="left", dx=LABEL_GAP_PX, fontWeight=alt.ExprRef("datum.role == 'own' ? 'bold' : 'normal'")
    )
    return theme.haloed(
        letters.encode(
            x=alt.X("reach:Q"), y=Y, text=alt.Text("label:N"), color=alt.Color("ink:N", scale=None)
        )
    )
