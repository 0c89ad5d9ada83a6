"""Confidence limits of shares and of counts.

Every function takes scalars or arrays that broadcast, and returns arrays of the common shape (0-d for
scalars). A missing number gives missing limits.
"""

from __future__ import annotations

import math
from functools import lru_cache
from statistics import NormalDist
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.errors import MeasureError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

EXACT_BELOW = 10


class Limits(NamedTuple):
    """A lower and an upper confidence limit; NaN where there is none."""

    lower: NDArray[np.float64]
    upper: NDArray[np.float64]


@lru_cache(maxsize=16)
def normal_quantile(confidence: float) -> float:
    """Return how many standard errors an interval of the normal distribution reaches to either side.

    Parameters
    ----------
    confidence : float
        Coverage of the two-sided interval.

    Returns
    -------
    float
        For example 1.96 for 0.95.

    Raises
    ------
    MeasureError
        If the confidence is not between 0 and 1.

    References
    ----------
    Wichura MJ (1988). Algorithm AS 241: the percentage points of the normal distribution. Applied Statistics
    37: 477-484, as Python has it.
    """
    return -NormalDist().inv_cdf(_tail(confidence))


def wilson_limits(count: ArrayLike, population: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return the score limits of ``count / population``.

    Parameters
    ----------
    count, population : array_like
        Persons, ``0 <= count <= population``. A population of 0 has no limits.
    confidence : float
        Coverage of the two-sided interval.

    Returns
    -------
    Limits
        Fractions of 1; the lower is exactly 0 for none, the upper exactly 1 for all.

    Raises
    ------
    MeasureError
        If the confidence is not between 0 and 1.

    References
    ----------
    Wilson EB (1927). Probable inference, the law of succession, and statistical inference.
    Journal of the American Statistical Association 22: 209-212.
    """
    z = normal_quantile(confidence)
    x = np.asarray(count, dtype=np.float64)
    n = _positive(population)
    centre = 2 * x + z * z
    spread = z * np.sqrt(z * z + 4 * x * (1 - x / n))
    scale = 2 * (n + z * z)
    # The root of z * z is z to the last bit, so that none gives 0; all would miss 1 by a rounding error.
    upper = np.where(x == n, 1.0, (centre + spread) / scale)
    return Limits(np.asarray((centre - spread) / scale), upper)


def exact_limits(count: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return the exact limits of a Poisson count.

    Parameters
    ----------
    count : array_like
        Events, at least 0.
    confidence : float
        Coverage of the two-sided interval.

    Returns
    -------
    Limits
        In events; the lower is exactly 0 for no event.

    Raises
    ------
    MeasureError
        If the confidence is not between 0 and 1.

    References
    ----------
    Garwood F (1936). Fiducial limits for the Poisson distribution. Biometrika 28: 437-442.
    """
    tail = _tail(confidence)
    events, place = np.unique(np.asarray(count, dtype=np.float64), return_inverse=True)
    lower = np.array([0.0 if each == 0 else _mean_of(each, tail) for each in events])
    upper = np.array([_mean_of(each + 1, 1 - tail) for each in events])
    return Limits(np.asarray(lower[place]), np.asarray(upper[place]))


def byar_limits(count: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return Byar's approximate limits of a Poisson count.

    Parameters
    ----------
    count : array_like
        Events, at least 0.
    confidence : float
        Coverage of the two-sided interval.

    Returns
    -------
    Limits
        In events; a lower limit that would be negative is missing.

    Raises
    ------
    MeasureError
        If the confidence is not between 0 and 1.

    References
    ----------
    Breslow NE, Day NE (1987). Statistical Methods in Cancer Research, volume II: The Design and Analysis
    of Cohort Studies. IARC, page 69.
    """
    z = normal_quantile(confidence)
    events = _positive(count)
    lower = events * (1 - 1 / (9 * events) - z / (3 * np.sqrt(events))) ** 3
    next_events = np.asarray(count, dtype=np.float64) + 1
    upper = next_events * (1 - 1 / (9 * next_events) + z / (3 * np.sqrt(next_events))) ** 3
    return Limits(np.where(lower < 0, np.nan, lower), np.asarray(upper, dtype=np.float64))


def count_limits(count: ArrayLike, confidence: float = 0.95) -> Limits:
    """Return the limits of a count: exact below ``EXACT_BELOW`` events, Byar's from there on.

    Parameters
    ----------
    count : array_like
        Events, at least 0.
    confidence : float
        Coverage of the two-sided interval.

    Returns
    -------
    Limits
        In events.

    Raises
    ------
    MeasureError
        If the confidence is not between 0 and 1.
    """
    events = np.asarray(count, dtype=np.float64)
    few = events < EXACT_BELOW
    byar = byar_limits(np.where(few, np.nan, events), confidence)
    if not few.any():
        return byar
    exact = exact_limits(np.where(few, events, np.nan), confidence)
    return Limits(np.where(few, exact.lower, byar.lower), np.where(few, exact.upper, byar.upper))


@lru_cache(maxsize=1024)
def _mean_of(events: float, chance: float) -> float:
    """Return the Poisson mean that gives so many events or more with this chance; NaN for NaN."""
    if math.isnan(events):
        return math.nan
    low, high = 0.0, 1.0
    while _chance_of(events, high) < chance:
        low, high = high, 2 * high
    # Halved until no number lies between.
    while low < (mean := (low + high) / 2) < high:
        low, high = (mean, high) if _chance_of(events, mean) < chance else (low, mean)
    return high


def _chance_of(events: float, mean: float) -> float:
    """Return the chance of so many Poisson events or more, by the series of the incomplete gamma function."""
    term = math.exp(events * math.log(mean) - mean - math.lgamma(events + 1))
    chance = 0.0
    while chance + term > chance:
        chance += term
        events += 1
        term *= mean / events
    return chance


def _tail(confidence: float) -> float:
    if not 0 < confidence < 1:
        raise MeasureError("confidence_out_of_range", found=confidence)
    return (1 - confidence) / 2


def _positive(numbers: ArrayLike) -> NDArray[np.float64]:
    """Return the numbers with NaN for 0, so that a division by them is missing and does not warn."""
    given = np.asarray(numbers, dtype=np.float64)
    return np.where(given > 0, given, np.nan)
