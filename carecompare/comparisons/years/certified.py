"""Persons certified as needing care in the years to come, if rates by age are as assumed."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.decomposition import BANDS
from carecompare.comparisons.years.supply import AGED, OLDER
from carecompare.measures.decomposition import CountChange, count_change

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from numpy.typing import NDArray

    from carecompare.rows import CountFigure


YOUNGER, OLDEST = "population_65_to_74_ipss_ages", "population_85_and_over_ipss_ages"
BY_AGE = (YOUNGER, OLDER, OLDEST)
PERSONS_SERIES = (*BY_AGE, AGED)


@dataclass(frozen=True)
class Persons:
    """The aged of a municipality to come.

    Parameters
    ----------
    by_age : mapping of int to ndarray of float, shape (3,)
        Persons of the bands of ``BANDS`` by year, in order; empty where they are not projected.
    beyond : mapping of int to float
        Later years that are projected without ages: all aged 65 and over, in units of the last year by age.
    is_counted : bool
        Whether the first year is what was counted.
    splits : bool
        Whether those of 75 and over are parted at 85 as projected, for want of a count.
    """

    by_age: Mapping[int, NDArray[np.float64]]
    beyond: Mapping[int, float]
    is_counted: bool = False
    splits: bool = False

    @property
    def first(self) -> int:
        """Return the first year."""
        return next(iter(self.by_age))

    @property
    def last(self) -> int:
        """Return the last year whose ages are projected."""
        return next(reversed(list(self.by_age)))


def persons_to_come(people: Iterable[CountFigure], year: int, counted: Mapping[str, float]) -> Persons:
    """Return the aged to come by the bands in which rates are known.

    Parameters
    ----------
    people : iterable of CountFigure
        Of `PERSONS_SERIES`, of one municipality.
    year : int
        Where to begin: that of the last census.
    counted : mapping of str to float
        Persons counted in that year by the series of `BY_AGE`; each band then goes on from there by its own
        projected growth. Without those of 85 and over, those of 75 and over are parted as projected; where
        another is missing, all begin as projected.

    Returns
    -------
    Persons
        Empty where a band is not projected.
    """
    figures: dict[int, dict[str, float]] = {}
    for row in people:
        if row["year"] >= year and not isnan(row["value"]):
            figures.setdefault(row["year"], {})[row["count"]] = float(row["value"])
    known = {when: _bands(figures[when]) for when in sorted(figures) if set(BY_AGE) <= set(figures[when])}
    if not known or year not in known or not (known[year] > 0).all():
        return Persons({}, {})
    is_counted, splits = {YOUNGER, OLDER} <= set(counted), OLDEST not in counted
    scale = np.ones(len(BANDS))
    if is_counted and splits:
        older = counted[OLDER] / known[year][1:].sum()
        scale = np.array([counted[YOUNGER] / known[year][0], older, older])
    elif is_counted:
        scale = _bands(counted) / known[year]
    last = max(known)
    base = figures[last].get(AGED, 0.0)
    beyond = [when for when in sorted(figures) if when > last and AGED in figures[when]] if base else []
    later = {when: figures[when][AGED] / base for when in beyond}
    by_age = {when: bands * scale for when, bands in known.items()}
    return Persons(by_age, later, is_counted, is_counted and splits)


def _bands(of: Mapping[str, float]) -> NDArray[np.float64]:
    return np.array([of[YOUNGER], of[OLDER] - of[OLDEST], of[OLDEST]])


@dataclass(frozen=True)
class Assumed:
    """What is assumed of the rates by age.

    Parameters
    ----------
    rates : ndarray of float, shape (3,)
        Certified among the insured of each band of ``BANDS``.
    year : int
        Of the rates.
    yearly : float
        By how much of itself each rate changes a year: 0.01 is one per cent.
    """

    rates: NDArray[np.float64]
    year: int
    yearly: float = 0.0

    def at(self, year: int) -> NDArray[np.float64]:
        """Return the rates of a year; none is above 1."""
        return np.minimum(self.rates * (1 + self.yearly) ** (year - self.year), 1.0)


@dataclass(frozen=True)
class ExpectedYear:
    """A year as it would be.

    Parameters
    ----------
    year : int
        Which.
    persons, certified : float
        Aged 65 and over, and of these certified.
    by_age : ndarray of float, shape (2, 3), or None
        Persons and certified by band; None where ages are not projected.
    """

    year: int
    persons: float
    certified: float
    by_age: NDArray[np.float64] | None


def expected_years(persons: Persons, assumed: Assumed) -> list[ExpectedYear]:
    """Return the certified of the years to come.

    Parameters
    ----------
    persons : Persons
        The aged to come.
    assumed : Assumed
        Rates by age.

    Returns
    -------
    list of ExpectedYear
        In order; a year without ages has the ages of the last one with them.
    """
    found = [
        ExpectedYear(
            year,
            float(bands.sum()),
            float(bands @ assumed.at(year)),
            np.array([bands, bands * assumed.at(year)]),
        )
        for year, bands in persons.by_age.items()
    ]
    if found:
        bands = persons.by_age[persons.last]
        found += [
            ExpectedYear(year, float(bands.sum() * growth), float(bands @ assumed.at(year) * growth), None)
            for year, growth in persons.beyond.items()
        ]
    return found


def change_in_parts(now: ExpectedYear, later: ExpectedYear) -> CountChange | None:
    """Return a change of the certified in parts; None where a year has no ages or a band nobody."""
    if now.by_age is None or later.by_age is None or not (now.by_age[0] * later.by_age[0] > 0).all():
        return None
    return count_change(now.by_age[1], now.by_age[0], later.by_age[1], later.by_age[0])
