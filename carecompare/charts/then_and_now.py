"""Figures of some municipalities then and now as points on a line each, with the own figure of now across."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.lines_of_words import Y
from carecompare.charts.parts.spacing import text_width_px, tick_format, ticks
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.text.format import figure, year_word
from carecompare.text.topics.find_words import POINT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture


MARGIN_PX = 18
ROOM = 0.06
# From here on the words of the own figure stand to the left of its line.
RIGHT = 0.6
# The first year hollow, the later ones darker, the last dark: told apart in grey too.
INKS = (theme.PAPER, theme.MIDDLE_HALF, theme.DARK)


def then_and_now(
    rows: Sequence[tuple[str, Mapping[int, float]]],
    indicator: Indicator,
    own_text: str,
    own: float | None,
) -> Picture:
    """Return one line for each municipality.

    Parameters
    ----------
    rows : sequence of tuple of str and mapping of int to float
        Name and known figures by year, up to three, in the order to show; the last year is now.
    indicator : Indicator
        What is shown.
    own_text : str
        Words at the own figure.
    own : float or None
        The own figure of now, or None where it is not known.

    Returns
    -------
    Picture
        The axis spans the figures and does not begin at zero: places on it are compared, not lengths.
    """
    years = sorted({year for _, known in rows for year in known})
    ink = dict(zip(reversed(years), reversed(INKS), strict=False))
    lines, points, names = [], [], []
    for place, (name, known) in enumerate(rows):
        y = HEADER_PX + (place + 0.5) * ROW_PX
        names.append({"y": y, "text": name})
        if known:
            lines.append({"y": y, "first": min(known.values()), "last": max(known.values())})
        points += [
            {
                "y": y,
                "value": value,
                "ink": ink.get(year, theme.PAPER),
                "tooltip": POINT.format(name=name, year=year_word(year), figure=figure(value, indicator)),
            }
            for year, value in sorted(known.items())
        ]
    low, high = _span([float(str(each["value"])) for each in points] + ([] if own is None else [own]))
    height_px = HEADER_PX + ROW_PX * max(len(rows), 1)
    drawn: list[dict[str, object]] = []
    if own is not None:
        is_right = own > low + RIGHT * (high - low)
        drawn.append(
            {"value": own, "y": HEADER_PX - 6, "bottom": height_px, "text": own_text, "is_right": is_right}
        )
    widest = max((text_width_px(name, theme.TEXT_PX) for name, _ in rows), default=0.0)
    return filled(
        then_and_now_plan(),
        {"own": drawn, "lines": lines, "points": points, "names": names},
        {
            "low": low,
            "high": high,
            "ticks": [each for each in ticks(high) if each >= low],
            "tick_format": tick_format(high),
            "name_px": round(widest + MARGIN_PX),
        },
        height_px,
    )


def _span(values: Sequence[float]) -> tuple[float, float]:
    """Return the ends of the axis: a little beyond the figures, and not below zero."""
    if not values:
        return 0.0, 1.0
    room = ROOM * (max(values) - min(values)) or 1.0
    return max(0.0, min(values) - room), max(values) + room


ROW_PX = 26
HEADER_PX = 26
MARK_PX2 = 95
END_PX = 10
# A name takes at most this share of a narrow picture.
START = "min(name_px, width * 0.42)"

X_SCALE = alt.Scale(
    domain=[parameter("low"), parameter("high")],
    nice=False,
    zero=False,
    range=[alt.ExprRef(START), alt.ExprRef(f"width - {END_PX}")],
)
X_AXIS = alt.Axis(
    title=None, values=parameter("ticks"), domain=False, labelExpr="format(datum.value, tick_format)"
)
X = alt.X("value:Q", scale=X_SCALE, axis=X_AXIS)
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
