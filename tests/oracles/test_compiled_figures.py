"""What `values` prints of compiled tables and of the workbook of the projection, against the files."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Printed = Callable[[str, int], dict[str, dict[str, str]]]


@pytest.fixture(scope="module")
def printed(store_file: Path, pytestconfig: pytest.Config) -> Printed:
    assert store_file.is_file()

    def asks(indicator: str, year: int) -> dict[str, dict[str, str]]:
        finished = subprocess.run(
            [sys.executable, "-m", "carecompare", "values", "--indicator", indicator, "--year", str(year)],
            cwd=pytestconfig.rootpath,
            capture_output=True,
            text=True,
            check=True,
        )
        return {row["area"]: row for row in csv.DictReader(io.StringIO(finished.stdout))}

    return asks


def rows_of(official: Path, name: str) -> list[dict[str, str]]:
    with (official.parent / "figures" / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


@pytest.mark.parametrize("kind", ["clinics", "hospitals"])
def test_home_care_support_is_that_of_the_table_and_not_collected_elsewhere(
    kind: str, official: Path, printed: Printed
) -> None:
    published = {
        row["municipality"]: float(row[f"home_care_support_{kind}"])
        for row in rows_of(official, "home_care_support_clinics_2025_10.csv")
    }
    rows = printed(f"home_care_support_{kind}_per_1000_75_and_over", 2025)
    municipalities = [area for area in rows if len(area) == 5]
    assert len(municipalities) == 1741
    for area in municipalities:
        row = rows[area]
        if area in published:
            assert float(row["numerator"]) == published[area]
            if float(row["denominator"]):
                expected = 1000 * published[area] / float(row["denominator"])
                assert float(row["value"]) == pytest.approx(expected, rel=1e-12)
        else:
            assert (row["value"], row["status"]) == ("", "not_collected")
    assert rows["13112"]["status"] == rows["13"]["status"] == rows["00"]["status"] == "not_collected"
    niigata = sum(number for area, number in published.items() if area[:2] == "15")
    assert float(rows["15"]["numerator"]) == niigata


def test_group_homes_are_those_of_ten_municipalities(official: Path, printed: Printed) -> None:
    published = {
        row["municipality"]: float(row["care_offices_320"])
        for row in rows_of(official, "group_homes_2025_12.csv")
    }
    rows = printed("care_offices_320_per_1000_75_and_over", 2025)
    held = {area: float(row["numerator"]) for area, row in rows.items() if row["numerator"]}
    assert held == published
    assert held["46523"] == 0
    assert rows["11201"]["status"] == rows["00"]["status"] == "not_collected"


def test_premiums_are_those_of_the_table_for_prefectures_and_nation_only(
    official: Path, printed: Printed
) -> None:
    published = {
        row["area"]: float(row["monthly_standard_premium_yen"])
        for row in rows_of(official, "premium_9th_prefecture_average.csv")
    }
    rows = printed("premium_9th_period", 2024)
    assert {area: float(row["value"]) for area, row in rows.items() if row["value"]} == published
    assert published["00"] == 6225
    assert (rows["00"]["method"], rows["15"]["method"]) == ("published", "published")
    assert {row["status"] for area, row in rows.items() if len(area) == 5} == {"not_collected"}


def test_the_projection_s_workbook_is_what_is_printed_for_every_area_and_year(
    official: Path, printed: Printed
) -> None:
    rows = CalamineWorkbook.from_path(official / "ipss" / "2023_kekkahyo1.xlsx").get_sheet_by_index(0)
    table = [row for row in rows.to_python(skip_empty_area=False)[5:] if row[1] in {"a", 1.0, 2.0, 3.0}]
    tidy = {
        (row["municipality"], int(row["year"])): float(row["population"])
        for row in rows_of(official, "ipss2023_three_age_groups.csv")
    }
    for column, year in ((5, 2025), (10, 2050)):
        shown = printed("population_projected", year)
        compared = 0
        for row in table:
            code = f"{int(row[0]):05}"
            area = code[:2] if row[1] == "a" else code
            assert float(shown[area]["value"]) == row[column], area
            if row[1] != "a":
                assert tidy[area, year] == row[column]
            compared += 1
        assert compared == 47 + 1741 - 13 - 23
