"""How own figures are drawn: layers without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import Picture, named, planned
from carecompare.text.own_data_words import TOOLTIP

ROW_PX = 50
HEADER_PX = 22
STRIP_PX = 11
FIGURE_PX = 15
# On a phone the words stand above the strip, from here on beside it.
WIDE = "width >= 560"
FIGURES_PX = 136
START = f"{WIDE} ? min(name_px, 300) : 8"
END = f"{WIDE} ? width - {FIGURES_PX} : width - 8"
STRIP_Y = alt.ExprRef(f"{WIDE} ? 0 : 14")
NAME_Y = alt.ExprRef(f"{WIDE} ? -8 : -10")
YEARS_Y = alt.ExprRef(f"{WIDE} ? 9 : -10")
YEARS_X = alt.ExprRef(f"{WIDE} ? 0 : width - 90")
IF_WIDE = alt.ExprRef(f"{WIDE} ? 1 : 0")
# On the narrowest screens the years stand in the table and the tooltip only.
NAME_LIMIT = alt.ExprRef(f"{WIDE} ? 290 : width >= 470 ? width - 330 : width - 95")
IF_ROOM_FOR_YEARS = alt.ExprRef("width >= 470 ? 1 : 0")

X_SCALE = alt.Scale(domain=[0, 1], nice=False, range=[alt.ExprRef(START), alt.ExprRef(END)])
Y = alt.Y(
    "y:Q",
    axis=None,
    scale=alt.Scale(domain=[0, alt.ExprRef("height")], range=[0, alt.ExprRef("height")], nice=False),
)


@cache
def own_values_plan() -> Picture:
    """Return the plan of own figures; `own_values` fills in its rows."""
    layers = [*_bands(), *_marks(), *_words()]
    return planned(layers)


def _rows(*needed: str) -> alt.Chart:
    rows = alt.Chart(named("rows"))
    for each in needed:
        rows = rows.transform_filter(f"isValid(datum.{each})")
    return rows


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", scale=X_SCALE, axis=None)


def _tooltip() -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in TOOLTIP.items()]


def _bands() -> list[alt.Chart]:
    parts = (
        ("start", "stop", theme.GRID, 1.0),
        ("lowest", "highest", theme.BAND, STRIP_PX),
        ("first", "third", theme.MIDDLE_HALF, STRIP_PX),
    )
    return [
        _rows(start, stop)
        .mark_rule(color=color, strokeWidth=thick, yOffset=STRIP_Y)
        .encode(x=_x(start), x2=alt.X2(f"{stop}:Q"), y=Y)
        for start, stop, color, thick in parts
    ]


def _marks() -> list[alt.Chart]:
    return [
        _rows("median")
        .mark_tick(orient="vertical", color=theme.DARK, thickness=2.5, size=STRIP_PX + 8, yOffset=STRIP_Y)
        .encode(x=_x("median"), y=Y),
        _rows("published", "value")
        .mark_rule(color=theme.OWN, strokeWidth=1.5, yOffset=STRIP_Y)
        .encode(x=_x("published"), x2=alt.X2("value:Q"), y=Y),
        _rows("published")
        .mark_point(
            shape="circle",
            filled=True,
            size=110,
            color=theme.OWN,
            stroke=theme.PAPER,
            strokeWidth=1.5,
            opacity=1,
            yOffset=STRIP_Y,
        )
        .encode(x=_x("published"), y=Y, tooltip=_tooltip()),
        _rows("value")
        .mark_point(
            shape="circle",
            filled=False,
            size=230,
            color=theme.OWN,
            strokeWidth=3,
            opacity=1,
            yOffset=STRIP_Y,
        )
        .encode(x=_x("value"), y=Y, tooltip=_tooltip()),
    ]


def _words() -> list[alt.Chart]:
    base = _rows()
    return [
        base.mark_text(
            align="left",
            yOffset=NAME_Y,
            limit=NAME_LIMIT,
        ).encode(x=theme.x_at(0), y=Y, text=alt.Text("name:N")),
        base.mark_text(
            align=alt.ExprRef(f"{WIDE} ? 'left' : 'right'"),
            xOffset=YEARS_X,
            yOffset=YEARS_Y,
            opacity=IF_ROOM_FOR_YEARS,
            color=theme.QUIET,
            fontSize=theme.SMALL_TEXT_PX,
        ).encode(x=theme.x_at(0), y=Y, text=alt.Text("years:N")),
        base.mark_text(
            align="right",
            yOffset=NAME_Y,
            fontWeight="bold",
            fontSize=FIGURE_PX,
            color=theme.OWN,
        ).encode(x=theme.x_at("width"), y=Y, text=alt.Text("own_figure:N")),
        base.mark_text(
            align="right", yOffset=9, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX, opacity=IF_WIDE
        ).encode(x=theme.x_at("width"), y=Y, text=alt.Text("unit:N")),
    ]
