"""Classes, flags and medical areas of municipalities, from tables like the real ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_files import MUNICIPALITIES, write

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, read_file
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.catalog import Catalog

CLASS_HEADER = (
    "municipality,class_ja,class_with_prefix_ja,population_2020,"
    "depopulated_area,mountain_village,metropolitan_area"
)
MEDICAL_HEADER = "municipality,name_ja,medical_area,medical_area_ja"
WARDS = ("01101,札幌市中央区,0104,札幌", "22131,浜松市中区,2208,西部")
CITIES = ("01100", "22130")

Reads = "Callable[..., Reading]"


@pytest.fixture
def classes(catalog: Catalog, places: Places, tmp_path: Path) -> Reads:
    def reads(changed: dict[str, str] | None = None, left_out: str = "") -> Reading:
        rows = {
            code: f"{code},Ⅰ－１,都市Ⅰ－１,1000,{int(code == '46523')},0,1" for code in MUNICIPALITIES
        } | (changed or {})
        rows.pop(left_out, None)
        path = write(tmp_path / "municipality_class_2023.csv", "\n".join([CLASS_HEADER, *rows.values(), ""]))
        return read_file(path, catalog, places=places)

    return reads


@pytest.fixture
def medical(catalog: Catalog, places: Places, tmp_path: Path) -> Reads:
    def reads(*more: str, left_out: str = "", wards: tuple[str, ...] = WARDS) -> Reading:
        rows = [
            f"{code},{place[1]},{code[:2]}01,{place[0]}北部"
            for code, place in MUNICIPALITIES.items()
            if code not in {*CITIES, left_out}
        ]
        path = write(tmp_path / "medical.csv", "\n".join([MEDICAL_HEADER, *rows, *wards, *more, ""]))
        return read_file(path, catalog, places=places)

    return reads


def groups_of(reading: Reading, municipality: str) -> list[tuple[str, ...]]:
    assert reading.places is not None
    groups = reading.places.groups
    rows = groups[groups["municipality"] == municipality].drop(columns="municipality")
    return list(rows.fillna("").itertuples(index=False, name=None))


def test_a_flag_makes_a_group_only_where_it_is_set(classes: Callable[..., Reading]) -> None:
    read = classes()
    assert groups_of(read, "46523") == [
        ("class", "都市Ⅰ－１", "都市Ⅰ－１", "令和5年度決算"),
        ("depopulated", "1", "過疎地域", "令和5年度決算"),
        ("metropolitan_area", "1", "首都圏", "令和5年度決算"),
    ]
    assert [kind for kind, *_ in groups_of(read, "11201")] == ["class", "metropolitan_area"]


def test_an_old_code_has_its_class_under_the_code_of_today(classes: Callable[..., Reading]) -> None:
    read = classes({"40231": "40305,Ⅱ－２,町村Ⅱ－２,1000,0,0,0"})
    assert groups_of(read, "40231") == [("class", "町村Ⅱ－２", "町村Ⅱ－２", "令和5年度決算")]
    assert [(note.problem, note.fields["found"]) for note in read.notes] == [("code_mapped", "40305")]


@pytest.mark.parametrize(
    ("changed", "left_out", "problem"),
    [
        ({"11201": "11201,Ⅰ－１,都市Ⅰ－１,1000,2,0,0"}, "", "flag_wrong"),
        ({"11201": "11201,Ⅰ－１,,1000,0,0,0"}, "", "cell_empty"),
        ({}, "46523", "areas_missing"),
    ],
)
def test_a_wrong_table_of_classes_is_refused(
    changed: dict[str, str], left_out: str, problem: str, classes: Callable[..., Reading]
) -> None:
    with pytest.raises(SourceError) as refused:
        classes(changed, left_out)
    assert refused.value.problem == problem
    assert sentence(refused.value)


def test_the_wards_of_a_city_are_one_group_when_they_lie_in_one_area(
    medical: Callable[..., Reading],
) -> None:
    read = medical("22138,浜松市中央区,2208,西部")
    assert groups_of(read, "22130") == [("medical_area", "2208", "西部", "")]
    assert [(note.problem, note.number) for note in read.notes] == [("ward_area_of_city", 3)]


def test_a_city_in_several_areas_has_a_group_for_each_that_names_its_wards(
    medical: Callable[..., Reading],
) -> None:
    read = medical("22138,浜松市中央区,2207,中東遠")
    assert groups_of(read, "22130") == [
        ("medical_area", "2207", "中東遠", "中央区"),
        ("medical_area", "2208", "西部", "中区"),
    ]


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        (("13112,世田谷区,1302,東京都南部",), "medical_area_twice"),
        (("13112,世田谷区,1301,東京都北部",), "area_twice"),
        (("22138,浜松市中央区,2208,西",), "medical_area_name_differs"),
        (("22138,浜松市中央区,0104,札幌",), "medical_area_wrong"),
        (("22138,浜松市中央区,228,西部",), "medical_area_wrong"),
        (("22138,浜松市中央区,2209,",), "cell_empty"),
        (("99999,無い市,2208,西部",), "area_unknown"),
    ],
)
def test_a_wrong_table_of_medical_areas_is_refused(
    more: tuple[str, ...], problem: str, medical: Callable[..., Reading]
) -> None:
    with pytest.raises(SourceError) as refused:
        medical(*more)
    assert refused.value.problem == problem
    assert sentence(refused.value)


def test_a_table_of_medical_areas_that_was_cut_off_is_refused(medical: Callable[..., Reading]) -> None:
    with pytest.raises(SourceError, match="areas_missing"):
        medical(left_out="46523")


def test_one_table_keeps_the_groups_of_the_other(
    classes: Callable[..., Reading], medical: Callable[..., Reading], catalog: Catalog, tmp_path: Path
) -> None:
    first = medical().places
    classes()
    second = read_file(tmp_path / "municipality_class_2023.csv", catalog, places=first)
    assert [kind for kind, *_ in groups_of(second, "11201")] == [
        "class",
        "medical_area",
        "metropolitan_area",
    ]
