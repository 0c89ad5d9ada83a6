"""What `values` prints of hospital beds, against the official archive read with zipfile and csv alone."""

from __future__ import annotations

import csv
import io
import subprocess
import sys
import zipfile
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

from carecompare.sources import read_offices
from carecompare.store import offices, open_store

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from carecompare.paths import Paths

    Printed = Callable[[str], dict[str, dict[str, str]]]

ARCHIVE = "01-1_hospital_facility_info_20250601"
KINDS = {
    "hospital_beds_per_100000": "合計病床数",
    "hospital_beds_general_per_100000": "一般病床",
    "hospital_beds_psychiatric_per_100000": "精神病床",
    "hospital_beds_long_term_care_per_1000_75_and_over": "療養病床",
}
ALL_KINDS = ("一般病床", "療養病床", "精神病床", "結核病床", "感染症病床")


@pytest.fixture(scope="session")
def hospitals(official: Path) -> list[dict[str, str]]:
    with zipfile.ZipFile(official / "medical" / f"{ARCHIVE}.zip") as archive:
        text = archive.read(f"{ARCHIVE}.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture(scope="session")
def located(hospitals: list[dict[str, str]], official: Path) -> list[tuple[str, dict[str, str]]]:
    """Municipality and row; a ward counts in the city whose code is next below its own."""
    with (official.parent / "figures" / "municipalities.csv").open(encoding="utf-8") as opened:
        kinds = {row["municipality"]: row["kind"] for row in csv.DictReader(opened)}
    cities = sorted(code for code, kind in kinds.items() if kind == "designated_city")
    codes = [row["都道府県コード"] + row["市区町村コード"] for row in hospitals]
    return [
        (max(city for city in cities if city <= code) if code[2] == "1" and code[:2] != "13" else code, row)
        for code, row in zip(codes, hospitals, strict=True)
    ]


@pytest.fixture(scope="session")
def listed(located: list[tuple[str, dict[str, str]]]) -> Counter[str]:
    return Counter(code for code, _ in located)


def entered(row: dict[str, str]) -> tuple[int, dict[str, int], bool, bool]:
    """Return total and kinds of a hospital, and whether each of the two is known.

    A total is never below its kinds; kinds that add up to twice the total are written twice.
    """
    total = int(row["合計病床数"] or 0)
    kinds = {kind: int(row[kind] or 0) for kind in ALL_KINDS}
    parts = sum(kinds.values())
    if total and parts == 2 * total:
        return total, dict.fromkeys(kinds, 0), False, False
    total = max(total, parts)
    return total, kinds, total > 0, total > 0 and parts >= 0.95 * total


@pytest.fixture(scope="session")
def beds(located: list[tuple[str, dict[str, str]]]) -> dict[str, Counter[str]]:
    """Beds by column and municipality, and how many hospitals tell them."""
    sums: dict[str, Counter[str]] = defaultdict(Counter)
    for code, row in located:
        total, kinds, has_total, has_kinds = entered(row)
        for column, number in {"合計病床数": total, **kinds}.items():
            sums[column][code] += number
        sums["total known"][code] += has_total
        sums["kinds known"][code] += has_kinds
    return sums


@pytest.fixture(scope="session")
def counted(official: Path) -> dict[str, int]:
    """General hospitals by municipality, of the system of social and demographic statistics."""
    text = (official / "ssdse" / "SSDSE-A-2026.csv").read_text(encoding="cp932")
    codes, _, _, *rows = csv.reader(io.StringIO(text))
    return {row[0].removeprefix("R"): int(row[codes.index("I510120")]) for row in rows}


@pytest.fixture(scope="session")
def printed(store_file: Path, pytestconfig: pytest.Config) -> Printed:
    assert store_file.is_file()
    asked: dict[str, dict[str, dict[str, str]]] = {}

    def asks(indicator: str) -> dict[str, dict[str, str]]:
        if indicator not in asked:
            finished = subprocess.run(
                [sys.executable, "-m", "carecompare", "values", "--indicator", indicator],
                cwd=pytestconfig.rootpath,
                capture_output=True,
                text=True,
                check=True,
            )
            rows = csv.DictReader(io.StringIO(finished.stdout))
            asked[indicator] = {row["area"]: row for row in rows}
        return asked[indicator]

    return asks


def test_the_beds_that_must_be_shown(printed: Printed) -> None:
    rows = printed("hospital_beds_per_100000")
    shown = {area: float(rows[area]["numerator"]) for area in ("00", "13112", "15202", "46523")}
    assert shown == {"00": 1_381_658, "13112": 4_996, "15202": 3_719, "46523": 0}
    assert f"{float(rows['00']['value']):.1f}" == "1123.6"
    assert f"{float(rows['15202']['value']):.1f}" == "1481.3"
    assert {row["denominator_year"] for row in rows.values()} == {"2025"}
    assert {row["year"] for row in rows.values()} == {"2025"}


@pytest.mark.parametrize("indicator", list(KINDS))
def test_every_municipality_has_the_beds_of_the_file(
    indicator: str, printed: Printed, beds: dict[str, Counter[str]]
) -> None:
    expected = beds[KINDS[indicator]]
    rows = {area: row for area, row in printed(indicator).items() if len(area) == 5}
    assert len(rows) == 1741
    compared = 0
    for area, row in rows.items():
        if row["numerator"]:
            assert float(row["numerator"]) == expected[area], area
            compared += 1
        else:
            assert expected[area] == 0, area
    assert compared >= 1680
    assert float(printed(indicator)["00"]["numerator"]) == sum(expected.values())


def test_a_hospital_that_another_statistic_counts_makes_a_zero_of_this_list_unbelieved(
    printed: Printed, listed: Counter[str], counted: dict[str, int]
) -> None:
    """Nanbu town of Tottori: none here, one in the system of social and demographic statistics."""
    expected = {area for area, number in counted.items() if number > 0 and not listed[area]}
    assert len(expected) == 26
    assert "31389" in expected
    for indicator in KINDS:
        rows = printed(indicator)
        assert {area for area, row in rows.items() if row["method"] == "unlisted"} == expected
        assert {rows[area]["status"] for area in expected} == {"not_collected"}
        assert not any(rows[area]["value"] for area in expected)


def test_a_total_is_never_below_its_kinds_and_a_hospital_that_tells_nothing_is_no_zero(
    printed: Printed, listed: Counter[str], beds: dict[str, Counter[str]]
) -> None:
    rows = printed("hospital_beds_per_100000")
    missing = {area for area, row in rows.items() if row["status"] == "missing"}
    assert missing == {area for area in listed if beds["合計病床数"][area] == 0}
    assert len(missing) == 6
    for area in listed:
        assert beds["合計病床数"][area] >= sum(beds[kind][area] for kind in ALL_KINDS)
    fukuchiyama = rows["26201"]
    assert (float(fukuchiyama["numerator"]), fukuchiyama["method"]) == (1_053, "byar")


def test_what_was_wrong_before_is_counted_over_the_nation(
    located: list[tuple[str, dict[str, str]]], listed: Counter[str], counted: dict[str, int]
) -> None:
    """141 of 1,708 towns with beds in the file miss hospitals or totals; ten hospitals wrote kinds twice."""
    totals: Counter[str] = Counter()
    empty = set()
    doubled = 0
    for code, row in located:
        total = int(row["合計病床数"] or 0)
        totals[code] += total
        empty |= {code} if not total else set()
        doubled += total > 0 and sum(int(row[kind] or 0) for kind in ALL_KINDS) == 2 * total
    shown = {area for area in counted if totals[area] or (not listed[area] and not counted[area])}
    wrong = {area for area in shown if listed[area] < counted[area] or area in empty}
    assert (len(shown), len(wrong), doubled) == (1_708, 141, 10)
    assert "26201" in wrong


@pytest.mark.parametrize(
    ("indicator", "known", "expected"),
    [
        ("hospital_beds_per_100000", "total known", 132),
        ("hospital_beds_general_per_100000", "kinds known", 144),
    ],
)
def test_places_with_fewer_hospitals_than_there_are_say_that_they_are_incomplete(
    indicator: str,
    known: str,
    expected: int,
    printed: Printed,
    listed: Counter[str],
    counted: dict[str, int],
    beds: dict[str, Counter[str]],
) -> None:
    rows = printed(indicator)
    found = {area for area, row in rows.items() if row["method"] == "incomplete"}
    towns = {
        area
        for area, number in counted.items()
        if rows[area]["value"] and beds[known][area] < max(number, listed[area])
    }
    assert {area for area in found if len(area) == 5} == towns
    assert len(towns) == expected
    assert not any(rows[area]["lower"] for area in found)
    of_prefecture: Counter[str] = Counter()
    told: Counter[str] = Counter()
    for area, number in counted.items():
        of_prefecture[area[:2]] += number
        told[area[:2]] += beds[known][area]
    wider = {area for area in of_prefecture if told[area] < of_prefecture[area]}
    assert {area for area in found if len(area) == 2} == wider == {"01", "09", "13", "26", "31", "47"}


def test_three_prefectures_list_little_more_than_half_of_their_hospitals(
    located: list[tuple[str, dict[str, str]]], counted: dict[str, int]
) -> None:
    """49 of 89 general hospitals in Tochigi, 95 of 149 in Kyoto, 52 of 76 in Okinawa."""
    general = Counter(
        code[:2]
        for code, row in located
        if int(row["一般病床"] or 0) + int(row["療養病床"] or 0) or not int(row["精神病床"] or 0)
    )
    said = {"09": (49, 89), "26": (95, 149), "47": (52, 76)}
    for prefecture, (here, there) in said.items():
        whole = sum(number for area, number in counted.items() if area[:2] == prefecture)
        assert (general[prefecture], whole) == (here, there)


def test_the_store_hands_on_the_hospitals_of_a_town_with_their_points(
    store_file: Path, hospitals: list[dict[str, str]], paths: Paths
) -> None:
    store = open_store(store_file)
    try:
        nagaoka = offices(store, "15202")
    finally:
        store.close()
    kept = nagaoka[nagaoka["service"] == "hospital"].set_index("office")
    listed = [row for row in hospitals if row["都道府県コード"] + row["市区町村コード"] == "15202"]
    assert sorted(kept.index) == sorted(row["ID"] for row in listed)
    for row in listed:
        position = kept.loc[row["ID"]]
        assert position["name_ja"] == row["正式名称"].strip()
        latitude = float(row["所在地座標（緯度）"])
        assert position["position_status"] == ("absent" if latitude == 0 else "published")
        assert position["latitude"] == pytest.approx(latitude, abs=1e-5)
    assert {"clinic", "dental_clinic", "pharmacy", "110"} <= set(nagaoka["service"])
    status = read_offices(paths.figures).query("service == 'hospital'")["position_status"].value_counts()
    assert status.to_dict() == {"published": 7_312, "absent": 270, "outside": 5}
