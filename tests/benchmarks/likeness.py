"""How long it takes to find the peers of one municipality, beside two other ways in the same run."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from sklearn.neighbors import NearestNeighbors
from table import Aim, Row, Sample

from carecompare.build import build_store
from carecompare.comparisons import peers, similar_codes
from carecompare.measures.likeness import distances, nearest, staying
from carecompare.paths import project_paths
from carecompare.store import fresh_store
from carecompare.views.base.installation import opened

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from numpy.typing import NDArray

    from carecompare.comparisons import FeatureTable

MOST = 15
FEATURES = 12
SEED = 20130729
# A loop over rows is slow enough to be measured on fewer municipalities.
LOOPED = 5


def likeness_rows(repeats: int) -> list[Row]:
    """Return the times of the distances, of the draws, and of the whole explanation of peers.

    Parameters
    ----------
    repeats : int
        Municipalities asked about, drawn at random with the same seed.

    Returns
    -------
    list of Row
        The floors are scikit-learn's nearest neighbours, fitted anew because weights move, and a loop over
        the rows of a frame. They know no missing features: theirs are filled with the mean.
    """
    table, weights = _features()
    generator = np.random.default_rng(SEED)
    owns = generator.choice(len(table.codes), size=repeats, replace=False).tolist()
    weighed = table.weights(weights)
    full = np.nan_to_num(table.standard) * np.sqrt(weighed)
    wide = generator.normal(size=(len(table.codes), FEATURES))
    alike = np.ones(FEATURES)

    def widest(row: int) -> NDArray[np.intp]:
        return nearest(distances(wide, row, alike), row, MOST)

    def ours(row: int) -> object:
        return similar_codes(table, table.codes[row], weights, MOST)

    apart = {row: distances(table.standard, row, weighed) for row in owns}
    found = {row: nearest(apart[row], row, MOST) for row in owns}
    size = f"{len(table.codes):,}"
    own, scikit = _timed(ours, owns), _timed(lambda row: _by_scikit(full, row), owns)
    return [
        Row(
            f"peers among {size}, {FEATURES} features (floor: scikit-learn)",
            "ms",
            _timed(widest, owns),
            _timed(lambda row: _by_scikit(wide, row), owns),
            Aim("p95", 20),
        ),
        Row(
            f"peers among {size}, the real features (floor: scikit-learn)", "ms", own, scikit, Aim("p95", 20)
        ),
        Row(
            "the same (floor: a pandas loop)",
            "ms",
            own,
            _timed(lambda row: _by_loop(pd.DataFrame(full), row), owns[:LOOPED]),
        ),
        Row(
            "draws of weights",
            "ms",
            _timed(lambda row: staying(table.standard, row, weighed, apart[row], found[row]), owns),
            aim=Aim("p95", 300),
        ),
        Row(
            "peers with everything explained",
            "ms",
            _timed(lambda row: peers(table, table.codes[row], weights, MOST), owns),
        ),
    ]


def _timed(ask: Callable[[int], object], rows: list[int]) -> Sample:
    readings = []
    for row in rows:
        started = time.perf_counter()
        ask(row)
        readings.append(1000 * (time.perf_counter() - started))
    return Sample(tuple(readings))


def _by_scikit(points: NDArray[np.float64], row: int) -> object:
    return NearestNeighbors(n_neighbors=MOST + 1).fit(points).kneighbors(points[row : row + 1])


def _by_loop(points: pd.DataFrame, row: int) -> object:
    own = points.iloc[row]
    apart = {place: float(((other - own) ** 2).sum()) for place, other in points.iterrows() if place != row}
    return sorted(apart, key=lambda place: apart[place])[:MOST]


def _features() -> tuple[FeatureTable, Mapping[str, float]]:
    paths = project_paths()
    loaded = opened(paths, (fresh_store(paths) or build_store(paths)).name)
    loaded.store.close()
    return loaded.features, next(iter(loaded.catalog.presets.values())).weights
