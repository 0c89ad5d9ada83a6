"""What `values` prints of finance, industry and demand, against the publishers' files and the csv module."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections import Counter
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Printed = Callable[[str, int], dict[str, dict[str, str]]]
    Projection = dict[tuple[str, int], dict[str, int]]

MUNICIPALITIES = 1741
EDITIONS = {2015: 2018, 2017: 2020, 2019: 2022, 2020: 2024, 2021: 2025, 2022: 2026}
MOVED = {"40305": "40231", "04423": "04216"}
SOME = ("13112", "15202", "31389", "46523", "40231", "01100")
WEIGHTS = {
    "demand_index_medical": (0.6, 0.4, 1.0, 2.3, 3.9),
    "demand_index_care": (0.0, 0.0, 1.0, 9.7, 87.3),
}


@pytest.fixture(scope="module")
def editions(official: Path) -> dict[int, dict[str, dict[str, str]]]:
    """Every edition of SSDSE-A by its year, then by area and item."""
    found = {}
    for edition in set(EDITIONS.values()):
        text = (official / "ssdse" / f"SSDSE-A-{edition}.csv").read_text(encoding="cp932")
        codes, _, _, *rows = csv.reader(io.StringIO(text))
        areas = [MOVED.get(row[0][1:], row[0][1:]) for row in rows]
        found[edition] = {
            area: dict(zip(codes, row, strict=True)) for area, row in zip(areas, rows, strict=True)
        }
    return found


@pytest.fixture(scope="module")
def projection(official: Path) -> Projection:
    """Persons by area and year in the five groups that the demand is made of."""
    text = (official / "ipss" / "2018_age5_sex.csv").read_text(encoding="utf-8-sig")
    found: Projection = {}
    for row in csv.DictReader(io.StringIO(text)):
        ages = [int(cell) for name, cell in row.items() if name.endswith("/a")]
        code = row["コード"].zfill(5)
        area = code[:2] if row["市などの別"] == "a" else MOVED.get(code, code)
        bounds = (0, 3, 8, 13, 15, 19)
        groups = {str(i): sum(ages[a:b]) for i, (a, b) in enumerate(pairwise(bounds))}
        found[area, int(row["年"].removesuffix("年"))] = groups
    return found


@pytest.fixture(scope="module")
def printed(store_file: Path, pytestconfig: pytest.Config) -> Printed:
    """Return a function that asks the command line, as another program would."""
    assert store_file.is_file()

    @cache
    def every_year(indicator: str) -> list[dict[str, str]]:
        finished = subprocess.run(
            [sys.executable, "-m", "carecompare", "values", "--indicator", indicator],
            cwd=pytestconfig.rootpath,
            capture_output=True,
            text=True,
            check=True,
        )
        return list(csv.DictReader(io.StringIO(finished.stdout)))

    def asks(indicator: str, year: int) -> dict[str, dict[str, str]]:
        return {row["area"]: row for row in every_year(indicator) if row["year"] == str(year)}

    return asks


@pytest.mark.parametrize("year", EDITIONS)
@pytest.mark.parametrize(
    ("indicator", "item"), [("current_balance_ratio", "D2203"), ("real_debt_service_ratio", "D2211")]
)
def test_a_published_ratio_is_the_publisher_s_in_every_year_of_every_edition(
    indicator: str, item: str, year: int, editions: dict[int, dict[str, dict[str, str]]], printed: Printed
) -> None:
    rows, published = printed(indicator, year), editions[EDITIONS[year]]
    assert len(published) == MUNICIPALITIES
    for area, items in published.items():
        assert float(rows[area]["value"]) == float(items[item]), area
        assert (rows[area]["method"], rows[area]["numerator"], rows[area]["lower"]) == ("published", "", "")


def test_some_debt_service_ratios_are_below_zero(printed: Printed) -> None:
    rows = printed("real_debt_service_ratio", 2022)
    assert float(rows["13112"]["value"]) == -3.0


def test_a_published_ratio_has_no_value_of_a_prefecture_or_the_nation_and_says_why(printed: Printed) -> None:
    rows = printed("current_balance_ratio", 2022)
    totals = {area: row for area, row in rows.items() if len(area) < 5}
    assert len(totals) == 48
    assert {(row["value"], row["status"], row["method"]) for row in totals.values()} == {
        ("", "missing", "not_added_up")
    }


def test_welfare_expenditure_is_per_resident_of_the_census_and_the_nation_is_the_sum(
    editions: dict[int, dict[str, dict[str, str]]], printed: Printed
) -> None:
    rows, items = printed("welfare_expenditure_per_resident", 2022), editions[2026]
    for area in SOME:
        expected = int(items[area]["D320303"]) / int(items[area]["A1101"])
        assert float(rows[area]["value"]) == pytest.approx(expected, rel=1e-12)
    spent = sum(int(each["D320303"]) for each in items.values())
    residents = sum(int(each["A1101"]) for each in items.values())
    assert float(rows["00"]["value"]) == pytest.approx(spent / residents, rel=1e-12)
    assert rows["00"]["denominator_year"] == "2020"


def test_local_tax_is_a_share_of_the_revenue_of_the_same_year(
    editions: dict[int, dict[str, dict[str, str]]], printed: Printed
) -> None:
    for year, edition in EDITIONS.items():
        rows = printed("local_tax_share_of_revenue", year)
        for area in SOME:
            items = editions[edition][area]
            expected = 100 * int(items["D320101"]) / int(items["D3201"])
            assert float(rows[area]["value"]) == pytest.approx(expected, rel=1e-12), (area, year)


@pytest.mark.parametrize(
    ("sector", "item"), [("primary", "F2201"), ("secondary", "F2211"), ("tertiary", "F2221")]
)
def test_a_sector_is_a_share_of_those_whose_sector_is_known(
    sector: str, item: str, editions: dict[int, dict[str, dict[str, str]]], printed: Printed
) -> None:
    rows = printed(f"share_employed_{sector}", 2020)
    for area, items in editions[2026].items():
        known = sum(int(items[each]) for each in ("F2201", "F2211", "F2221"))
        if known:
            assert float(rows[area]["value"]) == pytest.approx(100 * int(items[item]) / known, rel=1e-12), (
                area
            )
        else:
            assert (rows[area]["value"], rows[area]["status"]) == ("", "not_applicable"), area


def test_workers_of_health_and_welfare_are_per_1000_aged_75_and_over_of_the_census(
    editions: dict[int, dict[str, dict[str, str]]], printed: Printed
) -> None:
    rows = printed("health_and_welfare_workers_per_1000_75_and_over", 2021)
    for area in SOME:
        items = editions[2026][area]
        expected = 1000 * int(items["C220850"]) / int(items["A1419"])
        assert float(rows[area]["value"]) == pytest.approx(expected, rel=1e-12), area
    assert float(rows["00"]["numerator"]) == sum(int(each["C220850"]) for each in editions[2026].values())


@pytest.mark.parametrize(
    ("year", "edition"), [(2014, 2018), (2016, 2020), (2018, 2022), (2020, 2024), (2022, 2026)]
)
def test_physicians_are_a_series_over_the_editions(
    year: int, edition: int, editions: dict[int, dict[str, dict[str, str]]], printed: Printed
) -> None:
    rows = printed("physicians_per_100000", year)
    for area, items in editions[edition].items():
        assert float(rows[area]["numerator"]) == int(items["I6100"]), area
    assert {row["denominator_year"] for row in rows.values()} == {str(year - year % 5)}


def test_the_population_of_five_years_is_from_census_to_census(
    editions: dict[int, dict[str, dict[str, str]]], printed: Printed
) -> None:
    rows = printed("population_change_5_years", 2020)
    for area in SOME:
        then, now = int(editions[2018][area]["A1101"]), int(editions[2026][area]["A1101"])
        assert float(rows[area]["value"]) == pytest.approx(100 * (now / then - 1), rel=1e-9), area
    assert float(rows["00"]["value"]) == pytest.approx(100 * (126_146_099 / 127_094_745 - 1), rel=1e-9)


@pytest.mark.parametrize("indicator", WEIGHTS)
@pytest.mark.parametrize("year", [2020, 2030, 2045])
def test_the_demand_index_is_the_projection_weighted_by_age(
    indicator: str, year: int, projection: Projection, printed: Printed
) -> None:
    rows = printed(indicator, year)

    def points(area: str, when: int) -> float:
        pairs = zip(WEIGHTS[indicator], projection[area, when].values(), strict=True)
        return sum(weight * persons for weight, persons in pairs)

    prefectures = [f"{number:02}" for number in range(1, 48)]
    for area in (*SOME, *prefectures):
        assert float(rows[area]["value"]) == pytest.approx(100 * points(area, year) / points(area, 2020)), (
            area
        )
        assert rows[area]["status"] == "projected"
    nation = [sum(points(area, when) for area in prefectures) for when in (year, 2020)]
    assert float(rows["00"]["value"]) == pytest.approx(100 * nation[0] / nation[1])


def test_the_growth_to_2040_is_within_one_projection(projection: Projection, printed: Printed) -> None:
    rows = printed("growth_75_and_over_to_2040", 2040)
    compared = 0
    for area, row in rows.items():
        if (area, 2040) in projection:
            expected = 100 * (projection[area, 2040]["4"] / projection[area, 2025]["4"] - 1)
            assert float(row["value"]) == pytest.approx(expected, abs=1e-9), area
            compared += 1
        elif area != "00":
            assert area.startswith("07"), area
            assert (row["value"], row["status"]) == ("", "missing"), area
    assert compared == MUNICIPALITIES - 59 + 47


def test_the_peak_is_the_year_with_most_of_the_censuses_and_what_is_projected_after_them(
    projection: Projection, printed: Printed, official: Path
) -> None:
    """Taketa had most in the census of 2010, Nagaoka will in 2030: one answer for every page."""
    rows = printed("year_of_75_and_over_peak", 2045)
    with (official.parent / "figures" / "census_1980_2015_age_groups.csv").open(encoding="utf-8") as opened:
        counted = {
            (row["municipality"], int(row["year"])): float(row["population_75_and_over"])
            for row in csv.DictReader(opened)
            if row["population_75_and_over"]
        }
    with (official.parent / "figures" / "census_2025.csv").open(encoding="utf-8") as opened:
        imputed = {
            row["municipality"]: float(row["population_75_and_over_imputed"])
            for row in csv.DictReader(opened)
        }
    newest = printed("share_75_and_over", 2020)
    seen: Counter[str] = Counter()
    for area, row in rows.items():
        if len(area) < len("00000") or (area, 2045) not in projection:
            continue
        old = {year: counted[area, year] for year in range(1980, 2020, 5) if (area, year) in counted}
        old |= {2020: float(newest[area]["numerator"]), 2025: imputed[area]}
        everything = old | {year: projection[area, year]["4"] for year in range(2030, 2050, 5)}
        top = max(everything, key=lambda year: everything[year])
        method = {2045: "still_rising", 1980: "falling_already"}.get(top, "peaked" if top <= 2025 else "peak")
        ends = {2045: ("", "2045.0"), 1980: ("", "")}
        said = ends.get(top, (f"{top}.0", ""))
        assert (row["value"], row["lower"], row["method"]) == (*said, method), area
        assert float(row["numerator"]) == everything[top], area
        seen[method] += 1
    assert (rows["44208"]["value"], rows["44208"]["numerator"]) == ("2010.0", "6147.0")
    assert rows["15202"]["value"] == "2030.0"
    assert seen == {"peak": 962, "still_rising": 290, "peaked": 429, "falling_already": 1}
    assert seen.total() == MUNICIPALITIES - 59
