"""How the rows of the sheet are drawn: their columns and layers, without any figure."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.band_parts import bands, peers_on, rows_with
from carecompare.charts.parts.lines_of_words import WIDE, Y, names, shares_between
from carecompare.charts.parts.tooltips import tooltip
from carecompare.charts.plan import named, planned
from carecompare.charts.sheet.rows import HEADER_PX, ROW_PX
from carecompare.text.topics import sheet_words

if TYPE_CHECKING:
    from typing import Literal

    from carecompare.charts.plan import Picture


FIGURE_PX = 15
STRIP_PX = 12
MARGIN_PX = 14
TREND_PX = 26
# A short upright line: a triangle would be read as the minus of the figures.
REFERENCE = "M0,-1L0,1"
TEXT_Y, STRIP_Y, MIDDLE_Y = 7, 25, 18
# On a phone the words stand above the strip, and the marks must leave them and the next row alone.
NEAR_PX, FAR_PX = STRIP_PX / 2 + 2, STRIP_PX / 2 + 4
# A wider page holds more and more columns.
ROOMY, FULL = "width >= 720", "width >= 860"

# Where the columns stand, from the right, by the widths of their words.
TREND_X = f"(width - gap_px - {MARGIN_PX + TREND_PX / 2})"
RANK_X = f"(width - gap_px - {MARGIN_PX * 2 + TREND_PX})"
MEDIAN_X = f"({FULL} ? {RANK_X} - rank_px - {MARGIN_PX} : width)"
UNIT_X = f"({ROOMY} ? {MEDIAN_X} - median_px - {MARGIN_PX} - unit_px : width - unit_px)"
FIGURE_X = f"({UNIT_X} - 5)"
STRIP_START = f"{WIDE} ? name_px + end_px + {MARGIN_PX} : end_px"
STRIP_END = f"{WIDE} ? {FIGURE_X} - figure_px - end_px - {MARGIN_PX} : width - end_px"
# On a phone the word that stands for a figure reaches to the end: there is no unit beside it.
WORD_X = f"({WIDE} || datum.own !== null ? {FIGURE_X} : width)"
NAME_LIMIT = f"{WIDE} ? name_px + {MARGIN_PX} : min({FIGURE_X} - value_px, width - silence_px) - {MARGIN_PX}"

X_SCALE = shares_between(STRIP_START, STRIP_END)
AT_STRIP = alt.ExprRef(f"{WIDE} ? {MIDDLE_Y} : {STRIP_Y}")
AT_TEXT = alt.ExprRef(f"{WIDE} ? {MIDDLE_Y} : {TEXT_Y}")
ABOVE, BELOW = (
    alt.ExprRef(f"{WIDE} ? {MIDDLE_Y} {sign} {FAR_PX} : {STRIP_Y} {sign} {NEAR_PX}") for sign in ("-", "+")
)

_rows = partial(rows_with, "rows")


@cache
def sheet_strips_plan() -> Picture:
    """Return the plan of a group of rows; its datasets and numbers are those that `sheet_strips` fills in."""
    layers = [*_bands(), *_ticks(), *_marks(), *_own(), *_ends(), *_words(), *_headings()]
    return planned(layers)


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", scale=X_SCALE, axis=None)


def _bands() -> list[alt.Chart]:
    line = (
        _rows()
        .mark_rule(color=theme.GRID, strokeWidth=1, yOffset=ROW_PX)
        .encode(x=theme.x_at(0), x2=theme.x2_at("width"), y=Y)
    )
    return [line, *bands("rows", X_SCALE, Y, STRIP_PX, AT_STRIP)]


def _ticks() -> list[alt.Chart]:
    base = peers_on("rows", "ticks").encode(x=_x("at"), y=Y)
    words = [
        alt.Tooltip("name:N", title=sheet_words.TOOLTIP_NAME),
        alt.Tooltip("figure:N", title=sheet_words.TOOLTIP_VALUE),
    ]
    return [
        base.mark_tick(
            orient="vertical", color=theme.PAPER, thickness=1.2, size=STRIP_PX, yOffset=AT_STRIP, aria=False
        ),
        base.mark_tick(
            orient="vertical", opacity=0, thickness=6, size=ROW_PX / 2, yOffset=AT_STRIP, aria=False
        ).encode(tooltip=words),
    ]


def _marks() -> list[alt.Chart]:
    median = (
        _rows("median")
        .mark_tick(orient="vertical", color=theme.DARK, thickness=2.5, size=STRIP_PX + 6, yOffset=AT_STRIP)
        .encode(x=_x("median"), y=Y)
    )
    return [
        median,
        *(
            _rows(field)
            .mark_point(
                shape=REFERENCE,
                size=36,
                filled=False,
                color=theme.DARK,
                strokeWidth=2,
                opacity=1,
                yOffset=offset,
            )
            .encode(x=_x(field), y=Y)
            for field, offset in (("prefecture", BELOW), ("nation", ABOVE))
        ),
    ]


def _own() -> list[alt.Chart]:
    whisker = (
        _rows("lower", "upper")
        .mark_rule(color=theme.DARK, strokeWidth=1.5, yOffset=AT_STRIP)
        .encode(x=_x("lower"), x2=alt.X2("upper:Q"), y=Y)
    )
    arrows = [
        _rows(field)
        .mark_point(shape=shape, size=40, filled=True, color=theme.DARK, opacity=1, yOffset=AT_STRIP)
        .encode(x=_x(field), y=Y)
        for field, shape in (("cut_below", "triangle-left"), ("cut_above", "triangle-right"))
    ]
    extra = [
        alt.Tooltip("tooltip_rank:N", title=sheet_words.RANK),
        alt.Tooltip("tooltip_trend:N", title=sheet_words.TREND),
    ]
    dot = (
        alt.Chart(named("own"))
        .mark_point(filled=True, size=140, strokeWidth=2, opacity=1, yOffset=AT_STRIP)
        .encode(
            x=_x("at"),
            y=Y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            shape=alt.Shape("shape:N", scale=None),
            tooltip=[*tooltip(), *extra],
        )
    )
    return [whisker, *arrows, dot]


def _ends() -> list[alt.Chart]:
    sides: tuple[tuple[str, str, Literal["left", "right"], int], ...] = (
        ("start_figure", "start", "right", -10),
        ("end_figure", "stop", "left", 10),
    )
    return [
        _rows()
        .mark_text(align=align, dx=dx, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX, yOffset=AT_STRIP)
        .encode(x=_x(place), y=Y, text=f"{side}:N")
        for side, place, align, dx in sides
    ]


def _shown_from(width: str) -> alt.ExprRef:
    return alt.ExprRef(f"{width} ? 1 : 0")


def _words() -> list[alt.Chart]:
    base = _rows()
    small = theme.SMALL_TEXT_PX
    return [
        names(base, NAME_LIMIT, AT_TEXT),
        base.mark_text(
            align="right",
            fontWeight=alt.ExprRef("datum.weight"),
            fontSize=alt.ExprRef(f"datum.weight == 'bold' ? {FIGURE_PX} : {theme.TEXT_PX}"),
            yOffset=AT_TEXT,
        ).encode(
            x=theme.x_at(alt.ExprRef(WORD_X)),
            y=Y,
            text=alt.Text("figure:N"),
            color=alt.Color("ink:N", scale=None),
        ),
        base.mark_text(align="left", yOffset=AT_TEXT, color=theme.QUIET, fontSize=small).encode(
            x=theme.x_at(alt.ExprRef(UNIT_X)), y=Y, text=alt.Text("unit:N")
        ),
        base.mark_text(align="right", yOffset=AT_TEXT, opacity=_shown_from(ROOMY), color=theme.DARK).encode(
            x=theme.x_at(alt.ExprRef(MEDIAN_X)), y=Y, text=alt.Text("median_figure:N")
        ),
        base.mark_text(align="right", yOffset=AT_TEXT, opacity=_shown_from(FULL), fontSize=small).encode(
            x=theme.x_at(alt.ExprRef(RANK_X)),
            y=Y,
            text=alt.Text("rank:N"),
            color=alt.Color("rank_ink:N", scale=None),
        ),
        base.mark_text(align="center", yOffset=AT_TEXT, opacity=_shown_from(FULL), fontSize=16).encode(
            x=theme.x_at(alt.ExprRef(TREND_X)), y=Y, text=alt.Text("trend:N")
        ),
        base.mark_text(
            align="right",
            yOffset=AT_TEXT,
            opacity=_shown_from(FULL),
            fontSize=small,
            fontWeight=alt.ExprRef("datum.gap_weight"),
        ).encode(
            x=theme.x_at("width"),
            y=Y,
            text=alt.Text("gap:N"),
            color=alt.Color("gap_ink:N", scale=None),
        ),
    ]


def _headings() -> list[alt.Chart]:
    words = alt.Chart(named("headings"))
    y = theme.y_at(HEADER_PX / 2 - 3)
    columns: tuple[tuple[str, str | alt.ExprRef, Literal["right", "center"], str], ...] = (
        ("median", alt.ExprRef(MEDIAN_X), "right", ROOMY),
        ("rank", alt.ExprRef(RANK_X), "right", FULL),
        ("trend", alt.ExprRef(TREND_X), "center", FULL),
        ("gap", "width", "right", FULL),
    )
    return [
        words.mark_text(align="right", color=theme.OWN, fontWeight="bold").encode(
            x=theme.x_at(alt.ExprRef(FIGURE_X)), y=y, text=alt.Text("own:N")
        ),
        *(
            words.mark_text(
                align=align, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX, opacity=_shown_from(width)
            ).encode(x=theme.x_at(x), y=y, text=alt.Text(f"{name}:N"))
            for name, x, align, width in columns
        ),
    ]
