"""What `values` prints of care need, against the two workbooks read with calamine alone."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest
from python_calamine import CalamineWorkbook

from carecompare.ui.frame.loading import load
from carecompare.views.base.here import page_for
from carecompare.views.shapes.who_is_counted import who_is_counted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Printed = Callable[[str], dict[str, dict[str, str]]]

Row = list[Any]
NATION = ("", "")


@pytest.fixture(scope="session")
def insured(official: Path) -> dict[tuple[str, str], Row]:
    """Total, 65-74, 75-84, 85 and over by prefecture and insurer."""
    rows = CalamineWorkbook.from_path(official / "ltci" / "02h.xlsx").get_sheet_by_index(0).to_python()
    return {_key(row): row[2:6] for row in rows[5:]}


@pytest.fixture(scope="session")
def certified(official: Path) -> list[dict[tuple[str, str], Row]]:
    """Nine sheets: all, first category, its six age bands, second category; seven levels and their sum."""
    workbook = CalamineWorkbook.from_path(official / "ltci" / "04-1-1h.xlsx")
    sheets = [workbook.get_sheet_by_index(number).to_python() for number in range(9)]
    return [{_key(row): row[2:10] for row in rows[6:]} for rows in sheets]


@pytest.fixture(scope="session")
def insurer_of(official: Path) -> dict[str, tuple[str, str, str]]:
    """Prefecture, insurer's name and kind of match by municipality."""
    text = (official.parent / "figures" / "municipality_insurer.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return {row["municipality"]: (row["prefecture_ja"], row["insurer_ja"], row["match"]) for row in rows}


@pytest.fixture(scope="session")
def printed(store_file: Path, pytestconfig: pytest.Config) -> Printed:
    assert store_file.is_file()

    def asks(indicator: str) -> dict[str, dict[str, str]]:
        finished = subprocess.run(
            [sys.executable, "-m", "carecompare", "values", "--indicator", indicator, "--year", "2023"],
            cwd=pytestconfig.rootpath,
            capture_output=True,
            text=True,
            check=True,
        )
        return {row["area"]: row for row in csv.DictReader(io.StringIO(finished.stdout))}

    return asks


def _key(row: Row) -> tuple[str, str]:
    return NATION if row[1] == "" else (row[0], row[1])


def _prefectures(official_codes: dict[str, tuple[str, str, str]]) -> dict[str, str]:
    return {code[:2]: prefecture for code, (prefecture, _, _) in official_codes.items()}


def test_the_rates_that_must_be_shown(printed: Printed) -> None:
    rows = printed("certification_rate")
    shown = {area: f"{float(rows[area]['value']):.2f}" for area in ("00", "13112", "15202", "31389")}
    assert shown == {"00": "19.37", "13112": "21.92", "15202": "17.55", "31389": "17.76"}
    assert (float(rows["00"]["numerator"]), float(rows["00"]["denominator"])) == (6_952_265, 35_889_733)
    assert rows["31389"]["status"] == "insurer_level"
    assert rows["15202"]["status"] == "observed"


@pytest.mark.parametrize(
    ("indicator", "columns"),
    [("certification_rate", (7,)), ("certification_rate_level_3_and_over", (4, 5, 6))],
)
def test_every_municipality_has_the_rate_of_its_insurer(
    indicator: str,
    columns: tuple[int, ...],
    insured: dict[tuple[str, str], Row],
    certified: list[dict[tuple[str, str], Row]],
    insurer_of: dict[str, tuple[str, str, str]],
    printed: Printed,
) -> None:
    rows = printed(indicator)
    statuses = {
        "direct_name_match": "observed",
        "inferred_only_union_in_prefecture": "insurer_level",
        "ambiguous": "missing",
    }
    for area, (prefecture, name, match) in insurer_of.items():
        row = rows[area]
        assert row["status"] == statuses[match], area
        if match == "ambiguous":
            assert (row["value"], row["method"]) == ("", "insurer_unknown")
            continue
        people = certified[1][prefecture, name]
        expected = 100 * sum(people[column] for column in columns) / insured[prefecture, name][0]
        assert float(row["value"]) == pytest.approx(expected, rel=1e-12), area
    assert len(insurer_of) == 1741


def test_each_prefecture_is_the_sum_of_its_insurers_each_once(
    insured: dict[tuple[str, str], Row],
    certified: list[dict[tuple[str, str], Row]],
    insurer_of: dict[str, tuple[str, str, str]],
    printed: Printed,
) -> None:
    rows = printed("certification_rate")
    for code, prefecture in _prefectures(insurer_of).items():
        inside = [key for key in insured if key[0] == prefecture]
        assert float(rows[code]["numerator"]) == sum(certified[1][key][7] for key in inside), prefecture
        assert float(rows[code]["denominator"]) == sum(insured[key][0] for key in inside), prefecture


def test_towns_of_one_name_have_the_figures_of_their_own_prefecture(
    insured: dict[tuple[str, str], Row], printed: Printed
) -> None:
    rows = printed("certification_rate")
    assert float(rows["02445"]["denominator"]) == insured["青森県", "南部町"][0]
    assert float(rows["19366"]["denominator"]) == insured["山梨県", "南部町"][0]
    assert float(rows["31389"]["denominator"]) == insured["鳥取県", "南部箕蚊屋広域連合"][0]
    assert rows["02445"]["denominator"] != rows["19366"]["denominator"]


def test_the_second_category_is_left_out(
    certified: list[dict[tuple[str, str], Row]], printed: Printed
) -> None:
    nation = float(printed("certification_rate")["00"]["numerator"])
    assert nation == certified[0][NATION][7] - certified[8][NATION][7] == 7_083_236 - 130_971


def test_the_standardised_rate_is_counted_over_expected_times_the_national_rate(
    insured: dict[tuple[str, str], Row],
    certified: list[dict[tuple[str, str], Row]],
    insurer_of: dict[str, tuple[str, str, str]],
    printed: Printed,
) -> None:
    rows = printed("certification_rate_standardised")
    bands = [
        sum(certified[sheet][NATION][7] for sheet in sheets) / insured[NATION][column]
        for column, sheets in ((1, (2, 3)), (2, (4, 5)), (3, (6, 7)))
    ]
    crude = certified[1][NATION][7] / insured[NATION][0]
    for area, (prefecture, name, match) in insurer_of.items():
        if match == "ambiguous":
            assert rows[area]["value"] == ""
            continue
        people = insured[prefecture, name]
        expected = sum(people[1 + band] * rate for band, rate in enumerate(bands))
        counted = certified[1][prefecture, name][7]
        assert float(rows[area]["value"]) == pytest.approx(100 * crude * counted / expected, rel=1e-12), area
    assert float(rows["00"]["value"]) == pytest.approx(100 * crude, rel=1e-12)


def test_in_70_insurers_the_insured_of_85_are_a_tenth_fewer_than_the_census_counted(
    official: Path,
    insured: dict[tuple[str, str], Row],
    insurer_of: dict[str, tuple[str, str, str]],
    store_file: Path,
) -> None:
    """And in 8 they are more than all who were 80 then: evacuated towns and two islets."""
    assert store_file.is_file()
    text = (official / "census" / "2020_table_2-7-1.csv").read_text(encoding="utf-8-sig")
    rows = [row for row in csv.reader(io.StringIO(text)) if row[4:5] == ["0"] and row[6] == "0"]
    headings = next(row for row in csv.reader(io.StringIO(text)) if any("85歳以上" in cell for cell in row))
    at = next(place for place, cell in enumerate(headings) if "85歳以上" in cell and "再掲" in cell)
    band = next(place for place, cell in enumerate(headings) if "80～84歳" in cell)
    known = {
        row[8]: [int(row[each].replace(",", "").replace("-", "0")) for each in (at, band)] for row in rows
    }
    fewer, more = set(), set()
    for area, (prefecture, name, match) in insurer_of.items():
        if match != "direct_name_match":
            continue
        persons, (residents, younger) = insured[prefecture, name][3], known[area]
        fewer |= {area} if persons < 0.9 * residents else set()
        more |= {area} if persons > residents + younger else set()
    assert (len(fewer), len(more)) == (70, 8)
    assert {"13305", "10444"} <= fewer
    assert {"07543", "07545", "07546", "07547", "07548", "07564"} <= more
    found = who_is_counted(page_for(load(), {"own": "13305", "vs": "prefecture"}))
    assert {area for area, each in found.items() if each.way == "fewer"} == fewer
    assert {area for area, each in found.items() if each.way == "more"} == more
