"""Persons at the points of a town, all and the aged, from files that it brings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import shapely

from carecompare.errors import OwnDataError
from carecompare.own.uploads.district_table import plain_block

if TYPE_CHECKING:
    from collections.abc import Collection

    import pandas as pd
    from numpy.typing import NDArray


_PERSONS = ("population", "aged_65", "aged_75")
MUNICIPALITY = "municipality"


@dataclass(frozen=True)
class PointWeights:
    """Persons at each of n points.

    Parameters
    ----------
    population, aged_65, aged_75 : ndarray of float, shape (n,)
        All persons, those aged 65 and over, 75 and over.
    left_65 : float
        Persons aged 65 and over of the town that could not be given to a point.
    unmatched : tuple of str
        Names of the areas they live in.
    """

    population: NDArray[np.float64]
    aged_65: NDArray[np.float64]
    aged_75: NDArray[np.float64]
    left_65: float = 0.0
    unmatched: tuple[str, ...] = ()


def weights_of_mesh(
    points: pd.DataFrame, mesh: pd.DataFrame, municipality: str, boundary: shapely.Geometry, file: str = ""
) -> PointWeights:
    """Return the persons of each mesh at the point that is nearest to its middle.

    Parameters
    ----------
    points : DataFrame
        TOWN_POINTS of the town, with positions.
    mesh : DataFrame
        Of `read_census_mesh` or `read_projected_mesh`.
    municipality : str
        Code of the town.
    boundary : geometry
        Of the town, in degrees. A mesh of the census belongs to the town when its middle lies within; one of
        the projection names its municipality itself.
    file : str
        Its name, for errors.

    Returns
    -------
    PointWeights
        Everybody is at a point.

    Raises
    ------
    OwnDataError
        If nobody of the file lives in the town.
    """
    if MUNICIPALITY in mesh.columns:
        inside = mesh[mesh[MUNICIPALITY] == municipality]
    else:
        shapely.prepare(boundary)
        inside = mesh[shapely.contains_xy(boundary, mesh["longitude"], mesh["latitude"])]
    if not len(inside) or not len(points) or not inside["population"].sum() > 0:
        raise OwnDataError("mesh_nobody", file=file)
    scale = np.cos(np.radians(float(points["latitude"].mean())))
    tree = shapely.STRtree(
        shapely.points(points["longitude"].to_numpy() * scale, points["latitude"].to_numpy())
    )
    near = tree.nearest(shapely.points(inside["longitude"].to_numpy() * scale, inside["latitude"].to_numpy()))
    found = {name: np.zeros(len(points)) for name in _PERSONS}
    for name in _PERSONS:
        np.add.at(found[name], near, inside[name].to_numpy(dtype=float))
    return PointWeights(found["population"], found["aged_65"], found["aged_75"])


def weights_of_areas(
    points: pd.DataFrame, areas: pd.DataFrame, codes: Collection[str], file: str = ""
) -> PointWeights:
    """Return the persons of each small area at the points of its block, in equal parts.

    Parameters
    ----------
    points : DataFrame
        TOWN_POINTS of the town, with positions.
    areas : DataFrame
        Of `read_small_areas`.
    codes : collection of str
        Codes of the town and of its wards.
    file : str
        Its name, for errors.

    Returns
    -------
    PointWeights
        A suppressed group is at the points of all its areas. What has no point of its name is named with its
        persons, never dropped in silence.

    Raises
    ------
    OwnDataError
        If nobody of the file lives in the town.
    """
    own = areas[areas[MUNICIPALITY].isin(codes)]
    if not len(own) or not len(points) or not own["population"].sum() > 0:
        raise OwnDataError("mesh_nobody", file=file)
    places: dict[tuple[str, str], list[int]] = {}
    for row, (ward, town) in enumerate(zip(points["ward"], points["town"], strict=True)):
        places.setdefault((ward, plain_block(town)), []).append(row)
    found = {name: np.zeros(len(points)) for name in _PERSONS}
    left, unmatched = 0.0, []
    wards = set(points["ward"]) - {""}
    for _, members in own.groupby("group", sort=False):
        rows = [
            row
            for code, name in zip(members[MUNICIPALITY], members["name"], strict=True)
            for row in places.get((code if code in wards else "", plain_block(name)), [])
        ]
        if not rows:
            left += float(members["aged_65"].sum())
            unmatched += members["name"].tolist()
            continue
        for name in _PERSONS:
            found[name][rows] += float(members[name].sum()) / len(rows)
    return PointWeights(found["population"], found["aged_65"], found["aged_75"], left, tuple(unmatched))
