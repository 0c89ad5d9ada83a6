"""Each layout on a small file of its own: what is read, and every trap found in the real files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_files import (
    CENSUS_LABELS,
    MUNICIPALITIES,
    RESIDENTS,
    SSDSE_ITEMS,
    census_text,
    ipss_ages_text,
    ipss_ages,
    ssdse_file,
    ssdse_text,
    write,
)

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, read_file

if TYPE_CHECKING:
    from pathlib import Path

    import pandas as pd

    from carecompare.catalog import Catalog


def column(reading: Reading, count: str, year: int) -> pd.DataFrame:
    assert reading.counts is not None
    chosen = reading.counts[(reading.counts["count"] == count) & (reading.counts["year"] == year)]
    return chosen.set_index("area")


def problems(reading: Reading) -> dict[str, int]:
    return {note.problem: note.number for note in reading.notes}


# SSDSE


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("SSDSE-A-2018.csv", "Code"),
        ("SSDSE-A-2020.csv", "code"),
        ("SSDSE-A-2022.csv", "SSDSE-A-2022"),
        ("市区町村.csv", "SSDSE-A-2026"),
    ],
)
def test_an_edition_is_known_whatever_its_first_cell_says(
    name: str, first: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ssdse_file(tmp_path, name, first=first), catalog, places=places)
    assert reading.edition == (first[-4:] if first.startswith("SSDSE") else name[8:12])


def test_trap_11_each_figure_carries_the_date_of_its_own_item(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ssdse_file(tmp_path), catalog, places=places)
    assert set(column(reading, "households", 2020)["as_of"]) == {"2020-10-01"}
    assert set(column(reading, "hospitals", 2023)["as_of"]) == {"2023-10-01"}
    assert set(column(reading, "physicians", 2022)["as_of"]) == {"2022-12-31"}


def test_an_item_is_known_by_its_code_wherever_its_column_stands(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    moved = dict(reversed(SSDSE_ITEMS.items()))
    cells = {("13112", "I510120"): "29"}
    reading = read_file(ssdse_file(tmp_path, items=moved, cells=cells), catalog, places=places)
    assert column(reading, "hospitals", 2023)["value"]["13112"] == 29


def test_an_item_that_an_edition_does_not_have_is_noted(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ssdse_file(tmp_path), catalog, places=places)
    assert "clinics" in [note.fields["count"] for note in reading.notes]
    assert column(reading, "clinics", 2023).empty


def test_trap_9_an_old_code_is_counted_under_the_code_of_today(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    path = ssdse_file(tmp_path, "SSDSE-A-2018.csv", codes={"40231": "40305", "04216": "04423"})
    reading = read_file(path, catalog, places=places)
    assert column(reading, "households", 2020)["value"][["40231", "04216"]].tolist() == [400, 400]
    assert [note.fields for note in reading.notes if note.problem == "code_mapped"] == [
        {"found": "04423", "area": "04216"},
        {"found": "40305", "area": "40231"},
    ]


def test_trap_10_a_mark_and_a_zero_stay_two_things(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    cells = {("07546", "A710101"): "0", ("07543", "A710101"): "-"}
    households = column(
        read_file(ssdse_file(tmp_path, cells=cells), catalog, places=places), "households", 2020
    )
    assert households["status"][["07546", "07543"]].tolist() == ["observed", "missing"]
    assert households["value"]["07546"] == 0


def test_trap_4_lost_zeros_and_a_spreadsheets_point_are_restored(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    path = write(tmp_path / "SSDSE-A-2026.csv", ssdse_text_with_bare_codes(), "utf-8-sig")
    reading = read_file(path, catalog, places=places)
    assert column(reading, "households", 2020).index.tolist() == list(MUNICIPALITIES)


def ssdse_text_with_bare_codes() -> str:
    return ssdse_text().replace("\r\nR0", "\r\n").replace("\r\nR", "\r\n")


def test_an_unknown_code_in_a_known_edition_is_named(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    known = Places(places.areas, places.changes, places.boundaries, edition="2026")
    with pytest.raises(SourceError) as caught:
        read_file(ssdse_file(tmp_path, codes={"13112": "13199"}), catalog, places=known)
    assert caught.value.problem == "area_unknown"
    assert (caught.value.fields["row"], caught.value.fields["found"]) == (10, "13199")


def test_a_code_of_no_prefecture_is_unknown_even_in_a_newer_edition(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    with pytest.raises(SourceError, match="area_unknown"):
        read_file(ssdse_file(tmp_path, codes={"13112": "99999"}), catalog, places=places)


def test_a_newer_edition_may_know_a_new_municipality_and_lose_one(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ssdse_file(tmp_path, codes={"46523": "46599"}), catalog, places=places)
    assert reading.places is not None
    levels = reading.places.areas.set_index("area")["level"]
    assert (levels["46599"], levels["46523"]) == ("municipality", "former_municipality")


def test_a_missing_and_a_repeated_municipality_are_named(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    known = Places(places.areas, places.changes, places.boundaries, edition="2026")
    with pytest.raises(SourceError, match="areas_missing"):
        read_file(ssdse_file(tmp_path, left_out=("46523",)), catalog, places=known)
    again = "R13112,東京都,世田谷区," + ",".join(["1"] * len(SSDSE_ITEMS))
    with pytest.raises(SourceError, match="area_twice"):
        read_file(ssdse_file(tmp_path, extra=(again,)), catalog, places=known)


def test_a_reference_year_that_is_not_one_is_named(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    items = SSDSE_ITEMS | {"I6100": ("20x2", "医師数")}
    with pytest.raises(SourceError) as caught:
        read_file(ssdse_file(tmp_path, items=items), catalog, places=places)
    assert caught.value.problem == "year_wrong"
    assert (caught.value.fields["row"], caught.value.fields["column"]) == (2, "I6100")


# census


def census(tmp_path: Path, **changes: object) -> Path:
    return write(tmp_path / "2020_table_2-7-1.csv", census_text(**changes), "utf-8-sig")  # type: ignore[arg-type]


def test_the_census_keeps_both_sexes_of_all_nationalities_in_the_municipalities_of_today(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(census(tmp_path), catalog, places=places)
    population = column(reading, "population", 2020)
    assert population.index.tolist() == list(MUNICIPALITIES)
    assert population["value"].drop("07546").eq(1100).all()
    assert column(reading, "population_85_and_over", 2020)["value"]["13112"] == 50
    # nation, nine prefectures, a ward, an area of before 2000
    assert problems(reading) == {"area_left_out": 1 + 9 + 2}


def test_a_mark_for_nobody_is_zero_where_the_parts_add_up(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    known_ages = ("1,000", "40", "-", "200", "500", "300", "150", "50")
    reading = read_file(census(tmp_path, residents={"43212": known_ages}), catalog, places=places)
    unknown = column(reading, "population_age_unknown", 2020)
    assert (unknown["value"]["43212"], unknown["status"]["43212"]) == (0, "observed")


def test_trap_10_a_town_without_a_total_has_no_figure_though_the_others_add_up_without_it(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(census(tmp_path), catalog, places=places)
    for count in ("population", "population_65_and_over", "population_age_unknown"):
        row = column(reading, count, 2020).loc["07546"]
        assert row.isna()["value"]
        assert row["status"] == "missing"


def test_trap_10_a_town_whose_figures_were_lost_is_not_taken_for_an_empty_one(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    shown = {"43000": RESIDENTS}
    path = census(tmp_path, residents={"43212": ("-",) * len(RESIDENTS)}, published=shown)
    with pytest.raises(SourceError, match=r"municipalities_do_not_add_up|parts_do_not_add_up"):
        read_file(path, catalog, places=places)


def test_trap_7_age_unknown_is_a_count_of_its_own(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    reading = read_file(census(tmp_path), catalog, places=places)
    assert column(reading, "population_age_unknown", 2020)["value"]["11201"] == 100
    assert column(reading, "population_65_and_over", 2020)["value"]["11201"] == 300


def test_a_municipality_whose_ages_do_not_add_up_is_named(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    wrong = ("1,100", "40", "100", "200", "500", "1,300", "150", "50")
    right = {"00000": RESIDENTS, "13000": RESIDENTS}
    path = census(tmp_path, residents={"13112": wrong}, published=right)
    with pytest.raises(SourceError) as caught:
        read_file(path, catalog, places=places)
    assert caught.value.problem == "parts_do_not_add_up"
    assert caught.value.fields["area"] == "13112"


@pytest.mark.parametrize("area", ["13000", "00000"])
def test_municipalities_that_do_not_add_up_to_what_is_published_are_refused(
    area: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    published = {area: ("1,101", "40", "101", "200", "500", "300", "150", "50")}
    with pytest.raises(SourceError) as caught:
        read_file(census(tmp_path, published=published), catalog, places=places)
    assert caught.value.problem == "municipalities_do_not_add_up"
    assert caught.value.fields["area"] == area


def test_a_moved_column_is_found_out_by_its_label(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    moved = (*CENSUS_LABELS[:5], CENSUS_LABELS[6], CENSUS_LABELS[5], CENSUS_LABELS[7])
    with pytest.raises(SourceError, match="column_label_wrong"):
        read_file(census(tmp_path, labels=moved), catalog, places=places)


def test_the_same_table_of_another_census_is_refused(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    with pytest.raises(SourceError, match="year_wrong"):
        read_file(census(tmp_path, year="2025年"), catalog, places=places)


def test_a_census_table_cut_short_is_refused(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    with pytest.raises(SourceError, match="areas_missing"):
        read_file(census(tmp_path, left_out=("46523",)), catalog, places=places)


# tidy tables

HISTORY = (
    "municipality,year,population,population_under_15,population_15_to_64,population_65_and_over,"
    "population_75_and_over,population_85_and_over,population_age_unknown"
)


def history(years: tuple[int, ...] = (2010, 2015), **cells: str) -> str:
    rows = [
        f"{code},{year}," + (cells.get(f"c{code}_{year}") or "100,10,50,40,20,5,0")
        for code in MUNICIPALITIES
        for year in years
    ]
    return "\n".join([HISTORY, *rows, ""])


def test_trap_13_an_emptied_town_has_a_population_of_zero_and_not_none(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    text = history(c07543_2015="0,0,0,0,0,0,0")
    reading = read_file(write(tmp_path / "census_1980_2015_age_groups.csv", text), catalog, places=places)
    row = column(reading, "population", 2015).loc["07543"]
    assert (row["value"], row["status"], row["as_of"]) == (0, "observed", "2015-10-01")


def test_a_tidy_table_cut_between_two_rows_is_found_out(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    text = history().rsplit("\n", 2)[0] + "\n"
    with pytest.raises(SourceError, match="years_missing"):
        read_file(write(tmp_path / "census_1980_2015_age_groups.csv", text), catalog, places=places)


def test_a_tidy_year_that_is_not_one_is_named(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    text = history().replace("13112,2015", "13112,20l5")
    with pytest.raises(SourceError) as caught:
        read_file(write(tmp_path / "census_1980_2015_age_groups.csv", text), catalog, places=places)
    assert (caught.value.problem, caught.value.fields["found"]) == ("year_wrong", "20l5")


def test_a_projection_is_estimated_in_its_base_year_and_projected_after(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    header = "municipality,prefecture_ja,name_ja,year,population,population_under_15,population_15_to_64"
    rows = [
        f"{code},県,市,{year},100,10,50,40"
        for code in ("13112", "22130", "22131", "07999")
        for year in (2020, 2025)
    ]
    text = "\n".join([f"{header},population_65_and_over", *rows, ""])
    reading = read_file(write(tmp_path / "ipss2023_three_age_groups.csv", text), catalog, places=places)
    assert set(column(reading, "population_ipss", 2020)["status"]) == {"estimated"}
    assert set(column(reading, "population_ipss", 2025)["status"]) == {"projected"}
    assert column(reading, "population_ipss", 2025).index.tolist() == ["13112", "22130", "07999"]
    assert problems(reading) == {"ward_left_out": 2}


# projection of 2018


def ipss_ages(tmp_path: Path, text: str) -> Path:
    return write(tmp_path / "2018_age5_sex.csv", text, "utf-8-sig")


def test_the_projection_of_2018_adds_ages_and_starts_with_its_base_year(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ipss_ages(tmp_path, ipss_ages_text()), catalog, places=places)
    assert reading.counts is not None
    assert set(reading.counts["year"]) == {2015, 2020}
    assert column(reading, "population_75_and_over_ipss_ages", 2020)["value"]["13112"] == 40
    assert column(reading, "population_85_and_over_ipss_ages", 2020)["value"]["13112"] == 20
    assert set(column(reading, "population_ipss_ages", 2015)["status"]) == {"estimated"}


def test_trap_9_nakagawa_is_found_under_its_code_of_today_in_the_projection(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ipss_ages(tmp_path, ipss_ages_text()), catalog, places=places)
    areas = set(column(reading, "population_ipss_ages", 2020).index)
    assert "40231" in areas
    assert "40305" not in areas


def test_fukushima_has_its_prefecture_and_no_municipality_and_wards_are_left_out(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ipss_ages(tmp_path, ipss_ages_text()), catalog, places=places)
    population = column(reading, "population_ipss_ages", 2020)["value"]
    assert population["07"] == 300
    assert not {"07543", "07546", "01101"} & set(population.index)
    assert "13112" in population.index  # a ward of Tokyo is a municipality


def test_municipalities_that_exceed_their_prefecture_in_the_projection_are_refused(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    text = ipss_ages_text().replace(
        f"13000,a,県,,2020年,{ipss_ages(1)}", f"13000,a,県,,2020年,{ipss_ages(0)}"
    )
    with pytest.raises(SourceError, match="municipalities_do_not_add_up"):
        read_file(ipss_ages(tmp_path, text), catalog, places=places)


def test_the_projection_of_2018_gives_the_five_age_groups_of_the_demand_for_care(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ipss_ages(tmp_path, ipss_ages_text()), catalog, places=places)
    groups = ("under_15", "15_to_39", "40_to_64", "65_to_74", "75_and_over")
    found = [column(reading, f"population_{group}_ipss_ages", 2020)["value"]["13112"] for group in groups]
    assert found == [12, 20, 20, 8, 40]


def test_ages_that_do_not_add_up_to_the_total_are_refused(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    text = ipss_ages_text().replace("13112,2,県,市,2020年,100,4,4", "13112,2,県,市,2020年,100,4,5")
    with pytest.raises(SourceError, match="ages_do_not_add_up"):
        read_file(ipss_ages(tmp_path, text), catalog, places=places)
