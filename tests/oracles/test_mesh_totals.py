"""The real files of meshes and small areas add up to their published totals."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from carecompare.comparisons.access.reach import offices_by_service, reach
from carecompare.comparisons.access.reach_summary import summary
from carecompare.own.uploads.mesh import read_census_mesh, read_projected_mesh
from carecompare.own.uploads.persons_files import read_persons
from carecompare.own.uploads.point_weights import weights_of_areas
from carecompare.own.uploads.small_areas import read_small_areas
from carecompare.sources import read_places
from carecompare.store import sites, town_points

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.store import Store


@pytest.mark.parametrize(
    ("mesh", "totals"),
    [
        ("4930", (2_644_586, 784_382, 403_246)),
        ("5030", (4_685_631, 1_253_084, 625_864)),
        ("5031", (532_512, 182_521, 96_823)),
        ("5130", (98_387, 35_685, 18_627)),
    ],
)
def test_meshes_of_northern_kyushu_add_up_and_no_share_exceeds_the_whole(
    official: Path, mesh: str, totals: tuple[int, int, int]
) -> None:
    name = f"tblT001101H{mesh}.txt"
    found = read_census_mesh((official / "mesh" / name).read_bytes(), name)
    sums = found[["population", "aged_65", "aged_75"]].sum()
    assert tuple(sums) == pytest.approx(totals, abs=1e-6)
    assert (found["aged_65"] <= found["population"]).all()
    assert (found["aged_75"] <= found["aged_65"] + 1e-9).all()


def test_the_projection_of_nara_adds_up(official: Path) -> None:
    """Residents exactly; of the aged, two meshes on the border hold some of the next prefecture."""
    name = "500m_mesh_suikei_2018_shape_29.zip"
    content = (official / "mesh" / name).read_bytes()
    found = read_projected_mesh(content, 2020, name)
    assert found["population"].sum() == pytest.approx(1_320_075, abs=1)
    assert found["aged_65"].sum() == pytest.approx(417_993, abs=10)
    assert found["municipality"].nunique() == 39
    assert (found["aged_65"] <= found["population"]).all()
    later = read_projected_mesh(content, 2050, name)
    assert later["population"].sum() < found["population"].sum()


def test_small_areas_of_osaka_count_everybody_of_the_prefecture_once(official: Path) -> None:
    name = "tblT001082C27.csv"
    content = (official / "mesh" / name).read_bytes()
    found = read_small_areas(content, name)
    head, _, *rows = csv.reader(content.decode("cp932").splitlines())
    cities = [row for row in rows if row[1] == "1"]
    assert found["population"].sum() == sum(int(row[7]) for row in cities) == 8_837_685
    assert found["population"][found["municipality"] == "27218"].sum() == 119_367
    place = head.index("T001082019")
    assert found["aged_65"].sum() == sum(int(row[place]) for row in cities)
    grouped = found.groupby("group")[["population", "aged_65"]].sum()
    assert (grouped["aged_65"] <= grouped["population"]).all()


def test_most_people_of_a_real_town_are_at_a_point_of_their_block(official: Path, store: Store) -> None:
    name = "tblT001082C27.csv"
    found = read_small_areas((official / "mesh" / name).read_bytes(), name)
    weights = weights_of_areas(town_points(store, ["27218"]), found, {"27218"})
    whole = found["aged_65"][found["municipality"] == "27218"].sum()
    assert weights.aged_65.sum() + weights.left_65 == pytest.approx(whole)
    assert weights.left_65 < 0.1 * whole


@pytest.mark.parametrize(
    ("code", "files"),
    [
        ("40221", ("tblT001101H5030.txt",)),
        ("29201", ("500m_mesh_suikei_2018_shape_29.zip",)),
        ("27218", ("tblT001082C27.csv",)),
        ("43206", ("tblT001101H4930.txt", "tblT001101H5030.txt")),
    ],
)
def test_a_real_town_has_about_as_many_persons_at_its_points_as_the_census_counted(
    official: Path, store: Store, paths: Paths, code: str, files: tuple[str, ...]
) -> None:
    """Meshes on the border of a town belong to it or not by their middle: a few percent of its people."""
    given = [((official / "mesh" / name).read_bytes(), name) for name in files]
    points = town_points(store, [code])
    found = read_persons(given, points, code, read_places(paths.figures).boundaries[code])
    counted = dict(
        store.cursor()
        .execute(
            "SELECT count, value FROM counts WHERE area = ? AND year = 2020 AND count IN "
            "('population', 'population_65_and_over')",
            [code],
        )
        .fetchall()
    )
    held = found.at(points)
    assert held[:, 0].sum() == pytest.approx(counted["population"], rel=0.06)
    assert held[:, 1].sum() + found.left_65 == pytest.approx(counted["population_65_and_over"], rel=0.08)
    assert (held[:, 2] <= held[:, 1] + 1e-9).all()
    assert (held[:, 1] <= held[:, 0] + 1e-9).all()
    reached = reach(points, offices_by_service(sites(store, "110"))["110"])
    for weights in (held[:, 1], held[:, 2]):
        assert 0 <= summary(reached, 30.0, weights).share <= 1
