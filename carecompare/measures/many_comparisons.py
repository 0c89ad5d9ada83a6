"""Many figures judged at once: the chance of each, and how far down the list to believe them."""

from __future__ import annotations

from math import erfc, isnan, sqrt
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

FALSE_SHARE = 0.05


def share_p_values(count: ArrayLike, population: ArrayLike, share: ArrayLike) -> NDArray[np.float64]:
    """Return how likely a share is to lie so far from another by chance, to either side.

    Parameters
    ----------
    count, population : array_like
        Events and persons.
    share : array_like
        The share compared with, a fraction of 1.

    Returns
    -------
    ndarray of float
        Below 0.05 exactly where the interval of `wilson_limits` leaves the other share out; NaN where a
        number is missing.

    References
    ----------
    Wilson EB (1927). Probable inference, the law of succession, and statistical inference. Journal of the
    American Statistical Association 22: 209-212.
    """
    events, persons, other = (np.asarray(each, dtype=np.float64) for each in (count, population, share))
    with np.errstate(divide="ignore", invalid="ignore"):
        error = np.sqrt(other * (1 - other) / persons)
        distance = np.abs(events / persons - other)
        score = np.where(distance == 0, 0.0, distance / error)
    return _two_sided(score)


def count_p_values(count: ArrayLike, expected: ArrayLike) -> NDArray[np.float64]:
    """Return how likely a count is to lie so far from what is expected by chance, to either side.

    Parameters
    ----------
    count : array_like
        Events, ten or more.
    expected : array_like
        Events that would be expected.

    Returns
    -------
    ndarray of float
        Below 0.05 exactly where the interval of `count_limits` (Byar's) leaves the expected number out; NaN
        where a number is missing.

    References
    ----------
    Breslow NE, Day NE (1987). Statistical methods in cancer research, volume II: Byar's approximation, solved
    for the normal deviate.
    """
    events, other = (np.asarray(each, dtype=np.float64) for each in (count, expected))
    more = events + 1
    with np.errstate(divide="ignore", invalid="ignore"):
        above = 3 * np.sqrt(events) * (1 - 1 / (9 * events) - np.cbrt(other / events))
        below = 3 * np.sqrt(more) * (np.cbrt(other / more) - 1 + 1 / (9 * more))
    return _two_sided(np.where(np.isnan(other), np.nan, np.maximum(np.maximum(above, below), 0.0)))


def false_discovery_cutoff(p_values: ArrayLike, share: float = FALSE_SHARE) -> float:
    """Return up to which of several p-values a difference is believed.

    Parameters
    ----------
    p_values : array_like
        Of everything that is judged; NaN is not judged.
    share : float
        Of the differences believed, how many may be chance on average.

    Returns
    -------
    float
        The largest p-value believed; -1 where none is.

    References
    ----------
    Benjamini Y, Hochberg Y (1995). Controlling the false discovery rate: a practical and powerful approach to
    multiple testing. Journal of the Royal Statistical Society B 57: 289-300. It holds for figures that are
    positively dependent too (Benjamini Y, Yekutieli D 2001, Annals of Statistics 29: 1165-1188).
    """
    given = np.asarray(p_values, dtype=np.float64)
    ordered = np.sort(given[~np.isnan(given)])
    allowed = share * np.arange(1, ordered.size + 1) / max(ordered.size, 1)
    believed = ordered[ordered <= allowed]
    return float(believed[-1]) if believed.size else -1.0


def _two_sided(score: NDArray[np.float64]) -> NDArray[np.float64]:
    # A few dozen figures: the standard library's function is quicker than bringing in another package.
    found = [each if isnan(each) else erfc(each / sqrt(2)) for each in np.ravel(score).tolist()]
    return np.array(found, dtype=np.float64).reshape(score.shape)
