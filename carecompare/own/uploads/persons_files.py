"""Files of persons by mesh or small area, whichever layout they have, as persons at the points of a town."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import OwnDataError
from carecompare.own.contents.persons import PersonsAt, TownPersons
from carecompare.own.uploads.mesh import read_census_mesh, read_projected_mesh
from carecompare.own.uploads.point_weights import weights_of_areas, weights_of_mesh
from carecompare.own.uploads.small_areas import read_small_areas

if TYPE_CHECKING:
    from collections.abc import Sequence

    import shapely

    from carecompare.own.contents.persons import Layout


HEAD = 4_000
CENSUS_MESH, SMALL_AREAS = b"T001101", b"T001082"
ZIP, DBF = b"PK", b"\x03"
CENSUS_YEAR = 2020
LONGEST_FILES = 200


def layout_of(content: bytes, file: str) -> Layout:
    """Return the layout of a file by its beginning.

    Raises
    ------
    OwnDataError
        If it is none of the three.
    """
    head = content[:HEAD]
    if CENSUS_MESH in head:
        return "census_mesh"
    if SMALL_AREAS in head:
        return "small_areas"
    if head.startswith((ZIP, DBF)):
        return "projected_mesh"
    raise OwnDataError("mesh_file_wrong", file=file)


def read_persons(
    files: Sequence[tuple[bytes, str]],
    points: pd.DataFrame,
    municipality: str,
    boundary: shapely.Geometry,
    year: int = CENSUS_YEAR,
) -> TownPersons:
    """Read files of one layout as persons at points.

    Parameters
    ----------
    files : sequence of tuple of bytes and str
        Contents and names, at least one: a town on the edge of a primary mesh needs several.
    points : DataFrame
        TOWN_POINTS of the town.
    municipality : str
        Its code.
    boundary : geometry
        Of the town, in degrees.
    year : int
        Of a projection; the census is of 2020.

    Returns
    -------
    TownPersons
        Points without anybody are left out.

    Raises
    ------
    OwnDataError
        If a file is of no known layout or damaged, layouts are mixed, or nobody of them lives in the town.
    """
    layouts = sorted({layout_of(content, name) for content, name in files})
    if len(layouts) > 1:
        raise OwnDataError("mesh_mixed", found=[name for _, name in files])
    layout, names = layouts[0], "、".join(name for _, name in files)[:LONGEST_FILES]
    if layout == "small_areas":
        areas = pd.concat([read_small_areas(*each) for each in files], ignore_index=True)
        codes = {municipality, *points["ward"]} - {""}
        found = weights_of_areas(points, areas, codes, names)
    elif layout == "census_mesh":
        mesh = pd.concat([read_census_mesh(*each) for each in files], ignore_index=True)
        found = weights_of_mesh(points, _once(mesh, names), municipality, boundary, names)
    else:
        mesh = pd.concat(
            [read_projected_mesh(content, year, name) for content, name in files], ignore_index=True
        )
        found = weights_of_mesh(points, _once(mesh, names), municipality, boundary, names)
    at = (
        PersonsAt(ward, town, koaza, float(population), float(aged_65), float(aged_75))
        for ward, town, koaza, population, aged_65, aged_75 in zip(
            points["ward"],
            points["town"],
            points["koaza"],
            found.population,
            found.aged_65,
            found.aged_75,
            strict=True,
        )
        if population > 0
    )
    return TownPersons(
        tuple(at),
        names,
        layout,
        year if layout == "projected_mesh" else CENSUS_YEAR,
        found.left_65,
        found.unmatched,
    )


def _once(mesh: pd.DataFrame, file: str) -> pd.DataFrame:
    twice = mesh.loc[mesh["mesh"].duplicated(), "mesh"]
    if len(twice):
        raise OwnDataError("mesh_key_twice", file=file, found=twice.iloc[0])
    return mesh
