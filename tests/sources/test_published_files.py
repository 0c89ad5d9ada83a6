"""The figures of this project beside the publishers' own files, read here with the csv module alone."""

from __future__ import annotations

import csv
import re
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from carecompare.errors import SourceError
from carecompare.sources import Places, read_figures, read_file, read_offices, read_places

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import pandas as pd

    from carecompare.catalog import Catalog
    from carecompare.paths import Paths
    from carecompare.sources import Figures

JUNE = {"110", "150", "780", "510"}
# Setagaya, Nagaoka, Kawagoe, Kamiamakusa, Yamato, and three drawn by lot
MUNICIPALITIES = ("13112", "15202", "11201", "43212", "46523", "20361", "34212", "01604")


@pytest.fixture(scope="module")
def figures(paths: Paths) -> Figures:
    return read_figures(paths.figures)


@pytest.fixture(scope="module")
def real_places(paths: Paths) -> Places:
    return read_places(paths.figures)


@pytest.fixture(scope="module")
def wide(figures: Figures) -> pd.Series[float]:
    return figures.counts.set_index(["count", "year", "area"])["value"].sort_index()


def rows_of(path: Path, encoding: str = "utf-8-sig") -> list[list[str]]:
    with path.open(encoding=encoding, newline="") as opened:
        return list(csv.reader(opened))


def care_files(official: Path) -> Iterator[tuple[str, list[dict[str, str]]]]:
    for path in sorted((official / "care").glob("jigyosho_*.csv")):
        header, *rows = rows_of(path)
        yield path.stem[-3:], [dict(zip(header, row, strict=True)) for row in rows]


def care_offices(paths: Paths) -> pd.DataFrame:
    offices = read_offices(paths.figures)
    return offices[offices["service"].str.isdigit()]


def test_the_nation_counted_126_146_099_residents_in_2020(official: Path, wide: pd.Series[float]) -> None:
    rows = rows_of(official / "census" / "2020_table_2-7-1.csv")
    nation = next(row for row in rows if row[8:9] == ["00000"] and row[4] == row[6] == "0")
    assert int(nation[11].replace(",", "")) == 126_146_099
    assert wide["population", 2020].sum() == 126_146_099


def test_the_census_of_2020_is_as_published_in_every_column(official: Path, wide: pd.Series[float]) -> None:
    rows = rows_of(official / "census" / "2020_table_2-7-1.csv")
    codes = next(row for row in rows if "/年齢 コード" in row)
    counts = {
        "population": "00",
        "population_65_and_over": "R3",
        "population_75_and_over": "R4",
        "population_85_and_over": "R5",
    }
    compared = 0
    for row in rows:
        if row[4:5] == ["0"] and row[6] == "0" and ("population", 2020, row[8]) in wide.index:
            for count, code in counts.items():
                published = row[codes.index(code)].replace(",", "")
                shown = wide[count, 2020, row[8]]
                assert shown == int(published) if published != "-" else shown != shown, row[9]  # noqa: PLR0124 (NaN)
                compared += 1
    assert compared == 1741 * 4


def test_ssdse_is_as_published_for_every_municipality_of_the_newest_edition(
    official: Path, wide: pd.Series[float]
) -> None:
    codes, years, _, *rows = rows_of(official / "ssdse" / "SSDSE-A-2026.csv", "cp932")
    for count, item in {"households": "A710101", "hospitals": "I510120", "physicians": "I6100"}.items():
        number = codes.index(item)
        kept = wide[count, int(years[number])]
        assert {row[0][1:]: float(row[number]) for row in rows} == kept.to_dict()


@pytest.mark.parametrize("edition", ["2018", "2020", "2022", "2024", "2025", "2026"])
def test_trap_9_every_edition_gives_the_1741_municipalities_of_today(
    edition: str, official: Path, catalog: Catalog, real_places: Places
) -> None:
    reading = read_file(official / "ssdse" / f"SSDSE-A-{edition}.csv", catalog, places=real_places)
    assert reading.counts is not None
    assert set(reading.counts["area"]) == set(real_places.names)
    rows = rows_of(official / "ssdse" / "SSDSE-A-2026.csv", "cp932")
    assert set(real_places.names) == {row[0][1:] for row in rows[3:]}


