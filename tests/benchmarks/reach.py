"""How long it takes to find the nearest offices of every point, beside scikit-learn's BallTree."""

from __future__ import annotations

import time
from contextlib import closing
from typing import TYPE_CHECKING

import numpy as np
from sklearn.neighbors import BallTree
from table import Aim, Row, Sample

from carecompare.build import build_store
from carecompare.comparisons.access.reach import every_reach, offices_by_service, reach
from carecompare.comparisons.access.reach_summary import summaries
from carecompare.paths import project_paths
from carecompare.store import fresh_store, open_store, sites, town_points

if TYPE_CHECKING:
    from collections.abc import Callable

# A city and its fourteen neighbours in the list.
OWN, PEERS = "43212", 15
SERVICE = "150"


def reach_rows(repeats: int) -> list[Row]:
    """Return the times of all points times all services, of one town's services, and of peers' one service.

    Parameters
    ----------
    repeats : int
        How often the small ones are asked; the whole nation is asked once.

    Returns
    -------
    list of Row
        The floor builds a BallTree of haversine distances of the same offices, and asks it for the two
        nearest of the same points.
    """
    paths = project_paths()
    with closing(open_store(fresh_store(paths) or build_store(paths))) as store:
        points, listed = town_points(store), sites(store)
    services = offices_by_service(listed)
    radians = np.radians(points[["latitude", "longitude"]].to_numpy())

    def nation() -> None:
        for held in offices_by_service(listed).values():
            reach(points, held)

    def balls() -> None:
        for held in services.values():
            positions = np.radians(held.listed[["latitude", "longitude"]].to_numpy())
            BallTree(positions, metric="haversine").query(radians, k=2)

    codes = points["municipality"].unique()
    at = int(np.searchsorted(codes, OWN))
    own = points[points["municipality"] == OWN]
    beside = points[points["municipality"].isin(codes[at - PEERS : at])]
    size = f"{len(points):,} points, {len(services)} services"
    return [
        Row(
            f"reach of {size} (floor: BallTree)", "s", _timed(nation, 1), _timed(balls, 1), Aim("ratio", 0.25)
        ),
        Row(
            "reach of a town, every service", "ms", _timed(lambda: every_reach(own, services), repeats, 1000)
        ),
        Row(
            f"reach of {PEERS} peers, one service, summed up",
            "ms",
            _timed(lambda: summaries(reach(beside, services[SERVICE]), 30.0), repeats, 1000),
        ),
    ]


def _timed(ask: Callable[[], object], repeats: int, per_second: float = 1.0) -> Sample:
    readings = []
    for _ in range(repeats):
        started = time.perf_counter()
        ask()
        readings.append(per_second * (time.perf_counter() - started))
    return Sample(tuple(readings))
