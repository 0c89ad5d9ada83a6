"""Figures of small places drawn towards the mean of their region: empirical Bayes by moments."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.measures.rates import checked_counts

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import ArrayLike, NDArray


class Shrunk(NamedTuple):
    """Values drawn towards their common mean.

    Parameters
    ----------
    value : ndarray of float
        Events per unit of exposure; NaN where missing.
    weight : ndarray of float
        How much of the own value is kept, from 0 to 1.
    mean : float
        What they are drawn towards.
    """

    value: NDArray[np.float64]
    weight: NDArray[np.float64]
    mean: float


def shrunk_counts(events: ArrayLike, exposure: ArrayLike) -> Shrunk:
    """Return rates of counts, each drawn towards the mean the more, the less stands behind it.

    Parameters
    ----------
    events : array_like
        Counted.
    exposure : array_like
        Expected events, or the population that the rate is per.

    Returns
    -------
    Shrunk
        Where the rates differ by no more than chance all take the mean.

    Raises
    ------
    MeasureError
        If a number is negative or infinite.

    References
    ----------
    Marshall RJ (1991). Mapping disease and mortality rates using empirical Bayes estimators. Applied
    Statistics 40: 283-294.
    """
    counted, size = _given(events, exposure)
    return _shrunk(counted, size, lambda mean: mean)


def shrunk_shares(count: ArrayLike, population: ArrayLike) -> Shrunk:
    """Return shares, each drawn towards the mean the more, the fewer persons stand behind it.

    Parameters
    ----------
    count, population : array_like
        Those counted, and all of them.

    Returns
    -------
    Shrunk
        As for `shrunk_counts`, with the variance of a share.

    Raises
    ------
    MeasureError
        If a number is negative or infinite.

    References
    ----------
    Marshall RJ (1991), as for `shrunk_counts`.
    """
    counted, size = _given(count, population)
    return _shrunk(counted, size, lambda mean: mean * (1 - mean))


def _given(above: ArrayLike, below: ArrayLike) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    counted, size = np.broadcast_arrays(
        checked_counts(above, "numerator"), checked_counts(below, "denominator")
    )
    lacking = np.isnan(counted) | ~(size > 0)
    return np.where(lacking, np.nan, counted), np.where(lacking, np.nan, size)


def _shrunk(
    counted: NDArray[np.float64], size: NDArray[np.float64], variance_of: Callable[[float], float]
) -> Shrunk:
    known = np.count_nonzero(~np.isnan(size))
    if not known:
        return Shrunk(np.full_like(size, np.nan), np.full_like(size, np.nan), float("nan"))
    everything = float(np.nansum(size))
    mean = float(np.nansum(counted)) / everything
    rates = counted / size
    spread = float(np.nansum(size * (rates - mean) ** 2)) / everything
    by_chance = variance_of(mean)
    between = max(0.0, spread - by_chance / (everything / known))
    of_each = between + by_chance / size
    weight = np.where(of_each > 0, between / np.where(of_each > 0, of_each, 1.0), 0.0)
    weight = np.where(np.isnan(size), np.nan, weight)
    return Shrunk(mean + weight * (rates - mean), weight, mean)
