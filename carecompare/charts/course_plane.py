"""The years and values in which a course is drawn: scales, axes, grid."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import altair as alt
import pandas as pd

from carecompare.charts import theme
from carecompare.charts.spacing import text_width_px, tick_format, ticks
from carecompare.text.chart_words import AXIS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.course_labels import CourseLabel

YEARS_BETWEEN_TICKS = 10
LEADER_PX = 9
MARGIN_PX = 6
TITLE_Y = -26


class Plane(NamedTuple):
    """The scales that all layers share, and their ends."""

    x: alt.X
    y: alt.Y
    first_year: int
    last_year: int
    top: float


def course_plane(values: pd.DataFrame, labels: Sequence[CourseLabel], top: float) -> Plane:
    """Return the scales, with room for the names at the right.

    Parameters
    ----------
    values : DataFrame
        Columns ``year`` and ``value``, at least one row.
    labels : sequence of CourseLabel
        Those of the last year stand beside the plot.
    top : float
        Value at the top; the bottom is zero.

    Returns
    -------
    Plane
        From the first to the last year with a value.
    """
    known = values.loc[values["value"].notna(), "year"]
    years = known if len(known) else values["year"]
    first, last = int(years.min()), int(years.max())
    at_end = [text_width_px(label.text, theme.SMALL_TEXT_PX) for label in labels if label.year == last]
    margin_px = LEADER_PX + MARGIN_PX + max(at_end, default=0.0)
    decade = -(-first // YEARS_BETWEEN_TICKS) * YEARS_BETWEEN_TICKS
    decades = list(range(decade, last + 1, YEARS_BETWEEN_TICKS))
    x_axis = alt.Axis(title=None, format="d", grid=False, labelSeparation=6, values=decades)
    x_scale = alt.Scale(
        domain=[first, max(last, first + 1)],
        nice=False,
        zero=False,
        range=[0, alt.ExprRef(f"max(80, width - {margin_px:.0f})")],
    )
    y_axis = alt.Axis(
        title=None, grid=False, domain=False, ticks=False, values=ticks(top), format=tick_format(top)
    )
    return Plane(
        x=alt.X("year:Q", scale=x_scale, axis=x_axis),
        y=alt.Y("value:Q", scale=alt.Scale(domain=[0, top], nice=False), axis=y_axis),
        first_year=first,
        last_year=last,
        top=top,
    )


def grid_lines(plane: Plane) -> list[alt.Chart]:
    """Return the lines at the ticks; the axis' own would run on below the names at the right.

    Parameters
    ----------
    plane : Plane
        From `course_plane`.

    Returns
    -------
    list of Chart
        One layer.
    """
    lines = pd.DataFrame({"value": ticks(plane.top), "year": plane.first_year, "end": plane.last_year})
    return [alt.Chart(lines).mark_rule(color=theme.GRID).encode(x=plane.x, x2=alt.X2("end:Q"), y=plane.y)]


def axis_title(indicator: Indicator) -> list[alt.Chart]:
    """Return what is shown and its unit, level above the values rather than turned beside them.

    Parameters
    ----------
    indicator : Indicator
        Gives the words.

    Returns
    -------
    list of Chart
        One layer.
    """
    words = pd.DataFrame({"text": [AXIS.format(name=indicator.name_ja, unit=indicator.unit_ja)]})
    letters = alt.Chart(words).mark_text(align="left", color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX)
    return [letters.encode(x=theme.x_at(0), y=theme.y_at(TITLE_Y), text=alt.Text("text:N"))]