def test_the_two_projections_are_as_published(official: Path, wide: pd.Series[float]) -> None:
    tidy = official.parent / "figures" / "ipss2023_three_age_groups.csv"
    header, *rows = rows_of(tidy)
    for row in (dict(zip(header, each, strict=True)) for each in rows):
        if row["municipality"] in (*MUNICIPALITIES, "07999"):
            kept = wide["population_65_and_over_ipss", int(row["year"]), row["municipality"]]
            assert kept == int(row["population_65_and_over"])
    header, *rows = rows_of(official / "ipss" / "2018_age5_sex.csv")
    older = ("75～79歳/a", "80～84歳/a", "85～89歳/a", "90歳以上/a")
    for row in (dict(zip(header, each, strict=True)) for each in rows):
        code, year = row["コード"].zfill(5), int(row["年"][:4])
        if code in MUNICIPALITIES:
            assert wide["population_75_and_over_ipss_ages", year, code] == sum(int(row[age]) for age in older)


def test_trap_12_each_care_service_is_counted_as_published_in_the_nation_and_in_each_municipality(
    official: Path, wide: pd.Series[float]
) -> None:
    """Cities and their wards are numbered in one run, so a ward's city is the designated city before it."""
    cities = [
        "01100",
        "04100",
        "11100",
        "12100",
        "14100",
        "14130",
        "14150",
        "15100",
        "22100",
        "22130",
        "23100",
        "26100",
        "27100",
        "27140",
        "28100",
    ]
    cities += ["33100", "34100", "40100", "40130", "43100"]
    seen = 0
    for service, rows in care_files(official):
        expected: Counter[str] = Counter()
        once = set()
        for row in rows:
            code = row["都道府県コード又は市町村コード"][:5]
            if code[2:3] == "1" and code[:2] != "13":
                code = max(city for city in cities if city[:2] == code[:2] and city <= code)
            once.add((code, row["事業所番号"], row["事業所名"]))
        expected.update(code for code, _, _ in once if code)
        kept = wide[f"care_offices_{service}", 2025]
        assert kept[kept > 0].to_dict() == dict(expected), service
        assert len(kept) == 1741
        seen += len(rows)
    assert seen == 197_228


def test_trap_1_capacity_is_empty_in_the_offices_where_the_file_has_zero_or_nothing(
    official: Path, paths: Paths
) -> None:
    offices = care_offices(paths)
    entered = Counter()
    for service, rows in care_files(official):
        entered[service] = sum(row["定員"] not in ("", "0") and len(row["定員"]) < 5 for row in rows)
    kept = offices[offices["capacity"].notna()].groupby("service").size()
    assert kept.to_dict() == {service: number for service, number in entered.items() if number}
    assert (offices["capacity"].dropna() > 0).all()


def test_trap_2_the_points_outside_their_municipality_are_listed_and_counted(
    paths: Paths, figures: Figures
) -> None:
    status = care_offices(paths)["position_status"].value_counts()
    assert status.to_dict() == {"published": 195_776, "outside": 1_106, "absent": 231, "unchecked": 114}
    of_care = figures.notes["service"].str.isdigit()
    assert (of_care & (figures.notes["problem"] == "position_outside")).sum() == 1_106


def test_trap_3_the_office_with_an_address_in_koshigaya_counts_in_kawagoe_and_is_listed(
    figures: Figures,
) -> None:
    notes = figures.notes[figures.notes["problem"] == "address_elsewhere"].set_index("office")
    assert notes.loc["1190800860", ["area", "found"]].tolist() == ["11201", "11222"]


