"""The nearest of many sites to each of many places, over the ground."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

# Of the ellipsoid GRS80, on which Japanese positions are given: half axis in kilometres, square of the
# eccentricity.
HALF_AXIS_KM = 6378.137
ECCENTRICITY_SQUARED = 0.006694380022901
MEAN_RADIUS_KM = 6371.0088
# Moves islands farther apart than any two places on earth.
APART_KM = 30_000.0
NEAREST, SECOND = 0, 1
# Below so many places, threads that wait for each other cost more than they save.
MANY, PROCESSORS = 50_000, 2
# Pairs of so many places are looked at together: all at once they took 170 MB more.
PLACES_TOGETHER = 8_192


def in_space(latitude: ArrayLike, longitude: ArrayLike) -> NDArray[np.float64]:
    """Return places on the ellipsoid as coordinates in space.

    Parameters
    ----------
    latitude, longitude : array_like, shape (n,)
        In degrees.

    Returns
    -------
    ndarray of float, shape (n, 3)
        Kilometres from the middle of the earth.
    """
    north, east = (np.radians(np.asarray(each, dtype=float)) for each in (latitude, longitude))
    across = HALF_AXIS_KM / np.sqrt(1 - ECCENTRICITY_SQUARED * np.sin(north) ** 2)
    return np.column_stack(
        [
            across * np.cos(north) * np.cos(east),
            across * np.cos(north) * np.sin(east),
            across * (1 - ECCENTRICITY_SQUARED) * np.sin(north),
        ]
    )


def over_ground(straight_km: NDArray[np.float64]) -> NDArray[np.float64]:
    """Return the distance over the ground of places that are so far apart through it; infinite stays so.

    Within 0.3 % of the geodesic anywhere in Japan, within 0.01 % up to 100 km.
    """
    bent = 2 * MEAN_RADIUS_KM * np.arcsin(np.minimum(straight_km / (2 * MEAN_RADIUS_KM), 1.0))
    return np.where(np.isinf(straight_km), np.inf, bent)


def get_ready() -> None:
    """Load the search before anybody waits for it, as a server does; most commands never need it."""
    import small_gicp  # noqa: F401, PLC0415 (see `Sites`)


@dataclass(frozen=True)
class Found:
    """What is nearest to each of n places.

    Parameters
    ----------
    site : ndarray of int, shape (n, k)
        Number of the site, the nearest first; -1 where there is none.
    km : ndarray of float, shape (n, k)
        Distance over the ground; infinite where there is none.
    """

    site: NDArray[np.intp]
    km: NDArray[np.float64]


class Sites:
    """Sites that can be asked for the nearest.

    Parameters
    ----------
    coordinates : ndarray of float, shape (sites, 3)
        Of :func:`in_space`. Many offices stand in one house: each position is looked at once.
    """

    def __init__(self, coordinates: NDArray[np.float64]) -> None:
        order = np.lexsort((*coordinates.T[::-1],))
        ordered = coordinates[order]
        new = np.ones(len(order), dtype=bool)
        new[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
        starts = np.flatnonzero(new)
        self._first = order[starts]
        # Where several stand in one house the second is the nearest's neighbour there.
        has_second = np.diff([*starts, len(order)]) > 1
        self._beside = np.where(has_second, order[np.minimum(starts + 1, len(order) - 1)], -1)
        self._positions = ordered[starts]
        # Loaded when ways are asked for. It ends the process where it is given no position at all.
        from small_gicp import KdTree  # noqa: PLC0415

        self._tree = KdTree(self._positions) if len(starts) else None

    def two_nearest(self, places: NDArray[np.float64]) -> Found:
        """Return the nearest and the second nearest site of each place.

        Parameters
        ----------
        places : ndarray of float, shape (n, 3)
            Of :func:`in_space`.

        Returns
        -------
        Found
            Of two sites in one house the one that is listed first is the nearest.
        """
        straight, house = self._asked(places)
        site = np.where(house < len(self._first), np.append(self._first, -1)[house], -1)
        beside = np.append(self._beside, -1)[house[:, NEAREST]]
        km = over_ground(straight)
        together = beside >= 0
        site[together, SECOND] = beside[together]
        km[together, SECOND] = km[together, NEAREST]
        return Found(site, km)

    def _asked(self, places: NDArray[np.float64]) -> tuple[NDArray[np.float64], NDArray[np.intp]]:
        """Return distances and houses: the one place that knows how neighbours are searched for."""
        straight = np.full((len(places), 2), np.inf)
        house = np.full((len(places), 2), len(self._first), dtype=np.intp)
        if self._tree is not None and len(places):
            wanted = min(2, len(self._first))
            threads = PROCESSORS if len(places) > MANY else 1
            found, squares = self._tree.batch_knn_search(places, wanted, num_threads=threads)
            house[:, :wanted], straight[:, :wanted] = found, np.sqrt(squares)
        return straight, house


def with_island(coordinates: NDArray[np.float64], islands: NDArray[np.int16]) -> NDArray[np.float64]:
    """Return coordinates in which places of other islands are out of reach.

    Parameters
    ----------
    coordinates : ndarray of float, shape (n, 3)
        Of :func:`in_space`.
    islands : ndarray of int, shape (n,)
        The island of each.

    Returns
    -------
    ndarray of float, shape (n, 3)
        For sites and places alike: each island in a part of space of its own.
    """
    return coordinates + np.outer(islands * APART_KM, [1.0, 0.0, 0.0])


def on_island(found: Found) -> Found:
    """Return what was found with :func:`with_island`, without what lies on another island."""
    away = ~(found.km < np.pi * MEAN_RADIUS_KM * (1 - 1e-9))
    return Found(np.where(away, -1, found.site), np.where(away, np.inf, found.km))


def pairs_within(
    places: NDArray[np.float64], sites: NDArray[np.float64], km: float
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Return which places and sites lie within a distance of each other.

    Parameters
    ----------
    places, sites : ndarray of float, shape (n, 3) and (m, 3)
        Of :func:`in_space` or :func:`with_island`.
    km : float
        Straight distance.

    Returns
    -------
    tuple of ndarray of int
        Number of the place and number of the site of each pair.
    """
    import shapely  # noqa: PLC0415 - of the build alone

    # A flat tree of two axes leaves twice as many as are wanted, whom the distance in space tells apart.
    along, up = places[:, 0], places[:, 2]
    tree = shapely.STRtree(shapely.points(sites[:, 0], sites[:, 2]))
    # Axis by axis: coordinates side by side are fetched in a third of the time of triples.
    axes = list(zip(places.T.copy(), sites.T.copy(), strict=True))
    near = []
    for first in range(0, len(places), PLACES_TOGETHER):
        some = slice(first, first + PLACES_TOGETHER)
        x, y = along[some], up[some]
        place, site = tree.query(shapely.box(x - km, y - km, x + km, y + km))
        place += first
        squares = sum((of_place[place] - of_site[site]) ** 2 for of_place, of_site in axes)
        is_near = squares <= km**2
        near.append((place[is_near], site[is_near]))
    none = np.empty(0, dtype=np.intp)
    return (
        np.concatenate([none, *(place for place, _ in near)]),
        np.concatenate([none, *(site for _, site in near)]),
    )
