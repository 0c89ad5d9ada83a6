"""Words beside single points of a course: where two methods meet, and the figure of the document."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts.course.labels import LINE_PX
from carecompare.rows import PROJECTION
from carecompare.text.chart_words import DOCUMENT_FIGURE, JOIN
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import CourseRow


BELOW_LINES_PX = 24


class Note(NamedTuple):
    """Words for a point at ``value``; they start from ``label_value``, moved by some pixels."""

    text: str
    year: int
    value: float
    label_value: float
    align: str
    right_px: int
    down_px: int


def join_notes(known: Sequence[CourseRow], indicator: Indicator) -> list[Note]:
    """Return the own figures of the last year of which counted and projected ones differ.

    Parameters
    ----------
    known : sequence of CourseRow
        Rows with a value.
    indicator : Indicator
        Gives the decimals.

    Returns
    -------
    list of Note
        The counted one at the left, that of the projection at the right.
    """
    notes = []
    own = [row for row in known if row["role"] == "own" and not isnan(row["join_gap"])]
    last = max((row["year"] for row in own), default=0)
    for row in own:
        if row["year"] != last:
            continue
        is_above = row["join_gap"] > 0
        series, value = row["series"], row["value"]
        notes.append(
            Note(
                text=JOIN[series].format(figure=number(value, indicator.decimals)),
                year=row["year"],
                value=value,
                label_value=value,
                align="left" if series == PROJECTION else "right",
                right_px=8 if series == PROJECTION else -8,
                down_px=-11 if is_above == (series == PROJECTION) else 11,
            )
        )
    return notes


def document_note(
    year: int, value: float, known: Sequence[CourseRow], indicator: Indicator, px_per_unit: float
) -> Note:
    """Return the words for a figure of the document.

    Parameters
    ----------
    year : int
        Year of the figure.
    value : float
        The figure.
    known : sequence of CourseRow
        Rows with a value.
    indicator : Indicator
        Gives the decimals.
    px_per_unit : float
        Height of one unit of the value in the plot.

    Returns
    -------
    Note
        Below all lines that pass there and later, tied to the point by a line; where those leave no
        room, beside the point.
    """
    words = DOCUMENT_FIGURE.format(year=year, figure=number(value, indicator.decimals))
    from_year = max((row["year"] for row in known if row["year"] <= year), default=year)
    passing = [row["lower"] if row["hollow"] else row["value"] for row in known if row["year"] >= from_year]
    free_px = min([value, *passing]) * px_per_unit - BELOW_LINES_PX
    label_value, down_px = (value, 16) if free_px < LINE_PX / 2 else (free_px / px_per_unit, 0)
    return Note(words, year, value, label_value, "left", 6, down_px)
