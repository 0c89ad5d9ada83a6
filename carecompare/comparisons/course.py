"""The course of an indicator over the years, with its method kept in view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from carecompare.rows import COUNTED, PROJECTION
from carecompare.tables import ESTIMATED, PROJECTED, UNKNOWN_AGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carecompare.catalog import Indicator
    from carecompare.rows import CourseRow, Series, ValueRow

# Two figures of one year made by two methods may differ by this much before both are marked.
JOIN_TOLERANCE_POINTS = 0.3


def course(
    values: Iterable[ValueRow], labels: Mapping[str, str], indicator: Indicator, own: str = ""
) -> list[CourseRow]:
    """Return the series of municipalities.

    Parameters
    ----------
    values : iterable of ValueRow
        VALUES over all years of the indicator and, where it has one, of its ``history``, nothing else.
    labels : mapping of str to str
        Names by code, each meaning one place.
    indicator : Indicator
        What is shown.
    own : str
        Code of the own municipality, where it is among them; all others are peers.

    Returns
    -------
    list of CourseRow
        What is counted and what is projected are never joined. The own municipality first, then by area,
        series and year.
    """
    history = indicator.history or indicator.id
    points: list[tuple[ValueRow, Series]] = []
    for value in values:
        is_projection = value["status"] in {PROJECTED, ESTIMATED}
        if value["indicator"] == (indicator.id if is_projection else history):
            points.append((value, PROJECTION if is_projection else COUNTED))
    value_of = {(row["area"], row["year"], series): row["value"] for row, series in points}
    rows: list[CourseRow] = []
    for row, series in points:
        is_hollow = row["method"] == UNKNOWN_AGES
        place = (row["area"], row["year"])
        gap = value_of.get((*place, PROJECTION), math.nan) - value_of.get((*place, COUNTED), math.nan)
        rows.append(
            {
                **row,
                "name_ja": labels[row["area"]],
                "role": "own" if row["area"] == own else "peer",
                "series": series,
                "hollow": is_hollow,
                "reason": UNKNOWN_AGES if is_hollow else "",
                "join_gap": gap if abs(gap) > JOIN_TOLERANCE_POINTS else math.nan,
            }
        )
    return sorted(rows, key=lambda row: (row["role"], row["area"], row["series"], row["year"]))
