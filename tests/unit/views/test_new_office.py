"""One office more or one less: the page says what a search of its own finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
import shapely

from carecompare.comparisons.access.reach import minutes, reach
from carecompare.maps import Camera, Kind, marked_map
from carecompare.own import Memory, Shelf
from carecompare.own.contents.persons import PERSONS, PersonsAt, TownPersons
from carecompare.sources import read_places
from carecompare.text.topics.reach import reach_office_words, reach_words
from carecompare.ui.frame.loading import load
from carecompare.views.base.choice import Selection, checked
from carecompare.views.base.here import page_for, page_of
from carecompare.views.base.kept import Keeper
from carecompare.views.topics.map.files import Outlines
from carecompare.views.topics.reach import new_office, new_office_blocks, ways
from carecompare.views.topics.reach.new_office_map import STATES, effect_drawn, states_of

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.here import Page

KAMIAMAKUSA, YAMATO, TOSHIMA = "43212", "46523", "13362"
YUSHIMA = "|大矢野町湯島|"


def page(store_file: Path, **query: str) -> Page:
    assert store_file.is_file()
    here = page_for(load(), {"vs": "exemplars", **query})
    assert here is not None
    return here


def test_without_a_choice_the_page_says_how_it_is(store_file: Path) -> None:
    block = new_office_blocks.effect_block(page(store_file, own=KAMIAMAKUSA))
    assert block is not None
    assert block.finding == "いま、上天草市では15点のうち11点が訪問介護まで30分以内"
    assert new_office_blocks.changed_block(page(store_file, own=KAMIAMAKUSA)) is None


def test_an_office_on_an_island_reaches_the_island(store_file: Path) -> None:
    here = page(store_file, own=KAMIAMAKUSA, place=YUSHIMA)
    block = new_office_blocks.effect_block(here)
    assert block is not None
    assert block.finding.startswith(
        "大矢野町湯島に訪問介護を置くと、30分以内の点は上天草市で15点のうち11点から12点に（1点が新たに30分以内）"
    )
    assert block.table.texts[0][:5] == ("上天草市", "15", "11", "12", "+1")
    changed = new_office_blocks.changed_block(here)
    assert changed is not None
    assert changed.table.texts[0] == (
        "大矢野町湯島",
        "上天草市",
        reach_words.NO_WAY,
        "0",
        reach_office_words.GAINED,
    )


def test_closing_the_only_office_of_an_island_cuts_it_off_here_and_by_an_own_search(store_file: Path) -> None:
    first = page(store_file, own=YAMATO, speed="bus")
    offices = new_office.closable(first)
    assert offices
    number = next(iter(offices))
    here = page(store_file, own=YAMATO, speed="bus", closed=number)
    found = new_office.chosen_effect(here)
    listed = ways.offices(here)["110"].listed
    left = type(ways.offices(here)["110"])(listed[listed["office"] != number].reset_index(drop=True))
    times = minutes(reach(ways.points(here), left).land_km, 20.0)
    own = (found.before.points["municipality"] == YAMATO).to_numpy()
    assert int(found.within[own].sum()) == int((times <= 30).sum())
    block = new_office_blocks.effect_block(here)
    assert block is not None
    assert offices[number] + "がなくなると" in block.finding


def test_persons_on_the_island_come_within_reach_with_its_office(store_file: Path) -> None:
    assert store_file.is_file()
    loaded = load()
    wanted = Selection.of({"own": KAMIAMAKUSA, "vs": "exemplars", "place": YUSHIMA})
    selection, _ = checked(wanted, loaded.municipalities.keys(), loaded.catalog, loaded.shown_areas.keys())
    keep = Keeper(Shelf(Memory({})), "session", "係")
    here = page_of(loaded, selection, keep)
    assert new_office.effect_persons_line(here) == ""
    people = TownPersons((PersonsAt("", "大矢野町湯島", "", 200.0, 150.0, 90.0),), "a.txt")
    keep.save(KAMIAMAKUSA, PERSONS, people, 0)
    said = new_office.effect_persons_line(page_of(loaded, selection, keep))
    assert "65歳以上は0人から150人、75歳以上は0人から90人" in said


def test_an_office_that_moves_is_both_closed_and_new(store_file: Path) -> None:
    first = page(store_file, own=KAMIAMAKUSA)
    number = next(iter(new_office.closable(first)))
    here = page(store_file, own=KAMIAMAKUSA, place=YUSHIMA, closed=number)
    block = new_office_blocks.effect_block(here)
    assert block is not None
    assert block.finding.startswith(f"{new_office.closable(here)[number]}を大矢野町湯島へ移すと")


@pytest.mark.parametrize(
    "wrong", [{"place": "|どこにもない|"}, {"closed": "0000000000"}, {"place": "x" * 500}]
)
def test_what_a_link_names_and_is_not_there_is_left_out(store_file: Path, wrong: dict[str, str]) -> None:
    block = new_office_blocks.effect_block(page(store_file, own=KAMIAMAKUSA, **wrong))
    assert block is not None
    assert block.finding.startswith("いま、")


def test_of_a_town_without_points_there_is_no_block(store_file: Path) -> None:
    here = page(store_file, own=TOSHIMA, place=YUSHIMA)
    assert new_office_blocks.effect_block(here) is None


def test_the_map_hands_back_own_points_alone_and_counts_them_once(store_file: Path, paths: Paths) -> None:
    here = page(store_file, own=KAMIAMAKUSA, place=YUSHIMA)
    drawn = effect_drawn(here, Outlines("x", read_places(paths.figures).boundaries))
    assert drawn.deck is not None
    rows = next(each for each in drawn.deck.layers if each.id == "points").data
    assert sorted(each["i"] for each in rows if each["i"]) == sorted(new_office.places(here))
    (gained,) = [each for each in rows if each["k"] == list(STATES).index(reach_office_words.GAINED)]
    assert gained["i"] == YUSHIMA
    states = states_of(new_office.chosen_effect(here))
    assert len(states) == len(rows)
    assert "1点" in drawn.legend
    assert "http" not in drawn.deck.to_json()


def test_a_mark_is_dark_on_a_bright_point() -> None:
    points = pd.DataFrame(
        {
            "longitude": [140.0, 140.1],
            "latitude": 40.0,
            "kind": [0, 1],
            "key": ["a", "b"],
            "name": "n",
            "said": "s",
        }
    )
    deck = marked_map(
        shapely.box(139, 39, 141, 41),
        points,
        [Kind((240, 228, 66), mark="1"), Kind((0, 0, 120), mark="2")],
        Camera(140, 40, 8),
    )
    marks = next(each for each in deck.layers if each.id == "marks")
    assert [each["t"] for each in marks.data] == ["1", "2"]
    assert marks.get_color == "@@=([[32, 36, 44], [255, 255, 255]])[k]"
    assert np.asarray(marks.data[0]["p"]).tolist() == [140.0, 40.0]
