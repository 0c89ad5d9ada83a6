"""The course of an indicator over the years, with its method kept in view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from carecompare.tables import ESTIMATED, PROJECTED, UNKNOWN_AGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carecompare.catalog import Indicator
    from carecompare.tables import Row

COUNTED, PROJECTION = "counted", "projection"
# Two figures of one year made by two methods may differ by this much before both are marked.
JOIN_TOLERANCE_POINTS = 0.3


def course(
    values: Iterable[Row], labels: Mapping[str, str], indicator: Indicator, own: str = ""
) -> list[Row]:
    """Return the series of municipalities.

    Parameters
    ----------
    values : iterable of Row
        VALUES over all years of the indicator and, where it has one, of its ``history``, nothing else.
    labels : mapping of str to str
        Names by code, each meaning one place.
    indicator : Indicator
        What is shown.
    own : str
        Code of the own municipality, where it is among them; all others are peers.

    Returns
    -------
    list of Row
        VALUES with ``name_ja``, ``role``, ``series`` (``counted`` or ``projection``; the two are never
        joined), ``hollow`` (more than 3 % of unknown age: a range instead of a point), ``reason``,
        ``join_gap`` (difference of the two series in the year both have, in the unit shown; NaN where
        it is small). The own municipality first, then by area, series and year.
    """
    history = indicator.history or indicator.id
    rows: list[Row] = []
    for value in values:
        is_projection = value["status"] in {PROJECTED, ESTIMATED}
        if value["indicator"] != (indicator.id if is_projection else history):
            continue
        is_hollow = value["method"] == UNKNOWN_AGES
        rows.append(
            {
                **value,
                "name_ja": labels[value["area"]],
                "role": "own" if value["area"] == own else "peer",
                "series": PROJECTION if is_projection else COUNTED,
                "hollow": is_hollow,
                "reason": UNKNOWN_AGES if is_hollow else "",
            }
        )
    value_of = {(row["area"], row["year"], row["series"]): row["value"] for row in rows}
    for row in rows:
        place = (row["area"], row["year"])
        gap = value_of.get((*place, PROJECTION), math.nan) - value_of.get((*place, COUNTED), math.nan)
        row["join_gap"] = gap if abs(gap) > JOIN_TOLERANCE_POINTS else math.nan
    return sorted(rows, key=lambda row: (row["role"], row["area"], row["series"], row["year"]))
