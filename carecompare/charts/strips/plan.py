"""How strips are drawn: their columns and layers, without any figure."""

from __future__ import annotations

from functools import cache, partial
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.band_parts import bands, peers_on, rows_with
from carecompare.charts.parts.lines_of_words import WIDE, Y, names, shares_between
from carecompare.charts.parts.tooltips import tooltip
from carecompare.charts.plan import named, planned
from carecompare.charts.strips.rows import HEADER_PX, ROW_PX

if TYPE_CHECKING:
    from typing import Literal

    from carecompare.charts.plan import Picture


FIGURE_PX = 15
STRIP_PX = 11
MARGIN_PX = 14
TEXT_Y, STRIP_Y, MIDDLE_Y = 11, 27, 18
ROOMY = "width >= 720"

# Where the columns stand, from the widths of their words.
UNIT_X = f"(width - unit_px - ({ROOMY} ? median_px : 0))"
FIGURE_X = f"({UNIT_X} - 5)"
STRIP_START = f"{WIDE} ? name_px + end_px + {MARGIN_PX} : end_px"
STRIP_END = f"{WIDE} ? {FIGURE_X} - figure_px - end_px - {MARGIN_PX} : width - end_px"
# On a phone the word that stands for a figure reaches to the end: there is no unit beside it.
WORD_X = f"({WIDE} || !datum.silent ? {FIGURE_X} : width)"
NAME_LIMIT = f"{WIDE} ? name_px + {MARGIN_PX} : min({FIGURE_X} - value_px, width - silence_px) - {MARGIN_PX}"

X_SCALE = shares_between(STRIP_START, STRIP_END)
AT_STRIP = alt.ExprRef(f"{WIDE} ? {MIDDLE_Y} : {STRIP_Y}")
AT_TEXT = alt.ExprRef(f"{WIDE} ? {MIDDLE_Y} : {TEXT_Y}")
IF_ROOMY = alt.ExprRef(f"{ROOMY} ? 1 : 0")
# Figures of an axis stand below the strip, where a whisker cannot reach them.
BELOW_PX = 14

_rows = partial(rows_with, "strips")


@cache
def strips_plan(*, is_crowd: bool) -> Picture:
    """Return the plan of strips.

    Parameters
    ----------
    is_crowd : bool
        Whether the peers are so many that their ticks are thin.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `strips` fills in.
    """
    layers = [
        *bands("strips", X_SCALE, Y, STRIP_PX, AT_STRIP),
        *_zero(),
        *_peers(0.8 if is_crowd else 1.5),
        *_median(),
        *_own(),
        *_ends(),
        *_words(),
        *_headings(),
    ]
    return planned(layers)


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", scale=X_SCALE, axis=None)


def _zero() -> list[alt.Chart]:
    marks = _rows("zero").encode(x=_x("zero"), y=Y)
    return [
        marks.mark_tick(
            orient="vertical", color=theme.QUIET, thickness=1, size=STRIP_PX + 4, yOffset=AT_STRIP
        ),
        marks.mark_text(
            text="0", color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX, yOffset=AT_STRIP, dy=BELOW_PX
        ),
    ]


def _peers(thick_px: float) -> list[alt.Chart]:
    base = peers_on("strips", "peers").encode(x=_x("at"), y=Y)
    return [
        base.mark_tick(
            orient="vertical",
            color=theme.PAPER,
            thickness=thick_px,
            size=STRIP_PX,
            yOffset=AT_STRIP,
        ),
        base.mark_tick(
            orient="vertical", opacity=0, thickness=7, size=ROW_PX / 2, yOffset=AT_STRIP, aria=False
        ).encode(tooltip=tooltip()),
    ]


def _median() -> list[alt.Chart]:
    marks = _rows("median").mark_tick(
        orient="vertical", color=theme.DARK, thickness=2.5, size=STRIP_PX + 8, yOffset=AT_STRIP
    )
    return [marks.encode(x=_x("median"), y=Y)]


def _own() -> list[alt.Chart]:
    whiskers = _rows("lower", "upper")
    return [
        whiskers.mark_rule(color=theme.DARK, strokeWidth=1.5, yOffset=AT_STRIP).encode(
            x=_x("lower"), x2=alt.X2("upper:Q"), y=Y
        ),
        whiskers.transform_filter("datum.is_cut")
        .mark_point(
            shape="triangle-right", size=40, filled=True, color=theme.DARK, opacity=1, yOffset=AT_STRIP
        )
        .encode(x=_x("upper"), y=Y),
        alt.Chart(named("own"))
        .mark_point(filled=True, size=150, strokeWidth=2, opacity=1, yOffset=AT_STRIP)
        .encode(
            x=_x("at"),
            y=Y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            shape=alt.Shape("shape:N", scale=None),
            tooltip=tooltip(),
        ),
    ]


def _ends() -> list[alt.Chart]:
    # Each at its own place, growing outwards, so that two that are near stand apart.
    sides: tuple[tuple[str, Literal["left", "right"]], ...] = (("lowest", "right"), ("highest", "left"))
    return [
        _rows(f"{side}_at")
        .mark_text(
            align=align, dy=BELOW_PX, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX, yOffset=AT_STRIP
        )
        .encode(x=_x(f"{side}_at"), y=Y, text=f"{side}:N")
        for side, align in sides
    ]


def _words() -> list[alt.Chart]:
    base = _rows()
    weight = alt.ExprRef("datum.silent ? 'normal' : 'bold'")
    size = alt.ExprRef(f"datum.silent ? {theme.TEXT_PX} : {FIGURE_PX}")
    return [
        names(base, NAME_LIMIT, AT_TEXT),
        base.mark_text(align="right", fontWeight=weight, fontSize=size, yOffset=AT_TEXT).encode(
            x=theme.x_at(alt.ExprRef(WORD_X)),
            y=Y,
            text=alt.Text("figure:N"),
            color=alt.Color("ink:N", scale=None),
        ),
        base.mark_text(align="left", yOffset=AT_TEXT, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX).encode(
            x=theme.x_at(alt.ExprRef(UNIT_X)), y=Y, text=alt.Text("unit:N")
        ),
        base.mark_text(align="right", yOffset=AT_TEXT, opacity=IF_ROOMY, color=theme.DARK).encode(
            x=theme.x_at("width"), y=Y, text=alt.Text("median_figure:N")
        ),
    ]


def _headings() -> list[alt.Chart]:
    words = alt.Chart(named("headings"))
    y = theme.y_at(HEADER_PX / 2 - 3)
    return [
        words.mark_text(align="right", color=theme.OWN, fontWeight="bold").encode(
            x=theme.x_at(alt.ExprRef(FIGURE_X)), y=y, text=alt.Text("own:N")
        ),
        words.mark_text(
            align="right", color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX, opacity=IF_ROOMY
        ).encode(x=theme.x_at("width"), y=y, text=alt.Text("median:N")),
    ]
