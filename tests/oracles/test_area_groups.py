"""The groups of municipalities in the store, against the compiled tables read by csv alone."""

from __future__ import annotations

import csv
from collections import Counter
from typing import TYPE_CHECKING

from carecompare.store import area_groups, open_store

if TYPE_CHECKING:
    from pathlib import Path


def rows_of(official: Path, name: str) -> list[dict[str, str]]:
    with (official.parent / "figures" / name).open(encoding="utf-8", newline="") as opened:
        return list(csv.DictReader(opened))


def stored(store_file: Path) -> set[tuple[str, str, str]]:
    store = open_store(store_file)
    try:
        groups = area_groups(store)
    finally:
        store.close()
    return {(each["municipality"], each["kind"], each["group"]) for each in groups}


def test_class_and_flags_of_every_municipality_are_those_of_the_table(
    official: Path, store_file: Path
) -> None:
    expected = set()
    for row in rows_of(official, "municipality_class_2023.csv"):
        expected.add((row["municipality"], "class", row["class_with_prefix_ja"]))
        for kind, column in (
            ("depopulated", "depopulated_area"),
            ("mountain_village", "mountain_village"),
            ("metropolitan_area", "metropolitan_area"),
        ):
            if row[column] == "1":
                expected.add((row["municipality"], kind, "1"))
    assert {row for row in stored(store_file) if row[1] != "medical_area"} == expected
    assert Counter(kind for _, kind, _ in expected)["depopulated"] == 884


def test_medical_areas_are_those_of_the_table_with_wards_in_their_city(
    official: Path, store_file: Path
) -> None:
    kinds = {row["municipality"]: row["kind"] for row in rows_of(official, "municipalities.csv")}
    cities = sorted(code for code, kind in kinds.items() if kind == "designated_city")
    expected = set()
    for row in rows_of(official, "municipality_medical_area.csv"):
        code = row["municipality"]
        if kinds[code] in {"designated_ward", ""}:
            code = max(city for city in cities if city < code)
        expected.add((code, "medical_area", row["medical_area"]))
    assert {row for row in stored(store_file) if row[1] == "medical_area"} == expected
