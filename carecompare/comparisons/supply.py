"""Supply against demand: the offices that would keep the density of today, year by year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from carecompare.comparisons.comparison import FEW_EVENTS
from carecompare.measures.supply import offices_needed

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping, Sequence

OLDER, AGED = "population_75_and_over_ipss_2018", "population_65_and_over_ipss_2023"
SERIES = (OLDER, AGED)
NO_OFFICE, FEW_OFFICES = "no_office", "few_offices"
OFFICES_UNKNOWN, NO_PROJECTION = "offices_unknown", "no_projection"
SERIES_COLUMNS = ("series", "year", "population", "growth", "needed", "lower", "upper")


@dataclass(frozen=True)
class Supply:
    """Offices of today and what later populations would need.

    Parameters
    ----------
    offices : float
        Counted in ``year``; NaN where not known.
    year : int
        Of the count; growth begins here.
    rows : DataFrame
        Columns ``series`` (one of ``SERIES``), ``year``, ``population``, ``growth`` (against ``year``, 1
        means the same), ``needed``, ``lower``, ``upper`` (offices), in order.
    reason : str
        Why no offices are named or no range is drawn, or empty.
    """

    offices: float
    year: int
    rows: pd.DataFrame
    reason: str = ""

    def last(self, series: str) -> Mapping[Hashable, Any] | None:
        """Return the last row of a series, or None where it has none."""
        found = self.rows.loc[self.rows["series"] == series].to_dict("records")
        return found[-1] if found else None


def supply(counts: pd.DataFrame, terms: Sequence[str], year: int, own: str) -> Supply:
    """Set the offices of today against the population of the years to come.

    Parameters
    ----------
    counts : DataFrame
        COUNTS of the own area over all years: ``terms`` and ``SERIES``.
    terms : sequence of str
        Counts of offices that are added up.
    year : int
        Year of the offices; the projected population of the same year stands for those served today.
    own : str
        Code.

    Returns
    -------
    Supply
        Two assumptions side by side: offices follow those aged 75 and over (projection of 2018, to 2045),
        or those aged 65 and over (projection of 2023, to 2050).
    """
    mine = counts.loc[(counts["area"] == own) & counts["value"].notna()]
    of_term = mine.loc[(mine["year"] == year) & mine["count"].isin(terms)]
    offices = float(of_term["value"].sum()) if len(of_term) == len(terms) else float("nan")
    rows = [
        row
        for series in SERIES
        for row in _rows(
            series, mine.loc[(mine["count"] == series) & (mine["year"] >= year)], offices
        ).itertuples(index=False)
    ]
    frame = pd.DataFrame(rows, columns=list(SERIES_COLUMNS))
    return Supply(offices, year, frame, _reason(offices, frame))


def _rows(series: str, people: pd.DataFrame, offices: float) -> pd.DataFrame:
    ordered = people.sort_values("year")
    residents = ordered["value"].to_numpy(dtype=float)
    if not residents.size or not residents[0] > 0:
        return pd.DataFrame(columns=list(SERIES_COLUMNS))
    needed = offices_needed(offices, float(residents[0]), residents)
    return pd.DataFrame(
        {
            "series": series,
            "year": ordered["year"].to_numpy(dtype=int),
            "population": residents,
            "growth": residents / residents[0],
            "needed": needed.value,
            "lower": needed.lower,
            "upper": needed.upper,
        }
    )


def _reason(offices: float, rows: pd.DataFrame) -> str:
    if rows.empty:
        return NO_PROJECTION
    if np.isnan(offices):
        return OFFICES_UNKNOWN
    if offices == 0:
        return NO_OFFICE
    return FEW_OFFICES if offices < FEW_EVENTS else ""


def peak(rows: pd.DataFrame, series: str = OLDER) -> tuple[int, float, bool] | None:
    """Return when a projected population is at its highest.

    Parameters
    ----------
    rows : DataFrame
        Columns ``series``, ``year``, ``population``.
    series : str
        Which one.

    Returns
    -------
    tuple of int, float and bool, or None
        Year, persons, and whether it is the last year of the series, after which nothing is known.
    """
    mine = rows.loc[rows["series"] == series].to_dict("records")
    if not mine:
        return None
    highest = max(mine, key=lambda row: float(row["population"]))
    return int(highest["year"]), float(highest["population"]), highest is mine[-1]
