"""Between which ranks a place may stand, given the uncertainty of every figure: by simulation."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor, log, sqrt
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from carecompare.measures.intervals import wilson_limits
from carecompare.measures.rates import BYAR, EXACT, WILSON
from carecompare.measures.standardise import INDIRECT
from carecompare.measures.standing import ranks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

DRAWS = 1000
# Any number will do; that it is always the same gives the same picture to everyone.
SEED = 2013
CONFIDENCE = 0.95
OF_COUNTS = (EXACT, BYAR, INDIRECT)
HALF = 0.5
# The exact upper limit of no event: there its chance is the tail.
NONE_UPPER = -log((1 - CONFIDENCE) / 2)
# Comparators stay the same beside one municipality after another, and so do their draws: 12 kB for each.
MOST_KEPT = 64
# From so many places on, sorting each draw is quicker than counting who is before each.
MANY = 64


class Figures(NamedTuple):
    """What ranks are made from, one element per place.

    Parameters
    ----------
    value, upper : array_like of float
        Value with its 95 % upper limit; a missing value is not ranked.
    lower : array_like of float
        Used where the limits are bounds and no interval.
    events, population : array_like of float
        Numerator and denominator.
    method : array_like of str
        ``wilson``, ``exact``, ``byar`` or ``indirect``; a figure of any other method is fixed, but for those
        in ``bounded``.
    bounded : array_like of bool
        Where the truth may lie anywhere between lower and upper, as with unknown ages.
    """

    value: ArrayLike
    lower: ArrayLike
    upper: ArrayLike
    events: ArrayLike
    population: ArrayLike
    method: ArrayLike
    bounded: ArrayLike = False


class Drawn(NamedTuple):
    """Places that have a value, and the draws of each: places by draws."""

    value: NDArray[np.float64]
    draws: NDArray[np.float64]


class RankLimits(NamedTuple):
    """The best and the worst rank of each place asked for; NaN where it has no rank."""

    best: NDArray[np.float64]
    worst: NDArray[np.float64]


def rank_limits(
    figures: Figures, of: Sequence[int] | None = None, *, draws: int = DRAWS, seed: int = SEED
) -> RankLimits:
    """Return between which ranks, from the highest, each place stands in 95 % of the draws.

    Each draw takes a value for every place at once: a share from the normal distribution of its empirical
    logit, a count (or a count ÷ its expectation) from the gamma distribution of ``events + 1/2``, a
    bounded figure from between its bounds. The limits are the 2.5 % and 97.5 % quantiles of the rank over
    the draws, widened where needed to hold the rank of the values themselves.

    Parameters
    ----------
    figures : Figures
        All places that are ranked together.
    of : sequence of int, optional
        Positions of the places wanted; all where not given.
    draws : int
        How many.
    seed : int
        Start of the random numbers: the same figures in the same places give the same limits.

    Returns
    -------
    RankLimits
        In the order of ``of``.

    References
    ----------
    Goldstein H, Spiegelhalter DJ (1996). League tables and their limitations. Journal of the Royal
    Statistical Society A 159: 385-443. Marshall EC, Spiegelhalter DJ (1998). Reliability of league tables of
    in vitro fertilisation clinics. BMJ 316: 1701-1704.
    """
    value = np.asarray(figures.value, dtype=np.float64)
    wanted = np.arange(value.size) if of is None else np.asarray(of, dtype=np.intp)
    present, places = _present(figures)
    best, worst = np.full(wanted.size, np.nan), np.full(wanted.size, np.nan)
    ranked = np.flatnonzero(~np.isnan(value[wanted]))
    if ranked.size == 0:
        return RankLimits(best, worst)
    first, *others = places
    at = np.searchsorted(present, wanted[ranked])
    low, high = _ends(_ranks(first, tuple(others), at, seed, draws))
    observed = ranks(value)[wanted[ranked]]
    best[ranked], worst[ranked] = np.minimum(low, observed), np.maximum(high, observed)
    return RankLimits(best, worst)


def drawn_others(figures: Figures, *, draws: int = DRAWS, seed: int = SEED) -> Drawn:
    """Return the draws of all places but one, to which many can be compared one after the other.

    Parameters
    ----------
    figures : Figures
        Of the others.
    draws, seed : int
        As for `rank_limits`.

    Returns
    -------
    Drawn
        Without places that have no value.
    """
    present, places = _present(figures)
    return Drawn(np.asarray(figures.value, dtype=np.float64)[present], _drawn(places, 1, seed, draws))


def limits_beside(own: Figures, others: Drawn, *, seed: int = SEED) -> tuple[float, float]:
    """Return between which ranks one place stands among others: what `rank_limits` says of the first of all.

    Parameters
    ----------
    own : Figures
        Of one place, one number each; it has a value.
    others : Drawn
        From `drawn_others` with the same seed.
    seed : int
        As for `rank_limits`.

    Returns
    -------
    tuple of float
        The best and the worst rank.
    """
    (drawn,) = _drawn([own], 0, seed, others.draws.shape[1])
    low, high = _ends((others.draws > drawn).sum(axis=0, dtype=np.int32) + 1)
    observed = float(np.count_nonzero(others.value > np.asarray(own.value, dtype=np.float64)) + 1)
    return min(float(low), observed), max(float(high), observed)


def _present(figures: Figures) -> tuple[NDArray[np.intp], list[tuple[Any, ...]]]:
    """Return the positions of the places that have a value, and their figures."""
    value = np.asarray(figures.value, dtype=np.float64)
    present = np.flatnonzero(~np.isnan(value))
    columns = [np.broadcast_to(np.asarray(each), value.shape)[present].tolist() for each in figures]
    return present, list(zip(*columns, strict=True))


def _ends(ranked: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return the lowest and the highest rank of 95 % of the draws, which are the last axis."""
    last = ranked.shape[-1] - 1
    ends = (floor((1 - CONFIDENCE) / 2 * last), ceil((1 + CONFIDENCE) / 2 * last))
    return np.moveaxis(np.partition(ranked, ends)[..., ends], -1, 0)


