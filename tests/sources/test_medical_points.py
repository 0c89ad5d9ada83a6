"""Positions of clinics, dental clinics and pharmacies of some municipalities, beside a nationwide file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_files import changes_file, municipalities_file, ssdse_file, topojson_file
from small_medical_files import COLUMNS, hospital, hospitals_everywhere, medical_file, points_file

from carecompare.errors import SourceError
from carecompare.sources import Places, imported, read_figures, read_file, read_offices

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from carecompare.catalog import Catalog

CLINIC = "11201,clinic,川越の診療所,埼玉県川越市1,35.9,139.4,town_point,"
ROWS = [
    CLINIC,
    "11201,dental,川越の歯科,埼玉県川越市2,35.9,139.4,town_point,",
    "11201,pharmacy,川越の薬局,埼玉県川越市3,35.9,139.4,town_point,",
    "11201,hospital,川越の病院,埼玉県川越市4,35.9,139.4,published,100",
]
CLINICS = "02-1_clinic_facility_info_20250601.csv"


def read(folder: Path, catalog: Catalog, places: Places, *rows: str) -> pd.DataFrame:
    reading = read_file(points_file(folder, list(rows)), catalog, places=places)
    assert reading.counts is None
    assert reading.offices is not None
    return reading.offices


def test_a_point_of_the_town_block_says_so(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    offices = read(tmp_path, catalog, places, *ROWS)
    assert offices["service"].tolist() == ["clinic", "dental_clinic", "pharmacy"]
    assert set(offices["position_status"]) == {"town_point"}
    assert set(offices["as_of"]) == {"2025-06-01"}


def test_a_point_outside_or_absent_is_no_point_of_the_town(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    outside = CLINIC.replace("35.9,139.4", "43.0,141.3")
    absent = CLINIC.replace("35.9,139.4,town_point", ",,")
    offices = read(tmp_path, catalog, places, outside, absent)
    assert offices["position_status"].tolist() == ["outside", "absent"]


def test_two_clinics_without_a_name_at_one_address_are_two(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    nameless = CLINIC.replace("川越の診療所", "")
    offices = read(tmp_path, catalog, places, nameless, nameless)
    assert offices["office"].nunique() == 2
    assert set(offices["name_ja"]) == {"（名称の記載なし）"}
    again = read(tmp_path, catalog, places, nameless, nameless)
    assert again["office"].tolist() == offices["office"].tolist()


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (CLINIC.replace("clinic", "shop"), "word_unknown"),
        (CLINIC.replace("town_point", "somewhere"), "word_unknown"),
        (CLINIC.replace("11201", "99999"), "area_unknown"),
        (CLINIC.replace("11201", ""), "cell_empty"),
    ],
)
def test_a_wrong_row_is_refused(
    row: str, problem: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, catalog, places, row)
    assert caught.value.problem == problem


@pytest.fixture
def figures(tmp_path: Path, catalog: Catalog) -> Path:
    folder = tmp_path / "data" / "figures"
    ground = [municipalities_file(tmp_path), changes_file(tmp_path), topojson_file(tmp_path)]
    imported(folder, [*ground, ssdse_file(tmp_path)], catalog)
    return folder


def clinics(folder: Path) -> dict[str, list[str]]:
    offices = read_offices(folder)
    of_clinics = offices[offices["service"] == "clinic"]
    return {str(area): sorted(rows["position_status"]) for area, rows in of_clinics.groupby("municipality")}


def nationwide(folder: Path) -> Path:
    rows = [row | {"正式名称": f"診療所{row['ID']}"} for row in hospitals_everywhere(1)]
    rows.append(hospital(ID="1121100009", 正式名称="川越の診療所") | {"所在地座標（緯度）": "0.0"})
    return medical_file(folder, rows, CLINICS, COLUMNS)


def test_a_nationwide_file_replaces_the_points_and_keeps_those_it_has_no_position_for(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    imported(figures, [points_file(tmp_path, ROWS)], catalog)
    assert clinics(figures) == {"11201": ["town_point"]}
    imported(figures, [nationwide(tmp_path)], catalog)
    held = clinics(figures)
    assert len(held) == 11
    assert held["11201"] == ["published", "town_point"]
    assert read_offices(figures)["service"].value_counts().to_dict() == {
        "clinic": 12,
        "dental_clinic": 1,
        "pharmacy": 1,
    }


def test_the_points_of_some_do_not_replace_a_nationwide_file(
    figures: Path, tmp_path: Path, catalog: Catalog
) -> None:
    imported(figures, [nationwide(tmp_path)], catalog)
    imported(figures, [points_file(tmp_path, ROWS)], catalog)
    held = clinics(figures)
    assert len(held) == 11
    assert held["11201"] == ["published", "town_point"]


def test_where_the_points_came_from_is_kept(figures: Path, tmp_path: Path, catalog: Catalog) -> None:
    imported(figures, [points_file(tmp_path, ROWS)], catalog)
    entry = read_figures(figures).manifest.tables["medical_institutions/offices.parquet"]
    assert entry.rows == 3
    assert {name: origin.as_of for name, origin in entry.origins.items()} == {
        "medical_facilities.csv": "2025-06-01"
    }
