"""Between which ranks a place may stand, given the uncertainty of every figure: by simulation."""

from __future__ import annotations

from functools import lru_cache
from math import ceil, floor, isnan, log, nan, sqrt
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.measures.intervals import wilson_limits
from carecompare.measures.rates import BYAR, EXACT, WILSON
from carecompare.measures.standardise import INDIRECT
from carecompare.measures.standing import rank_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    Ranks = np.int8 | np.int16

DRAWS = 1000
# Any number will do; that it is always the same gives the same picture to everyone.
SEED = 2013
CONFIDENCE = 0.95
OF_COUNTS = (EXACT, BYAR, INDIRECT)
DRAWN_METHODS = frozenset({WILSON, *OF_COUNTS})
HALF = 0.5
# The exact upper limit of no event: there its chance is the tail.
NONE_UPPER = -log((1 - CONFIDENCE) / 2)
# Comparators stay the same beside one municipality after another, and so do their draws: 12 kB for each.
MOST_KEPT = 64
# From so many places on, sorting each draw is quicker than counting who is before each.
MANY = 64


class Figure(NamedTuple):
    """What the rank of one place is made from.

    Parameters
    ----------
    value, upper : float
        Value with its 95 % upper limit; a missing value is not ranked.
    lower : float
        Used where the limits are bounds and no interval.
    events, population : float
        Numerator and denominator.
    method : str
        ``wilson``, ``exact``, ``byar`` or ``indirect``; a figure of any other method is fixed, unless it is
        bounded.
    is_bounded : bool
        Whether the truth may lie anywhere between lower and upper, as with unknown ages.
    """

    value: float
    lower: float
    upper: float
    events: float
    population: float
    method: str
    is_bounded: bool = False

    @property
    def moves(self) -> bool:
        """Return whether its draws differ."""
        return self.is_bounded or self.method in DRAWN_METHODS


class Drawn(NamedTuple):
    """Places that have a value: the values, ascending, and the draws of each, places by draws."""

    ordered: Sequence[float]
    draws: NDArray[np.float64]


class RankLimits(NamedTuple):
    """The best and the worst rank of each place asked for; NaN where it has no rank."""

    best: Sequence[float]
    worst: Sequence[float]