def _drawn(places: Sequence[tuple[Any, ...]], start: int, seed: int, draws: int) -> NDArray[np.float64]:
    """Return places by draws; each place has a stream of random numbers of its own, counted from a start."""
    drawn = np.empty((len(places), draws))
    for row, (place, of_place) in enumerate(zip(places, drawn, strict=True)):
        of_place[:] = _drawn_of(place, np.random.default_rng((seed, start + row)), draws)
    return drawn


def _drawn_of(place: tuple[Any, ...], random: np.random.Generator, draws: int) -> NDArray[np.float64] | float:
    value, lower, upper, events, population, method, bounded = place
    if bounded:
        return np.asarray(lower + random.random(draws) * (upper - lower))
    if method == WILSON:
        x, n = events + HALF, population - events + HALF
        logits = random.standard_normal(draws) * sqrt(1 / x + 1 / n) + log(x / n)
        unit = value * population / events if events else upper / wilson_limits(events, population).upper
        return np.asarray(unit / (1 + np.exp(-logits)))
    if method in OF_COUNTS:
        unit = value / events if events else upper / NONE_UPPER
        return np.asarray(random.standard_gamma(events + HALF, draws) * unit)
    return float(value)


def _ranks(
    first: tuple[Any, ...], others: tuple[tuple[Any, ...], ...], at: NDArray[np.intp], seed: int, draws: int
) -> NDArray[np.int32]:
    """Return places by draws: the rank, from the highest, of the places at some positions."""
    (own,) = _drawn([first], 0, seed, draws)
    drawn, among = _before(others, seed, draws)
    ranked = np.empty((at.size, draws), dtype=np.int32)
    is_first = at == 0
    if is_first.any():
        ranked[is_first] = (drawn > own).sum(axis=0, dtype=np.int32) + 1
    rest = at[~is_first] - 1
    ranked[~is_first] = among[rest] + (drawn[rest] < own)
    return ranked


@lru_cache(maxsize=MOST_KEPT)
def _before(
    others: tuple[tuple[Any, ...], ...], seed: int, draws: int
) -> tuple[NDArray[np.float64], NDArray[np.int32]]:
    """Return the draws of all places but the first, and their ranks without it."""
    drawn = _drawn(others, 1, seed, draws)
    return drawn, _ranks_among(drawn)


def _ranks_among(drawn: NDArray[np.float64]) -> NDArray[np.int32]:
    if len(drawn) < MANY:
        among = np.ones(drawn.shape, dtype=np.int32)
        for place, each in enumerate(drawn):
            among[place] += (drawn > each).sum(axis=0, dtype=np.int32)
        return among
    places, draws = drawn.shape
    placed = np.empty((draws, places), dtype=np.int32)
    from_the_highest = np.arange(places, 0, -1, dtype=np.int32)
    for draw, row in enumerate(np.ascontiguousarray(drawn.T)):
        placed[draw, np.argsort(row)] = from_the_highest
    # Values that do not move can be equal, and then share the best rank; of the others none is.
    for group in _equal_places(drawn):
        placed[:, group] = placed[:, group].min(axis=1, keepdims=True)
    return placed.T


def _equal_places(drawn: NDArray[np.float64]) -> list[NDArray[np.intp]]:
    fixed = np.flatnonzero((drawn == drawn[:, :1]).all(axis=1))
    order = fixed[np.argsort(drawn[fixed, 0], kind="stable")]
    starts = np.flatnonzero(np.diff(drawn[order, 0]) != 0) + 1
    return [group for group in np.split(order, starts) if group.size > 1]
