"""How a waterfall is drawn: its scales and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.municipality_rows import municipality_rows
from carecompare.charts.plan import Picture, named, number, planned

BAR_PX = 18
MARK_PX2 = 130
LABEL_GAP_PX = 10
Y = alt.Y("name_ja:N")


@cache
def waterfall_plan() -> Picture:
    """Return the plan of a waterfall.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `waterfall` fills in.
    """
    layers = [*_joints(), *_steps(), *_levels(), *_labels()]
    return planned(layers)


def _joints() -> list[alt.Chart]:
    scale = alt.Scale(
        domain=[number("first"), number("last")],
        nice=False,
        zero=False,
        range=[0, alt.ExprRef("max(60, width - margin_px)")],
    )
    axis = alt.Axis(title=None, values=number("ticks"), labelExpr="format(datum.value, tick_format)")
    joints = alt.Chart(named("joints")).mark_tick(
        color=theme.MIDDLE_HALF, thickness=1, size=number("joint_px"), yOffset=number("joint_shift_px")
    )
    return [joints.encode(x=alt.X("at:Q", scale=scale, axis=axis), y=municipality_rows())]


def _steps() -> list[alt.Chart]:
    bars = alt.Chart(named("steps")).mark_bar(height=BAR_PX, strokeWidth=1.4)
    return [
        bars.encode(
            x=alt.X("begin:Q", stack=None),
            x2=alt.X2("reach:Q"),
            y=Y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=[alt.Tooltip("tooltip:N", title=" ")],
        )
    ]


def _levels() -> list[alt.Chart]:
    marks = alt.Chart(named("levels")).mark_point(shape="diamond", size=MARK_PX2, strokeWidth=1.6, opacity=1)
    return [
        marks.encode(
            x=alt.X("at:Q"),
            y=Y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    ]


def _labels() -> list[alt.Chart]:
    letters = alt.Chart(named("labels")).mark_text(
        align="left", dx=LABEL_GAP_PX, fontWeight=alt.ExprRef("datum.bold ? 'bold' : 'normal'")
    )
    return theme.haloed(
        letters.encode(x=alt.X("at:Q"), y=Y, text=alt.Text("label:N"), color=alt.Color("ink:N", scale=None))
    )
