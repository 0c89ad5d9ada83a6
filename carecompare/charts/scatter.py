"""Two figures of all municipalities against each other, as circles by population."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

import altair as alt
import numpy as np

from carecompare.charts import theme
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.text.topics.scatter_words import TOOLTIP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts.plan import Picture


HEIGHT_PX = 430
LARGEST_PX2 = 1100
SMALLEST_PX2 = 7
NAME_DX = 9
# Few places lie far from all others: the frame holds the rest, and those stand at its edge.
FRAME_PERCENT = (0.3, 99.0)
TICKS = 6
MARGIN_SHARE = 0.04
COLUMNS = ("across", "up", "people", "name", "firm")
FORMAT = {
    "type": "tsv",
    "parse": {"across": "number", "up": "number", "people": "number", "firm": "number"},
}


@dataclass(frozen=True)
class ScatterPoint:
    """A municipality with both figures.

    Parameters
    ----------
    area, name : str
        Code and name.
    across, up : float
        Both figures, known.
    people : float
        Residents.
    is_firm : bool
        Whether both figures may be ranked.
    """

    area: str
    name: str
    across: float
    up: float
    people: float
    is_firm: bool


@dataclass(frozen=True)
class Scattered:
    """The points of all municipalities: the same whatever the own one is.

    Parameters
    ----------
    text : str
        One line of `COLUMNS` each.
    points : sequence of ScatterPoint
        The same as records.
    across, up : tuple of float
        Ends of the frame.
    medians : tuple of float
        Across and up, of those that may be ranked.
    """

    text: str
    points: Sequence[ScatterPoint]
    across: tuple[float, float]
    up: tuple[float, float]
    medians: tuple[float, float]


@dataclass(frozen=True)
class Axis:
    """What stands along an axis: its words, the format of its figures and their unit."""

    title: str
    format: str
    unit: str


def scattered(points: Sequence[ScatterPoint]) -> Scattered:
    """Return the points of all municipalities with the frame that holds nearly all of them.

    Parameters
    ----------
    points : sequence of ScatterPoint
        At least one.
    """
    lines = (
        f"{point.across:.6g}\t{point.up:.6g}\t{point.people:.0f}\t{point.name}\t{point.is_firm:d}"
        for point in points
    )
    firm = [point for point in points if point.is_firm] or list(points)
    medians = (median(point.across for point in firm), median(point.up for point in firm))
    frames = (_frame([point.across for point in points]), _frame([point.up for point in points]))
    return Scattered("\n".join(["\t".join(COLUMNS), *lines]), points, *frames, medians)


def scatter(
    everyone: Scattered,
    own: ScatterPoint | None,
    peers: Sequence[ScatterPoint],
    axes: tuple[Axis, Axis],
) -> Picture:
    """Return a circle for each municipality, the own one named.

    Parameters
    ----------
    everyone : Scattered
        Of all municipalities.
    own : ScatterPoint or None
        The own one.
    peers : sequence of ScatterPoint
        Those compared.
    axes : tuple of Axis
        Across, up.

    Returns
    -------
    Picture
        The frame is widened until it holds the own municipality and its peers.
    """
    shown = [*peers, *([own] if own else [])]
    across = _widened(everyone.across, [point.across for point in shown])
    up = _widened(everyone.up, [point.up for point in shown])
    middle = (across[0] + across[1]) / 2
    return filled(
        scatter_plan(),
        {
            "everyone": everyone.text,
            "medians": [{"across": everyone.medians[0], "up": everyone.medians[1]}],
            "peers": [_row(point) for point in peers],
            "own": [_row(own) | {"align": "left" if own.across < middle else "right"}] if own else [],
            "titles": [{"across": axes[0].title, "up": axes[1].title}],
        },
        {
            "left": across[0],
            "right": across[1],
            "bottom": up[0],
            "top": up[1],
            "most_people": max(point.people for point in everyone.points),
            "across_format": axes[0].format,
            "across_unit": axes[0].unit,
            "up_format": axes[1].format,
            "up_unit": axes[1].unit,
        },
        HEIGHT_PX,
    )


def _frame(values: Sequence[float]) -> tuple[float, float]:
    low, high = (float(end) for end in np.percentile(values, FRAME_PERCENT))
    margin = (high - low) * MARGIN_SHARE or max(abs(high), 1.0) * MARGIN_SHARE
    return low - margin if low < 0 or low > margin else 0.0, high + margin


def _widened(frame: tuple[float, float], values: Sequence[float]) -> tuple[float, float]:
    margin = (frame[1] - frame[0]) * MARGIN_SHARE
    low, high = min(values, default=frame[0]), max(values, default=frame[1])
    return (
        frame[0] if low >= frame[0] else low - margin,
        frame[1] if high <= frame[1] else high + margin,
    )


def _row(point: ScatterPoint) -> dict[str, object]:
    return {
        "across": point.across,
        "up": point.up,
        "people": point.people,
        "name": point.name,
        "firm": int(point.is_firm),
    }


@cache
def scatter_plan() -> Picture:
    """Return the plan of a scatter; its datasets and numbers are those that `scatter` fills in."""
    across = alt.X(
        "across:Q",
        axis=alt.Axis(title=None, grid=False, tickCount=TICKS),
        scale=alt.Scale(domain=[parameter("left"), parameter("right")], nice=False, zero=False, clamp=True),
    )
    up = alt.Y(
        "up:Q",
        axis=alt.Axis(title=None, domain=False, tickCount=TICKS),
        scale=alt.Scale(domain=[parameter("bottom"), parameter("top")], nice=False, zero=False, clamp=True),
    )
    size = alt.Size(
        "people:Q",
        legend=None,
        scale=alt.Scale(
            type="linear", domain=[0, parameter("most_people")], range=[SMALLEST_PX2, LARGEST_PX2]
        ),
    )
    words = [alt.Tooltip(f"{name}:N", title=title) for name, title in TOOLTIP.items() if name != "people"]
    words.append(alt.Tooltip("people:Q", title=TOOLTIP["people"], format=","))
    said = {
        f"said_{name}": f"format(datum.{name}, {name}_format) + ' ' + {name}_unit"
        for name in ("up", "across")
    }
    medians = alt.Chart(named("medians")).mark_rule(color=theme.MIDDLE_HALF, strokeWidth=1)
    everyone = (
        alt.Chart(alt.NamedData("everyone", format=FORMAT))
        .mark_point(strokeWidth=0.8, stroke=theme.PEER, opacity=0.5, fill=alt.ExprRef(_fill(theme.PEER)))
        .transform_calculate(**said)
    )
    peers = (
        alt.Chart(named("peers"))
        .mark_point(strokeWidth=1, stroke=theme.DARK, opacity=0.9, fill=alt.ExprRef(_fill(theme.DARK)))
        .transform_calculate(**said)
    )
    own = alt.Chart(named("own"))
    dot = own.mark_point(
        strokeWidth=2, stroke=theme.OWN, opacity=1, fill=alt.ExprRef(_fill(theme.OWN))
    ).transform_calculate(**said)
    name = own.mark_text(
        align=alt.ExprRef("datum.align"),
        dx=alt.ExprRef(f"datum.align == 'left' ? {NAME_DX} : -{NAME_DX}"),
        color=theme.OWN,
        fontWeight="bold",
    ).encode(x=across, y=up, text=alt.Text("name:N"))
    titles, ink, px = alt.Chart(named("titles")), theme.QUIET, theme.SMALL_TEXT_PX
    return planned(
        [
            medians.encode(x=across),
            medians.encode(y=up),
            *(dots.encode(x=across, y=up, size=size, tooltip=words) for dots in (everyone, peers, dot)),
            *theme.haloed(name),
            titles.mark_text(align="left", baseline="bottom", color=ink, fontSize=px).encode(
                x=theme.x_at(0), y=theme.y_at(-10), text=alt.Text("up:N")
            ),
            titles.mark_text(align="right", baseline="top", color=ink, fontSize=px).encode(
                x=theme.x_at("width"), y=theme.y_at(alt.ExprRef("height + 26")), text=alt.Text("across:N")
            ),
        ]
    )


def _fill(ink: str) -> str:
    """Return the fill of a circle: none where a figure may not be ranked."""
    return f"datum.firm ? '{ink}' : '{theme.PAPER}'"
