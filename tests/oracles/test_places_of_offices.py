"""Designations and the places they stand at: the official lists, read with csv and counted with DuckDB."""

from __future__ import annotations

import csv
import re
import unicodedata
from typing import TYPE_CHECKING

import duckdb
import pandas as pd
import pytest

from carecompare.store import counts_in_year

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.store import Store

PAIRS = {"care_home_places": ("510", "540"), "day_care_places": ("150", "780")}
CODE, NUMBER, ADDRESS = "都道府県コード又は市町村コード", "事業所番号", "住所"
PREFECTURE, TOWN = "都道府県名", "市区町村名"
PLACES = """
    WITH numbers AS (
        SELECT area, number, arg_min(address, (service = ?, address)) AS address
        FROM offices WHERE service IN (?, ?) GROUP BY area, number
    )
    SELECT area, count(DISTINCT address) FROM numbers GROUP BY area
"""


def written(address: str) -> str:
    """Return an address with its figures in one form, and its dashes."""
    text = "".join(unicodedata.normalize("NFKC", address).split())
    for number, kanji in enumerate("一二三四五六七八九", 1):
        text = text.replace(f"{kanji}丁目", f"{number}丁目")
    parts = re.split(r"(?<=\d)(?:丁目|番地の|番地|番|号|の|[‐‑‒–—―−─━ー](?=\d)|-)+", text)
    return "-".join(parts).strip("-")


def within(row: dict[str, str]) -> str:
    """Return an address without prefecture and town, whether they are written before it or not."""
    text = written(row[ADDRESS]).removeprefix(row[PREFECTURE])
    before, named, after = text.partition(row[TOWN])
    return after if named and len(before) <= 14 else text


@pytest.fixture(scope="module")
def rows(official: Path) -> dict[str, list[dict[str, str]]]:
    found = {}
    for service in (each for pair in PAIRS.values() for each in pair):
        with (official / "care" / f"jigyosho_{service}.csv").open(encoding="utf-8-sig", newline="") as opened:
            found[service] = list(csv.DictReader(opened))
    return found


@pytest.fixture(scope="module")
def listed(rows: dict[str, list[dict[str, str]]], official: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Service, number, address and municipality of each office; a ward belongs to the city before it."""
    with (official.parent / "figures" / "municipalities.csv").open(encoding="utf-8") as opened:
        cities = [row["municipality"] for row in csv.DictReader(opened) if row["kind"] == "designated_city"]
    offices = pd.DataFrame(
        [
            (service, row[NUMBER], within(row), row[CODE][:5])
            for service, many in rows.items()
            for row in many
        ],
        columns=["service", "number", "address", "code"],
    )
    is_ward = offices["code"].str[2].eq("1") & offices["code"].str[:2].ne("13")
    city = {code: max((each for each in cities if each <= code), default="") for code in set(offices["code"])}
    offices["area"] = offices["code"].mask(is_ward, offices["code"].map(city))
    with duckdb.connect() as connection:
        connection.register("offices", offices)
        yield connection


@pytest.mark.parametrize(("count", "pair"), PAIRS.items())
def test_every_municipality_has_the_places_of_the_lists(
    count: str, pair: tuple[str, str], listed: duckdb.DuckDBPyConnection, store: Store
) -> None:
    places = dict(listed.execute(PLACES, [pair[1], *pair]).fetchall())
    held = counts_in_year(store, [count], 2025)
    compared = {area: row[count] for area, row in held.items() if len(area) == 5 and row[count] > 0}
    assert compared == places
    assert len(compared) > 1500
    assert held["00"][count] == sum(places.values())


def test_how_often_one_place_is_several_designations_in_the_nation(
    listed: duckdb.DuckDBPyConnection, store: Store
) -> None:
    """607 municipalities have fewer places of care homes than designations, 90 no more than half as many."""
    found = {}
    for count, pair in PAIRS.items():
        held = counts_in_year(store, [count, *(f"care_offices_{each}" for each in pair)], 2025)
        of_town = [
            (sum(row[f"care_offices_{each}"] for each in pair), row[count])
            for area, row in held.items()
            if len(area) == 5 and row[count] > 0
        ]
        fewer = [(designations, places) for designations, places in of_town if places < designations]
        half = sum(2 * places <= designations for designations, places in fewer)
        found[count] = (sum(each for each, _ in of_town), sum(each for _, each in of_town), len(fewer), half)
    assert found == {
        "care_home_places": (11_049, 9_953, 607, 90),
        "day_care_places": (42_885, 42_135, 357, 7),
    }
    twice = (
        "SELECT count(*) FROM (SELECT number FROM offices WHERE service = ? INTERSECT "
        "SELECT number FROM offices WHERE service = ?)"
    )
    assert listed.execute(twice, ["150", "780"]).fetchall() == [(107,)]
    assert listed.execute(twice, ["510", "540"]).fetchall() == [(7,)]


def test_460_care_homes_of_chiba_stand_at_374_addresses_as_written(
    rows: dict[str, list[dict[str, str]]],
) -> None:
    """369 when 三丁目 is 3丁目, and an address with the names before it the same as one without."""
    homes = [row for row in rows["510"] if row[PREFECTURE] == "千葉県"]
    as_written = {
        re.sub(
            "-+", "-", re.sub(r"(?<=\d)(?:丁目|番地の|番地|番|号|の|[‐‑‒–—―−─━ー](?=\d))", "-", text)
        ).strip("-")
        for text in ("".join(unicodedata.normalize("NFKC", row[ADDRESS]).split()) for row in homes)
    }
    assert (len(homes), len(as_written)) == (460, 374)
    assert len({(row[CODE], within(row)) for row in homes}) == 369


def test_seven_designations_of_taketa_stand_at_five_places(store: Store) -> None:
    held = counts_in_year(store, ["care_home_places", "care_offices_510", "care_offices_540"], 2025)
    assert held["44208"]["care_offices_510"] + held["44208"]["care_offices_540"] == 7
    assert held["44208"]["care_home_places"] == 5
