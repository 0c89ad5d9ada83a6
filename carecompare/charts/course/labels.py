"""Where the words of a course go: at the ends of the lines, and in their gaps."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts.parts.spacing import spread
from carecompare.text.chart_words import FIGURE_WITH_NOTE, NAMED_FIGURE, NO_PROJECTION, silence
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts.course.line import CourseLine


MOST_LABELS = 12
LINE_PX = 16
EDGE_PX = 6


class CourseLabel(NamedTuple):
    """Words at a year; ``anchor`` is the value they belong to, ``value`` where they stand."""

    text: str
    year: int
    anchor: float
    value: float
    own: bool


def end_labels(lines: Sequence[CourseLine], top: float, height_px: int) -> list[CourseLabel]:
    """Return the names at the right ends of the lines, none on another.

    Parameters
    ----------
    lines : sequence of CourseLine
        One for each municipality; a label is rounded to one decimal less than the indicator's.
    top : float
        Value at the top of the plot, which starts at zero.
    height_px : int
        Height of the plot.

    Returns
    -------
    list of CourseLabel
        One for each municipality while there are at most twelve and room for them; otherwise the own
        one, the highest and the lowest. A line that ends early says so; a municipality without any value
        is named with the word that says why.
    """
    ends = [line.end for line in lines]
    last_year = max((end["year"] for end in ends if end), default=0)
    last_year = last_year or max(row["year"] for line in lines for row in line.rows)
    labels = []
    for line, end in zip(lines, ends, strict=True):
        name, own = line.name, line.is_own
        if not end:
            word = silence(line.rows[-1]["status"], line.rows[-1]["reason"])
            labels.append(CourseLabel(NAMED_FIGURE.format(name=name, figure=word), last_year, 0.0, 0.0, own))
            continue
        year, value = end["year"], end["value"]
        figure = number(value, max(line.indicator.decimals - 1, 0))
        if year < last_year and not line.is_projected:
            figure = FIGURE_WITH_NOTE.format(figure=figure, note=NO_PROJECTION)
        labels.append(CourseLabel(NAMED_FIGURE.format(name=name, figure=figure), year, value, value, own))
    return _apart(_chosen(labels, height_px), top, height_px)


def gap_labels(lines: Sequence[CourseLine], top: float, height_px: int) -> list[CourseLabel]:
    """Return the words that stand in the gaps of the lines.

    Parameters
    ----------
    lines : sequence of CourseLine
        One for each municipality.
    top : float
        Value at the top of the plot.
    height_px : int
        Height of the plot.

    Returns
    -------
    list of CourseLabel
        One for each run of missing years before the last known one, at the height of its neighbours;
        among more than twelve municipalities only the own one's.
    """
    labels = []
    for line in lines:
        if not line.is_own and len(lines) > MOST_LABELS:
            continue
        for row, height in line.gaps:
            word = silence(row["status"], row["reason"])
            text = word if line.is_own else NAMED_FIGURE.format(name=line.name, figure=word)
            labels.append(CourseLabel(text, row["year"], height, height, line.is_own))
    return _apart(labels, top, height_px)


def _chosen(labels: list[CourseLabel], height_px: int) -> list[CourseLabel]:
    room = math.floor((height_px - 2 * EDGE_PX) / LINE_PX) + 1
    if len(labels) <= min(MOST_LABELS, room):
        return labels
    ordered = sorted(labels, key=lambda label: label.anchor)
    kept = {ordered[0], ordered[-1], *(label for label in labels if label.own)}
    return [label for label in labels if label in kept]


def _apart(labels: list[CourseLabel], top: float, height_px: int) -> list[CourseLabel]:
    placed = []
    for year in sorted({label.year for label in labels}):
        together = [label for label in labels if label.year == year]
        wanted = [height_px * label.anchor / top for label in together]
        heights = spread(wanted, LINE_PX, EDGE_PX, height_px - EDGE_PX)
        placed += [
            label._replace(value=height / height_px * top)
            for label, height in zip(together, heights, strict=True)
        ]
    return placed
