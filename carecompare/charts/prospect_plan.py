"""How a prospect is drawn: its scales and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.end_letters import before_names, end_letters
from carecompare.charts.plan import Picture, named, number, planned

STROKE_PX, THIN_PX = 3.2, 2.0
MARK_PX2 = 55
GAP_PX = 8
X_AXIS = alt.Axis(title=None, format="d", grid=False, values=number("years"))
X_SCALE = before_names("first", "last")
X = alt.X("year:Q", axis=X_AXIS, scale=X_SCALE)
Y_AXIS = alt.Axis(
    title=None, domain=False, values=number("ticks"), labelExpr="format(datum.value, tick_format)"
)
Y_SCALE = alt.Scale(domain=[0, number("top")], nice=False)
Y = alt.Y("value:Q", axis=Y_AXIS, scale=Y_SCALE)


@cache
def prospect_plan() -> Picture:
    """Return the plan of a prospect.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `prospect` fills in.
    """
    layers = [*_band(), *_now(), *_lines(), *end_letters(X, GAP_PX)]
    return planned(layers)


def _band() -> list[alt.Chart]:
    band = alt.Chart(named("band")).mark_area(color=theme.BAND, opacity=0.7)
    return [band.encode(x=X, y=alt.Y("lower:Q", axis=Y_AXIS, scale=Y_SCALE), y2=alt.Y2("upper:Q"))]


def _now() -> list[alt.Chart]:
    now = alt.Chart(named("now"))
    rule = now.mark_rule(color=theme.DARK, strokeWidth=1, strokeDash=list(theme.NATION_DASH))
    return [rule.encode(x=alt.X("begin:Q", axis=X_AXIS, scale=X_SCALE), x2=alt.X2("end:Q"), y=Y)]


def _lines() -> list[alt.Chart]:
    older, aged = alt.Chart(named("older")), alt.Chart(named("aged"))
    tooltip = [alt.Tooltip("tooltip:N", title=" ")]
    return [
        aged.mark_line(
            color=theme.PEER_DARK, strokeWidth=THIN_PX, strokeDash=list(theme.PREFECTURE_DASH)
        ).encode(x=X, y=Y),
        older.mark_line(color=theme.OWN, strokeWidth=STROKE_PX).encode(x=X, y=Y),
        aged.mark_point(
            filled=True, fill=theme.PAPER, stroke=theme.PEER_DARK, size=MARK_PX2, strokeWidth=1.6, opacity=1
        ).encode(x=X, y=Y, tooltip=tooltip),
        older.mark_point(filled=True, color=theme.OWN, size=MARK_PX2, opacity=1).encode(
            x=X, y=Y, tooltip=tooltip
        ),
    ]
