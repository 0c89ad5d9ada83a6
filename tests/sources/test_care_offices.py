"""The care offices: every trap found in the real files, on small files in their layout."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_files import CARE_COLUMNS, care_file, care_row, write

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, read_file
from carecompare.sources.cells import check_digit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    import pandas as pd

    from carecompare.catalog import Catalog

    Read = Callable[..., Reading]

AS_OF = "2025-12"
CODE, OFFICE = "都道府県コード又は市町村コード", "事業所番号"


def offices(reading: Reading) -> pd.DataFrame:
    assert reading.offices is not None
    return reading.offices.set_index("office")


def held(reading: Reading) -> dict[str, float]:
    assert reading.counts is not None
    counts = reading.counts[reading.counts["value"] > 0]
    return dict(zip(counts["area"], counts["value"], strict=True))


def noted(reading: Reading, problem: str) -> list[dict[str, object]]:
    return [dict(note.fields) for note in reading.notes if note.problem == problem]


@pytest.fixture
def read(tmp_path: Path, catalog: Catalog, places: Places) -> Read:
    def reading(*rows: str, name: str = "jigyosho_110.csv", encoding: str = "utf-8-sig") -> Reading:
        return read_file(care_file(tmp_path, list(rows), name, encoding), catalog, AS_OF, places)

    return reading


def test_offices_are_counted_and_a_municipality_without_a_row_has_none(read: Read) -> None:
    reading = read(care_row(), care_row(**{OFFICE: "1171600002"}))
    assert held(reading) == {"11201": 2}
    assert reading.counts["status"].eq("observed").all()
    assert len(reading.counts) == 11
    assert set(reading.counts["as_of"]) == {AS_OF}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-8", "cp932"])
def test_any_of_three_encodings_is_read(encoding: str, read: Read) -> None:
    reading = read(care_row(事業所名="髙橋㈱ケア"), encoding=encoding)
    assert offices(reading)["name_ja"].tolist() == ["髙橋㈱ケア"]


@pytest.mark.parametrize("name", ["jigyosho_210.csv", "jigyosho_320 (1).csv", "コピー ～ jigyosho_320.csv"])
def test_the_services_not_shipped_are_read_when_a_person_brings_them(name: str, read: Read) -> None:
    reading = read(care_row(), name=name)
    assert set(reading.counts["count"]) == {f"care_offices_{'210' if '210' in name else '320'}"}


def test_trap_5_the_service_is_the_number_in_the_file_name_not_the_name_in_the_column(read: Read) -> None:
    rows = [
        care_row(サービスの種類="短期入所療養介護(療養病床を有する病院等）"),
        care_row(**{"サービスの種類": "短期入所療養介護（療養病床を有する病院等）", OFFICE: "1171600002"}),
    ]
    reading = read(*rows, name="jigyosho_230.csv")
    assert held(reading) == {"11201": 2}
    assert set(offices(reading)["service"]) == {"230"}


def test_an_unknown_service_is_named(read: Read) -> None:
    with pytest.raises(SourceError) as caught:
        read(care_row(), name="jigyosho_999.csv")
    assert (caught.value.problem, caught.value.fields["found"]) == ("service_unknown", "999")


def test_trap_1_a_capacity_of_zero_or_nothing_is_not_entered(read: Read) -> None:
    rows = [
        care_row(**{"定員": cell, OFFICE: f"117160000{number}"})
        for number, cell in enumerate(("0", "", "29", "20250204"))
    ]
    reading = read(*rows)
    assert offices(reading)["capacity"].isna().tolist() == [True, True, False, True]
    assert offices(reading)["capacity"].dropna().tolist() == [29]
    assert noted(reading, "capacity_implausible") == [{"row": 5, "found": "20250204"}]
    assert held(reading) == {"11201": 4}


def test_trap_2_a_point_outside_its_municipality_is_kept_in_the_count_and_listed(read: Read) -> None:
    points = {"published": ("35.9", "139.4"), "absent": ("0.0", "0"), "outside": ("43.0", "141.3")}
    rows = [
        care_row(**{"緯度": latitude, "経度": longitude, OFFICE: f"117160000{number}"})
        for number, (latitude, longitude) in enumerate(points.values())
    ]
    reading = read(*rows)
    assert offices(reading)["position_status"].tolist() == list(points)
    assert held(reading) == {"11201": 3}
    assert [fields["office"] for fields in noted(reading, "position_outside")] == ["1171600002"]


def test_a_point_within_a_kilometre_of_the_simplified_boundary_is_inside(read: Read) -> None:
    rows = [
        care_row(**{"緯度": latitude, OFFICE: f"117160000{number}"})
        for number, latitude in enumerate(("36.008", "36.010"))  # 0.9 and 1.1 km north of the boundary
    ]
    assert offices(read(*rows))["position_status"].tolist() == ["published", "outside"]


def test_latitude_and_longitude_exchanged_are_outside(read: Read) -> None:
    assert offices(read(care_row(緯度="139.4", 経度="35.9")))["position_status"].tolist() == ["outside"]


def test_trap_3_an_address_elsewhere_is_noted_and_the_office_counts_where_it_is_coded(read: Read) -> None:
    rows = [
        care_row(住所="埼玉県越谷市川柳町2-164-2", 事業所番号="1190800860"),
        care_row(住所="越谷市川柳町2", 事業所番号="1190800861"),
        care_row(住所="東京都世田谷区1-1", 事業所番号="1190800862"),
        care_row(住所="福島県双葉郡富岡町1", 事業所番号="1190800863"),
    ]
    reading = read(*rows)
    assert held(reading) == {"11201": 4}
    found = {fields["office"]: fields["found"] for fields in noted(reading, "address_elsewhere")}
    assert found == {
        "1190800860": "11222",
        "1190800861": "11222",
        "1190800862": "13112",
        "1190800863": "07543",
    }


@pytest.mark.parametrize(
    "address", ["川越市1-1", "埼玉県川越市1", "大和村1番地", "埼玉県 川越市1", "新宿町1", "埼玉県1-1", ""]
)
def test_an_address_that_names_no_other_municipality_is_not_noted(address: str, read: Read) -> None:
    assert noted(read(care_row(住所=address)), "address_elsewhere") == []


def test_an_address_with_its_county_is_its_own(read: Read) -> None:
    row = care_row(**{CODE: "075434", "住所": "福島県双葉郡富岡町1", "緯度": "37.3", "経度": "141.0"})
    assert noted(read(row), "address_elsewhere") == []


def test_a_name_that_does_not_belong_to_the_code_is_noted(read: Read) -> None:
    reading = read(care_row(市区町村名="越谷市"), care_row(事業所番号="1171600002"))
    assert noted(reading, "name_differs") == [{"area": "11201", "found": "埼玉県越谷市"}]


def test_trap_4_zeros_lost_in_a_spreadsheet_are_restored(read: Read) -> None:
    rows = [
        care_row(**{CODE: "11002", OFFICE: "170200211", "緯度": "43.0", "経度": "141.3"}),
        care_row(**{CODE: "131121", OFFICE: "32A0400028", "緯度": "35.6", "経度": "139.6"}),
    ]
    reading = read(*rows)
    assert held(reading) == {"01100": 1, "13112": 1}
    assert sorted(offices(reading).index) == ["0170200211", "32A0400028"]


@pytest.mark.parametrize(("ward", "city"), [("011011", "01100"), ("221317", "22130"), ("221384", "22130")])
def test_trap_12_an_office_of_a_ward_belongs_to_the_city(ward: str, city: str, read: Read) -> None:
    reading = read(care_row(**{CODE: ward}))
    assert held(reading) == {city: 1}
    assert noted(reading, "ward_counted_in_city") == [{"found": ward[:5], "area": city}]


def test_trap_12_the_wards_of_tokyo_are_municipalities(read: Read) -> None:
    reading = read(care_row(**{CODE: "131121"}))
    assert held(reading) == {"13112": 1}
    assert noted(reading, "ward_counted_in_city") == []


@pytest.mark.parametrize(("old", "today"), [("044237", "04216"), ("403059", "40231")])
def test_trap_9_an_office_under_an_old_code_counts_today(old: str, today: str, read: Read) -> None:
    assert held(read(care_row(**{CODE: old}))) == {today: 1}


def test_a_code_that_was_divided_stands_for_no_municipality(read: Read) -> None:
    with pytest.raises(SourceError, match="area_divided"):
        read(care_row(**{CODE: "11999" + check_digit("11999")}))


def test_an_office_without_a_municipality_is_kept_and_counted_for_none(read: Read) -> None:
    reading = read(care_row(**{CODE: "", "市区町村名": ""}), care_row(事業所番号="1171600002"))
    assert held(reading) == {"11201": 1}
    assert offices(reading)["municipality"].isna().tolist() == [True, False]
    assert [fields["row"] for fields in noted(reading, "municipality_absent")] == [2]


def test_one_office_listed_twice_counts_once_and_two_names_under_one_number_twice(read: Read) -> None:
    rows = [
        care_row(住所="大字1番地"),
        care_row(住所="川越市大字１番地", 緯度="35.90001"),
        care_row(事業所名="事業所別館"),
    ]
    reading = read(*rows)
    assert held(reading) == {"11201": 2}
    assert [fields["row"] for fields in noted(reading, "office_twice")] == [3]


def test_some_of_the_columns_in_another_order_are_enough(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    text = f"事業所名,{OFFICE},{CODE}\n事業所,1171600001,112011\n"
    reading = read_file(write(tmp_path / "jigyosho_110.csv", text), catalog, AS_OF, places)
    assert held(reading) == {"11201": 1}
    assert offices(reading)["position_status"].tolist() == ["absent"]


@pytest.mark.parametrize("column", [CODE, "事業所名", OFFICE])
def test_a_missing_column_is_named(column: str, tmp_path: Path, catalog: Catalog, places: Places) -> None:
    text = care_file(tmp_path, [care_row()]).read_text("utf-8-sig").replace(column, "別の列", 1)
    with pytest.raises(SourceError) as caught:
        read_file(write(tmp_path / "jigyosho_110.csv", text), catalog, AS_OF, places)
    assert (caught.value.problem, caught.value.fields["column"]) == ("column_missing", column)


def test_an_unknown_code_is_named_with_its_row(read: Read) -> None:
    with pytest.raises(SourceError) as caught:
        read(care_row(), care_row(**{CODE: "999997"}))
    assert caught.value.problem == "area_unknown"
    assert caught.value.fields == {
        "file": "jigyosho_110.csv",
        "row": 3,
        "column": CODE,
        "found": "99999",
    }


def test_html_and_formulas_are_names_and_nothing_more(read: Read) -> None:
    rows = [
        care_row(事業所名="<script>alert(1)</script>"),
        care_row(事業所名="=1+1", 事業所番号="1171600002"),
    ]
    assert offices(read(*rows))["name_ja"].tolist() == ["<script>alert(1)</script>", "=1+1"]


@pytest.mark.parametrize("column", ["緯度", "定員", OFFICE])
def test_a_formula_in_a_number_is_refused(column: str, read: Read) -> None:
    with pytest.raises(SourceError) as caught:
        read(care_row(**{column: "=1+1"}))
    assert (caught.value.fields["row"], caught.value.fields["column"]) == (2, column)


def test_a_date_is_needed_because_the_file_states_none(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    path = care_file(tmp_path, [care_row()])
    with pytest.raises(SourceError, match="as_of_missing"):
        read_file(path, catalog, places=places)
    with pytest.raises(SourceError, match="date_wrong"):
        read_file(path, catalog, "令和7年12月", places)


def test_a_row_cut_off_in_the_middle_is_named(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    whole = care_file(tmp_path, [care_row(), care_row(事業所番号="1171600002")]).read_text("utf-8-sig")
    cut = write(tmp_path / "jigyosho_110.csv", whole[: whole.rindex("1171600002") - 5])
    with pytest.raises(SourceError) as caught:
        read_file(cut, catalog, AS_OF, places)
    assert (caught.value.problem, caught.value.fields["row"]) == ("row_cut", 3)
    assert caught.value.fields["expected"] == len(CARE_COLUMNS)


def test_an_address_is_one_place_however_it_is_spelled(read: Read) -> None:
    spelled = (
        "埼玉県川越市見本町二丁目３番地４号",
        "川越市見本町2丁目3-4",
        "見本町２－３－４",
        "埼玉県　川越市　見本町2‐3‐4",
    )
    others = ("埼玉県川越市見本町2丁目34", "埼玉県川越市見本町2-3-5", "")
    rows = [
        care_row(**{"住所": address, "事業所名": f"ホーム{number}", OFFICE: f"117160000{number}"})
        for number, address in enumerate((*spelled, *others))
    ]
    places = offices(read(*rows, name="jigyosho_510.csv"))["place"].tolist()
    assert len(set(places[: len(spelled)])) == 1
    assert len(set(places)) == 1 + len(others)


def test_offices_of_a_service_that_is_not_counted_by_place_have_none(read: Read) -> None:
    assert offices(read(care_row()))["place"].tolist() == [None]
