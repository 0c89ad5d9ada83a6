"""The points of towns and the positions of offices, each with its island."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.measures.islands import islands
from carecompare.sources.figures import read_offices, read_places, read_town_points
from carecompare.sources.places import POSITION_PUBLISHED, POSITION_TOWN
from carecompare.tables import ISLANDS

if TYPE_CHECKING:
    from carecompare.paths import Paths

TRUSTED = (POSITION_PUBLISHED, POSITION_TOWN)
_POSITION = ["municipality", "latitude", "longitude"]


def points_and_islands(paths: Paths) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Return the points of towns, and the islands of all places.

    Parameters
    ----------
    paths : Paths
        Where the figures are.

    Returns
    -------
    tuple of DataFrame
        TOWN_POINTS and ISLANDS: the latter has each position of a point or an office once, -1 where there
        are no boundaries. An office whose position cannot be trusted has none.

    Raises
    ------
    SourceError
        If a table of the figures is damaged.
    """
    boundaries, offices = read_places(paths.figures).boundaries, read_offices(paths.figures)
    towns = read_town_points(paths.figures)
    trusted = offices[offices["position_status"].isin(TRUSTED) & offices["municipality"].notna()]
    points = towns.dropna(subset=["latitude"])
    positions = pd.concat([points[_POSITION], trusted[_POSITION]], ignore_index=True).drop_duplicates()
    island = (
        islands(
            boundaries,
            positions["municipality"].tolist(),
            positions["latitude"],
            positions["longitude"],
        )
        if boundaries
        else -1
    )
    return towns, ISLANDS.check(positions.assign(island=island))
