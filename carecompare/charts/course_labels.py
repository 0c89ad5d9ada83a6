"""Where the words of a course go: at the ends of the lines, and in their gaps."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts.spacing import spread
from carecompare.text.chart_words import FIGURE_WITH_NOTE, NAMED_FIGURE, NO_PROJECTION, silence
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carecompare.catalog import Indicator
    from carecompare.tables import Row

COUNTED = "counted"
PROJECTION = "projection"
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


def is_known(row: Row) -> bool:
    """Return whether a row has a value.

    Parameters
    ----------
    row : Row
        Key ``value``, NaN where there is none.

    Returns
    -------
    bool
        False in a gap.
    """
    return not math.isnan(row["value"])


def end_labels(rows: Sequence[Row], indicator: Indicator, top: float, height_px: int) -> list[CourseLabel]:
    """Return the names at the right ends of the lines, none on another.

    Parameters
    ----------
    rows : sequence of Row
        Keys ``area``, ``name_ja``, ``role``, ``year``, ``value``, ``series``, ``status``, ``reason``.
    indicator : Indicator
        Gives the decimals; a label is rounded to one less.
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
    last_year = max((row["year"] for row in filter(is_known, rows)), default=0)
    last_year = last_year or max(row["year"] for row in rows)
    labels = []
    for together in _groups(rows, "area"):
        name, own = together[0]["name_ja"], together[0]["role"] == "own"
        known = [row for row in together if is_known(row)]
        if not known:
            word = silence(together[-1]["status"], together[-1]["reason"])
            labels.append(CourseLabel(NAMED_FIGURE.format(name=name, figure=word), last_year, 0.0, 0.0, own))
            continue
        end = max(known, key=lambda row: (row["year"], row["series"]))
        year, value = end["year"], end["value"]
        figure = number(value, max(indicator.decimals - 1, 0))
        if year < last_year and all(row["series"] != PROJECTION for row in known):
            figure = FIGURE_WITH_NOTE.format(figure=figure, note=NO_PROJECTION)
        labels.append(CourseLabel(NAMED_FIGURE.format(name=name, figure=figure), year, value, value, own))
    return _apart(_chosen(labels, height_px), top, height_px)


def gap_labels(rows: Sequence[Row], top: float, height_px: int) -> list[CourseLabel]:
    """Return the words that stand in the gaps of the lines.

    Parameters
    ----------
    rows : sequence of Row
        As for `end_labels`.
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
    by_area = _groups(rows, "area")
    for together in by_area:
        own = together[0]["role"] == "own"
        last_known = max((row["year"] for row in together if is_known(row)), default=-math.inf)
        if not own and len(by_area) > MOST_LABELS:
            continue
        for line in _groups(together, "series"):
            for row, height in _gaps(line):
                if row["year"] > last_known:
                    continue
                word = silence(row["status"], row["reason"])
                text = word if own else NAMED_FIGURE.format(name=row["name_ja"], figure=word)
                labels.append(CourseLabel(text, row["year"], height, height, own))
    return _apart(labels, top, height_px)


def _groups(rows: Iterable[Row], key: str) -> list[list[Row]]:
    groups: dict[object, list[Row]] = {}
    for row in rows:
        groups.setdefault(row[key], []).append(row)
    return list(groups.values())


def _gaps(line: Iterable[Row]) -> list[tuple[Row, float]]:
    """Return the first row of each run of missing ones, with the height at which the line would pass."""
    ordered = sorted(line, key=lambda row: int(row["year"]))
    known = [place for place, row in enumerate(ordered) if is_known(row)]
    starts = [
        place
        for place, row in enumerate(ordered)
        if known and not is_known(row) and (place == 0 or is_known(ordered[place - 1]))
    ]
    gaps = []
    for place in starts:
        after = next((each for each in known if each > place), known[-1])
        before = place - 1 if place else after
        share = (place - before) / (after - before) if after > before else 0.0
        low, high = ordered[before]["value"], ordered[after]["value"]
        gaps.append((ordered[place], low + share * (high - low)))
    return gaps


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
