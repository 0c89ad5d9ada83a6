"""What is to come under two assumptions: lines over the projected years, with the number of today."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.end_letters import before_names, end_letters
from carecompare.charts.parts.spacing import rounded_up, spread, text_width_px, tick_format, ticks
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.text.format import number
from carecompare.text.topics.supply_words import END, POINT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from carecompare.charts.plan import Picture
    from carecompare.rows import SupplyRow


HEIGHT_PX = 280
LETTER_PX = 16
MARGIN_PX = 6


@dataclass(frozen=True)
class Prospect:
    """What is drawn besides the lines.

    Parameters
    ----------
    column : {"growth", "needed"}
        Column of the rows that the lines show.
    factor : float
        What it is multiplied with.
    band : bool
        Whether the columns ``lower`` and ``upper`` are drawn around the first line.
    now : float
        Level of today.
    now_text, title : str
        Words at that level and over the axis.
    names : tuple of str
        Of the first and the second line.
    decimals : int
        Digits of the figures at the end of the lines.
    """

    column: Literal["growth", "needed"]
    factor: float
    band: bool
    now: float
    now_text: str
    title: str
    names: tuple[str, str]
    decimals: int = 0


def prospect(
    rows: Sequence[SupplyRow], series: tuple[str, str], shown: Prospect, height_px: int = HEIGHT_PX
) -> Picture:
    """Return lines of two series over the projected years.

    Parameters
    ----------
    rows : sequence of SupplyRow
        Keys ``series``, ``year`` and those that ``shown`` names.
    series : tuple of str
        The one drawn strong, and the alternative.
    shown : Prospect
        What is drawn of them.
    height_px : int
        Height of the plot.

    Returns
    -------
    Picture
        From zero; each line ends in its name and last figure.
    """
    given = [row for row in rows if row["series"] in series]
    lines = {
        each: [(row["year"], row[shown.column] * shown.factor) for row in given if row["series"] == each]
        for each in series
    }
    points: dict[str, list[dict[str, object]]] = {
        each: [
            {
                "year": year,
                "value": value,
                "tooltip": POINT.format(year=year, figure=number(value, shown.decimals)),
            }
            for year, value in line
        ]
        for each, line in lines.items()
    }
    years = sorted({row["year"] for row in given})
    highest = max([shown.now, *(value for line in lines.values() for _, value in line)])
    band: list[dict[str, object]] = [
        {"year": row["year"], "lower": row["lower"], "upper": row["upper"]}
        for row in given
        if shown.band and row["series"] == series[0]
    ]
    if shown.band:
        highest = max([highest, *(row["upper"] for row in given if row["series"] == series[0])])
    top = rounded_up(highest)
    letters = _letters(lines, series, shown, (years[-1], top), height_px)
    widest = max((text_width_px(str(each["text"]), theme.SMALL_TEXT_PX) for each in letters), default=0.0)
    return filled(
        prospect_plan(),
        {
            "band": band,
            "now": [{"value": shown.now, "begin": years[0], "end": years[-1]}],
            "older": points[series[0]],
            "aged": points[series[1]],
            "letters": letters,
            "title": [{"text": shown.title}],
        },
        {
            "first": years[0],
            "last": years[-1],
            "years": years,
            "top": top,
            "ticks": ticks(top),
            "tick_format": tick_format(top),
            "names_px": round(widest + GAP_PX + MARGIN_PX),
        },
        height_px,
    )


def _letters(
    drawn: dict[str, list[tuple[int, float]]],
    series: tuple[str, str],
    shown: Prospect,
    corner: tuple[int, float],
    height_px: int,
) -> list[dict[str, object]]:
    """Return the names of the lines with their last figures, beside the last year of all."""
    last, top = corner
    ends = [(place, *drawn[each][-1]) for place, each in enumerate(series) if drawn[each]]
    lines: list[tuple[float, str, str]] = []
    for place, year, level in ends:
        figure = number(level, shown.decimals)
        text = END.format(name=shown.names[place], year=year, figure=figure)
        lines.append((level, text, theme.OWN if place == 0 else theme.PEER_DARK))
    if shown.now_text:
        lines.append((shown.now, shown.now_text, theme.DARK))
    placed = spread([level for level, _, _ in lines], LETTER_PX / height_px * top, 0.0, top)
    return [
        {"year": last, "at": at, "text": text, "bold": ink == theme.OWN, "ink": ink}
        for (_, text, ink), at in zip(lines, placed, strict=True)
    ]


STROKE_PX, THIN_PX = 3.2, 2.0
MARK_PX2 = 55
GAP_PX = 8
X_AXIS = alt.Axis(title=None, format="d", grid=False, values=parameter("years"))
X_SCALE = before_names("first", "last")
X = alt.X("year:Q", axis=X_AXIS, scale=X_SCALE)
Y_AXIS = alt.Axis(
    title=None, domain=False, values=parameter("ticks"), labelExpr="format(datum.value, tick_format)"
)
Y_SCALE = alt.Scale(domain=[0, parameter("top")], nice=False)
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