def test_trap_4_every_office_number_has_ten_characters_and_letters_are_kept(paths: Paths) -> None:
    numbers = care_offices(paths)["office"]
    assert numbers.str.fullmatch("[0-9A-Z]{10}").all()
    assert numbers.str.contains("[A-Z]").sum() == 1184


def test_trap_5_the_name_in_the_column_is_written_with_mixed_brackets_in_one_file(official: Path) -> None:
    names = {
        row["サービスの種類"] for service, rows in care_files(official) if service == "230" for row in rows
    }
    assert any(re.search(r"\(.*）", name) for name in names)


def test_trap_6_ssdse_counts_the_hospital_that_another_register_misses(wide: pd.Series[float]) -> None:
    assert wide["hospitals", 2023, "31389"] == 1


def test_trap_7_kawagoe_has_two_figures_of_65_and_over_in_2020_and_they_are_kept_apart(
    wide: pd.Series[float],
) -> None:
    assert wide["population_age_unknown", 2020, "11201"] == 47_395
    assert wide["population_65_and_over", 2020, "11201"] == 89_061
    assert wide["population_65_and_over_ipss", 2020, "11201"] == 99_175


def test_trap_8_three_towns_of_one_name_are_three_areas(figures: Figures) -> None:
    named = figures.areas[(figures.areas["name_ja"] == "南部町") & (figures.areas["level"] == "municipality")]
    assert dict(zip(named["area"], named["prefecture_ja"], strict=True)) == {
        "02445": "青森県",
        "19366": "山梨県",
        "31389": "鳥取県",
    }


def test_trap_10_futaba_is_a_mark_in_the_census_and_zero_in_ssdse(figures: Figures) -> None:
    counts = figures.counts[(figures.counts["area"] == "07546") & (figures.counts["year"] == 2020)]
    status = counts.set_index("count")[["value", "status"]]
    assert status.loc["population"].isna().tolist() == [True, False]
    assert status.loc["population", "status"] == "missing"
    assert status.loc["households"].tolist() == [0, "observed"]


def test_trap_11_dates_differ_within_one_table_and_stand_at_each_figure(figures: Figures) -> None:
    care = figures.counts[figures.counts["source"] == "care_offices"].drop_duplicates("count")
    care = care[care["count"].str[-3:].str.isdecimal()]  # places are counted over two services
    dates = {count[-3:]: as_of for count, as_of in zip(care["count"], care["as_of"], strict=True)}
    assert {service for service, as_of in dates.items() if as_of == "2025-06"} == JUNE
    assert set(dates.values()) == {"2025-06", "2025-12"}
    assert len(dates) == 33


def test_trap_13_the_emptied_towns_had_nobody_in_2015(wide: pd.Series[float]) -> None:
    assert [wide["population", 2015, town] for town in ("07543", "07545", "07546", "07547")] == [0, 0, 0, 0]


def test_a_real_office_file_cut_in_half_is_refused(
    official: Path, tmp_path: Path, catalog: Catalog, real_places: Places
) -> None:
    content = (official / "care" / "jigyosho_520.csv").read_bytes()
    cut = tmp_path / "jigyosho_520.csv"
    cut.write_bytes(content[: len(content) // 2])
    with pytest.raises(SourceError):
        read_file(cut, catalog, "2025-12", real_places)


def test_every_care_file_is_read_again_as_it_was_imported(
    official: Path, catalog: Catalog, real_places: Places, wide: pd.Series[float]
) -> None:
    files = sorted((official / "care").glob("jigyosho_*.csv"))
    offices = 0
    for path in files:
        reading = read_file(path, catalog, "2025-12", real_places)
        assert reading.counts is not None
        assert reading.offices is not None
        service = path.stem[-3:]
        found = reading.counts.set_index("area")["value"]
        assert found.to_dict() == wide[f"care_offices_{service}", 2025].to_dict()
        offices += len(reading.offices)
    assert len(files) == 33
    assert offices == 197_227  # one of 197,228 rows is listed twice
