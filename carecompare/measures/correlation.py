"""Whether two figures go together over many places, by rank."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


def rank_correlation(first: ArrayLike, second: ArrayLike) -> float:
    """Return Spearman's coefficient: the correlation of ranks, equal figures sharing their mean rank.

    Parameters
    ----------
    first, second : array_like of float, shape (places,)
        Without missing ones.

    Returns
    -------
    float
        From -1 to 1; NaN of fewer than two places or where one of both is the same everywhere.

    References
    ----------
    Spearman (1904). The proof and measurement of association between two things. American Journal of
    Psychology 15, 72-101.
    """
    ranks = [_mean_ranks(np.asarray(each, dtype=float)) for each in (first, second)]
    centred = [each - each.mean() for each in ranks if each.size]
    if not centred:
        return nan
    spread = float(np.sqrt((centred[0] ** 2).sum() * (centred[1] ** 2).sum()))
    return float((centred[0] * centred[1]).sum()) / spread if spread > 0 else nan


def _mean_ranks(values: NDArray[np.float64]) -> NDArray[np.float64]:
    _, place, count = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    mean: NDArray[np.float64] = (last - (count - 1) / 2)[place]
    return mean
