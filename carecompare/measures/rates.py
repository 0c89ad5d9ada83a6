"""Shares, densities and amounts of counts, each with its interval where it has one.

Every function takes scalars or arrays that broadcast, and returns arrays of the common shape (0-d for
scalars). A missing number makes a missing result. So does a population of 0, where a rate does not
apply: towns emptied by the accident of 2011 had no resident in 2015.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.errors import MeasureError
from carecompare.measures.intervals import EXACT_BELOW, count_limits, wilson_limits

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

WILSON = "wilson"
EXACT = "exact"
BYAR = "byar"
NO_INTERVAL = "none"
PUBLISHED = "published"

UNKNOWN_AGES_TOLERATED = 0.03


class Estimate(NamedTuple):
    """Values with their limits.

    Parameters
    ----------
    value : ndarray of float
        NaN where missing or not applicable.
    lower, upper : ndarray of float
        Confidence limits in the unit of the value; NaN where there are none.
    method : ndarray of str
        How the limits were made: ``wilson``, ``exact``, ``byar`` or ``none``; ``published`` for a ratio
        of the publisher's, which has none.
    """

    value: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]
    method: NDArray[np.str_]


class UnknownAgeBounds(NamedTuple):
    """The two shares between which the true one lies when some ages are unknown; fractions of 1."""

    of_all: NDArray[np.float64]
    of_known: NDArray[np.float64]


def proportion(
    count: ArrayLike, population: ArrayLike, *, per: float = 1.0, confidence: float = 0.95
) -> Estimate:
    """Return the share of a population that is counted, with Wilson limits.

    Parameters
    ----------
    count : array_like
        Those counted among the population.
    population : array_like
        All of them.
    per : float
        Unit of the result: 1 for a fraction, 100 for percent.
    confidence : float
        Coverage of the two-sided interval.

    Returns
    -------
    Estimate
        Between 0 and ``per``, both reached exactly.

    Raises
    ------
    MeasureError
        If a count or population is negative or infinite, a count exceeds its population, or the
        confidence is not between 0 and 1. ``row`` is the position counted from 0.
    """
    counted, residents = _parts_of(count, population)
    value = quotient(counted, residents)
    limits = wilson_limits(counted, residents, confidence)
    method = np.where(np.isnan(value), NO_INTERVAL, WILSON)
    return Estimate(value * per, limits.lower * per, limits.upper * per, method)


def density(
    count: ArrayLike, population: ArrayLike, *, per: float = 1.0, confidence: float = 0.95
) -> Estimate:
    """Return how many there are per so many of the population, with limits of the count.

    The limits are exact for fewer than ten and Byar's from ten on. A census of facilities is no sample:
    they tell how much such a figure moves by chance, not an error of counting.

    Parameters
    ----------
    count : array_like
        Facilities or persons that serve the population; may exceed it.
    population : array_like
        Those served.
    per : float
        Size of the population that the result refers to, such as 100,000.
    confidence : float
        Coverage of the two-sided interval.

    Returns
    -------
    Estimate
        In count per ``per``.

    Raises
    ------
    MeasureError
        If a count or population is negative or infinite, or the confidence is not between 0 and 1.
        ``row`` is the position counted from 0.
    """
    counted = checked_counts(count, "numerator")
    residents = checked_counts(population, "denominator")
    value = quotient(counted, residents)
    limits = count_limits(counted, confidence)
    method = np.where(np.isnan(value), NO_INTERVAL, np.where(counted < EXACT_BELOW, EXACT, BYAR))
    lower = quotient(limits.lower, residents)
    upper = quotient(limits.upper, residents)
    return Estimate(value * per, lower * per, upper * per, method)


def amount(total: ArrayLike, divisor: ArrayLike = 1.0, *, per: float = 1.0) -> Estimate:
    """Return an amount, divided when a divisor is given, without limits.

    Parameters
    ----------
    total : array_like
        What is measured; may be negative.
    divisor : array_like
        What it is divided by.
    per : float
        Size of the divisor that the result refers to.

    Returns
    -------
    Estimate
        With NaN limits.

    Raises
    ------
    MeasureError
        If a divisor is negative or infinite. ``row`` is the position counted from 0.
    """
    value = quotient(np.asarray(total, dtype=np.float64), checked_counts(divisor, "denominator")) * per
    return without_limits(value)


def as_published(values: ArrayLike) -> Estimate:
    """Return a ratio as its publisher made it; what it was made of is not known here.

    Parameters
    ----------
    values : array_like
        In the publisher's unit; may be below zero.

    Returns
    -------
    Estimate
        Without limits.
    """
    value = np.asarray(values, dtype=np.float64)
    return without_limits(value)._replace(method=np.where(np.isnan(value), NO_INTERVAL, PUBLISHED))


def without_limits(value: NDArray[np.float64]) -> Estimate:
    """Return values that have no interval."""
    nothing = np.full_like(value, np.nan)
    return Estimate(value, nothing, nothing.copy(), np.full(value.shape, NO_INTERVAL))


def one_more(population: ArrayLike, *, per: float) -> NDArray[np.float64]:
    """Return by how much one facility more or less changes a density.

    Parameters
    ----------
    population : array_like
        Those served.
    per : float
        Size of the population that the density refers to.

    Returns
    -------
    ndarray of float
        In the unit of the density.

    Raises
    ------
    MeasureError
        If a population is negative or infinite. ``row`` is the position counted from 0.
    """
    return amount(1, population, per=per).value


def unknown_age_bounds(count: ArrayLike, population: ArrayLike, unknown: ArrayLike) -> UnknownAgeBounds:
    """Return the share of an age group among all residents and among those of known age.

    Unknown people are mostly younger, so that the true share of the aged lies between the two.

    Parameters
    ----------
    count : array_like
        Residents known to be of the age.
    population : array_like
        All residents.
    unknown : array_like
        Residents of unknown age.

    Returns
    -------
    UnknownAgeBounds
        Fractions of 1.

    Raises
    ------
    MeasureError
        If a number is negative or infinite, those of unknown age exceed the population, or the count
        exceeds those of known age. ``row`` is the position counted from 0.
    """
    unaged, residents = _parts_of(unknown, population)
    counted, aged = _parts_of(count, residents - unaged)
    return UnknownAgeBounds(quotient(counted, residents), quotient(counted, aged))


def many_ages_unknown(population: ArrayLike, unknown: ArrayLike) -> NDArray[np.bool_]:
    """Return where so many ages are unknown that no change may be read from the share of an age group.

    Parameters
    ----------
    population : array_like
        All residents.
    unknown : array_like
        Residents of unknown age.

    Returns
    -------
    ndarray of bool
        True where more than ``UNKNOWN_AGES_TOLERATED`` of the residents; False where missing.

    Raises
    ------
    MeasureError
        If a number is negative or infinite, or those of unknown age exceed the population. ``row`` is
        the position counted from 0.
    """
    unaged, residents = _parts_of(unknown, population)
    return np.asarray(quotient(unaged, residents) > UNKNOWN_AGES_TOLERATED)


def quotient(numerator: NDArray[np.float64], denominator: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return a quotient that is missing where nobody is in the denominator."""
    return np.asarray(numerator / np.where(denominator > 0, denominator, np.nan))


def checked_counts(numbers: ArrayLike, column: str) -> NDArray[np.float64]:
    """Return numbers as an array.

    Raises
    ------
    MeasureError
        If one is negative or infinite. ``row`` is the position counted from 0.
    """
    given = np.asarray(numbers, dtype=np.float64)
    wrong = np.flatnonzero((given < 0) | np.isinf(given))
    if wrong.size:
        row = int(wrong[0])
        raise MeasureError("count_out_of_range", column=column, row=row, found=float(given.flat[row]))
    return given


def _parts_of(part: ArrayLike, whole: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    parts, wholes = np.broadcast_arrays(
        checked_counts(part, "numerator"), checked_counts(whole, "denominator")
    )
    wrong = np.flatnonzero(parts > wholes)
    if wrong.size:
        row = int(wrong[0])
        raise MeasureError(
            "count_exceeds_population",
            row=row,
            found=float(parts.flat[row]),
            expected=float(wholes.flat[row]),
        )
    return parts, wholes
