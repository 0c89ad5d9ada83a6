"""How a course is drawn: its scales and layers, without any figure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.end_letters import before_names
from carecompare.charts.parts.tooltips import LINE_FORMAT, tooltip
from carecompare.charts.plan import named, parameter, planned
from carecompare.rows import COUNTED, PROJECTION, WITH_IMPUTED

if TYPE_CHECKING:
    from carecompare.charts.plan import Picture


LEADER_PX = 9
HOVER_PX2 = 160
TITLE_Y = -26

X = alt.X(
    "year:Q",
    axis=alt.Axis(title=None, format="d", grid=False, labelSeparation=6, values=parameter("year_ticks")),
    scale=before_names("first_year", "last_year"),
)
Y = alt.Y(
    "value:Q",
    axis=alt.Axis(
        title=None,
        grid=False,
        domain=False,
        ticks=False,
        values=parameter("value_ticks"),
        labelExpr="format(datum.value, value_format)",
    ),
    scale=alt.Scale(domain=[0, parameter("top")], nice=False),
)
TEXT = alt.Text("text:N")
POINTS = alt.Chart(alt.NamedData("points", format=LINE_FORMAT))


@cache
def course_plan() -> Picture:
    """Return the plan of a course.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `course` fills in.
    """
    layers = [
        *_ground(),
        *_strokes("peer", theme.PEER, parameter("peer_stroke_px")),
        *_end_labels(),
        *_strokes("own", theme.OWN, 3.2),
        *_marks(),
        *_join(),
        *_gaps(),
        *_document(),
    ]
    return planned(layers)


def _ground() -> list[alt.Chart]:
    start, title = alt.Chart(named("projection_start")), alt.Chart(named("title"))
    start_words, title_words = (
        base.mark_text(align="left", dx=dx, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX)
        for base, dx in ((start, 5), (title, 0))
    )
    return [
        # The grid of the axis itself would run on below the names at the right.
        alt.Chart(named("grid")).mark_rule(color=theme.GRID).encode(x=X, x2=alt.X2("end:Q"), y=Y),
        start.mark_rule(color=theme.MIDDLE_HALF).encode(x=X, y=theme.y_at(-16), y2=theme.y2_at("height")),
        start_words.encode(x=X, y=theme.y_at(-10), text=TEXT),
        title_words.encode(x=theme.x_at(0), y=theme.y_at(TITLE_Y), text=TEXT),
    ]


def _strokes(role: str, color: str, width_px: float | alt.ExprRef) -> list[alt.Chart]:
    runs = [alt.Detail("tooltip_name:N"), alt.Detail("run:N")]
    counted = POINTS.mark_line(color=color, strokeWidth=width_px)
    projected = POINTS.mark_line(color=color, strokeWidth=width_px, strokeDash=list(theme.PROJECTION_DASH))
    return [
        line.transform_filter(f"datum.stroke == '{role}_{series}'").encode(x=X, y=Y, detail=runs)
        for line, series in ((counted, COUNTED), (counted, WITH_IMPUTED), (projected, PROJECTION))
    ]


def _end_labels() -> list[alt.Chart]:
    base = alt.Chart(named("end_labels"))
    letters = base.mark_text(
        align="left",
        dx=LEADER_PX + 3,
        fontSize=theme.SMALL_TEXT_PX,
        fontWeight=alt.ExprRef("datum.own ? 'bold' : 'normal'"),
    ).encode(x=X, y=Y, text=TEXT, color=alt.Color("ink:N", scale=None))
    leader = base.mark_rule(strokeWidth=1, color=theme.PEER, x2Offset=LEADER_PX).encode(
        x=X, x2=alt.X2("year:Q"), y=alt.Y("anchor:Q"), y2=alt.Y2("value:Q")
    )
    return [leader, *theme.haloed(letters)]


def _marks() -> list[alt.Chart]:
    ink = alt.Color("ink:N", scale=None)
    hollow = alt.Chart(named("hollow"))
    return [
        hollow.mark_rule(strokeWidth=1.5).encode(x=X, y=alt.Y("lower:Q"), y2=alt.Y2("upper:Q"), color=ink),
        hollow.mark_point(
            filled=True, fill=theme.PAPER, size=parameter("mark_px2"), strokeWidth=1.8, opacity=1
        ).encode(x=X, y=Y, stroke=alt.Stroke("ink:N", scale=None)),
        alt.Chart(named("solid"))
        .mark_point(filled=True, size=alt.ExprRef("0.8 * mark_px2"), opacity=1)
        .encode(x=X, y=Y, color=ink),
        POINTS.mark_point(filled=True, size=HOVER_PX2, opacity=0, aria=False).encode(
            x=X, y=Y, tooltip=tooltip("indicator")
        ),
    ]


def _join() -> list[alt.Chart]:
    letters = alt.Chart(named("join")).mark_text(
        align=alt.ExprRef("datum.align"),
        dx=alt.ExprRef("datum.right_px"),
        dy=alt.ExprRef("datum.down_px"),
        fontSize=theme.SMALL_TEXT_PX,
        color=theme.OWN,
    )
    return theme.haloed(letters.encode(x=X, y=Y, text=TEXT))


def _gaps() -> list[alt.Chart]:
    letters = alt.Chart(named("gaps")).mark_text(color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX)
    return theme.haloed(letters.encode(x=X, y=Y, text=TEXT))


def _document() -> list[alt.Chart]:
    point = alt.Chart(named("document"))
    letters = point.mark_text(
        align=alt.ExprRef("datum.align"),
        dx=alt.ExprRef("datum.right_px"),
        dy=alt.ExprRef("datum.down_px"),
        color=theme.DOCUMENT,
        fontSize=theme.SMALL_TEXT_PX,
    ).encode(x=X, y=alt.Y("label_value:Q"), text=TEXT)
    leader = point.mark_rule(color=theme.DOCUMENT, strokeWidth=1).encode(x=X, y=Y, y2=alt.Y2("label_value:Q"))
    diamond = point.mark_point(
        shape="diamond", size=110, fill=theme.DOCUMENT, stroke=theme.PAPER, strokeWidth=1.5, opacity=1
    ).encode(x=X, y=Y)
    return [leader, *theme.haloed(letters), diamond]
