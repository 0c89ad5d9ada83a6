"""How a funnel is drawn: its scales and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import Picture, named, number, planned
from carecompare.text.funnel_words import TOOLTIP, WHERE

NAME_DX = 10
# What a line of all municipalities holds, parted by tabs; the last is the place in `WHERE`.
DOT_COLUMNS = ("population", "at", "name", "value", "place")
DOT_FORMAT = {"type": "tsv", "parse": {"population": "number", "at": "number", "place": "number"}}
X = alt.X(
    "population:Q",
    axis=alt.Axis(
        title=None,
        values=number("sizes"),
        grid=False,
        labelExpr="format(datum.value, ',')",
        labelOverlap=True,
    ),
    scale=alt.Scale(type="log", domain=[number("smallest"), number("largest")], nice=False),
)
Y_AXIS = alt.Axis(title=None, domain=False, values=number("ticks"))
Y_SCALE = alt.Scale(domain=[number("bottom"), number("top")], nice=False, zero=False)
WORDS = [
    alt.Tooltip(f"{name}:Q", title=title, format=",")
    if name == "population"
    else alt.Tooltip(f"{name}:N", title=title)
    for name, title in TOOLTIP.items()
]


@cache
def funnel_plan() -> Picture:
    """Return the plan of a funnel; its datasets and numbers are those that `funnel` fills in."""
    layers = [*_limits(), *_points(), *_own(), *_title()]
    return planned(layers)


def _y(column: str) -> alt.Y:
    return alt.Y(f"{column}:Q", axis=Y_AXIS, scale=Y_SCALE)


def _limits() -> list[alt.Chart]:
    curve = alt.Chart(named("curve"))
    nation = alt.Chart(named("nation")).mark_rule(color=theme.DARK, strokeWidth=1.2).encode(y=_y("value"))
    return [
        nation,
        *(
            curve.mark_line(color=ink, strokeWidth=1.2, strokeDash=dash, clip=True).encode(x=X, y=_y(column))
            # Chance alone is pale; the wide limits are those that are read.
            for wide, ink in (("", theme.PEER), ("wide_", theme.PEER_DARK))
            for name, dash in (("95", [5, 4]), ("998", [1, 0]))
            for column in (f"{wide}low_{name}", f"{wide}high_{name}")
        ),
    ]


def _points() -> list[alt.Chart]:
    everyone = (
        alt.Chart(alt.NamedData("everyone", format=DOT_FORMAT))
        .mark_circle(color=theme.PEER, size=14, opacity=0.55)
        .transform_calculate(where=f"{list(WHERE.values())}[datum.place]")
    )
    # They cover the small points of the same municipalities.
    peers = alt.Chart(named("peers")).mark_circle(color=theme.DARK, size=42, opacity=1.0)
    return [dots.encode(x=X, y=_y("at"), tooltip=WORDS) for dots in (everyone, peers)]


def _own() -> list[alt.Chart]:
    own = alt.Chart(named("own"))
    name = own.mark_text(
        align=alt.ExprRef("datum.align"),
        dx=alt.ExprRef(f"datum.align == 'left' ? {NAME_DX} : -{NAME_DX}"),
        color=theme.OWN,
        fontWeight="bold",
    ).encode(x=X, y=_y("at"), text=alt.Text("name:N"))
    dot = own.mark_point(filled=True, size=150, strokeWidth=2, opacity=1, shape=alt.ExprRef("datum.shape"))
    return [
        dot.encode(
            x=X,
            y=_y("at"),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            tooltip=WORDS,
        ),
        *theme.haloed(name),
    ]


def _title() -> list[alt.Chart]:
    words = alt.Chart(named("title")).mark_text(color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX)
    return [
        words.mark_text(align="left", color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX).encode(
            x=theme.x_at(0), y=theme.y_at(-12), text=alt.Text("unit:N")
        ),
        words.mark_text(align="right", color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX).encode(
            x=theme.x_at("width"), y=theme.y_at(alt.ExprRef("height - 10")), text=alt.Text("size:N")
        ),
    ]
