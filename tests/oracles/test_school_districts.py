"""Proposals for districts from the real files of junior high schools."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.own.contents.districts import Block, districts_of
from carecompare.own.uploads.district_table import Blocks, names_left_out
from carecompare.own.uploads.school_districts import proposed_by_area, read_school_districts
from carecompare.store import town_points

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.store import Store

NINE = "junior_high_districts_9_municipalities.geojson"


@pytest.mark.parametrize(
    ("code", "schools", "unplaced"), [("13112", 29, 0), ("44208", 6, 1), ("43212", 6, 0)]
)
def test_the_schools_of_a_town_propose_its_districts(
    official: Path, store: Store, code: str, schools: int, unplaced: int
) -> None:
    content = (official / "school_districts" / NINE).read_bytes()
    found = read_school_districts(content, code, NINE)
    assert len(found) == schools
    points = town_points(store, [code])
    blocks = tuple(dict.fromkeys(map(Block, points["town"], points["ward"])))
    made = districts_of(proposed_by_area(points, found))
    assert len(names_left_out(Blocks(code, blocks), made.of_block)) == unplaced
