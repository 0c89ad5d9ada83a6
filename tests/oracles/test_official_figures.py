"""What `values` prints, against the publishers' files read with nothing but the csv module."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Printed = Callable[..., dict[str, dict[str, str]]]

MUNICIPALITIES = 1741


@pytest.fixture(scope="session")
def census(official: Path) -> dict[str, list[str]]:
    """Both sexes, all nationalities: the row of each area, marks for nobody as 0."""
    text = (official / "census" / "2020_table_2-7-1.csv").read_text(encoding="utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    wanted = [row for row in rows if row[4:5] == ["0"] and row[6] == "0"]
    return {row[8]: [cell.replace(",", "").replace("-", "0") for cell in row] for row in wanted}


@pytest.fixture(scope="session")
def ssdse(official: Path) -> list[dict[str, str]]:
    text = (official / "ssdse" / "SSDSE-A-2026.csv").read_text(encoding="cp932")
    codes, _, _, *rows = csv.reader(io.StringIO(text))
    return [dict(zip(codes, row, strict=True)) for row in rows]


@pytest.fixture(scope="session")
def printed(store_file: Path, pytestconfig: pytest.Config) -> Printed:
    """Return a function that asks the command line, as another program would."""
    assert store_file.is_file()

    def asks(indicator: str, year: int, area: str = "") -> dict[str, dict[str, str]]:
        command = [
            sys.executable,
            "-m",
            "carecompare",
            "values",
            "--indicator",
            indicator,
            "--year",
            str(year),
        ]
        finished = subprocess.run(
            [*command, "--area", area], cwd=pytestconfig.rootpath, capture_output=True, text=True, check=True
        )
        return {row["area"]: row for row in csv.DictReader(io.StringIO(finished.stdout))}

    return asks


def municipal(rows: dict[str, dict[str, str]]) -> dict[str, dict[str, str]]:
    return {area: row for area, row in rows.items() if len(area) == 5}


def test_75_and_over_is_the_census_without_the_unknown_ages(
    census: dict[str, list[str]], printed: Printed
) -> None:
    rows = printed("share_75_and_over", 2020)
    assert len(municipal(rows)) == MUNICIPALITIES
    for area, row in municipal(rows).items():
        cells = census[area]
        known, old = int(cells[11]) - int(cells[33]), int(cells[37])
        if known:
            assert float(row["value"]) == pytest.approx(100 * old / known, rel=1e-12), area
        else:
            assert (row["value"], row["status"]) == ("", "not_applicable"), area
    assert float(rows["00"]["numerator"]) == 18_248_742
    assert float(rows["00"]["denominator"]) == 126_146_099 - 2_931_838


def test_65_and_over_of_2020_is_the_base_with_unknown_ages_distributed(
    official: Path, printed: Printed
) -> None:
    text = (official.parent / "figures" / "ipss2023_three_age_groups.csv").read_text(encoding="utf-8")
    base = {row["municipality"]: row for row in csv.DictReader(io.StringIO(text)) if row["year"] == "2020"}
    rows = printed("share_65_and_over", 2020)
    own_base = [area for area in municipal(rows) if area in base]
    assert len(own_base) == MUNICIPALITIES - 13
    for area in own_base:
        expected = 100 * int(base[area]["population_65_and_over"]) / int(base[area]["population"])
        assert float(rows[area]["value"]) == pytest.approx(expected, rel=1e-12), area
    assert float(rows["00"]["denominator"]) == 126_146_099
    assert round(float(rows["00"]["value"]), 1) == 28.6


def test_hospitals_are_per_100000_residents_of_the_census(
    census: dict[str, list[str]], ssdse: list[dict[str, str]], printed: Printed
) -> None:
    rows = printed("hospitals_per_100000", 2023)
    for item in ssdse:
        area = item["SSDSE-A-2026"].removeprefix("R")
        residents = int(census[area][11])
        if residents:
            expected = 100_000 * int(item["I510120"]) / residents
            assert float(rows[area]["value"]) == pytest.approx(expected, rel=1e-12), area
            assert rows[area]["denominator_year"] == "2020"
    assert len(municipal(rows)) == len(ssdse) == MUNICIPALITIES


def test_living_alone_is_a_share_of_all_private_households(
    ssdse: list[dict[str, str]], printed: Printed
) -> None:
    rows = printed("share_living_alone_65_and_over", 2020)
    for item in ssdse:
        area = item["SSDSE-A-2026"].removeprefix("R")
        if int(item["A710101"]):
            expected = 100 * int(item["A8301"]) / int(item["A710101"])
            assert float(rows[area]["value"]) == pytest.approx(expected, rel=1e-12), area


def test_care_homes_are_both_kinds_counted_where_they_stand(official: Path, printed: Printed) -> None:
    with (official.parent / "figures" / "census_2025.csv").open(encoding="utf-8") as opened:
        aged = {
            row["municipality"]: int(row["population_75_and_over_imputed"]) for row in csv.DictReader(opened)
        }
    found: Counter[str] = Counter()
    for service in ("510", "540"):
        text = (official / "care" / f"jigyosho_{service}.csv").read_text(encoding="utf-8-sig")
        found.update(row[0][:5] for row in list(csv.reader(io.StringIO(text)))[1:])
    rows = printed("care_homes_per_1000_residents_75_and_over", 2025)
    designated = {"01", "04", "11", "12", "14", "15", "22", "23", "26", "27", "28", "33", "34", "40", "43"}
    plain = [area for area in municipal(rows) if area[:2] not in designated]
    assert len(plain) > MUNICIPALITIES / 2
    # Where no office of any service is listed, none of this one is doubted too.
    doubted = [area for area in municipal(rows) if not rows[area]["numerator"]]
    assert len(doubted) == 10
    assert not any(found[area] for area in doubted)
    for area in set(plain) - set(doubted):
        assert float(rows[area]["numerator"]) == found[area], area
        assert float(rows[area]["value"]) == pytest.approx(1000 * found[area] / aged[area], rel=1e-12), area
        assert (rows[area]["denominator_year"], rows[area]["status"]) == ("2025", "imputed")
    assert float(rows["00"]["numerator"]) == sum(found.values())


def test_a_designated_city_has_the_offices_of_its_wards(official: Path, printed: Printed) -> None:
    text = (official / "care" / "jigyosho_110.csv").read_text(encoding="utf-8-sig")
    codes = [row[0][:5] for row in list(csv.reader(io.StringIO(text)))[1:]]
    rows = printed("care_offices_110_per_1000_75_and_over", 2025, "22130,14100,13112")
    assert float(rows["22130"]["numerator"]) == sum("22130" <= code <= "22140" for code in codes)
    assert float(rows["14100"]["numerator"]) == sum("14100" <= code < "14130" for code in codes)
    assert float(rows["13112"]["numerator"]) == codes.count("13112")
