"""Persons by mesh and by small area: small files in the layouts of the real ones, and their weights."""

from __future__ import annotations

import io
import struct
import zipfile

import numpy as np
import pandas as pd
import pytest
import shapely

from carecompare.errors import OwnDataError
from carecompare.own.uploads.mesh import middle_of_mesh, read_census_mesh, read_projected_mesh
from carecompare.own.uploads.point_weights import weights_of_areas, weights_of_mesh
from carecompare.own.uploads.small_areas import read_small_areas
from carecompare.text.errors.explain import sentence

MESH_HEAD = "KEY_CODE,HTKSYORI,HTKSAKI,GASSAN,T001101001,T001101019,T001101022"
MESH_NAMES = ",,,,　人口総数,　６５歳以上人口　総数,　７５歳以上人口　総数"
AREA_HEAD = "KEY_CODE,HYOSYO,CITYNAME,NAME,HTKSYORI,HTKSAKI,GASSAN,T001082001,T001082019,T001082020"
AREA_NAMES = ",,,,,,,総数,総数６５歳以上,総数７５歳以上"
# The mesh 503000731 of the real file: five residents and, with its suppressed neighbour, nine aged.
CENSUS = ("503000731,1,,503000732,5,9,3", "503000732,2,503000731,,20,*,*", "503000733,0,,,100,40,20")
AREAS = (
    "43212,1,町,,0,,,1000,500,300",
    "432120010,3,町,上,0,,,300,150,90",
    "43212001001,4,町,上一丁目,1,,001002,200,120,70",
    "43212001002,4,町,上二丁目,2,001001,,X,X,X",
    "43212001003,4,町,上三丁目,0,,,100,30,20",
    "432120020,2,町,大字中,0,,,400,200,-",
    "432120030,3,町,下,1,,003001;003002,300,150,90",
    "43212003001,4,町,下一丁目,2,0030,,X,X,X",
    "43212003002,4,町,下二丁目,2,0030,,X,X,X",
)


def census(*rows: str, end: str = "\n") -> bytes:
    return end.join([MESH_HEAD, MESH_NAMES, *rows, ""]).encode("cp932")


def areas(*rows: str) -> bytes:
    return "\n".join([AREA_HEAD, AREA_NAMES, *rows, ""]).encode("cp932")


def dbf(rows: list[tuple[str, ...]], names: tuple[str, ...] = ()) -> bytes:
    named = names or ("MESH_ID", "SHICODE", "HITOKU2020", "GASSAN2020", "PTN_2020", "PTC_2020", "PTD_2020")
    widths = [12] * len(named)
    size = 1 + sum(widths)
    head = struct.pack("<BBBBIHH20x", 3, 119, 5, 16, len(rows), 32 + 32 * len(named) + 1, size)
    fields = b"".join(
        struct.pack("<11sc4xBB14x", name.encode(), b"N", width, 4)
        for name, width in zip(named, widths, strict=True)
    )
    body = b"".join(b" " + b"".join(cell.rjust(12).encode() for cell in row) for row in rows)
    return head + fields + b"\r" + body + b"\x1a"


PROJECTED = [
    ("503000731", "43212", "@", "", "5", "9", "3"),
    ("503000732", "43212", "*", "503000731", "20", "0", "0"),
    ("503000733", "43215", "", "", "100", "40", "20"),
    ("503000734", "43215", "*", "999999991", "3", "0", "0"),
]


def zipped(table: bytes, names: tuple[str, ...] = ("a.dbf", "a.shp")) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name in names:
            archive.writestr(name, table)
    return stream.getvalue()


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_ages_of_a_suppressed_mesh_are_shared_with_the_mesh_that_holds_them(end: str) -> None:
    found = read_census_mesh(census(*CENSUS, end=end), "a.txt").set_index("mesh")
    assert found["population"].tolist() == [5, 20, 100]
    assert found["aged_65"].tolist() == pytest.approx([9 / 5, 9 * 4 / 5, 40])
    assert found["aged_75"].sum() == 23
    assert (found["aged_65"] <= found["population"]).all()


def test_the_middle_of_a_mesh_follows_from_its_code() -> None:
    latitude, longitude = middle_of_mesh(["533945992", "503000731"])
    assert latitude.tolist() == pytest.approx([35 + 44.875 / 60, 33 + 20 / 60 + 3.625 / 60], abs=0.01)
    assert longitude.tolist() == pytest.approx([139.7469, 130.0406], abs=0.01)


