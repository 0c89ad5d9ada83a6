"""The way from one rate to another in steps: what the ages add, then what the rates by age add."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.municipality_rows import ROW_PX, municipality_rows, names_in_order
from carecompare.charts.parts.spacing import text_width_px
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.text.topics.decomposition_words import BAND, STEP, step_figure, step_tooltip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts.plan import Picture
    from carecompare.rows import DecompositionStep, ListedName


LEVELS = ("start", "expected", "end")
# The ages light, the rates dark: told apart in grey print, and by the words before them.
FILLS = {"structure": theme.MIDDLE_HALF, "rates": theme.PEER_DARK}
SHARE_OF_MARGIN = 0.06
LEAST_SPAN = 0.5
TICKS = 3
STEPS = (0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0)


def waterfall(
    steps: Sequence[DecompositionStep], own: str, other: str, height_px: int | None = None
) -> Picture:
    """Return a horizontal waterfall.

    Parameters
    ----------
    steps : sequence of DecompositionStep
        From `Decomposed.steps`.
    own, other : str
        Names at the two ends.
    height_px : int, optional
        Height of the plot.

    Returns
    -------
    Picture
        Rates are diamonds, steps are bars; a bar is hollow where fewer than ten persons stand behind it.
        The axis does not begin at zero.
    """
    rows = list(steps)
    height = height_px or len(rows) * ROW_PX
    names = [step_name(row, own, other) for row in rows]
    reaches = [row[end] for row in rows for end in ("begin", "reach")]
    lowest, highest = min(reaches), max(reaches)
    margin = max(highest - lowest, LEAST_SPAN) * SHARE_OF_MARGIN
    first, last = max(lowest - margin, 0.0), highest + margin
    figures = [step_figure(row["part"], row["reach"], row["points"], row["persons"]) for row in rows]
    listed: list[ListedName] = [
        {"name_ja": name, "role": "own" if row["part"] == "end" else "peer"}
        for name, row in zip(names, rows, strict=True)
    ]
    labels = [
        {
            "name_ja": name,
            "at": max(row["begin"], row["reach"]),
            "label": figure,
            "bold": row["part"] == "end",
            "ink": theme.OWN if row["part"] == "end" else theme.INK,
        }
        for name, row, figure in zip(names, rows, figures, strict=True)
    ]
    datasets = {
        "joints": [
            {"name_ja": name, "role": "peer", "at": row["reach"]}
            for name, row in zip(names[:-1], rows[:-1], strict=True)
        ],
        "steps": [
            _bar(name, row) for name, row in zip(names, rows, strict=True) if row["part"] not in LEVELS
        ],
        "levels": [_level(name, row) for name, row in zip(names, rows, strict=True) if row["part"] in LEVELS],
        "labels": labels,
    }
    places, decimals = _ticks(first, last)
    widest = max(text_width_px(figure, theme.TEXT_PX) for figure in figures)
    numbers = {
        "first": first,
        "last": last,
        "ticks": places,
        "tick_format": f".{decimals}f",
        "margin_px": round(widest + LABEL_GAP_PX),
        "joint_px": height / len(rows),
        "joint_shift_px": height / len(rows) / 2,
        **names_in_order(listed),
    }
    return filled(waterfall_plan(), datasets, numbers, height)


def step_name(row: DecompositionStep, own: str, other: str) -> str:
    """Return how one step or level of a waterfall is called."""
    if row["part"] == "start":
        return other
    if row["part"] == "end":
        return own
    return STEP[row["part"]].format(band=BAND.get(row["band"], ""))


def _bar(name: str, row: DecompositionStep) -> dict[str, object]:
    fill = FILLS[row["part"]]
    return {
        "name_ja": name,
        "begin": row["begin"],
        "reach": row["reach"],
        "fill": theme.PAPER if row["few"] else fill,
        "stroke": theme.PEER if row["few"] else theme.DARK,
        "tooltip": step_tooltip(name, row["points"], row["persons"], few=row["few"]),
    }


def _level(name: str, row: DecompositionStep) -> dict[str, object]:
    is_own = row["part"] == "end"
    ink = theme.OWN if is_own else theme.DARK
    return {
        "name_ja": name,
        "at": row["reach"],
        "fill": theme.PAPER if row["part"] == "expected" else ink,
        "stroke": ink,
    }


def _ticks(first: float, last: float) -> tuple[Sequence[float], int]:
    """Return round positions between two ends that need not be zero, and their decimals."""
    step = next((each for each in STEPS if (last - first) / each <= TICKS), STEPS[-1])
    places = [round(place * step, 1) for place in range(int(first / step), int(last / step) + 1)]
    return [place for place in places if first <= place <= last], 1 if step < 1 else 0


BAR_PX = 18
MARK_PX2 = 130
LABEL_GAP_PX = 10
Y = alt.Y("name_ja:N")


@cache
def waterfall_plan() -> Picture:
    """Return the plan of a waterfall.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `waterfall` fills in.
    """
    layers = [*_joints(), *_steps(), *_levels(), *_labels()]
    return planned(layers)


def _joints() -> list[alt.Chart]:
    scale = alt.Scale(
        domain=[parameter("first"), parameter("last")],
        nice=False,
        zero=False,
        range=[0, alt.ExprRef("max(60, width - margin_px)")],
    )
    axis = alt.Axis(title=None, values=parameter("ticks"), labelExpr="format(datum.value, tick_format)")
    joints = alt.Chart(named("joints")).mark_tick(
        color=theme.MIDDLE_HALF, thickness=1, size=parameter("joint_px"), yOffset=parameter("joint_shift_px")
    )
    return [joints.encode(x=alt.X("at:Q", scale=scale, axis=axis), y=municipality_rows())]


def _steps() -> list[alt.Chart]:
    bars = alt.Chart(named("steps")).mark_bar(height=BAR_PX, strokeWidth=1.4)
    return [
        bars.encode(
            x=alt.X("begin:Q", stack=None),
            x2=alt.X2("reach:Q"),
            y=Y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=[alt.Tooltip("tooltip:N", title=" ")],
        )
    ]


def _levels() -> list[alt.Chart]:
    marks = alt.Chart(named("levels")).mark_point(shape="diamond", size=MARK_PX2, strokeWidth=1.6, opacity=1)
    return [
        marks.encode(
            x=alt.X("at:Q"),
            y=Y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
        )
    ]


def _labels() -> list[alt.Chart]:
    letters = alt.Chart(named("labels")).mark_text(
        align="left", dx=LABEL_GAP_PX, fontWeight=alt.ExprRef("datum.bold ? 'bold' : 'normal'")
    )
    return theme.haloed(
        letters.encode(x=alt.X("at:Q"), y=Y, text=alt.Text("label:N"), color=alt.Color("ink:N", scale=None))
    )
