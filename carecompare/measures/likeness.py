"""How like one another places are: distance over standardised features, and how firm an answer it is.

Places are the first axis, features the second. A feature that is alike everywhere, or known nowhere, tells
nothing and takes no part. Two places are compared over the features that both have; the weight of the others
is spread over these, as if the two differed there as they do elsewhere. Where less than two thirds of the
weight is left, no distance is given.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from carecompare.errors import MeasureError

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

LEAST_COMMON = 2 / 3
DRAWS = 1000
MOVED_BY = 0.5
SEED = 20130729
# Sums that are equal on paper may differ by a rounding error.
HAIR = 1e-12
# Draws at a time: as many as keep the distances of all municipalities within a megabyte or so.
AT_A_TIME = 100


def standardised(features: ArrayLike) -> NDArray[np.float64]:
    """Return each feature as its distance from the mean in standard deviations.

    Parameters
    ----------
    features : array_like, shape (places, features)
        In any units; NaN where it is not known.

    Returns
    -------
    ndarray of float, shape (places, features)
        Over all places that have it, with the standard deviation of a population (ddof 0). A feature that is
        the same everywhere is missing everywhere.
    """
    given = np.asarray(features, dtype=np.float64)
    known = ~np.isnan(given)
    how_many = known.sum(axis=0)
    filled = np.where(known, given, 0.0)
    mean = np.divide(filled.sum(axis=0), how_many, out=np.zeros(given.shape[1]), where=how_many > 0)
    apart = np.where(known, given - mean, 0.0)
    spread = np.sqrt(
        np.divide((apart**2).sum(axis=0), how_many, out=np.zeros(given.shape[1]), where=how_many > 0)
    )
    highest = np.where(known, given, -np.inf).max(axis=0, initial=-np.inf)
    lowest = np.where(known, given, np.inf).min(axis=0, initial=np.inf)
    tells = (highest > lowest) & (spread > 0)
    units = np.divide(apart, spread, out=np.full(given.shape, np.nan), where=tells)
    return np.where(known & tells, units, np.nan)


def distances(standard: NDArray[np.float64], own: int, weights: ArrayLike) -> NDArray[np.float64]:
    """Return how far every place is from one of them.

    Parameters
    ----------
    standard : ndarray of float, shape (places, features)
        From `standardised`.
    own : int
        Row of the one.
    weights : array_like, shape (features,)
        From 0; they stand inside the sum: the square root of Σ weight × difference².

    Returns
    -------
    ndarray of float, shape (places,)
        0 for the place itself; NaN where too few features are common to both.

    Raises
    ------
    MeasureError
        If a weight is negative or not finite, or none is above 0.

    References
    ----------
    Gower JC (1971). A general coefficient of similarity and some of its properties. Biometrics 27: 857-871,
    for leaving out what is not known of both.
    """
    weighed = _telling(standard, own, _checked_weights(weights))
    return np.asarray(np.sqrt(_squared(_squares(standard, own), weighed)))


def contributions(standard: NDArray[np.float64], own: int, weights: ArrayLike) -> NDArray[np.float64]:
    """Return the share that each feature has in the squared distance.

    Parameters
    ----------
    standard, own, weights
        As for `distances`.

    Returns
    -------
    ndarray of float, shape (places, features)
        Sums to 1 over the features; all 0 where nothing parts the two places.

    Raises
    ------
    MeasureError
        As for `distances`.
    """
    parts = np.nan_to_num(_squares(standard, own)) * _checked_weights(weights)
    whole = parts.sum(axis=1, keepdims=True)
    return np.asarray(np.divide(parts, whole, out=np.zeros_like(parts), where=whole > 0))


def rebased(distance: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return distances as shares of the farthest: 0 the place itself, 1 the one least like it."""
    farthest = float(np.nanmax(distance, initial=0.0))
    return np.asarray(distance / (farthest if farthest > 0 else 1.0))


def nearest(
    distance: NDArray[np.float64], own: int, most: int, candidates: NDArray[np.bool_] | None = None
) -> NDArray[np.intp]:
    """Return the places least far away.

    Parameters
    ----------
    distance : ndarray of float, shape (places,)
        From `distances`.
    own : int
        Row of the place itself, which is left out.
    most : int
        How many at most.
    candidates : ndarray of bool, shape (places,), optional
        Which places may be chosen; all by default.

    Returns
    -------
    ndarray of int
        Rows, the nearest first, equally near ones in their order.
    """
    allowed = _allowed(distance, own, candidates)
    rows = np.flatnonzero(allowed)
    return rows[np.argsort(distance[rows], kind="stable")[:most]]


