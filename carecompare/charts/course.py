"""One indicator over the years: counted solid, projected dashed, the two never joined."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import altair as alt
import numpy as np
import pandas as pd

from carecompare.charts import theme
from carecompare.charts.course_labels import (
    COUNTED,
    MOST_LABELS,
    PROJECTION,
    CourseLabel,
    end_labels,
    gap_labels,
)
from carecompare.charts.course_plane import LEADER_PX, Plane, axis_title, course_plane, grid_lines
from carecompare.charts.spacing import rounded_up
from carecompare.charts.tooltips import TOOLTIP_COLUMNS, tooltip, with_tooltip
from carecompare.text.chart_words import DOCUMENT_FIGURE, JOIN, PROJECTION_BEGINS
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator

HEIGHT_PX = 380
HOVER_PX2 = 160
LINE_COLUMNS = ["year", "value", "series", "line", "role"]
MARK_COLUMNS = ["year", "value", "lower", "upper", "accent"]


class DocumentPoint(NamedTuple):
    """A figure that the document itself prints of the own municipality."""

    year: int
    value: float


def course(
    values: pd.DataFrame,
    indicator: Indicator,
    document: DocumentPoint | None = None,
    *,
    height_px: int = HEIGHT_PX,
) -> alt.LayerChart:
    """Return lines over the years, the own municipality among its peers.

    Parameters
    ----------
    values : DataFrame
        Columns ``area``, ``name_ja``, ``role``, ``year``, ``value``, ``lower``, ``upper``, ``status``,
        ``series`` (``counted`` or ``projection``), ``hollow`` (the value is a range rather than a point),
        ``reason``, ``join_gap`` (difference of the two series in a year that both have, NaN where it is
        small), and ``numerator`` and ``denominator`` for the tooltip. At least
        one row.
    indicator : Indicator
        What is shown.
    document : DocumentPoint, optional
        A figure of the document, set beside the own line.
    height_px : int
        Height of the plot; a low one names the own line, the highest and the lowest only.

    Returns
    -------
    LayerChart
        From zero. A missing year is a gap with its word; a projection starts from its own base.
    """
    known = with_tooltip(_lines(values), {indicator.id: indicator}, indicator.id)
    shown = known["upper"].where(known["hollow"], known["value"])
    highest = max([*shown.dropna(), document.value if document else 0.0])
    top = rounded_up(highest if highest > 0 else 1.0)
    labels = end_labels(values, indicator, top, height_px)
    is_crowd = values["area"].nunique() > MOST_LABELS
    plane = course_plane(values, labels, top)
    layers = [
        *grid_lines(plane),
        *_projection_start(known, plane),
        *axis_title(indicator),
        *_strokes(known.loc[known["role"] != "own"], plane, theme.PEER, 0.8 if is_crowd else 1.4),
        *_end_labels(labels, plane),
        *_strokes(known.loc[known["role"] == "own"], plane, theme.OWN, 3.2),
        *_marks(known, plane, size_px2=18 if is_crowd else 50),
        *_own_join(known, indicator, plane),
        *_gap_labels(gap_labels(values, top, height_px), plane),
        *_document(document, known, indicator, plane),
    ]
    return theme.configured(layers, height_px)


def _lines(values: pd.DataFrame) -> pd.DataFrame:
    """Return the known rows with their unbroken run: no line bridges a missing year or the two series."""
    ordered = values.sort_values(["area", "series", "year"])
    broken = ordered["value"].isna()
    run = broken.groupby([ordered["area"], ordered["series"]]).cumsum()
    line = ordered["area"] + ordered["series"] + run.astype(str)
    known = ordered.assign(line=line).loc[~broken]
    return known.assign(alone=known.groupby("line")["line"].transform("size") == 1)


def _projection_start(known: pd.DataFrame, plane: Plane) -> list[alt.Chart]:
    projected = known.loc[known["series"] == PROJECTION, "year"]
    if projected.empty:
        return []
    start = alt.Chart(pd.DataFrame({"year": [int(projected.min())], "text": [PROJECTION_BEGINS]}))
    return [
        start.mark_rule(color=theme.MIDDLE_HALF).encode(
            x=plane.x, y=theme.y_at(-16), y2=theme.y2_at("height")
        ),
        start.mark_text(align="left", dx=5, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX).encode(
            x=plane.x, y=theme.y_at(-10), text=alt.Text("text:N")
        ),
    ]


def _strokes(rows: pd.DataFrame, plane: Plane, color: str, width_px: float) -> list[alt.Chart]:
    is_projection = rows["series"] == PROJECTION
    lines = [
        alt.Chart(rows.loc[~is_projection, LINE_COLUMNS]).mark_line(color=color, strokeWidth=width_px),
        alt.Chart(rows.loc[is_projection, LINE_COLUMNS]).mark_line(
            color=color, strokeWidth=width_px, strokeDash=list(theme.PROJECTION_DASH)
        ),
    ]
    return [line.encode(x=plane.x, y=plane.y, detail=alt.Detail("line:N")) for line in lines]


def _marks(known: pd.DataFrame, plane: Plane, size_px2: int) -> list[alt.Chart]:
    color = alt.Color("accent:N", scale=None)
    rows = known.assign(accent=np.where(known["role"] == "own", theme.OWN, theme.PEER_DARK))
    is_hollow = rows["hollow"].astype(bool)
    is_solid = ~is_hollow & (rows["alone"] | rows["join_gap"].notna())
    hollow = alt.Chart(rows.loc[is_hollow, MARK_COLUMNS])
    solid = alt.Chart(rows.loc[is_solid, MARK_COLUMNS])
    hover = alt.Chart(rows[["year", "value", *TOOLTIP_COLUMNS]])
    ranges = [
        hollow.mark_rule(strokeWidth=1.5).encode(
            x=plane.x, y=alt.Y("lower:Q"), y2=alt.Y2("upper:Q"), color=color
        ),
        hollow.mark_point(filled=True, fill=theme.PAPER, size=size_px2, strokeWidth=1.8, opacity=1).encode(
            x=plane.x, y=plane.y, stroke=alt.Stroke("accent:N", scale=None)
        ),
    ]
    points = solid.mark_point(filled=True, size=size_px2 * 0.8, opacity=1)
    return [
        *(ranges if is_hollow.any() else []),
        *([points.encode(x=plane.x, y=plane.y, color=color)] if is_solid.any() else []),
        hover.mark_point(filled=True, size=HOVER_PX2, opacity=0, aria=False).encode(
            x=plane.x, y=plane.y, tooltip=tooltip("indicator")
        ),
    ]


def _own_join(known: pd.DataFrame, indicator: Indicator, plane: Plane) -> list[alt.Chart]:
    layers = []
    sides: tuple[tuple[str, Literal["left", "right"]], ...] = ((COUNTED, "right"), (PROJECTION, "left"))
    for series, align in sides:
        here = (known["role"] == "own") & known["join_gap"].notna() & (known["series"] == series)
        for year, value, gap in known.loc[here, ["year", "value", "join_gap"]].itertuples(index=False):
            words = JOIN[series].format(figure=number(value, indicator.decimals))
            is_upper = (gap > 0) == (series == PROJECTION)
            point = alt.Chart(pd.DataFrame({"year": [year], "value": [value], "text": [words]}))
            letters = point.mark_text(
                align=align,
                dx=-8 if align == "right" else 8,
                dy=-11 if is_upper else 11,
                fontSize=theme.SMALL_TEXT_PX,
                color=theme.OWN,
            )
            layers += theme.haloed(letters.encode(x=plane.x, y=plane.y, text=alt.Text("text:N")))
    return layers


def _end_labels(labels: Sequence[CourseLabel], plane: Plane) -> list[alt.Chart]:
    placed = pd.DataFrame(labels, columns=list(CourseLabel._fields))
    ink = [theme.OWN if label.own else theme.QUIET for label in labels]
    weight = alt.ExprRef("datum.own ? 'bold' : 'normal'")
    base = alt.Chart(placed.assign(ink=ink))
    letters = base.mark_text(
        align="left", dx=LEADER_PX + 3, fontSize=theme.SMALL_TEXT_PX, fontWeight=weight
    ).encode(x=plane.x, y=plane.y, text=alt.Text("text:N"), color=alt.Color("ink:N", scale=None))
    leader = base.mark_rule(strokeWidth=1, color=theme.PEER, x2Offset=LEADER_PX).encode(
        x=plane.x, x2=alt.X2("year:Q"), y=alt.Y("anchor:Q"), y2=alt.Y2("value:Q")
    )
    return [leader, *theme.haloed(letters)]


def _gap_labels(labels: Sequence[CourseLabel], plane: Plane) -> list[alt.Chart]:
    if not labels:
        return []
    placed = pd.DataFrame(labels, columns=list(CourseLabel._fields))
    letters = alt.Chart(placed).mark_text(color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX)
    return theme.haloed(letters.encode(x=plane.x, y=plane.y, text=alt.Text("text:N")))


def _document(
    document: DocumentPoint | None, known: pd.DataFrame, indicator: Indicator, plane: Plane
) -> list[alt.Chart]:
    if document is None:
        return []
    figure = number(document.value, indicator.decimals)
    words = DOCUMENT_FIGURE.format(year=document.year, figure=figure)
    own = known.loc[(known["role"] == "own") & (known["series"] != PROJECTION)].sort_values("year")
    is_below = own.empty or np.interp(document.year, own["year"], own["value"]) >= document.value
    point = alt.Chart(pd.DataFrame({"year": [document.year], "value": [document.value], "text": [words]}))
    # A rising line leaves room at its lower right and its upper left.
    letters = point.mark_text(
        align="left" if is_below else "right",
        dx=6 if is_below else -6,
        dy=16 if is_below else -16,
        color=theme.DOCUMENT,
        fontSize=theme.SMALL_TEXT_PX,
    ).encode(x=plane.x, y=plane.y, text=alt.Text("text:N"))
    diamond = point.mark_point(
        shape="diamond", size=110, fill=theme.DOCUMENT, stroke=theme.PAPER, strokeWidth=1.5, opacity=1
    ).encode(x=plane.x, y=plane.y)
    return [*theme.haloed(letters), diamond]
