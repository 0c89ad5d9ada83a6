"""Hospitals and the other institutions: every trap of the real file, on small files in its layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_medical_files import (
    BEDS,
    COLUMNS,
    HOSPITALS,
    PHARMACY_COLUMNS,
    hospital,
    hospitals_everywhere,
    medical_file,
    medical_text,
    zip_file,
)

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, read_file

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pandas as pd

    from carecompare.catalog import Catalog

    Read = Callable[..., Reading]

CITY, PREFECTURE = "市区町村コード", "都道府県コード"
LATITUDE, LONGITUDE = "所在地座標（緯度）", "所在地座標（経度）"
EMPTY = dict.fromkeys(BEDS, "")


@pytest.fixture
def read(tmp_path: Path, catalog: Catalog, places: Places) -> Read:
    def reading(
        *rows: dict[str, str], name: str = f"{HOSPITALS}.csv", columns: list[str] | None = None
    ) -> Reading:
        return read_file(medical_file(tmp_path, list(rows), name, columns), catalog, places=places)

    return reading


def figure(reading: Reading, count: str, area: str = "11201") -> tuple[float, str]:
    assert reading.counts is not None
    rows = reading.counts.set_index(["count", "area"])
    value, status = rows.loc[(count, area), ["value", "status"]]
    return float(value), str(status)


def offices(reading: Reading) -> pd.DataFrame:
    assert reading.offices is not None
    return reading.offices.set_index("office")


def noted(reading: Reading, problem: str) -> list[dict[str, object]]:
    return [dict(note.fields) for note in reading.notes if note.problem == problem]


def test_hospitals_and_their_beds_are_added_up_by_kind(read: Read) -> None:
    reading = read(hospital(), hospital(ID="1111100002", 療養病床="30", 合計病床数="150"))
    assert figure(reading, "hospitals_listed") == (2, "observed")
    assert figure(reading, "hospital_beds") == (270, "observed")
    assert figure(reading, "hospital_beds_general") == (200, "observed")
    assert figure(reading, "hospital_beds_long_term_care") == (30, "observed")
    assert figure(reading, "hospital_beds_psychiatric") == (40, "observed")
    assert figure(reading, "hospital_beds_tuberculosis") == (0, "observed")
    assert offices(reading)["capacity"].tolist() == [120, 150]
    assert set(offices(reading)["service"]) == {"hospital"}


def test_the_date_is_that_of_the_name(read: Read) -> None:
    reading = read(hospital(), name="01-1_hospital_facility_info_20241201 (1).csv")
    assert set(reading.counts["as_of"]) == {"2024-12-01"}
    assert set(reading.counts["year"]) == {2024}
    assert reading.edition == "2024-12-01"


@pytest.mark.parametrize(
    "name", ["01-1_hospital_facility_info.csv", "01-1_hospital_facility_info_20251301.csv",
             "01-1_hospital_facility_info_29990601.csv"],
)  # fmt: skip
def test_a_name_without_a_day_of_the_past_is_asked_for(name: str, read: Read) -> None:
    with pytest.raises(SourceError) as caught:
        read(hospital(), name=name)
    assert caught.value.problem == "date_not_in_name"


def test_a_municipality_without_a_listed_hospital_has_no_bed(read: Read) -> None:
    reading = read(hospital())
    assert figure(reading, "hospital_beds", "46523") == (0, "observed")
    assert figure(reading, "hospitals_listed", "46523") == (0, "observed")


def test_a_total_left_empty_is_no_hospital_without_beds(read: Read) -> None:
    reading = read(hospital(合計病床数=""), hospital(ID="1111100002", 合計病床数="0"))
    assert figure(reading, "hospital_beds") == (240, "observed")
    assert figure(reading, "hospital_beds_general") == (200, "observed")
    assert figure(reading, "hospital_beds", "11") == (240, "observed")
    assert figure(reading, "hospitals_with_beds") == (2, "observed")
    assert [fields["found"] for fields in noted(reading, "beds_total_absent")] == ["120", "120"]
    assert offices(reading)["capacity"].tolist() == [120, 120]


def test_a_hospital_that_left_everything_empty_is_none_without_beds(read: Read) -> None:
    reading = read(hospital(**EMPTY))
    assert figure(reading, "hospital_beds")[1] == "missing"
    assert figure(reading, "hospital_beds_general")[1] == "missing"
    assert figure(reading, "hospital_beds", "11") == (0, "observed")
    assert figure(reading, "hospitals_with_beds") == (0, "observed")
    assert offices(reading)["capacity"].isna().all()


def test_a_total_below_its_kinds_is_their_sum(read: Read) -> None:
    reading = read(hospital(合計病床数="100"))
    assert figure(reading, "hospital_beds") == (120, "observed")
    assert figure(reading, "hospitals_with_kinds") == (1, "observed")


def test_kinds_written_twice_over_are_left_out_and_the_hospital_is_not_known(read: Read) -> None:
    reading = read(hospital(一般病床="120", 精神病床="120"), hospital(ID="1111100002"))
    assert figure(reading, "hospital_beds") == (240, "observed")
    assert figure(reading, "hospital_beds_general") == (100, "observed")
    assert figure(reading, "hospitals_with_beds") == (1, "observed")
    assert figure(reading, "hospitals_with_kinds") == (1, "observed")
    assert [fields["found"] for fields in noted(reading, "beds_kinds_twice")] == ["240"]
    assert not noted(reading, "beds_kinds_differ")


@pytest.mark.parametrize(("written", "known"), [("126", 1), ("127", 0)])
def test_kinds_that_leave_out_more_than_a_twentieth_of_the_total_are_not_known(
    written: str, known: int, read: Read
) -> None:
    reading = read(hospital(合計病床数=written))
    assert figure(reading, "hospitals_with_beds") == (1, "observed")
    assert figure(reading, "hospitals_with_kinds") == (known, "observed")


def test_one_total_left_empty_beside_another_is_not_added_and_is_listed(read: Read) -> None:
    reading = read(hospital(), hospital(**{**EMPTY, "ID": "1111100002"}))
    assert figure(reading, "hospital_beds") == (120, "observed")
    assert len(noted(reading, "beds_total_absent")) == 1


def test_no_zero_of_a_kind_is_claimed_where_a_hospital_left_the_kinds_empty(read: Read) -> None:
    reading = read(hospital(**{**EMPTY, "合計病床数": "200"}), hospital(ID="1111100002"))
    assert figure(reading, "hospital_beds") == (320, "observed")
    assert figure(reading, "hospital_beds_general") == (100, "observed")
    assert figure(reading, "hospital_beds_long_term_care")[1] == "missing"
    assert noted(reading, "beds_kinds_differ")[0]["expected"] == "200"


def test_trap_4_codes_and_numbers_that_lost_their_zeros_are_restored(read: Read) -> None:
    row = hospital(**{PREFECTURE: "1", CITY: "100", "ID": "111010000010", "所在地": "北海道札幌市"})
    reading = read(row | {LATITUDE: "43.0", LONGITUDE: "141.3"})
    assert figure(reading, "hospitals_listed", "01100") == (1, "observed")
    assert offices(reading).index.tolist() == ["0111010000010"]


def test_a_code_of_three_digits_belongs_to_its_prefecture(read: Read) -> None:
    reading = read(
        hospital(), hospital(**{"ID": "13112", PREFECTURE: "13", CITY: "112", "所在地": "東京都世田谷区"})
    )
    assert figure(reading, "hospitals_listed", "13112") == (1, "observed")
    assert figure(reading, "hospital_beds", "13") == (120, "observed")


def test_a_ward_counts_in_its_city(read: Read) -> None:
    reading = read(
        hospital(**{PREFECTURE: "01", CITY: "101", "ID": "0111010000010", "所在地": "北海道札幌市中央区"})
    )
    assert figure(reading, "hospital_beds", "01100") == (120, "observed")
    assert noted(reading, "ward_counted_in_city") == [{"found": "01101", "area": "01100"}]


def test_zero_degrees_are_no_position_and_a_point_elsewhere_is_kept_off_the_map(read: Read) -> None:
    reading = read(
        hospital(),
        hospital(**{"ID": "1111100002", LATITUDE: "0.0", LONGITUDE: "0.0"}),
        hospital(**{"ID": "1111100003", LATITUDE: "43.0", LONGITUDE: "141.3"}),
    )
    assert offices(reading)["position_status"].tolist() == ["published", "absent", "outside"]
    assert figure(reading, "hospitals_listed") == (3, "observed")
    assert noted(reading, "position_outside")[0]["office"] == "1111100003"


def test_a_hospital_listed_twice_is_one(read: Read) -> None:
    reading = read(hospital(), hospital())
    assert figure(reading, "hospital_beds") == (120, "observed")
    assert len(noted(reading, "office_twice")) == 1


@pytest.mark.parametrize(
    ("cells", "problem"),
    [
        ({"合計病床数": "百"}, "cell_not_number"),
        ({"一般病床": "-5"}, "cell_not_number"),
        ({"一般病床": "1.5"}, "cell_not_number"),
        ({LATITUDE: "北"}, "cell_not_number"),
        ({LATITUDE: "inf"}, "cell_not_number"),
        ({CITY: "0201"}, "code_wrong"),
        ({CITY: ""}, "code_wrong"),
        ({PREFECTURE: "201"}, "code_wrong"),
        ({CITY: "998"}, "area_unknown"),
        ({"正式名称": ""}, "cell_empty"),
        ({"ID": "病院"}, "institution_id_wrong"),
    ],
)
def test_a_wrong_cell_is_named_with_its_row(cells: dict[str, str], problem: str, read: Read) -> None:
    with pytest.raises(SourceError) as caught:
        read(hospital(), hospital(**{"ID": "1111100002", **cells}))
    assert (caught.value.problem, caught.value.fields["row"]) == (problem, 3)


def test_shuffled_columns_of_beds_are_found_out(read: Read) -> None:
    rows = [
        {**row, "一般病床": row["合計病床数"], "合計病床数": row["一般病床"]}
        for row in hospitals_everywhere()
    ]
    with pytest.raises(SourceError) as caught:
        read(*rows)
    assert caught.value.problem == "beds_do_not_add_up"


def test_rows_under_other_codes_are_found_out(read: Read) -> None:
    rows = hospitals_everywhere()
    codes = [{name: row[name] for name in (PREFECTURE, CITY)} for row in rows]
    moved = [row | code for row, code in zip(rows, codes[2:] + codes[:2], strict=True)]
    with pytest.raises(SourceError) as caught:
        read(*moved)
    assert caught.value.problem == "addresses_elsewhere"


@pytest.mark.parametrize("gone", ["合計病床数", "結核病床", CITY, LATITUDE])
def test_a_missing_column_is_named(gone: str, read: Read) -> None:
    with pytest.raises(SourceError) as caught:
        read(hospital(), columns=[each for each in [*COLUMNS, *BEDS] if each != gone])
    assert caught.value.problem in {"column_missing", "layout_unknown"}


def test_a_column_that_stands_there_twice_is_named(read: Read) -> None:
    with pytest.raises(SourceError) as caught:
        read(hospital(), columns=[*COLUMNS, *BEDS, "合計病床数"])
    assert (caught.value.problem, caught.value.fields["column"]) == ("column_twice", "合計病床数")


def test_columns_in_another_order_than_published_are_refused(read: Read) -> None:
    """General and psychiatric beds exchanged in the header alone would add up to the same total."""
    moved = {"一般病床": "精神病床", "精神病床": "一般病床"}
    with pytest.raises(SourceError) as caught:
        read(hospital(), columns=[*COLUMNS, *(moved.get(each, each) for each in BEDS)])
    assert caught.value.problem == "columns_out_of_order"


def test_a_column_that_is_new_in_between_is_passed_over(read: Read) -> None:
    reading = read(hospital(), columns=["新しい列", *COLUMNS, "もう1つ", *BEDS, "最後"])
    assert figure(reading, "hospital_beds") == (120, "observed")


def test_a_file_that_ends_within_its_last_row_is_refused(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    """The last cell is the total: 120 beds must not become 12."""
    path = medical_file(tmp_path, [hospital()])
    path.write_bytes(path.read_bytes().removesuffix(b'0"\r\n'))
    with pytest.raises(SourceError) as caught:
        read_file(path, catalog, places=places)
    assert caught.value.problem == "last_row_cut"


@pytest.mark.parametrize(
    ("name", "service", "count"),
    [
        ("02-1_clinic_facility_info_20250601.csv", "clinic", "clinics_listed"),
        ("03-1_dental_facility_info_20250601.csv", "dental_clinic", "dental_clinics_listed"),
    ],
)
def test_clinics_are_read_when_a_person_brings_them(name: str, service: str, count: str, read: Read) -> None:
    reading = read(hospital(ID="1121100001"), hospital(ID="1121100002"), name=name, columns=COLUMNS)
    assert figure(reading, count) == (2, "observed")
    assert set(reading.counts["count"]) == {count}
    assert set(offices(reading)["service"]) == {service}
    assert offices(reading)["capacity"].isna().all()


def test_pharmacies_call_their_name_otherwise(read: Read) -> None:
    row = hospital(ID="1151100001", 名称="川越の薬局")
    reading = read(row, name="05_pharmacy_20250601.csv", columns=PHARMACY_COLUMNS)
    assert figure(reading, "pharmacies") == (1, "observed")
    assert offices(reading)["name_ja"].tolist() == ["川越の薬局"]


def test_the_table_of_opening_hours_is_another_layout(read: Read) -> None:
    with pytest.raises(SourceError) as caught:
        read(hospital(), name="01-2_hospital_speciality_hours_20250601.csv")
    assert caught.value.problem == "layout_unknown"


@pytest.mark.parametrize("name", [f"{HOSPITALS}.zip", f"{HOSPITALS}.csv.zip"])
def test_the_archive_as_published_gives_the_same(
    name: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    text = medical_text([hospital()], [*COLUMNS, *BEDS])
    path = zip_file(tmp_path, name, {f"{HOSPITALS}.csv": text.encode("utf-8-sig")})
    reading = read_file(path, catalog, places=places)
    assert figure(reading, "hospital_beds") == (120, "observed")
    assert reading.file == name
