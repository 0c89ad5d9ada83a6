"""Supply against demand: the offices that would keep the density of today, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.few import FEW_EVENTS
from carecompare.measures.supply import Needed, offices_needed

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.rows import CountFigure, SupplyRow


OLDER, AGED = "population_75_and_over_ipss_ages", "population_65_and_over_ipss"
SERIES = (OLDER, AGED)
NO_OFFICE, FEW_OFFICES = "no_office", "few_offices"
OFFICES_UNKNOWN, NO_PROJECTION = "offices_unknown", "no_projection"


@dataclass(frozen=True)
class Supply:
    """Offices of today and what later populations would need.

    Parameters
    ----------
    offices : float
        Counted in ``year``; NaN where not known.
    year : int
        Of the count; growth begins here.
    rows : list of SupplyRow
        Keys ``series`` (one of ``SERIES``), ``year``, ``population``, ``growth`` (against ``year``, 1
        means the same), ``needed``, ``lower``, ``upper`` (offices), in order.
    reason : str
        Why no offices are named or no range is drawn, or empty.
    """

    offices: float
    year: int
    rows: list[SupplyRow]
    reason: str = ""

    def last(self, series: str) -> SupplyRow | None:
        """Return the last row of a series, or None where it has none."""
        return next((row for row in reversed(self.rows) if row["series"] == series), None)


def supply(
    people: Iterable[CountFigure], offices: float, year: int, counted: Mapping[str, float] | None = None
) -> Supply:
    """Set the offices of today against the population of the years to come.

    Parameters
    ----------
    people : iterable of CountFigure
        Counts of the own area over all years, of ``SERIES``.
    offices : float
        How many there are; NaN where it is not known.
    year : int
        Year of the offices; the projected population of the same year stands for those served today.
    counted : mapping of str to float, optional
        Persons counted in ``year``, by series: the projection is then laid on from there, by its own growth.
        A projection that missed what was counted would else begin with people who are not there.

    Returns
    -------
    Supply
        Two assumptions side by side: offices follow those aged 75 and over (projection of 2018, to 2045),
        or those aged 65 and over (projection of 2023, to 2050).
    """
    known = (row for row in people if row["year"] >= year and not isnan(row["value"]))
    later = sorted(known, key=itemgetter("year"))
    rows = [
        row
        for series in SERIES
        for row in _rows(
            series,
            [each for each in later if each["count"] == series],
            offices,
            (counted or {}).get(series, nan),
        )
    ]
    return Supply(offices, year, rows, _reason(offices, rows))


def _rows(series: str, people: Sequence[CountFigure], offices: float, counted: float) -> list[SupplyRow]:
    residents = np.array([row["value"] for row in people], dtype=float)
    if not residents.size or not residents[0] > 0:
        return []
    if counted > 0:
        residents *= counted / residents[0]
    if isnan(offices):
        needed = Needed(*[np.full(residents.size, np.nan)] * 3)
    else:
        needed = offices_needed(offices, float(residents[0]), residents)
    years = [row["year"] for row in people]
    numbers = (residents, residents / residents[0], needed.value, needed.lower, needed.upper)
    columns = [each.tolist() for each in numbers]
    return [
        {
            "series": series,
            "year": year,
            "population": population,
            "growth": growth,
            "needed": wanted,
            "lower": lower,
            "upper": upper,
        }
        for year, population, growth, wanted, lower, upper in zip(years, *columns, strict=True)
    ]


def _reason(offices: float, rows: Sequence[SupplyRow]) -> str:
    if not rows:
        return NO_PROJECTION
    if np.isnan(offices):
        return OFFICES_UNKNOWN
    if offices == 0:
        return NO_OFFICE
    return FEW_OFFICES if offices < FEW_EVENTS else ""
