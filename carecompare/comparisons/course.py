"""The course of an indicator over the years, with its method kept in view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from carecompare.tables import ESTIMATED, IMPUTED, PROJECTED, UNKNOWN_AGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from carecompare.catalog import Indicator
    from carecompare.tables import Row

COUNTED, WITH_IMPUTED, PROJECTION = "counted", "imputed", "projection"
# Two figures of one year made by two methods may differ by this much before both are marked.
JOIN_TOLERANCE_POINTS = 0.3


def course(
    values: Iterable[Row], labels: Mapping[str, str], indicator: Indicator, own: str = ""
) -> list[Row]:
    """Return the series of municipalities.

    Parameters
    ----------
    values : iterable of Row
        VALUES over all years of the indicator and, where it has them, of its ``history`` and of its
        projection as published (``projected_id``), nothing else.
    labels : mapping of str to str
        Names by code, each meaning one place.
    indicator : Indicator
        What is shown.
    own : str
        Code of the own municipality, where it is among them; all others are peers.

    Returns
    -------
    list of Row
        VALUES with ``name_ja``, ``role``, ``series`` (``counted``, ``imputed`` or ``projection``, which are
        never joined), ``hollow`` (more than 3 % of unknown age: a range instead of a point), ``reason``,
        ``join_gap`` (difference of the projection and what was counted in the year both have, in the unit
        shown; NaN where it is small). The own municipality first, then by area, series and year.
    """
    rows: list[Row] = []
    given = list(values)
    imputed = {value["area"] for value in given if value["status"] == IMPUTED}
    for value in given:
        series = _series(value, indicator, imputed)
        if not series:
            continue
        is_hollow = value["method"] == UNKNOWN_AGES
        rows.append(
            {
                **value,
                "name_ja": labels[value["area"]],
                "role": "own" if value["area"] == own else "peer",
                "series": series,
                "hollow": is_hollow,
                "reason": UNKNOWN_AGES if is_hollow else "",
            }
        )
    value_of = {(row["area"], row["year"], row["series"]): row["value"] for row in rows}
    for row in rows:
        place = (row["area"], row["year"])
        beside = (COUNTED, WITH_IMPUTED) if row["series"] == PROJECTION else (row["series"],)
        gaps = (
            value_of.get((*place, PROJECTION), math.nan) - value_of.get((*place, series), math.nan)
            for series in beside
        )
        row["join_gap"] = next((each for each in gaps if abs(each) > JOIN_TOLERANCE_POINTS), math.nan)
    return sorted(rows, key=lambda row: (row["role"], row["area"], row["series"], row["year"]))


def _series(value: Row, indicator: Indicator, imputed: Collection[str]) -> str:
    """Return which series a figure belongs to, or nothing where it is drawn as another's.

    The base of a projection has its unknown ages distributed as the imputed census has: the two are one line.
    """
    of, status = value["indicator"], value["status"]
    if of == indicator.projected_id or (status == PROJECTED and not indicator.projected_id):
        return PROJECTION
    if status in {IMPUTED, ESTIMATED}:
        is_drawn = of == indicator.id and (status == IMPUTED or value["area"] in imputed)
        return WITH_IMPUTED if is_drawn else ""
    return COUNTED if status != PROJECTED and of == (indicator.history or indicator.id) else ""
