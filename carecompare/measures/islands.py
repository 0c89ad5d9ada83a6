"""Which island a place lies on, by the outlines of municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import shapely

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import ArrayLike, NDArray

# Closer than the outlines are drawn (14 m, rounded to 11): parts this near to each other are one land.
TOUCHING_DEGREES = 0.0003


def islands(
    boundaries: Mapping[str, shapely.Geometry],
    municipalities: Sequence[str],
    latitude: ArrayLike,
    longitude: ArrayLike,
) -> NDArray[np.int16]:
    """Return which island each place lies on.

    Parameters
    ----------
    boundaries : mapping of str to geometry
        Polygons of each municipality in degrees.
    municipalities : sequence of str, length n
        The municipality of each place.
    latitude, longitude : array_like, shape (n,)
        In degrees.

    Returns
    -------
    ndarray of int16, shape (n,)
        A number per island, the same in all municipalities that share it, from 0; -1 where the municipality
        has no boundary or the place no position. A place between two islands of its municipality, or beyond
        its outline, lies on the nearer one. Bridges are not known to the outlines.
    """
    codes = sorted(boundaries)
    parts, owners = shapely.get_parts(np.array([boundaries[code] for code in codes]), return_index=True)
    labels = _together(parts)
    wanted = np.asarray(municipalities, dtype=object)
    y, x = (np.asarray(each, dtype=float) for each in (latitude, longitude))
    found = np.full(len(wanted), -1, dtype=np.int16)
    order = np.argsort(wanted, kind="stable")
    names, starts = np.unique(wanted[order].astype(str), return_index=True)
    place = {code: number for number, code in enumerate(codes)}
    for name, rows in zip(names, np.split(order, starts[1:]), strict=True):
        if name not in place:
            continue
        own = slice(*np.searchsorted(owners, [place[name], place[name] + 1]))
        known = rows[~np.isnan(y[rows])]
        if len(set(labels[own])) == 1:
            found[known] = labels[own][0]
        elif len(known):
            nearest = shapely.STRtree(parts[own]).nearest(shapely.points(x[known], y[known]))
            found[known] = labels[own][nearest]
    return found


def joined(numbers: ArrayLike, pairs: Sequence[tuple[int, int]]) -> NDArray[np.int16]:
    """Return the islands with those that a bridge joins as one.

    Parameters
    ----------
    numbers : array_like of int
        Islands.
    pairs : sequence of tuple of int
        Two islands that a bridge joins, each; several pairs make a chain. A pair with -1 joins nothing.

    Returns
    -------
    ndarray of int16
        All islands of a chain have the lowest of their numbers.
    """
    result = np.array(numbers, dtype=np.int16)
    lowest: dict[int, int] = {}

    def root(island: int) -> int:
        while lowest.get(island, island) != island:
            island = lowest[island]
        return island

    for one, other in pairs:
        if min(one, other) >= 0:
            low, high = sorted((root(one), root(other)))
            lowest[high] = low
    for island in list(lowest):
        result[np.asarray(numbers) == island] = root(island)
    return result


def _together(parts: NDArray[np.object_]) -> NDArray[np.int16]:
    """Return a number for each polygon, the same for those that touch, from 0 for the first."""
    one, other = shapely.STRtree(parts).query(parts, predicate="dwithin", distance=TOUCHING_DEGREES)
    labels = np.arange(len(parts))
    while True:
        lowest = labels.copy()
        np.minimum.at(lowest, one, labels[other])
        lowest = lowest[lowest]
        if (lowest == labels).all():
            break
        labels = lowest
    return np.unique(labels, return_inverse=True)[1].astype(np.int16)
