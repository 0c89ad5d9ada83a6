"""The points of towns and the positions of offices, each with its island."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.measures.islands import islands
from carecompare.sources.figures import read_offices
from carecompare.sources.places import MUNICIPALITY, POSITION_PUBLISHED, POSITION_TOWN
from carecompare.sources.publishers.town_points_table import read_town_points
from carecompare.tables import ISLANDS

if TYPE_CHECKING:
    from carecompare.paths import Paths
    from carecompare.sources.places import Places

TRUSTED = (POSITION_PUBLISHED, POSITION_TOWN)
_POSITION = ["municipality", "latitude", "longitude"]


@dataclass(frozen=True)
class Placed:
    """Where people live and where services are.

    Parameters
    ----------
    town_points : DataFrame
        TOWN_POINTS.
    islands : DataFrame
        ISLANDS: each position of a point or an office once.
    dwellings : DataFrame
        ``municipality``, ``latitude``, ``longitude``, ``island`` of each point; of a municipality without
        points the position of its town hall.
    sites : DataFrame
        The same and ``service``, ``office`` and ``place`` of each office whose position can be trusted.
    """

    town_points: pd.DataFrame
    islands: pd.DataFrame
    dwellings: pd.DataFrame
    sites: pd.DataFrame


def placed(paths: Paths, places: Places) -> Placed:
    """Return the points of towns and the offices, with the islands of all places.

    Parameters
    ----------
    paths : Paths
        Where the figures are.
    places : Places
        The areas and their boundaries.

    Returns
    -------
    Placed
        Islands are -1 where there are no boundaries.

    Raises
    ------
    SourceError
        If a table of the figures is damaged.
    """
    offices = read_offices(paths.figures)
    towns = read_town_points(paths.figures)
    trusted = offices[offices["position_status"].isin(TRUSTED) & offices["municipality"].notna()]
    dwellings = towns.dropna(subset=["latitude"])[_POSITION]
    halls = places.areas[places.areas["level"] == MUNICIPALITY].rename(columns={"area": "municipality"})
    alone = halls[~halls["municipality"].isin(dwellings["municipality"].unique())][_POSITION]
    dwellings = pd.concat([dwellings, alone.dropna()], ignore_index=True)
    positions = pd.concat([dwellings, trusted[_POSITION]], ignore_index=True).drop_duplicates()
    codes, latitude, longitude = (positions[name] for name in _POSITION)
    known = islands(places.boundaries, codes.tolist(), latitude, longitude) if places.boundaries else -1
    listed = ISLANDS.check(positions.assign(island=known))
    return Placed(
        towns,
        listed,
        dwellings.merge(listed, on=_POSITION),
        trusted[["service", "office", "place", *_POSITION]].merge(listed, on=_POSITION),
    )
