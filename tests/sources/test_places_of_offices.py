"""Designations of two services, and the places they stand at: counted when both lists are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_files import care_file, care_row, municipalities_file, ssdse_file, topojson_file

from carecompare.sources import imported, read_figures

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog

OFFICE, NAME, ADDRESS = "事業所番号", "事業所名", "住所"
AS_OF = "2025-12"
WIDE = (
    {NAME: "従来型", OFFICE: "1171600001", ADDRESS: "埼玉県川越市見本町1-1"},
    {NAME: "ユニット型", OFFICE: "1171600002", ADDRESS: "川越市見本町１番地ー１"},
    {NAME: "別の家", OFFICE: "1171600003", ADDRESS: "埼玉県川越市見本町9-9"},
)
LOCAL = (
    {NAME: "サテライト", OFFICE: "1171600003", ADDRESS: "埼玉県川越市離れ町5"},
    {NAME: "小規模", OFFICE: "1191600004", ADDRESS: "埼玉県川越市見本町1番1号"},
    {NAME: "小さな家", OFFICE: "1191600005", ADDRESS: "埼玉県川越市見本町7"},
)


@pytest.fixture
def figures(tmp_path: Path, catalog: Catalog) -> Path:
    folder = tmp_path / "data" / "figures"
    ground = [topojson_file(tmp_path), municipalities_file(tmp_path), ssdse_file(tmp_path)]
    imported(folder, ground, catalog)
    return folder


@pytest.fixture
def both(figures: Path, tmp_path: Path, catalog: Catalog) -> Path:
    _bring(figures, tmp_path, catalog, {"510": WIDE, "540": LOCAL})
    return figures


def _bring(
    figures: Path, folder: Path, catalog: Catalog, lists: dict[str, tuple[dict[str, str], ...]]
) -> None:
    paths = [
        care_file(folder, [care_row(**row) for row in rows], f"jigyosho_{service}.csv")
        for service, rows in lists.items()
    ]
    imported(figures, paths, catalog, AS_OF, accept_jump=True)


def held(figures: Path, count: str) -> dict[str, float]:
    counts = read_figures(figures).counts
    rows = counts[(counts["count"] == count) & (counts["value"] > 0)]
    return dict(zip(rows["area"], rows["value"], strict=True))


def test_six_designations_stand_at_three_places(both: Path) -> None:
    """Two kinds of ward and a small home at one address; a number that both services have; one more."""
    assert held(both, "care_offices_510") == {"11201": 3}
    assert held(both, "care_offices_540") == {"11201": 3}
    assert held(both, "care_home_places") == {"11201": 3}


def test_the_passport_of_places_names_both_files(both: Path) -> None:
    table = read_figures(both).manifest.tables["care_offices/2025.csv"]
    origin = table.origins["care_home_places"]
    assert (origin.file, origin.as_of) == ("jigyosho_510.csv+jigyosho_540.csv", AS_OF)
    assert len(origin.file_sha256.split("+")) == 2


def test_the_passport_of_places_names_both_editions(both: Path, tmp_path: Path, catalog: Catalog) -> None:
    rows = [care_row(**row) for row in LOCAL]
    imported(both, [care_file(tmp_path, rows, "jigyosho_540.csv")], catalog, "2026-06", accept_jump=True)
    origin = read_figures(both).manifest.tables["care_offices/2026.csv"].origins["care_home_places"]
    assert (origin.as_of, origin.edition) == ("2026-06", "2025-12+2026-06")


def test_a_new_list_of_one_service_counts_the_places_anew(
    both: Path, tmp_path: Path, catalog: Catalog
) -> None:
    _bring(both, tmp_path, catalog, {"540": LOCAL[2:]})
    assert held(both, "care_home_places") == {"11201": 3}
    _bring(both, tmp_path, catalog, {"540": LOCAL[:1]})
    assert held(both, "care_home_places") == {"11201": 2}


def test_one_list_alone_counts_no_places(figures: Path, tmp_path: Path, catalog: Catalog) -> None:
    _bring(figures, tmp_path, catalog, {"510": WIDE})
    assert held(figures, "care_offices_510") == {"11201": 3}
    assert held(figures, "care_home_places") == {}
