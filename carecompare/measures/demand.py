"""The demand for medicine and care that a population's ages lead to, and when an age group peaks."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.measures.rates import checked_counts, quotient

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

PEAK = "peak"
PEAKED = "peaked"  # a peak among figures that were counted
STILL_RISING = "still_rising"
FALLING_ALREADY = "falling_already"
NO_PEAK = "none"


class Peak(NamedTuple):
    """When a series is highest.

    Parameters
    ----------
    year : ndarray of float
        The first year of the highest figure; NaN where it may lie outside the years given.
    not_before, not_after : ndarray of float
        Where the highest figure is the last (the first) of the years, the year that the peak does not lie
        before (after); NaN otherwise.
    figure : ndarray of float
        The highest figure.
    method : ndarray of str
        ``peak``, ``still_rising``, ``falling_already``, or ``none`` where a figure is missing.
    """

    year: NDArray[np.float64]
    not_before: NDArray[np.float64]
    not_after: NDArray[np.float64]
    figure: NDArray[np.float64]
    method: NDArray[np.str_]


def demand(populations: ArrayLike, weights: ArrayLike) -> NDArray[np.float64]:
    """Return the demand of a population, in the units of its weights.

    Parameters
    ----------
    populations : array_like, shape (groups, …)
        Persons of each age group.
    weights : array_like, shape (groups,)
        Demand per person of each age group.

    Returns
    -------
    ndarray of float
        NaN where a group is missing.

    Raises
    ------
    MeasureError
        If a population is negative or infinite.

    References
    ----------
    Japan Medical Association Research Institute, Japan Medical Analysis Platform (JMAP): demand for medicine
    and long-term care by age group; ``../shared/methods.md``, section 11.
    """
    persons = checked_counts(populations, "population")
    return np.asarray(np.tensordot(np.asarray(weights, dtype=np.float64), persons, axes=1))


def demand_index(later: ArrayLike, base: ArrayLike, *, per: float = 100.0) -> NDArray[np.float64]:
    """Return a demand beside that of a base year.

    Parameters
    ----------
    later, base : array_like
        From `demand`.
    per : float
        Value of the base year.

    Returns
    -------
    ndarray of float
        ``per`` times later ÷ base; NaN where the base is not above 0.

    Raises
    ------
    MeasureError
        If a demand is negative or infinite.

    References
    ----------
    As for `demand`.
    """
    return per * quotient(checked_counts(later, "numerator"), checked_counts(base, "denominator"))


def year_of_peak(years: ArrayLike, figures: ArrayLike) -> Peak:
    """Return the year in which a series is highest.

    Parameters
    ----------
    years : array_like of int, shape (y,)
        In ascending order.
    figures : array_like, shape (…, y)
        One series per row; minus infinity for a year without a figure that is passed over.

    Returns
    -------
    Peak
        A series that is highest at an end of the years has no peak within them: it may lie beyond.
    """
    when = np.asarray(years, dtype=np.float64)
    given = np.asarray(figures, dtype=np.float64)
    known = ~np.isnan(given).any(axis=-1)
    at = np.argmax(np.where(np.isnan(given), -np.inf, given), axis=-1)
    year = when[at]
    first = np.isfinite(given).argmax(axis=-1)
    rising, falling = known & (at == len(when) - 1), known & (at == first)
    inside = known & ~rising & ~falling
    return Peak(
        np.where(inside, year, np.nan),
        np.where(rising, year, np.nan),
        np.where(falling, year, np.nan),
        np.where(known, np.max(given, axis=-1), np.nan),
        np.select([inside, rising, falling], [PEAK, STILL_RISING, FALLING_ALREADY], NO_PEAK),
    )
