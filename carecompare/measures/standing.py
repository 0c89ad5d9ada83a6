"""Where a value stands among others: rank, group, score, median of the others, benchmark.

A missing value is never ranked and never counted among those ranked.
"""

from __future__ import annotations

from bisect import bisect_right
from math import isnan, nan
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _typeshed import SupportsLenAndGetItem
    from numpy.typing import ArrayLike, NDArray

    from carecompare.measures.intervals import Limits

FEWEST_FOR_QUARTILES = 4

LOWER = "lower"
SIMILAR = "similar"
HIGHER = "higher"
NOT_COMPARED = "not_compared"
MUCH_LOWER = "much_lower"
MUCH_HIGHER = "much_higher"


class Spread(NamedTuple):
    """How figures are spread; NaN where there is none, the quartiles from four figures on."""

    lowest: float
    first: float
    median: float
    third: float
    highest: float


def spread(figures: Iterable[float]) -> Spread:
    """Return how figures are spread.

    Parameters
    ----------
    figures : iterable of float
        In any order, none of them missing.

    Returns
    -------
    Spread
        In their unit.

    References
    ----------
    Hyndman RJ, Fan Y (1996). Sample quantiles in statistical packages. The American Statistician 50: 361-365:
    definition 7, on the line between the two neighbours.
    """
    ordered = sorted(figures)
    many = len(ordered)
    if not many:
        return Spread(nan, nan, nan, nan, nan)

    def at(share: float) -> float:
        place = share * (many - 1)
        below = int(place)
        low, high, above = ordered[below], ordered[min(below + 1, many - 1)], place - below
        return low if low == high else low * (1 - above) + high * above

    is_few = many < FEWEST_FOR_QUARTILES
    first, third = (nan, nan) if is_few else (at(0.25), at(0.75))
    return Spread(ordered[0], first, at(0.5), third, ordered[-1])


def ranks(values: ArrayLike, *, descending: bool = True) -> NDArray[np.float64]:
    """Return the rank of each value; equal values share the best one: 1, 2, 2, 4.

    Parameters
    ----------
    values : array_like
        One-dimensional.
    descending : bool
        Whether the highest value is the first.

    Returns
    -------
    ndarray of float
        From 1; NaN where the value is missing.
    """
    given = np.asarray(values, dtype=np.float64)
    ordered = np.sort(given[~np.isnan(given)])
    if descending:
        before = ordered.size - np.searchsorted(ordered, given, side="right")
    else:
        before = np.searchsorted(ordered, given, side="left")
    return np.where(np.isnan(given), np.nan, before + 1.0)


def rank_among(ordered: SupportsLenAndGetItem[float], value: float) -> float:
    """Return the rank from the highest that a value has, or would have, among values.

    Parameters
    ----------
    ordered : sequence or ndarray of float
        Ascending, none missing.
    value : float
        One of them, or any other.

    Returns
    -------
    float
        From 1, equal values share the best one; NaN where the value is missing.
    """
    return nan if isnan(value) else float(len(ordered) - bisect_right(ordered, value) + 1)


def ordered_by_group(values: ArrayLike, groups: ArrayLike) -> dict[int, NDArray[np.float64]]:
    """Return the values of each group in order, for `rank_among`.

    Parameters
    ----------
    values : array_like
        One-dimensional.
    groups : array_like of int
        One for each value.

    Returns
    -------
    dict of int to ndarray
        Ascending, without missing ones; a group without any value is left out.
    """
    given, of = np.asarray(values, dtype=np.float64), np.asarray(groups)
    present = ~np.isnan(given)
    given, of = given[present], of[present]
    order = np.lexsort((given, of))
    found, starts = np.unique(of[order], return_index=True)
    return dict(zip(found.tolist(), np.split(given[order], starts[1:]), strict=False))


def quantile_groups(values: ArrayLike, groups: int) -> NDArray[np.float64]:
    """Return the quantile group of each value, equal values in the same group.

    With ``m`` values and ascending rank ``r``, the group is ``groups + 1 - ceil((m + 1 - r) groups / m)``.

    Parameters
    ----------
    values : array_like
        One-dimensional.
    groups : int
        Number of groups, such as 4 for quartiles.

    Returns
    -------
    ndarray of float
        1 for the lowest values up to ``groups``; NaN where the value is missing, and everywhere when
        fewer values than groups are not missing.

    References
    ----------
    The quantile rule of Public Health England: ``../shared/methods.md``, section 6.
    """
    placed = ranks(values, descending=False)
    m = np.count_nonzero(~np.isnan(placed))
    if m < groups:
        return np.full_like(placed, np.nan)
    # Whole numbers are multiplied before they are divided: m / groups is not exact, and ceil would jump.
    return np.asarray(groups + 1 - np.ceil((m + 1 - placed) * groups / m))


def against_benchmark(lower: ArrayLike, upper: ArrayLike, benchmark: ArrayLike) -> NDArray[np.str_]:
    """Return whether an interval lies wholly below or above a benchmark.

    The interval of the benchmark itself is ignored; a limit that equals it does not differ from it.

    Parameters
    ----------
    lower, upper : array_like
        Limits of the values.
    benchmark : array_like
        What they are compared with; NaN where an area is its own benchmark.

    Returns
    -------
    ndarray of str
        ``lower``, ``similar``, ``higher``, or ``not_compared`` where a limit or the benchmark is missing.
    """
    low, high, mark = (np.asarray(each, dtype=np.float64) for each in (lower, upper, benchmark))
    missing = np.isnan(low) | np.isnan(high) | np.isnan(mark)
    return np.select([missing, high < mark, low > mark], [NOT_COMPARED, LOWER, HIGHER], SIMILAR)


def benchmark_levels(narrow: Limits, wide: Limits, benchmark: ArrayLike) -> NDArray[np.str_]:
    """Return the five levels of difference from a benchmark: what 99.8 % says beats what 95 % says.

    Parameters
    ----------
    narrow, wide : Limits
        At 95 % and at 99.8 %.
    benchmark : array_like
        As for `against_benchmark`.

    Returns
    -------
    ndarray of str
        ``much_lower``, ``lower``, ``similar``, ``higher``, ``much_higher``, or ``not_compared`` where a
        limit of 95 % or the benchmark is missing.
    """
    at_95 = against_benchmark(narrow.lower, narrow.upper, benchmark)
    at_998 = against_benchmark(wide.lower, wide.upper, benchmark)
    return np.select(
        [(at_95 == LOWER) & (at_998 == LOWER), (at_95 == HIGHER) & (at_998 == HIGHER)],
        [MUCH_LOWER, MUCH_HIGHER],
        at_95,
    )
