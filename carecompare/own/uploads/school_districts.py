"""Proposals for districts: from school districts that a town brings, or from the nearest school."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import shapely

from carecompare.errors import OwnDataError
from carecompare.own.contents.districts import Block
from carecompare.own.keeping.storage import LARGEST_BYTES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd


# Of the layout A32 of the National Land Numerical Information: code of the municipality, name of the school.
MUNICIPALITY, SCHOOL = "A32_001", "A32_004"
_POLYGONS = ("Polygon", "MultiPolygon")


def read_school_districts(content: bytes, municipality: str, file: str) -> dict[str, shapely.Geometry]:
    """Read the school districts of a town.

    Parameters
    ----------
    content : bytes
        GeoJSON with ``A32_001`` and ``A32_004``, in degrees.
    municipality : str
        Whose; those of other towns in the file are left out.
    file : str
        Its name, for errors.

    Returns
    -------
    dict of str to geometry
        A valid polygon by the name of the school; several parts of one school are joined.

    Raises
    ------
    OwnDataError
        If it is too large, no such file, or has no district of the town.
    """
    if len(content) > LARGEST_BYTES:
        raise OwnDataError("own_too_large", file=file, found=len(content), expected=LARGEST_BYTES)
    parts: dict[str, list[shapely.Geometry]] = {}
    try:
        for feature in json.loads(content.decode("utf-8-sig"))["features"]:
            properties, geometry = feature["properties"], feature["geometry"]
            code, name = str(properties[MUNICIPALITY]).zfill(5), str(properties[SCHOOL]).strip()
            if code != municipality or geometry is None:
                continue
            if geometry["type"] not in _POLYGONS:
                raise OwnDataError("school_file_wrong", file=file, found=geometry["type"])
            parts.setdefault(name, []).append(shapely.make_valid(shapely.geometry.shape(geometry)))
    except (
        ValueError,
        KeyError,
        TypeError,
        AttributeError,
        RecursionError,
        shapely.errors.ShapelyError,
    ) as error:
        raise OwnDataError("school_file_wrong", file=file) from error
    if not parts:
        raise OwnDataError("school_file_other", file=file, expected=municipality)
    return {name: shapely.union_all(each) for name, each in parts.items()}


def proposed_by_area(
    points: pd.DataFrame, schools: Mapping[str, shapely.Geometry]
) -> list[tuple[str, Block]]:
    """Return the district of each block in which most of its points lie.

    Parameters
    ----------
    points : DataFrame
        TOWN_POINTS of the town, with positions.
    schools : mapping of str to geometry
        Of :func:`read_school_districts`.

    Returns
    -------
    list of tuple of str and Block
        A proposal, to be looked at: a block on the border of two districts may be divided between them. A
        block none of whose points lies in any is not in the list.
    """
    names = list(schools)
    tree = shapely.STRtree([schools[name] for name in names])
    place, area = tree.query(
        shapely.points(points["longitude"].to_numpy(), points["latitude"].to_numpy()), predicate="intersects"
    )
    first = dict(zip(place[::-1].tolist(), area[::-1].tolist(), strict=True))
    return _by_most(points, [names[first[row]] if row in first else "" for row in range(len(points))])


def proposed_by_nearest(
    points: pd.DataFrame, schools: Sequence[tuple[str, float, float]]
) -> list[tuple[str, Block]]:
    """Return the district of each block by the school that is nearest to most of its points.

    Parameters
    ----------
    points : DataFrame
        TOWN_POINTS of the town, with positions.
    schools : sequence of tuple of str, float and float
        Name, latitude and longitude of each school, at least one.

    Returns
    -------
    list of tuple of str and Block
        A proposal, to be looked at: straight lines know no river and no hill.
    """
    names = [name for name, _, _ in schools]
    latitude, longitude = (np.array([each[axis] for each in schools]) for axis in (1, 2))
    y, x = points["latitude"].to_numpy()[:, None], points["longitude"].to_numpy()[:, None]
    apart = (y - latitude) ** 2 + ((x - longitude) * np.cos(np.radians(y))) ** 2
    return _by_most(points, [names[each] for each in apart.argmin(axis=1)])


def _by_most(points: pd.DataFrame, names: Sequence[str]) -> list[tuple[str, Block]]:
    votes: dict[Block, Counter[str]] = {}
    for ward, town, name in zip(points["ward"], points["town"], names, strict=True):
        counted = votes.setdefault(Block(town, ward), Counter())
        if name:
            counted[name] += 1
    return [(counted.most_common(1)[0][0], block) for block, counted in votes.items() if counted]
