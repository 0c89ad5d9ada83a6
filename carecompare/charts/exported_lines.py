"""A town's exported series over its periods: rings for what is the town's own paper, thin lines beside it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.end_letters import before_names, end_letters
from carecompare.charts.parts.spacing import axis_span, spread, text_width_px, tick_format, ticks
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.text.chart_words import NAMED_FIGURE
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts.plan import Picture


HEIGHT_PX = 260
LETTER_PX = 17
MARGIN_PX = 8
INKS = {
    "own": theme.OWN,
    "prefecture": theme.DARK,
    "nation": theme.DARK,
    "other": theme.QUIET,
}


@dataclass(frozen=True)
class ExportedLine:
    """One area's line.

    Parameters
    ----------
    name : str
        Of the area.
    role : {"own", "prefecture", "nation", "other"}
        How it is drawn.
    figures : sequence of float or None
        One per period; None leaves a gap.
    """

    name: str
    role: str
    figures: Sequence[float | None]


def exported_lines(
    lines: Sequence[ExportedLine], periods: Sequence[tuple[float, str]], title: str, decimals: int
) -> Picture:
    """Return lines over the periods of a table.

    Parameters
    ----------
    lines : sequence of ExportedLine
        At least one with a value.
    periods : sequence of tuple of float and str
        Year, with its part, and short label; one per value.
    title : str
        Over the axis: series and unit.
    decimals : int
        Digits of the figures.

    Returns
    -------
    Picture
        From zero, or below it where a value is. A gap is not bridged; each line ends in its name and its
        last figure.
    """
    every = [value for line in lines for value in line.figures if value is not None]
    start, top = axis_span(every, ())
    datasets: dict[str, list[dict[str, object]]] = {f"{role}_line": [] for role in INKS}
    for number_of_line, line in enumerate(lines):
        run = 0
        for (when, label), value in zip(periods, line.figures, strict=True):
            if value is None:
                run += 1
                continue
            figure = NAMED_FIGURE.format(name=line.name, figure=number(value, decimals))
            datasets[f"{line.role}_line"].append(
                {
                    "position": when,
                    "value": value,
                    "run": f"{number_of_line}.{run}",
                    "period": label,
                    "figure": figure,
                }
            )
    years = [when for when, _ in periods]
    letters = _letters(lines, decimals, (start, top), max(years))
    widest = max((text_width_px(str(each["text"]), theme.SMALL_TEXT_PX) for each in letters), default=0.0)
    return filled(
        exported_lines_plan(),
        {**datasets, "letters": letters, "title": [{"text": title}]},
        {
            "first": min(years),
            "last": max(years) if max(years) > min(years) else min(years) + 1,
            "positions": years,
            "names": [label for _, label in periods],
            "start": start,
            "top": top,
            "ticks": ticks(top, start),
            "tick_format": tick_format(top - start),
            "names_px": round(widest + GAP_PX + MARGIN_PX),
        },
        HEIGHT_PX,
    )


def _letters(
    lines: Sequence[ExportedLine], decimals: int, span: tuple[float, float], last: float
) -> list[dict[str, object]]:
    """Return the names of the lines with their last figures, beside the last period of all."""
    start, top = span
    ends = [
        (line, [value for value in line.figures if value is not None][-1])
        for line in lines
        if any(value is not None for value in line.figures)
    ]
    gap = LETTER_PX / HEIGHT_PX * (top - start)
    placed = spread([value for _, value in ends], gap, start, top)
    return [
        {
            "position": last,
            "at": at,
            "text": NAMED_FIGURE.format(name=line.name, figure=number(value, decimals)),
            "bold": line.role == "own",
            "ink": INKS[line.role],
        }
        for (line, value), at in zip(ends, placed, strict=True)
    ]


GAP_PX = 10
RING_PX2 = 60
X = alt.X(
    "position:Q",
    axis=alt.Axis(
        title=None,
        grid=False,
        values=parameter("positions"),
        labelExpr="names[indexof(positions, datum.value)]",
    ),
    scale=before_names("first", "last"),
)
Y = alt.Y(
    "value:Q",
    axis=alt.Axis(
        title=None, domain=False, values=parameter("ticks"), labelExpr="format(datum.value, tick_format)"
    ),
    scale=alt.Scale(domain=[parameter("start"), parameter("top")], nice=False),
)
# How each line is drawn: colour, width and dash, so that they stay apart in grey print.
STROKES = {
    "other": (theme.PEER, 1.2, [1, 0]),
    "nation": (theme.DARK, 1.4, list(theme.NATION_DASH)),
    "prefecture": (theme.DARK, 1.4, list(theme.PREFECTURE_DASH)),
    "own": (theme.OWN, 2.6, [1, 0]),
}


@cache
def exported_lines_plan() -> Picture:
    """Return the plan of exported series.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `exported_lines` fills in.
    """
    layers = [*_lines(), *_rings(), *end_letters(X, GAP_PX)]
    return planned(layers)


def _lines() -> list[alt.Chart]:
    return [
        alt.Chart(named(f"{role}_line"))
        .mark_line(color=color, strokeWidth=width, strokeDash=dash)
        .encode(x=X, y=Y, detail="run:N")
        for role, (color, width, dash) in STROKES.items()
    ]


def _rings() -> list[alt.Chart]:
    tooltip = [alt.Tooltip("period:N", title=" "), alt.Tooltip("figure:N", title=" ")]
    return [
        alt.Chart(named(f"{role}_line"))
        .mark_point(
            filled=True,
            fill=theme.PAPER if role == "own" else color,
            stroke=color,
            strokeWidth=2.2 if role == "own" else 0,
            size=RING_PX2 if role == "own" else 14,
            opacity=1,
        )
        .encode(x=X, y=Y, tooltip=tooltip)
        for role, (color, _, _) in STROKES.items()
    ]
