"""Districts of daily life side by side: own, peers', and the town's own figures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from carecompare.comparisons.access.reach_summary import summary
from carecompare.own import Memory, Shelf
from carecompare.own.contents.districts import (
    DISTRICTS,
    Block,
    DistrictFigure,
    Districts,
    districts_of,
    with_figures,
)
from carecompare.own.contents.persons import PERSONS, PersonsAt, TownPersons
from carecompare.sources import read_places
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.frame.loading import load
from carecompare.views.base.choice import Selection, checked
from carecompare.views.base.here import page_of
from carecompare.views.base.kept import Keeper
from carecompare.views.files.registry import view_block
from carecompare.views.topics.map.files import Outlines
from carecompare.views.topics.reach import district_numbers, district_offices, district_reach, districts, ways
from carecompare.views.topics.reach.district_map import districts_drawn

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.here import Page

SETAGAYA, YAMATO, KAMIAMAKUSA, TOSHIMA = "13112", "46523", "43212", "13362"


def page(store_file: Path, code: str, keep: Keeper, **query: str) -> Page:
    assert store_file.is_file()
    loaded = load()
    wanted = Selection.of({"own": code, "vs": "exemplars", **query})
    selection, _ = checked(wanted, loaded.municipalities.keys(), loaded.catalog, loaded.shown_areas.keys())
    return page_of(loaded, selection, keep)


def empty_keeper() -> Keeper:
    return Keeper(Shelf(Memory({})), "session", "係")


def divided(here: Page, count: int) -> Districts:
    """Return so many districts of about equally many blocks in the order of their names."""
    listed = districts.town_blocks(here).listed
    return districts_of(
        (f"第{1 + place * count // len(listed)}圏域", block) for place, block in enumerate(listed)
    )


def declared(store_file: Path, code: str, count: int, **query: str) -> Page:
    keep = empty_keeper()
    here = page(store_file, code, keep, **query)
    keep.save(code, DISTRICTS, divided(here, count), 0)
    return here


@pytest.mark.parametrize(("code", "count"), [(SETAGAYA, 27), (YAMATO, 6), (KAMIAMAKUSA, 6)])
def test_districts_together_hold_every_point_and_office_of_the_town(
    store_file: Path, code: str, count: int
) -> None:
    here = declared(store_file, code, count)
    block = district_reach.district_reach_block(here)
    assert block is not None
    own = [
        row
        for place, row in enumerate(block.file().frame.itertuples(index=False))
        if place in block.table.own_rows
    ]
    assert len(own) == count
    assert sum(row[2] for row in own) == len(ways.points(here))
    found = summary(ways.reached(here, "110"), 30.0)
    assert sum(row[2] * row[3] / 100 for row in own) == pytest.approx(found.within)
    offices = district_offices.district_offices_block(here)
    assert offices is not None
    frame = offices.file().frame.set_index("service")
    listed = ways.offices(here)["110"].listed
    assert frame.loc["訪問介護", "total"] == (listed["municipality"] == code).sum()
    assert frame.loc["訪問介護"].iloc[:-1].sum() == frame.loc["訪問介護", "total"]


def test_a_district_of_few_points_is_hollow_and_in_no_order(store_file: Path) -> None:
    block = district_reach.district_reach_block(declared(store_file, YAMATO, 6))
    assert block is not None
    assert "順を付けません" in block.finding
    assert {row[-1] for row in block.table.texts} <= {reach_district_words.FEW}


def test_districts_of_a_peer_stand_beside_without_its_own_figures(store_file: Path) -> None:
    keep = empty_keeper()
    peer = page(store_file, KAMIAMAKUSA, keep)
    secret = with_figures(divided(peer, 2), {"第1圏域": [DistrictFigure("認定者", 120, 900, "人", 2025)]})
    keep.save(KAMIAMAKUSA, DISTRICTS, secret, 0)
    here = page(store_file, YAMATO, keep, vs="free", chosen=f"{KAMIAMAKUSA}.{SETAGAYA}")
    assert district_reach.district_reach_block(here) is None
    keep.save(YAMATO, DISTRICTS, divided(here, 2), 0)
    here = replace(here, _read={})
    block = district_reach.district_reach_block(here)
    assert block is not None
    assert [row[0] for row in block.table.texts] == [
        "1 第1圏域",
        "2 第2圏域",
        "上天草市 第1圏域",
        "上天草市 第2圏域",
    ]
    assert reach_district_words.PEERS_SOME.format(named="上天草市") in block.notes
    assert "120" not in str(block.table.texts)
    assert district_numbers.district_numbers_block(here) is None


def test_nobody_else_sees_what_a_visitor_declared(store_file: Path) -> None:
    here = declared(store_file, YAMATO, 2)
    assert district_reach.district_reach_block(here) is not None
    other = page(store_file, YAMATO, empty_keeper())
    assert district_reach.district_reach_block(other) is None
    again = view_block(here.loaded, "reach_districts", "", here.selection.as_query(), here.keeper)
    assert again is not None
    assert again.view == "reach_districts"
    assert view_block(here.loaded, "reach_districts", "", here.selection.as_query(), other.keeper) is None


def test_own_figures_have_intervals_and_few_are_not_ordered(store_file: Path) -> None:
    keep = empty_keeper()
    here = page(store_file, YAMATO, keep)
    figures = {
        "第1圏域": [
            DistrictFigure("認定者", 200, 1000, "人", 2025, "介護保険課"),
            DistrictFigure("世帯", 70, None, "世帯", 2025),
        ],
        "第2圏域": [
            DistrictFigure("認定者", 100, 1000, "人", 2025),
            DistrictFigure("世帯", 30, None, "世帯", 2025),
        ],
        "第3圏域": [DistrictFigure("認定者", 9, 12, "人", 2025)],
    }
    keep.save(YAMATO, DISTRICTS, with_figures(divided(here, 4), figures), 0)
    here = replace(here, _read={})
    block = district_numbers.district_numbers_block(here)
    assert block is not None
    assert block.finding == (
        "認定者の割合が最も高い圏域は第1圏域（20.0%）、最も低い圏域は第2圏域（10.0%）。2つの95%区間は重なりません"
    )
    rows = {row[0]: row for row in block.table.texts}
    assert rows["第1圏域"][1:5] == ("200", "1,000", "20.0", "17.6〜22.6")
    assert rows["第3圏域"][5] == reach_district_words.REASONS["few"]
    assert rows["第4圏域"][5] == reach_district_words.REASONS["missing"]
    assert block.source.startswith("大和村が登録した数（版1、係")
    other = page(store_file, YAMATO, keep, figure="世帯@2025")
    counted = district_numbers.district_numbers_block(other)
    assert counted is not None
    assert counted.finding == "世帯は、数のある2圏域を合わせて100世帯"
    assert len(counted.file().frame) == 5


def test_the_map_numbers_districts_and_counts_points_of_none(store_file: Path, paths: Paths) -> None:
    here = declared(store_file, SETAGAYA, 27)
    made = districts.kept_districts(here)[0]
    drawn = districts_drawn(here, Outlines("x", read_places(paths.figures).boundaries), made)
    assert drawn.said == "世田谷区の27圏域（町丁・字277、どこにも入っていない町丁・字0）"
    assert drawn.deck is not None
    marks = next(each for each in drawn.deck.layers if each.id == "marks").data
    assert {row["t"] for row in marks} == {str(number) for number in range(1, 28)}
    assert "http" not in drawn.deck.to_json()
    none = districts_drawn(here, None, Districts())
    assert none.deck is None
    assert "277点" in none.legend


def test_persons_that_the_town_brought_stand_in_each_district(store_file: Path) -> None:
    keep = empty_keeper()
    here = page(store_file, YAMATO, keep)
    keep.save(YAMATO, DISTRICTS, divided(here, 2), 0)
    listed = ways.points(here)
    people = tuple(
        PersonsAt(ward, town, koaza, 100.0, 40.0, 20.0)
        for ward, town, koaza in listed[["ward", "town", "koaza"]].itertuples(index=False)
    )
    keep.save(YAMATO, PERSONS, TownPersons(people, "a.txt"), 0)
    here = replace(here, _read={})
    block = district_reach.district_reach_block(here)
    assert block is not None
    frame = block.file().frame
    assert frame["aged_65"].sum() == 40 * len(listed)
    assert (frame["share_65"] <= 100).all()
    assert any("a.txt" in note for note in block.notes)


def test_a_town_without_points_has_no_block(store_file: Path) -> None:
    keep = empty_keeper()
    here = page(store_file, TOSHIMA, keep)
    keep.save(TOSHIMA, DISTRICTS, districts_of([("北", Block("字"))]), 0)
    here = replace(here, _read={})
    assert district_reach.district_reach_block(here) is None
    assert district_offices.district_offices_block(here) is None
