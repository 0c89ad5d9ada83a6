"""How figures of then and now are drawn: layers without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import Picture, named, number, planned

ROW_PX = 26
HEADER_PX = 26
MARK_PX2 = 95
END_PX = 10
# A name takes at most this share of a narrow picture.
START = "min(name_px, width * 0.42)"

X_SCALE = alt.Scale(
    domain=[number("low"), number("high")],
    nice=False,
    zero=False,
    range=[alt.ExprRef(START), alt.ExprRef(f"width - {END_PX}")],
)
X_AXIS = alt.Axis(
    title=None, values=number("ticks"), domain=False, labelExpr="format(datum.value, tick_format)"
)
X = alt.X("value:Q", scale=X_SCALE, axis=X_AXIS)
Y = alt.Y(
    "y:Q",
    axis=None,
    scale=alt.Scale(domain=[0, alt.ExprRef("height")], range=[0, alt.ExprRef("height")], nice=False),
)
TEXT = alt.Text("text:N")


@cache
def then_and_now_plan() -> Picture:
    """Return the plan of figures of then and now; `then_and_now` fills in its rows."""
    return planned([*_own(), *_courses(), *_words()])


def _own() -> list[alt.Chart]:
    own = alt.Chart(named("own"))
    return [
        own.mark_rule(color=theme.OWN, strokeWidth=2.5).encode(x=X, y=Y, y2=alt.Y2("bottom:Q")),
        own.mark_text(
            align=alt.ExprRef("datum.is_right ? 'right' : 'left'"),
            dx=alt.ExprRef("datum.is_right ? -5 : 5"),
            dy=-8,
            color=theme.OWN,
            fontWeight="bold",
        ).encode(x=X, y=Y, text=TEXT),
    ]


def _courses() -> list[alt.Chart]:
    points = alt.Chart(named("points"))
    return [
        alt.Chart(named("lines"))
        .mark_rule(color=theme.MIDDLE_HALF, strokeWidth=2)
        .encode(x=alt.X("first:Q", scale=X_SCALE, axis=X_AXIS), x2=alt.X2("last:Q"), y=Y),
        points.mark_point(
            filled=True,
            shape="circle",
            size=MARK_PX2,
            stroke=theme.PEER_DARK,
            strokeWidth=1.6,
            opacity=1,
        ).encode(
            x=X,
            y=Y,
            fill=alt.Fill("ink:N", scale=None),
            tooltip=[alt.Tooltip("tooltip:N", title=" ")],
        ),
    ]


def _words() -> list[alt.Chart]:
    names = alt.Chart(named("names"))
    return [
        names.mark_text(align="left", limit=alt.ExprRef(f"{START} - 10")).encode(
            x=theme.x_at(0), y=Y, text=TEXT
        )
    ]