def rank_limits(
    figures: Sequence[Figure], of: Sequence[int] | None = None, *, draws: int = DRAWS, seed: int = SEED
) -> RankLimits:
    """Return between which ranks, from the highest, each place stands in 95 % of the draws.

    Each draw takes a value for every place at once: a share from the normal distribution of its empirical
    logit, a count (or a count ÷ its expectation) from the gamma distribution of ``events + 1/2``, a
    bounded figure from between its bounds. The limits are the 2.5 % and 97.5 % quantiles of the rank over
    the draws, widened where needed to hold the rank of the values themselves.

    Parameters
    ----------
    figures : sequence of Figure
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
    wanted = range(len(figures)) if of is None else of
    held = [place for place, each in enumerate(figures) if not isnan(each.value)]
    present = tuple(figures[place] for place in held)
    ordered = sorted(each.value for each in present)
    observed = [rank_among(ordered, figures[place].value) for place in wanted]
    if not any(each.moves for each in present):
        return RankLimits(observed, observed)
    at = {place: row for row, place in enumerate(held)}
    ranked = _ranks(present[0], present[1:], seed, draws)
    rows = [at[place] for place in wanted if place in at]
    ends = zip(*_ends(ranked if rows == list(range(len(held))) else ranked[rows]), strict=True)
    limits = [(nan, nan) if isnan(rank) else _holding(*next(ends), rank) for rank in observed]
    return RankLimits([best for best, _ in limits], [worst for _, worst in limits])


def drawn_others(figures: Sequence[Figure], *, draws: int = DRAWS, seed: int = SEED) -> Drawn:
    """Return the draws of all places but one, to which many can be compared one after the other.

    Parameters
    ----------
    figures : sequence of Figure
        Of the others.
    draws, seed : int
        As for `rank_limits`.

    Returns
    -------
    Drawn
        Without places that have no value.
    """
    present = [each for each in figures if not isnan(each.value)]
    return Drawn(sorted(each.value for each in present), _drawn(present, 1, seed, draws))


def limits_beside(pairs: Sequence[tuple[Figure, Drawn]], *, seed: int = SEED) -> list[tuple[float, float]]:
    """Return between which ranks places stand, each among others: what `rank_limits` says of a first place.

    Parameters
    ----------
    pairs : sequence of tuple of (Figure, Drawn)
        A place that has a value, and its others from `drawn_others`, all with the same seed and draws.
    seed : int
        As for `rank_limits`.

    Returns
    -------
    list of tuple of float
        The best and the worst rank of each.
    """
    if not pairs:
        return []
    draws = pairs[0][1].draws.shape[1]
    kind = _kind_of_ranks(1 + max(len(others.draws) for _, others in pairs))
    above = np.empty((len(pairs), draws), dtype=kind)
    for of_place, (own, others) in zip(above, pairs, strict=True):
        np.sum(others.draws > _drawn_of(own, (seed, 0), draws), axis=0, dtype=kind, out=of_place)
    return [
        _holding(low, high, rank_among(others.ordered, own.value))
        for low, high, (own, others) in zip(*_ends(above + 1), pairs, strict=True)
    ]


def _holding(low: int, high: int, rank: float) -> tuple[float, float]:
    """Return limits that hold the rank of the values themselves."""
    return min(float(low), rank), max(float(high), rank)


def _kind_of_ranks(places: int) -> type[np.int8 | np.int16]:
    """Return the smallest numbers that hold the ranks of so many places: these are sorted by counting."""
    return np.int8 if places <= np.iinfo(np.int8).max else np.int16


def _ends(ranked: NDArray[Ranks]) -> tuple[list[int], list[int]]:
    """Return the lowest and the highest rank of 95 % of the draws of each line."""
    last = ranked.shape[1] - 1
    low, high = floor((1 - CONFIDENCE) / 2 * last), ceil((1 + CONFIDENCE) / 2 * last)
    ordered = np.sort(ranked, axis=1, kind="stable")
    return ordered[:, low].tolist(), ordered[:, high].tolist()


def _drawn(places: Sequence[Figure], start: int, seed: int, draws: int) -> NDArray[np.float64]:
    """Return places by draws; each place has a stream of random numbers of its own, counted from a start."""
    drawn = np.empty((len(places), draws))
    for row, (place, of_place) in enumerate(zip(places, drawn, strict=True)):
        of_place[:] = _drawn_of(place, (seed, start + row), draws)
    return drawn


def _drawn_of(place: Figure, stream: tuple[int, int], draws: int) -> NDArray[np.float64] | float:
    value, lower, upper, events, population, method, is_bounded = place
    if is_bounded:
        return np.asarray(lower + np.random.default_rng(stream).random(draws) * (upper - lower))
    if method == WILSON:
        x, n = events + HALF, population - events + HALF
        logits = _normal(stream, draws) * sqrt(1 / x + 1 / n) + log(x / n)
        unit = value * population / events if events else upper / wilson_limits(events, population).upper
        return np.asarray(unit / (1 + np.exp(-logits)))
    if method in OF_COUNTS:
        unit = value / events if events else upper / NONE_UPPER
        return np.asarray(np.random.default_rng(stream).standard_gamma(events + HALF, draws) * unit)
    return value


@lru_cache(maxsize=MOST_KEPT)
def _normal(stream: tuple[int, int], draws: int) -> NDArray[np.float64]:
    """Return standard normal numbers: those of a place are the same whatever its figure."""
    return np.random.default_rng(stream).standard_normal(draws)


def _ranks(first: Figure, others: tuple[Figure, ...], seed: int, draws: int) -> NDArray[Ranks]:
    """Return places by draws: the rank, from the highest, of every place."""
    own = _drawn_of(first, (seed, 0), draws)
    drawn, among = _before(others, seed, draws)
    ranked = np.empty((len(others) + 1, draws), dtype=among.dtype)
    np.sum(drawn > own, axis=0, dtype=among.dtype, out=ranked[0])
    ranked[0] += 1
    np.add(among, drawn < own, out=ranked[1:])
    return ranked


@lru_cache(maxsize=MOST_KEPT)
def _before(others: tuple[Figure, ...], seed: int, draws: int) -> tuple[NDArray[np.float64], NDArray[Ranks]]:
    """Return the draws of all places but the first, and their ranks without it."""
    drawn = _drawn(others, 1, seed, draws)
    return drawn, _ranks_among(drawn)


def _ranks_among(drawn: NDArray[np.float64]) -> NDArray[Ranks]:
    kind = _kind_of_ranks(1 + len(drawn))
    if len(drawn) < MANY:
        among = np.ones(drawn.shape, dtype=kind)
        for place, each in enumerate(drawn):
            among[place] += (drawn > each).sum(axis=0, dtype=kind)
        return among
    places, draws = drawn.shape
    placed = np.empty((draws, places), dtype=kind)
    from_the_highest = np.arange(places, 0, -1, dtype=kind)
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