def staying(
    standard: NDArray[np.float64],
    own: int,
    weights: ArrayLike,
    distance: NDArray[np.float64],
    members: NDArray[np.intp],
    candidates: NDArray[np.bool_] | None = None,
    *,
    draws: int = DRAWS,
) -> NDArray[np.float64]:
    """Return how often each of the nearest stays among them when the weights are moved at random.

    Every weight is multiplied by a number drawn evenly from 0.5 to 1.5, each by its own; the nearest, as many
    as there are members, are chosen anew in each draw.

    Parameters
    ----------
    standard, own, weights
        As for `distances`.
    distance : ndarray of float, shape (places,)
        From `distances`.
    members : ndarray of int
        From `nearest`.
    candidates : ndarray of bool, shape (places,), optional
        As for `nearest`.
    draws : int
        How many; the same seed every time, so the same question has the same answer.

    Returns
    -------
    ndarray of float, shape (members,)
        Shares of the draws, from 0 to 1.

    Raises
    ------
    MeasureError
        As for `distances`.
    """
    weighed = _telling(standard, own, _checked_weights(weights))
    plain = np.square(distance)
    rows = np.flatnonzero(_allowed(plain, own, candidates))
    if members.size == 0 or rows.size <= members.size:
        return np.ones(members.size)
    complete = ~np.isnan(standard[rows][:, weighed > 0] - standard[own, weighed > 0]).any(axis=1)
    rows = rows[_within_reach(plain[rows], complete, members.size)]
    squares = np.square(standard[rows] - standard[own])
    places = np.searchsorted(rows, members)
    moved = weighed * np.random.default_rng(SEED).uniform(1 - MOVED_BY, 1 + MOVED_BY, (draws, weighed.size))
    known = ~np.isnan(squares)
    parts = np.ascontiguousarray(np.where(known, squares, 0.0).T)
    partial = np.flatnonzero(~known[:, weighed > 0].all(axis=1))
    # One buffer for all draws: fresh memory of this size costs more than what is written into it.
    buffer = np.empty((AT_A_TIME, rows.size))
    stayed = np.zeros(members.size)
    for start in range(0, draws, AT_A_TIME):
        drawn = moved[start : start + AT_A_TIME]
        far = np.matmul(drawn, parts, out=buffer[: len(drawn)])
        far[:, partial] *= drawn.sum(axis=1, keepdims=True) / (drawn @ known[partial].T)
        of_members = far[:, places]
        far.partition(members.size - 1, axis=1)
        stayed += (of_members <= far[:, members.size - 1, None] * (1 + HAIR)).sum(axis=0)
    return np.asarray(stayed / draws)


def _within_reach(plain: NDArray[np.float64], complete: NDArray[np.bool_], most: int) -> NDArray[np.bool_]:
    """Return which places any draw can bring among the nearest: the others need not be drawn at all."""
    closer, farther = 1 - MOVED_BY, 1 + MOVED_BY
    # A sum moves with its weights; where it is spread over a part, the part and the whole move too.
    lowest = plain * np.where(complete, closer, closer * closer / farther)
    highest = plain * np.where(complete, farther, farther * farther / closer)
    return np.asarray(lowest <= np.partition(highest, most - 1)[most - 1])


def _squares(standard: NDArray[np.float64], own: int) -> NDArray[np.float64]:
    return np.asarray((standard - standard[own]) ** 2)


def _telling(standard: NDArray[np.float64], own: int, weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the weights without those of features that are known nowhere."""
    absent = np.isnan(standard[own])
    absent[absent] = np.isnan(standard[:, absent]).all(axis=0)
    return np.where(absent, 0.0, weights)


def _squared(squares: NDArray[np.float64], weights: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the squared distance of every place."""
    known = ~np.isnan(squares)
    summed = np.where(known, squares, 0.0) @ weights
    whole, common = weights.sum(), known @ weights
    # A hair of tolerance: exactly two thirds may come out a rounding error below.
    enough = (common > 0) & (common >= (LEAST_COMMON - HAIR) * whole)
    return np.asarray(np.divide(summed * whole, common, out=np.full(summed.shape, np.nan), where=enough))


def _allowed(
    distance: NDArray[np.float64], own: int, candidates: NDArray[np.bool_] | None
) -> NDArray[np.bool_]:
    allowed = ~np.isnan(distance)
    if candidates is not None:
        allowed &= candidates
    allowed[own] = False
    return np.asarray(allowed)


def _checked_weights(weights: ArrayLike) -> NDArray[np.float64]:
    given = np.asarray(weights, dtype=np.float64)
    if not np.isfinite(given).all() or (given < 0).any():
        raise MeasureError("weight_out_of_range", found=given[~(np.isfinite(given) & (given >= 0))][0])
    if not (given > 0).any():
        raise MeasureError("weights_all_zero")
    return given
