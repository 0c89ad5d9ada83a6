"""Who can reach what: from each point of a town to the nearest and second nearest office, across borders."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from carecompare.measures.islands import joined
from carecompare.measures.nearest import NEAREST, SECOND, Sites, in_space, on_island, with_island

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from carecompare.rows import WayRow


# Roads are longer than the straight line: the usual ratio where no network is at hand.
DETOUR = 1.3
# Kilometres per hour that the page offers.
SPEEDS = {"car": 30.0, "bus": 20.0, "bicycle": 12.0, "foot": 4.0}
# The unit of the document of 2013: services within about half an hour.
WITHIN_MINUTES = 30.0
# An institution of any kind stands in every prefecture: of one that does not, positions were not collected.
PREFECTURES = 47
METRES, TENTHS = 3, 1
# Two blocks (municipality, name of the town) whose islands a bridge joins.
Bridge = tuple[tuple[str, str], tuple[str, str]]


@dataclass(frozen=True)
class Offices:
    """The offices of one service.

    Parameters
    ----------
    listed : DataFrame
        ``office``, ``municipality``, ``name_ja``, ``latitude``, ``longitude``, ``island``.
    is_collected : bool
        Whether positions are known in the whole country: elsewhere "nearest" would mean nothing.
    """

    listed: pd.DataFrame
    is_collected: bool = True

    @cached_property
    def space(self) -> NDArray[np.float64]:
        """Coordinates in space."""
        return in_space(self.listed["latitude"], self.listed["longitude"])

    @cached_property
    def islands(self) -> NDArray[np.int16]:
        """Island of each."""
        return self.listed["island"].to_numpy(dtype=np.int16)

    @cached_property
    def sites(self) -> Sites:
        """For the search over land and sea."""
        return Sites(self.space)

    @cached_property
    def sites_by_island(self) -> Sites:
        """For the search that leaves no island."""
        return Sites(with_island(self.space, self.islands))


def offices_by_service(sites: pd.DataFrame) -> dict[str, Offices]:
    """Return the offices of each service.

    Parameters
    ----------
    sites : DataFrame
        Of :func:`carecompare.store.sites`.
    """
    return {
        str(service): Offices(
            rows.reset_index(drop=True),
            str(service).isdigit() or rows["municipality"].str[:2].nunique() == PREFECTURES,
        )
        for service, rows in sites.groupby("service", sort=True)
    }


@dataclass(frozen=True)
class Reach:
    """What each point reaches; all arrays are of the n points.

    Parameters
    ----------
    points : DataFrame
        As given.
    offices : DataFrame
        As given.
    nearest, second : ndarray of int
        Row of the office; -1 where there is none.
    km, second_km : ndarray of float
        Straight distance over the ground; infinite where there is no office.
    over_sea : ndarray of bool
        Whether the straight line to the nearest leads to another island, without a bridge that is known.
    on_land : ndarray of int
        Row of the nearest office on the same island; -1 where there is none.
    land_km : ndarray of float
        Straight distance to it; infinite where there is none.
    """

    points: pd.DataFrame
    offices: pd.DataFrame
    nearest: NDArray[np.intp]
    second: NDArray[np.intp]
    km: NDArray[np.float64]
    second_km: NDArray[np.float64]
    over_sea: NDArray[np.bool_]
    on_land: NDArray[np.intp]
    land_km: NDArray[np.float64]


def minutes(km: NDArray[np.float64], speed: float) -> NDArray[np.float64]:
    """Return the time of a way.

    Parameters
    ----------
    km : ndarray of float
        Straight distance in kilometres.
    speed : float
        Kilometres per hour on the road.

    Returns
    -------
    ndarray of float
        Minutes for 1.3 times the distance.
    """
    return km * (DETOUR * 60 / speed)


def reach(points: pd.DataFrame, offices: Offices, bridges: Sequence[Bridge] = ()) -> Reach:
    """Return what each point reaches.

    Parameters
    ----------
    points : DataFrame
        Of :func:`carecompare.store.town_points`, of any municipalities.
    offices : Offices
        Of one service.
    bridges : sequence of Bridge
        What a town knows of its islands; blocks that are not among the points join nothing.

    Returns
    -------
    Reach
        The nearest office by straight line may lie over the sea; then the nearest on the same island stands
        beside it.
    """
    return every_reach(points, {"": offices}, bridges)[""]


def every_reach(
    points: pd.DataFrame, services: Mapping[str, Offices], bridges: Sequence[Bridge] = ()
) -> dict[str, Reach]:
    """Return what each point reaches of several services: what they have in common is computed once.

    Parameters
    ----------
    points, bridges
        As `reach` takes them.
    services : mapping of str to Offices
        By service.
    """
    lands = points["island"].to_numpy(dtype=np.int16)
    pairs = bridged(points, bridges)
    if pairs:
        lands = joined(lands, pairs)
    places = in_space(points["latitude"], points["longitude"])
    return {service: _reach(points, places, lands, offices, pairs) for service, offices in services.items()}


def _reach(
    points: pd.DataFrame,
    places: NDArray[np.float64],
    lands: NDArray[np.int16],
    offices: Offices,
    pairs: Sequence[tuple[int, int]],
) -> Reach:
    grounds = joined(offices.islands, pairs) if pairs else offices.islands
    found = offices.sites.two_nearest(places)
    site, km = found.site[:, NEAREST], found.km[:, NEAREST]
    there = np.append(grounds, np.int16(-1))[site]
    over_sea = (site >= 0) & (there != lands) & (there >= 0) & (lands >= 0)
    on_land, land_km = site.copy(), km.copy()
    if over_sea.any():
        own = Sites(with_island(offices.space, grounds)) if pairs else offices.sites_by_island
        kept = on_island(own.two_nearest(with_island(places[over_sea], lands[over_sea])))
        on_land[over_sea], land_km[over_sea] = kept.site[:, NEAREST], kept.km[:, NEAREST]
    return Reach(
        points,
        offices.listed,
        site,
        found.site[:, SECOND],
        km,
        found.km[:, SECOND],
        over_sea,
        on_land,
        land_km,
    )


def bridged(points: pd.DataFrame, bridges: Sequence[Bridge]) -> list[tuple[int, int]]:
    """Return the pairs of islands that bridges join."""
    if not bridges:
        return []
    of_block = {
        (municipality, town): int(island)
        for municipality, town, island in zip(
            points["municipality"], points["town"], points["island"], strict=True
        )
    }
    return [(of_block.get(one, -1), of_block.get(other, -1)) for one, other in bridges]


def islands_of(points: pd.DataFrame) -> list[tuple[int, list[str]]]:
    """Return the islands of a town, to choose those that a bridge joins.

    Parameters
    ----------
    points : DataFrame
        Of one municipality.

    Returns
    -------
    list of tuple of int and list of str
        Island and the names of its blocks, that with most points first.
    """
    sizes = points["island"].value_counts()
    names = {island: list(dict.fromkeys(towns)) for island, towns in points.groupby("island")["town"]}
    return [(int(island), names[island]) for island in sizes.index]


def reach_rows(reached: Reach, speed: float) -> list[WayRow]:
    """Return a row per point: what the command writes, so that anybody can check it.

    Parameters
    ----------
    reached : Reach
        Of one municipality.
    speed : float
        Kilometres per hour.

    Returns
    -------
    list of WayRow
        In the order of the points.
    """
    points, offices = reached.points, reached.offices
    numbers, areas = offices["office"].tolist(), offices["municipality"].tolist()
    rows: list[WayRow] = []
    for place, (town, koaza, latitude, longitude) in enumerate(
        points[["town", "koaza", "latitude", "longitude"]].itertuples(index=False, name=None)
    ):
        site, km = int(reached.nearest[place]), float(reached.km[place])
        known = site >= 0
        rows.append(
            {
                "town": town,
                "koaza": koaza,
                "latitude": latitude,
                "longitude": longitude,
                "office": numbers[site] if known else None,
                "office_area": areas[site] if known else None,
                "distance_km": round(km, METRES) if known else None,
                "road_km": round(km * DETOUR, METRES) if known else None,
                "minutes": round(km * DETOUR / speed * 60, TENTHS) if known else None,
                "over_sea": bool(reached.over_sea[place]),
            }
        )
    return rows
