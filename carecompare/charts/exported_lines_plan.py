"""How exported series are drawn: their scales and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.end_letters import before_names, end_letters
from carecompare.charts.plan import Picture, named, number, planned

GAP_PX = 10
RING_PX2 = 60
X = alt.X(
    "position:Q",
    axis=alt.Axis(
        title=None, grid=False, values=number("positions"), labelExpr="names[indexof(positions, datum.value)]"
    ),
    scale=before_names("first", "last"),
)
Y = alt.Y(
    "value:Q",
    axis=alt.Axis(
        title=None, domain=False, values=number("ticks"), labelExpr="format(datum.value, tick_format)"
    ),
    scale=alt.Scale(domain=[number("start"), number("top")], nice=False),
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
