"""The real files of meshes and small areas add up to their published totals."""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

import pytest

from carecompare.own.uploads.mesh import read_census_mesh, read_projected_mesh
from carecompare.own.uploads.point_weights import weights_of_areas
from carecompare.own.uploads.small_areas import read_small_areas, share_of_groups
from carecompare.store import town_points

if TYPE_CHECKING:
    from pathlib import Path

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
    assert share_of_groups(found, "aged_65").max() <= 1


def test_most_people_of_a_real_town_are_at_a_point_of_their_block(official: Path, store: Store) -> None:
    name = "tblT001082C27.csv"
    found = read_small_areas((official / "mesh" / name).read_bytes(), name)
    weights = weights_of_areas(town_points(store, ["27218"]), found, {"27218"})
    whole = found["aged_65"][found["municipality"] == "27218"].sum()
    assert weights.aged_65.sum() + weights.left_65 == pytest.approx(whole)
    assert weights.left_65 < 0.1 * whole
