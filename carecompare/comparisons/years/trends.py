"""Which points of a series a trend is read from, and where series go."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.comparisons.few import FEW_EVENTS, RATES
from carecompare.measures.trend import NOT_JUDGED, POINTS, recent_trend
from carecompare.tables import OBSERVED

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import Direction, OwnDirection, ValueRow


WITH_TREND = frozenset({"proportion", "density"})


class OwnTrend(NamedTuple):
    """Where the last five points go (empty where that is not judged), and the years at both ends."""

    way: OwnDirection
    first_year: int
    last_year: int


def counted_years(series: Iterable[ValueRow]) -> set[int]:
    """Return the years of which a figure was counted, neither estimated nor projected."""
    return {row["year"] for row in series if row["status"] == OBSERVED}


def last_five(years: Iterable[int], indicator: Indicator) -> tuple[int, ...]:
    """Return the last five years where they lie at equal distances and no break between them, else none."""
    last = tuple(sorted(years)[-POINTS:])
    distances = {later - earlier for earlier, later in pairwise(last)}
    parts = {indicator.part(year) for year in last}
    return last if len(last) == POINTS and len(distances) == len(parts) == 1 else ()


def firm_points(series: Iterable[ValueRow], years: Collection[int]) -> list[ValueRow]:
    """Return the points of some years where each is counted with ten events or more behind it, else none."""
    points = [
        row
        for row in series
        if row["year"] in years
        and row["status"] == OBSERVED
        and row["method"] in RATES
        and row["numerator"] >= FEW_EVENTS
    ]
    return points if len(points) == len(years) else []


def own_points(indicator: Indicator, series: Iterable[ValueRow], years: Collection[int]) -> list[ValueRow]:
    """Return the points an own trend is read from, or none.

    Parameters
    ----------
    indicator : Indicator
        Only shares and densities have a trend; standardised values have none.
    series : iterable of ValueRow
        VALUES of the own area, by year.
    years : collection of int
        Five.

    Returns
    -------
    list of ValueRow
        Firm, and none of them a share of all.
    """
    if indicator.kind not in WITH_TREND:
        return []
    points = firm_points(series, years)
    return [] if any(row["numerator"] == row["denominator"] for row in points) else points


def ways(many: Sequence[Sequence[ValueRow]]) -> list[Direction]:
    """Return where each of many series of five points goes: ``direction`` of `recent_trend`."""
    if not many:
        return []
    columns = (
        np.array([[row[name] for row in points] for points in many]) for name in ("value", "lower", "upper")
    )
    found: list[Direction] = recent_trend(*columns).direction.tolist()
    return found


def own_trends(indicators: Sequence[Indicator], values: Iterable[ValueRow], own: str) -> dict[str, OwnTrend]:
    """Return where each series of the own municipality goes.

    Parameters
    ----------
    indicators : sequence of Indicator
        What is shown; the past of one with a separate history is read from there.
    values : iterable of ValueRow
        VALUES of the own municipality over all years, each indicator by year, and of whatever else.
    own : str
        Code of the own municipality.

    Returns
    -------
    dict of str to OwnTrend
        Of those whose series allows it.
    """
    series: dict[str, list[ValueRow]] = {}
    for row in values:
        if row["area"] == own:
            series.setdefault(row["indicator"], []).append(row)
    points_of: dict[str, list[ValueRow]] = {}
    for each in indicators:
        past = series.get(each.history or each.id, ())
        points = own_points(each, past, last_five(counted_years(past), each))
        if points:
            points_of[each.id] = points
    return {
        name: OwnTrend(way, points[0]["year"], points[-1]["year"])
        for (name, points), way in zip(points_of.items(), ways(list(points_of.values())), strict=True)
        if way != NOT_JUDGED
    }