def test_a_projection_is_read_from_the_zip_or_the_table_alone() -> None:
    for content in (zipped(dbf(PROJECTED)), dbf(PROJECTED)):
        found = read_projected_mesh(content, 2020, "a.zip")
        assert found["municipality"].tolist() == ["43212", "43212", "43215", "43215"]
        assert found["population"].sum() == 128
        assert found["aged_65"].tolist() == pytest.approx([9 / 5, 36 / 5, 40, 0])


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (census(*CENSUS[:1], "503000732,2,599999999,,20,*,*"), "mesh_group_unknown"),
        (census(*CENSUS, CENSUS[0]), "mesh_key_twice"),
        (census("50300073,0,,,1,1,1"), "mesh_key_wrong"),
        (census("503000731,0,,,ね,1,1"), "mesh_cell_wrong"),
        (census("503000731,0,,,*,1,1"), "mesh_cell_wrong"),
        (census("503000731,0,,,-1,1,1"), "mesh_cell_wrong"),
        (census(CENSUS[0][:12]), "mesh_file_wrong"),
        (census(), "own_file_empty"),
        (census(*CENSUS).replace(b"T001101019", b"T001101018"), "mesh_column_missing"),
        (census(*CENSUS) + b"\xff\xff", "mesh_file_wrong"),
    ],
)
def test_a_wrong_table_of_the_census_is_refused_in_a_sentence(content: bytes, problem: str) -> None:
    with pytest.raises(OwnDataError) as caught:
        read_census_mesh(content, "a.txt")
    assert caught.value.problem == problem
    assert sentence(caught.value).startswith("a.txt")


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (dbf(PROJECTED)[:-40], "mesh_file_wrong"),
        (b"\x03", "mesh_file_wrong"),
        (zipped(dbf(PROJECTED))[:-30], "mesh_file_wrong"),
        (zipped(dbf(PROJECTED), ("a.dbf", "b.dbf")), "mesh_file_wrong"),
        (dbf([("1",)], ("MESH_ID",)), "mesh_column_missing"),
    ],
)
def test_a_wrong_projection_is_refused(content: bytes, problem: str) -> None:
    with pytest.raises(OwnDataError, match=problem):
        read_projected_mesh(content, 2020, "a.zip")


def test_small_areas_count_everybody_once_and_suppressed_ones_with_their_holder() -> None:
    found = read_small_areas(areas(*AREAS), "a.csv")
    assert found["population"].sum() == 1000
    assert found["aged_65"].sum() == 500
    held = found.set_index("key")
    assert held.loc["43212001002", "group"] == "43212001001"
    assert held.loc["432120030", "population"] == 300
    assert set(held.loc[["43212003001", "43212003002"], "group"]) == {"432120030"}
    sums = found.groupby("group")[["population", "aged_65"]].sum()
    shares = sums["aged_65"] / sums["population"]
    assert shares["43212001001"] == 0.6
    assert shares["432120030"] == 0.5
    assert shares.max() <= 1


def test_a_suppressed_area_without_its_holder_is_a_file_cut_off() -> None:
    with pytest.raises(OwnDataError, match="mesh_group_unknown"):
        read_small_areas(areas(*AREAS[:2], AREAS[3]), "a.csv")


def points() -> pd.DataFrame:
    rows = [("", "上１丁目", 33.335, 130.04), ("", "上二丁目", 33.34, 130.04), ("", "中", 33.36, 130.04)]
    rows += [("", "上三丁目", 33.37, 130.04), ("", "下一丁目", 33.38, 130.05)]
    return pd.DataFrame(rows, columns=["ward", "town", "latitude", "longitude"])


def test_areas_weigh_the_points_of_their_names_and_nobody_is_dropped_in_silence() -> None:
    found = weights_of_areas(points(), read_small_areas(areas(*AREAS), "a"), {"43212"})
    assert found.aged_65.tolist() == [60, 60, 200, 30, 150]
    assert (found.left_65, found.unmatched) == (0, ())
    fewer = weights_of_areas(points().iloc[:3], read_small_areas(areas(*AREAS), "a"), {"43212"})
    assert fewer.left_65 == 180
    assert set(fewer.unmatched) == {"上三丁目", "下一丁目", "下二丁目", "下"}
    assert fewer.aged_65.sum() + fewer.left_65 == 500


def test_meshes_within_the_town_weigh_their_nearest_points() -> None:
    mesh = read_census_mesh(census(*CENSUS), "a")
    town = shapely.box(130, 33.33, 130.1, 33.4)
    found = weights_of_mesh(points(), mesh, "43212", town)
    assert found.aged_65.sum() == pytest.approx(49)
    assert found.aged_75.sum() == pytest.approx(23)
    assert np.flatnonzero(found.aged_65).tolist() == [4]
    projected = weights_of_mesh(points(), read_projected_mesh(dbf(PROJECTED), 2020, "a"), "43212", town)
    assert projected.aged_65.sum() == pytest.approx(9)


def test_a_file_of_another_region_is_said_to_have_nobody_of_the_town() -> None:
    with pytest.raises(OwnDataError, match="mesh_nobody"):
        weights_of_mesh(
            points(), read_census_mesh(census(*CENSUS), "a"), "13112", shapely.box(139, 35, 140, 36)
        )
    with pytest.raises(OwnDataError, match="mesh_nobody"):
        weights_of_areas(points(), read_small_areas(areas(*AREAS), "a"), {"13112"})
