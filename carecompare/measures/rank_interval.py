"""Between which ranks a place may stand, given the uncertainty of every figure: by simulation."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from scipy.special import expit

from carecompare.measures.intervals import count_limits, wilson_limits
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
# From so many ranks asked for on, sorting each draw is quicker than counting who is before each.
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
        Start of the random numbers: the same figures give the same limits.

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
    present = np.flatnonzero(~np.isnan(value))
    best, worst = np.full(wanted.size, np.nan), np.full(wanted.size, np.nan)
    ranked = np.flatnonzero(~np.isnan(value[wanted]))
    if ranked.size == 0:
        return RankLimits(best, worst)
    given = Figures(*(np.broadcast_to(np.asarray(each), value.shape)[present] for each in figures))
    at = np.searchsorted(present, wanted[ranked])
    ordered = np.sort(_ranks(_drawn(given, draws, np.random.default_rng(seed)), at), axis=1)
    low, high = (
        ordered[:, int(end)]
        for end in (
            np.floor((1 - CONFIDENCE) / 2 * (draws - 1)),
            np.ceil((1 + CONFIDENCE) / 2 * (draws - 1)),
        )
    )
    observed = ranks(value)[wanted[ranked]]
    best[ranked], worst[ranked] = np.minimum(low, observed), np.maximum(high, observed)
    return RankLimits(best, worst)


def _drawn(figures: Figures, draws: int, random: np.random.Generator) -> NDArray[np.float64]:
    """Return draws by places."""
    value, lower, upper, events, population = (np.asarray(each, dtype=np.float64) for each in figures[:5])
    method, bounded = np.asarray(figures.method).astype(str), np.asarray(figures.bounded, dtype=bool)
    drawn = np.repeat(value[None, :], draws, axis=0)
    shares = np.flatnonzero((method == WILSON) & ~bounded)
    if shares.size:
        x, n = events[shares] + HALF, population[shares] - events[shares] + HALF
        logits = random.standard_normal((draws, shares.size)) * np.sqrt(1 / x + 1 / n) + np.log(x / n)
        unit = upper[shares] / wilson_limits(events[shares], population[shares]).upper
        drawn[:, shares] = expit(logits) * unit
    counted = np.flatnonzero(np.isin(method, OF_COUNTS) & ~bounded)
    if counted.size:
        unit = upper[counted] / count_limits(events[counted]).upper
        drawn[:, counted] = random.standard_gamma(events[counted] + HALF, (draws, counted.size)) * unit
    between = np.flatnonzero(bounded)
    if between.size:
        width = upper[between] - lower[between]
        drawn[:, between] = lower[between] + random.random((draws, between.size)) * width
    return drawn


def _ranks(drawn: NDArray[np.float64], at: NDArray[np.intp]) -> NDArray[np.int32]:
    """Return places by draws: the rank, from the highest, of the places at some positions."""
    if at.size < MANY:
        of_place = np.ascontiguousarray(drawn.T)
        counted = [np.count_nonzero(of_place > of_place[each], axis=0) for each in at]
        return np.stack(counted).astype(np.int32) + 1
    draws, places = drawn.shape
    placed = np.empty((draws, places), dtype=np.int32)
    from_the_highest = np.arange(places, 0, -1, dtype=np.int32)
    for draw, row in enumerate(drawn):
        placed[draw, np.argsort(row)] = from_the_highest
    # Values that do not move can be equal, and then share the best rank; of the others none is.
    for group in _equal_columns(drawn):
        placed[:, group] = placed[:, group].min(axis=1, keepdims=True)
    return placed[:, at].T


def _equal_columns(drawn: NDArray[np.float64]) -> list[NDArray[np.intp]]:
    fixed = np.flatnonzero((drawn == drawn[0]).all(axis=0))
    order = fixed[np.argsort(drawn[0, fixed], kind="stable")]
    starts = np.flatnonzero(np.diff(drawn[0, order]) != 0) + 1
    return [group for group in np.split(order, starts) if group.size > 1]
