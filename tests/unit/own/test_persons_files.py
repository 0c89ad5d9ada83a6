"""Files of persons are told apart by what stands in them, and several make one town."""

from __future__ import annotations

import pandas as pd
import pytest
import shapely

from carecompare.errors import OwnDataError
from carecompare.own import KINDS, Memory, Shelf
from carecompare.own.contents.persons import PERSONS
from carecompare.own.uploads.persons_files import layout_of, read_persons
from carecompare.text.errors.explain import sentence

HEAD = "KEY_CODE,HTKSYORI,HTKSAKI,GASSAN,T001101001,T001101019,T001101022\n,,,,a,b,c\n"
AREAS = (
    "KEY_CODE,HYOSYO,CITYNAME,NAME,HTKSYORI,HTKSAKI,GASSAN,T001082001,T001082019,T001082020\n,,,,,,,a,b,c\n"
    "432120010,2,町,上,0,,,300,150,90\n432120020,2,町,どこか,0,,,40,20,10\n"
)
# The middle of the mesh 503000731 lies at 33.34 N, 130.04 E.
TOWN = shapely.box(130.0, 33.0, 130.1, 34.0)


def mesh(*rows: str) -> bytes:
    return (HEAD + "".join(f"{row}\n" for row in rows)).encode("cp932")


def points() -> pd.DataFrame:
    rows = [("", "上", "", 33.34, 130.04), ("", "下", "", 33.6, 130.04)]
    return pd.DataFrame(rows, columns=["ward", "town", "koaza", "latitude", "longitude"])


def test_two_files_of_a_town_on_an_edge_are_one_and_are_kept() -> None:
    files = [(mesh("503000731,0,,,100,40,20"), "a.txt"), (mesh("513000731,0,,,10,4,2"), "b.txt")]
    found = read_persons(files, points(), "43212", shapely.box(130.0, 33.0, 130.1, 35.0))
    assert found.at(points()).tolist() == [[100, 40, 20], [10, 4, 2]]
    assert (found.file, found.layout, found.year) == ("a.txt、b.txt", "census_mesh", 2020)
    shelf = Shelf(Memory({}))
    shelf.save("43212", PERSONS, found, 0, "係")
    kept = shelf.kept("43212", PERSONS)
    assert kept is not None
    assert kept.content == found
    assert KINDS["persons"] is PERSONS


def test_a_point_that_is_new_since_has_nobody_and_nobody_is_moved_to_it() -> None:
    found = read_persons([(mesh("503000731,0,,,100,40,20"), "a.txt")], points(), "43212", TOWN)
    newer = pd.concat([points(), points().assign(town="新町")], ignore_index=True)
    assert found.at(newer)[:, 0].tolist() == [100, 0, 0, 0]


def test_areas_without_a_point_of_their_name_are_named() -> None:
    found = read_persons([(AREAS.encode("cp932"), "a.csv")], points(), "43212", TOWN)
    assert (found.layout, found.left_65, found.unmatched) == ("small_areas", 20, ("どこか",))


@pytest.mark.parametrize(
    ("files", "problem"),
    [
        ([(b"x,y\n1,2\n", "a.txt")], "mesh_file_wrong"),
        ([(mesh("503000731,0,,,1,1,1"), "a.txt"), (AREAS.encode("cp932"), "b.csv")], "mesh_mixed"),
        ([(mesh("503000731,0,,,1,1,1"), "a.txt")] * 2, "mesh_key_twice"),
        ([(mesh("603000731,0,,,1,1,1"), "a.txt")], "mesh_nobody"),
    ],
)
def test_wrong_files_are_refused_in_a_sentence(files: list[tuple[bytes, str]], problem: str) -> None:
    with pytest.raises(OwnDataError) as caught:
        read_persons(files, points(), "43212", TOWN)
    assert caught.value.problem == problem
    assert sentence(caught.value)


def test_a_projection_is_known_by_its_first_bytes() -> None:
    assert layout_of(b"PK\x03\x04", "a.zip") == "projected_mesh"
    assert layout_of(b"\x03\x77", "a.dbf") == "projected_mesh"
