"""The course of an indicator over the years, with its method kept in view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from carecompare.rows import COUNTED, PROJECTION, WITH_IMPUTED
from carecompare.tables import ESTIMATED, IMPUTED, PROJECTED, UNKNOWN_AGES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

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
    list of CourseRow
        What is counted, what is imputed and what is projected are never joined, nor are the years before and
        after a break of the definition. The own municipality first,
        then by area, series and year.
    """
    given = list(values)
    imputed = {value["area"] for value in given if value["status"] == IMPUTED}
    points: list[tuple[ValueRow, Series]] = []
    for value in given:
        series = _series(value, indicator, imputed)
        if series is not None:
            points.append((value, series))
    value_of = {(row["area"], row["year"], series): row["value"] for row, series in points}
    rows: list[CourseRow] = []
    for row, series in points:
        is_hollow = row["method"] == UNKNOWN_AGES
        place = (row["area"], row["year"])
        beside: tuple[Series, ...] = (COUNTED, WITH_IMPUTED) if series == PROJECTION else (series,)
        gaps = (
            value_of.get((*place, PROJECTION), math.nan) - value_of.get((*place, each), math.nan)
            for each in beside
        )
        rows.append(
            {
                **row,
                "name_ja": labels[row["area"]],
                "role": "own" if row["area"] == own else "peer",
                "series": series,
                "part": indicator.part(row["year"]),
                "hollow": is_hollow,
                "reason": UNKNOWN_AGES if is_hollow else "",
                "join_gap": next((gap for gap in gaps if abs(gap) > JOIN_TOLERANCE_POINTS), math.nan),
            }
        )
    return sorted(rows, key=lambda row: (row["role"], row["area"], row["series"], row["year"]))


def _series(value: ValueRow, indicator: Indicator, imputed: Collection[str]) -> Series | None:
    """Return which series a figure belongs to, or None where it is drawn as another's.

    The base of a projection has its unknown ages distributed as the imputed census has: the two are one line.
    """
    of, status = value["indicator"], value["status"]
    if of == indicator.projected_id or (status == PROJECTED and not indicator.projected_id):
        return PROJECTION
    if status in {IMPUTED, ESTIMATED}:
        is_drawn = of == indicator.id and (status == IMPUTED or value["area"] in imputed)
        return WITH_IMPUTED if is_drawn else None
    return COUNTED if status != PROJECTED and of == (indicator.history or indicator.id) else None
