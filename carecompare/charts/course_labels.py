"""Where the words of a course go: at the ends of the lines, and in their gaps."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts.spacing import spread
from carecompare.text.chart_words import FIGURE_WITH_NOTE, NAMED_FIGURE, NO_PROJECTION, silence
from carecompare.text.format import number

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.catalog import Indicator

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


def end_labels(values: pd.DataFrame, indicator: Indicator, top: float, height_px: int) -> list[CourseLabel]:
    """Return the names at the right ends of the lines, none on another.

    Parameters
    ----------
    values : DataFrame
        Columns ``area``, ``name_ja``, ``role``, ``year``, ``value``, ``series``, ``status``, ``reason``.
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
    given = values.loc[values["value"].notna()]
    last_year = int(given["year"].max()) if len(given) else int(values["year"].max())
    labels = []
    for _, rows in values.groupby("area", sort=False):
        known = rows.loc[rows["value"].notna()].sort_values(["year", "series"])
        name, own = str(rows["name_ja"].iloc[0]), bool(rows["role"].iloc[0] == "own")
        if known.empty:
            word = silence(str(rows["status"].iloc[-1]), str(rows["reason"].iloc[-1]))
            labels.append(CourseLabel(NAMED_FIGURE.format(name=name, figure=word), last_year, 0.0, 0.0, own))
            continue
        year, value = int(known["year"].iloc[-1]), float(known["value"].iloc[-1])
        figure = number(value, max(indicator.decimals - 1, 0))
        if year < last_year and not (known["series"] == PROJECTION).any():
            figure = FIGURE_WITH_NOTE.format(figure=figure, note=NO_PROJECTION)
        labels.append(CourseLabel(NAMED_FIGURE.format(name=name, figure=figure), year, value, value, own))
    return _apart(_chosen(labels, height_px), top, height_px)


def gap_labels(values: pd.DataFrame, top: float, height_px: int) -> list[CourseLabel]:
    """Return the words that stand in the gaps of the lines.

    Parameters
    ----------
    values : DataFrame
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
    known_years = values["year"].where(values["value"].notna())
    last_known = known_years.groupby(values["area"]).transform("max")
    is_crowd = values["area"].nunique() > MOST_LABELS
    worded = values.loc[(values["role"] == "own") | (not is_crowd)]
    for _, rows in worded.assign(last_known=last_known).groupby(["area", "series"], sort=False):
        ordered = rows.sort_values("year")
        bridged = ordered["value"].interpolate(limit_direction="both")
        missing = ordered["value"].isna() & bridged.notna() & (ordered["year"] <= ordered["last_known"])
        starts = missing & ~missing.shift(fill_value=False)
        for place in ordered.index[starts]:
            row, own = ordered.loc[place], ordered.loc[place, "role"] == "own"
            word = silence(str(row["status"]), str(row["reason"]))
            text = word if own else NAMED_FIGURE.format(name=row["name_ja"], figure=word)
            height = float(bridged[place])
            labels.append(CourseLabel(text, int(row["year"]), height, height, bool(own)))
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
