"""The arithmetic that a page waits for, beside the plainest way to the same numbers."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from table import Aim, Row, Sample

from carecompare.measures.rank_interval import DRAWS, SEED, Figure, rank_limits
from carecompare.measures.rates import proportion

if TYPE_CHECKING:
    from collections.abc import Callable

MUNICIPALITIES = 1741
PEERS = 31
AIMS_MS = {MUNICIPALITIES: 300.0, PEERS: 5.0}


def rank_rows(repeats: int) -> list[Row]:
    """Return how long the rank intervals of all municipalities and of one set of peers take.

    Parameters
    ----------
    repeats : int
        Timed runs of each side, in turn.

    Returns
    -------
    list of Row
        In milliseconds; the floor draws the same shares and lets pandas rank them.
    """
    return [_row(places, aim_ms, repeats) for places, aim_ms in AIMS_MS.items()]


def _row(places: int, aim_ms: float, repeats: int) -> Row:
    random = np.random.default_rng(places)
    people = random.integers(300, 200_000, places)
    counts = random.binomial(people, 0.19)
    share = proportion(counts, people, per=100)
    columns = (*share[:3], counts, people, share.method)
    figures = [Figure(*place) for place in zip(*(each.tolist() for each in columns), strict=True)]
    readings: tuple[list[float], list[float]] = ([], [])
    for _ in range(repeats):
        for taken, side in zip(
            readings, (lambda: rank_limits(figures), lambda: _ranked_by_pandas(counts, people)), strict=True
        ):
            taken.append(_milliseconds(side))
    ours, floor = (Sample(tuple(each)) for each in readings)
    return Row(f"rank intervals of {places:,} × {DRAWS:,}", "ms", ours, floor, Aim("median", aim_ms))


def _ranked_by_pandas(counts: np.ndarray, people: np.ndarray) -> object:
    drawn = np.random.default_rng(SEED).beta(counts + 0.5, people - counts + 0.5, (DRAWS, counts.size))
    placed = pd.DataFrame(drawn).rank(axis=1, ascending=False, method="min")
    return placed.quantile([0.025, 0.975])


def _milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000
