"""All municipalities by size and share, with the limits of chance around the nation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import ceil, floor, log10
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.tables import INSURER_LEVEL
from carecompare.text.chart_words import figure_with_unit
from carecompare.text.topics.funnel_words import TOOLTIP, WHERE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture
    from carecompare.rows import FunnelCurvePoint, FunnelRow


HEIGHT_PX = 380
STEPS = (1, 2, 5)
MOST_TICKS = 8
PLACES = {where: place for place, where in enumerate(WHERE)}


@dataclass(frozen=True)
class Dots:
    """The points of all municipalities: the same whatever the own one is.

    Parameters
    ----------
    text : str
        One line each with what `funnel_plan` reads of it: rows would be three times as long.
    sizes, values : tuple of float
        The smallest and the largest.
    """

    text: str
    sizes: tuple[float, float]
    values: tuple[float, float]


def funnel_dots(rows: Sequence[FunnelRow], indicator: Indicator) -> Dots:
    """Return the points of all municipalities.

    Parameters
    ----------
    rows : sequence of FunnelRow
        Those of a `Funnel`, not empty.
    indicator : Indicator
        What is shown.
    """
    lines = [
        (
            str(row["population"]),
            str(round(row["value"], 3)),
            row["name_ja"],
            figure_with_unit(row["value"], indicator),
            str(PLACES[row["where"]]),
        )
        for row in rows
    ]
    sizes, values = ([row[name] for row in rows] for name in ("population", "value"))
    return Dots(
        "\n".join("\t".join(line) for line in [DOT_COLUMNS, *lines]),
        (min(sizes), max(sizes)),
        (min(values), max(values)),
    )


def funnel_points(
    dots: Dots,
    own: FunnelRow | None,
    peers: Sequence[FunnelRow],
    curve: Sequence[FunnelCurvePoint],
    reference: float,
    indicator: Indicator,
    size: str,
) -> Picture:
    """Return a point for each municipality within the lines that chance alone draws.

    Parameters
    ----------
    dots : Dots
        Of all municipalities.
    own : FunnelRow or None
        Of the own municipality, as from `funnel_row`.
    peers : sequence of FunnelRow
        Those of a `Funnel` that are compared.
    curve : sequence of FunnelCurvePoint
        The limits over sizes.
    reference : float
        Share of the nation.
    indicator : Indicator
        What is shown.
    size : str
        What the size counts.

    Returns
    -------
    Picture
        Sizes on a logarithmic scale; the lines end where no municipality is.
    """
    given = [] if own is None else [own]
    sizes = [*dots.sizes, *(row["population"] for row in given)]
    values = [*dots.values, *(row["value"] for row in given)]
    smallest, largest = min(sizes), max(sizes)
    bottom, top = floor(min(values)), ceil(max(values))
    return filled(
        funnel_plan(),
        {
            "everyone": dots.text,
            "peers": [_point(row, indicator) for row in peers],
            "own": [_marked(row, indicator, (smallest * largest) ** 0.5) for row in given],
            "curve": [_within(row, bottom, top) for row in curve],
            "nation": [{"value": reference}],
            "title": [{"unit": indicator.unit_ja, "size": size}],
        },
        {
            "smallest": smallest * 0.9,
            "largest": largest * 1.1,
            "sizes": _powers(smallest, largest),
            "bottom": bottom,
            "top": top,
            "ticks": _ticks(bottom, top),
        },
        HEIGHT_PX,
    )


def _point(row: FunnelRow, indicator: Indicator) -> dict[str, object]:
    return {
        "population": row["population"],
        "at": round(row["value"], 3),
        "name": row["name_ja"],
        "value": figure_with_unit(row["value"], indicator),
        "where": WHERE.get(row["where"], ""),
    }


def _marked(row: FunnelRow, indicator: Indicator, middle: float) -> dict[str, object]:
    """Return the own point: hollow where it is not judged, its name towards the middle."""
    firm = not row["reason"]
    return _point(row, indicator) | {
        "align": "left" if row["population"] < middle else "right",
        "shape": "square" if row["reason"] == INSURER_LEVEL else "circle",
        "fill": theme.OWN if firm else theme.PAPER,
        "edge": theme.PAPER if firm else theme.DARK,
    }


def _within(row: FunnelCurvePoint, bottom: float, top: float) -> dict[str, float | None]:
    """Return the limits that lie on the paper; the others are not drawn."""

    def within(limit: float) -> float | None:
        return limit if bottom <= limit <= top else None

    return {
        "population": row["population"],
        "low_95": within(row["low_95"]),
        "high_95": within(row["high_95"]),
        "low_998": within(row["low_998"]),
        "high_998": within(row["high_998"]),
    }


def _powers(smallest: float, largest: float) -> list[float]:
    powers = range(floor(log10(smallest)), ceil(log10(largest)) + 1)
    return [10.0**power for power in powers if smallest * 0.9 <= 10.0**power <= largest * 1.1]


def _ticks(bottom: float, top: float) -> list[float]:
    step = next(
        step * 10.0**power
        for power in range(-1, 9)
        for step in STEPS
        if (top - bottom) / (step * 10.0**power) <= MOST_TICKS
    )
    return [step * place for place in range(ceil(bottom / step), floor(top / step) + 1)]


NAME_DX = 10
# What a line of all municipalities holds, parted by tabs; the last is the place in `WHERE`.
DOT_COLUMNS = ("population", "at", "name", "value", "place")
DOT_FORMAT = {"type": "tsv", "parse": {"population": "number", "at": "number", "place": "number"}}
X = alt.X(
    "population:Q",
    axis=alt.Axis(
        title=None,
        values=parameter("sizes"),
        grid=False,
        labelExpr="format(datum.value, ',')",
        labelOverlap=True,
    ),
    scale=alt.Scale(type="log", domain=[parameter("smallest"), parameter("largest")], nice=False),
)
Y_AXIS = alt.Axis(title=None, domain=False, values=parameter("ticks"))
Y_SCALE = alt.Scale(domain=[parameter("bottom"), parameter("top")], nice=False, zero=False)
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
