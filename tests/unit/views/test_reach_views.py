"""The page of half an hour says the same in its sentence, map, tables and files."""

from __future__ import annotations

from collections import Counter
from math import isinf
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
import shapely

from carecompare.comparisons.access.reach import Offices, minutes, reach
from carecompare.comparisons.access.reach_summary import farthest_towns, summary
from carecompare.maps import Camera, camera, reach_map, seen, window
from carecompare.own import Memory, Shelf
from carecompare.own.contents.districts import DISTRICTS, Bridge, Districts, with_bridges
from carecompare.own.contents.hard_list import HARD_LIST, BlockRemark, HardList
from carecompare.reports.papers.paper import Figures
from carecompare.reports.papers.pdf import paper_file
from carecompare.sources import read_places
from carecompare.text.topics.reach import reach_hard_words, reach_words
from carecompare.typed_cells import Cell
from carecompare.ui.frame.loading import load
from carecompare.views.base.choice import checked
from carecompare.views.base.here import page_for, page_of
from carecompare.views.base.kept import Keeper
from carecompare.views.files.paper_hard import hard_paper
from carecompare.views.topics.map.files import SEEN_PX, Outlines
from carecompare.views.topics.reach import beside, hard, own, ways
from carecompare.views.topics.reach.gaps import gaps_block
from carecompare.views.topics.reach.hard_map import KINDS, hard_drawn
from carecompare.views.topics.reach.islands import islands, joined_islands
from carecompare.views.topics.reach.map import FITTED_PX, HEIGHT_PX, NO_WAY, classes_of, reach_legend

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.comparisons.access.reach import Reach
    from carecompare.paths import Paths
    from carecompare.views.base.here import Page

KAMIAMAKUSA, YAMATO, SETAGAYA, AOGASHIMA, TOSHIMA = "43212", "46523", "13112", "13402", "13362"


def page(store_file: Path, **query: str) -> Page:
    assert store_file.is_file()
    here = page_for(load(), {"vs": "exemplars", **query})
    assert here is not None
    return here


def line_of_points() -> Reach:
    """Return points at 0, 11, 22 and 111 km from one office, the last on another island."""
    points = pd.DataFrame(
        {
            "municipality": "01100",
            "ward": "",
            "town": list("abcd"),
            "koaza": "",
            "latitude": [40.0, 40.1, 40.2, 41.0],
            "longitude": 140.0,
            "island": [1, 1, 1, 2],
        }
    )
    office = pd.DataFrame(
        {
            "office": ["1"],
            "municipality": ["01100"],
            "name_ja": ["x"],
            "latitude": [40.0],
            "longitude": [140.0],
            "island": [1],
        }
    )
    return reach(points, Offices(office))


def test_a_point_is_in_the_class_of_its_minutes_and_without_a_way_over_land_in_the_last() -> None:
    ways_of_four = line_of_points()
    times = minutes(ways_of_four.land_km, 30.0)
    assert times[:3] == pytest.approx([0, 28.9, 57.8], abs=0.3)
    assert classes_of(ways_of_four, 30.0).tolist() == [0, 2, 3, NO_WAY]
    # A way of exactly ten minutes is up to ten minutes.
    exact = ways_of_four.land_km[1] * 1.3 * 60 / 10
    assert classes_of(ways_of_four, exact).tolist()[1] == 0


def test_the_legend_counts_every_point_once_and_says_what_a_ring_is() -> None:
    ways_of_four = line_of_points()
    html = reach_legend(classes_of(ways_of_four, 30.0), "病院", has_rings=True)
    assert html.count("1点") == 4
    assert html.count("0点") == 2
    assert reach_words.NO_WAY_LEGEND in html
    assert reach_words.RING in html
    near = reach_legend(np.array([0, 0]), "病院", has_rings=False)
    assert reach_words.NO_WAY_LEGEND not in near
    assert reach_words.RING not in near


def test_the_map_asks_no_other_host_and_draws_the_far_points_above_the_near_ones() -> None:
    points = pd.DataFrame(
        {
            "longitude": [140.0, 140.1],
            "latitude": [40.0, 40.1],
            "place": [5, 0],
            "over_sea": [True, False],
            "name": ["遠い", "近い"],
            "said": ["a", "b"],
        }
    )
    offices = pd.DataFrame({"longitude": [140.0], "latitude": [40.0], "name_ja": ["x"]})
    deck = reach_map(shapely.box(139, 39, 141, 41), points, offices, Camera(140, 40, 8))
    drawn = next(layer for layer in deck.layers if layer.id == "points")
    assert [row["n"] for row in drawn.data] == ["近い", "遠い"]
    assert [row["k"] % 2 for row in drawn.data] == [0, 1]
    assert "http" not in deck.to_json()


@pytest.mark.parametrize("code", [KAMIAMAKUSA, YAMATO, SETAGAYA, AOGASHIMA])
def test_sentence_tables_and_files_count_the_same_points(code: str, store_file: Path) -> None:
    here = page(store_file, own=code)
    found = summary(ways.reached(here, "110"), 30.0)
    block = own.farthest_block(here)
    assert block is not None
    assert f"{found.points}点のうち{found.within:.0f}点" in block.finding
    assert reach_words.POINTS_NOT_PEOPLE in block.subtitle
    blocks = ways.points(here)[["ward", "town"]].drop_duplicates()
    assert len(block.file().frame) == len(blocks)
    services = own.services_block(here)
    assert services is not None
    row = next(each for each in services.table.rows if each[0] == "訪問介護")
    assert [cell.value for cell in row[1:3] if isinstance(cell, Cell)] == [100 * found.share, found.within]
    counts = Counter(classes_of(ways.reached(here, "110"), 30.0).tolist())
    assert sum(counts[place] for place in range(3)) == found.within


def test_the_island_that_no_bridge_reaches_is_said_to_lie_over_the_sea(store_file: Path) -> None:
    here = page(store_file, own=KAMIAMAKUSA)
    block = own.farthest_block(here)
    assert block is not None
    assert block.finding.endswith("最も遠いのは大矢野町湯島で海を越えて19分")
    assert block.table.texts[0][:2] == ("大矢野町湯島", "海を越え 19")
    listed = hard.hard_block(here)
    assert listed is not None
    assert ("大矢野町湯島", "陸の道なし", "訪問介護") in {tuple(row[:3]) for row in listed.table.texts}
    assert reach_hard_words.NOTE in listed.notes


def test_an_island_without_a_service_has_no_time_over_land_and_no_rank(store_file: Path) -> None:
    here = page(store_file, own=AOGASHIMA)
    found = ways.own_summaries(here, 30.0)["110"]
    assert (found.points, found.within) == (2, 0)
    assert isinf(found.median)
    block = beside.peers_block(here)
    assert block is not None
    assert "順位を付けません" in block.finding
    own_row = next(row for place, row in enumerate(block.table.texts) if place in block.table.own_rows)
    assert own_row[2] == reach_words.FEW
    assert reach_words.NO_WAY in own_row


def test_of_a_town_without_points_there_is_no_block(store_file: Path) -> None:
    here = page(store_file, own=TOSHIMA)
    blocks = (own.farthest_block, own.services_block, beside.peers_block, hard.hard_block)
    assert [make(here) for make in blocks] == [None] * 4


def test_a_comparator_without_points_has_a_word_and_no_bar(store_file: Path) -> None:
    here = page(store_file, own=SETAGAYA, vs="free", chosen=f"{TOSHIMA}.{YAMATO}")
    block = beside.peers_block(here)
    assert block is not None
    assert "点のある2市区町村中" in block.finding
    row = next(each for each in block.table.texts if each[0].startswith("利島村"))
    assert row[1] == reach_words.NONE
    values = dict(zip(block.file().frame["name"], block.file().frame["share"], strict=True))
    assert np.isnan(values["利島村"])


def test_slower_ways_reach_no_more_and_the_list_grows_with_the_criteria(store_file: Path) -> None:
    here = page(store_file, own=YAMATO)
    shares = [ways.own_summaries(here, speed)["110"].share for speed in (30.0, 20.0, 12.0, 4.0)]
    assert shares == sorted(shares, reverse=True)
    times = [each["land_minutes"] for each in farthest_towns(ways.reached(here, "110"), 30.0, 100)]
    sizes = []
    for most in ("30", "15", "10"):
        block = hard.hard_block(page(store_file, own=YAMATO, beyond=most, hard="110"))
        assert block is not None
        sizes.append(len(block.table.rows))
    assert sizes == [sum(time > most for time in times) for most in (30, 15, 10)]
    assert sizes == [0, 5, 7]


def test_unknown_parameters_of_a_link_are_left_out(store_file: Path) -> None:
    here = page(store_file, own=YAMATO, service="999", speed="rocket", beyond="7", hard="110.999")
    assert (ways.chosen_service(here), ways.chosen_speed(here)[0]) == ("110", "car")
    assert (hard.hard_services(here), hard.hard_minutes(here)) == (("110", "150"), "30")
    known = load()
    _, problems = checked(here.selection, known.municipalities.keys(), known.catalog)
    assert problems == []


def test_islands_that_a_bridge_joins_are_one_land(store_file: Path) -> None:
    assert store_file.is_file()
    keep = Keeper(Shelf(Memory({})), "session", "x")
    query = {"own": KAMIAMAKUSA, "vs": "exemplars"}
    before = page_for(load(), query, keep)
    assert before is not None
    known = islands(before)
    assert joined_islands(before) == []
    assert len(known) > 2
    across = [block for block in known if block != "大矢野町湯島"]
    keep.change(
        KAMIAMAKUSA, DISTRICTS, lambda kept, _: with_bridges(kept or Districts(), KAMIAMAKUSA, across)
    )
    after = page_for(load(), query, keep)
    assert after is not None
    assert joined_islands(after) == across
    one, other = (ways.own_summaries(here, 30.0)["110"] for here in (before, after))
    assert (one.within, other.within, other.cut_off) == (11, 14, 1)
    block = own.farthest_block(after)
    assert block is not None
    assert "14点（93%）" in block.finding
    # What one town says is not what a visitor who said nothing sees.
    again = page_for(load(), query, Keeper(Shelf(Memory({})), "session", "y"))
    assert again is not None
    assert own.farthest_block(again) == own.farthest_block(before)


def test_a_bridge_to_another_town_stays_when_those_inside_change() -> None:
    abroad = Bridge("43212", "大矢野町登立", "43213", "三角町")
    held = with_bridges(Districts(bridges=(abroad,)), "43212", ["a", "b", "c"])
    assert [(each.town, each.other_town) for each in held.bridges] == [
        ("大矢野町登立", "三角町"),
        ("a", "b"),
        ("b", "c"),
    ]
    assert with_bridges(held, "43212", ["a"]).bridges == (abroad,)


def of_keeper(here: Page, keep: Keeper, **query: str) -> Page:
    wanted = here.selection.changed(**query)
    return page_of(here.loaded, wanted, keep)


def test_criteria_and_remarks_of_the_town_make_its_list_and_nobody_elses(store_file: Path) -> None:
    keep = Keeper(Shelf(Memory({})), "session", "係")
    first = page(store_file, own=YAMATO)
    remark = BlockRemark("大字今里", snow="", bus="朝夕の2便", operation="名瀬の事業所は来ない")
    kept = HardList(("110",), "90", "car", "", "off", (remark, BlockRemark("消えた字", other="x")))
    keep.save(YAMATO, HARD_LIST, kept, 0)
    here = of_keeper(first, keep)
    assert (hard.hard_services(here), hard.hard_minutes(here), hard.hard_sea(here)) == (("110",), "90", "off")
    block = hard.hard_block(here)
    assert block is not None
    assert "（ほかに町の記入だけで載せたもの1）" in block.finding
    (row,) = block.table.texts
    assert row[:2] == ("大字今里", "町の記入")
    assert row[-1] == "バス・移動：朝夕の2便。事業所の営業地域：名瀬の事業所は来ない"
    assert any(note.startswith("保存した条件（版1、係") for note in block.notes)
    assert reach_hard_words.NOTE in block.notes
    # A link asks for other criteria, the usual ones too, whatever is kept.
    assert hard.hard_sea(of_keeper(first, keep, sea="usual")) == ""
    assert hard.hard_minutes(of_keeper(first, keep, beyond="10")) == "10"
    other = hard.hard_block(first)
    assert other is not None
    assert "朝夕" not in str(other.table.texts)


def test_the_paper_of_the_list_has_every_line_with_its_evidence(store_file: Path) -> None:
    here = page(store_file, own=KAMIAMAKUSA)
    block, paper = hard.hard_block(here), hard_paper(here)
    assert block is not None
    assert paper is not None
    (sheet,) = paper.sheets
    (printed,) = [each.grid for each in sheet.pieces if isinstance(each, Figures)]
    assert list(printed.rows) == list(block.table.texts)
    assert sheet.source == block.source
    assert paper_file(paper).content.startswith(b"%PDF")
    assert hard_paper(page(store_file, own=TOSHIMA)) is None


def test_the_map_of_the_list_shows_each_point_by_the_gravest_reason(store_file: Path, paths: Paths) -> None:
    here = page(store_file, own=KAMIAMAKUSA)
    drawn = hard_drawn(here, Outlines("x", read_places(paths.figures).boundaries))
    assert drawn.deck is not None
    rows = next(each for each in drawn.deck.layers if each.id == "points").data
    listed = {line.town for line in hard.hard_lines(here)}
    assert {row["n"] for row in rows if row["k"]} == listed
    (yushima,) = [row for row in rows if row["n"] == "大矢野町湯島"]
    assert yushima["k"] == len(KINDS) - 1
    assert f"{len(rows)}点のうち" in drawn.legend


def test_where_reach_and_density_disagree_the_own_town_stands_with_its_two_ranks(store_file: Path) -> None:
    here = page(store_file, own=YAMATO)
    block = gaps_block(here)
    assert block is not None
    own_row = next(row for place, row in enumerate(block.table.texts) if place in block.table.own_rows)
    assert own_row[0] == "大和村（鹿児島県）"
    assert f"市区町村中{own_row[2]}番目、届く範囲の事業所では{own_row[4]}番目" in block.finding
    frame = block.file().frame
    differences = frame["difference"].abs().tolist()
    assert differences == sorted(differences, reverse=True)
    assert (frame["density_rank"] - frame["access_rank"] == frame["difference"]).all()
    assert "町丁・字の代表点" in block.source
    assert "介護サービス情報公表システム" in block.source


@pytest.mark.parametrize("code", [KAMIAMAKUSA, SETAGAYA, AOGASHIMA, "20201"])
def test_around_a_town_all_land_that_its_map_shows_is_land(code: str, paths: Paths) -> None:
    """A town without a coast is no island in the sea, whatever lies behind its neighbours."""
    known = Outlines("x", read_places(paths.figures).boundaries)
    view = camera(window([known.shapes[code]]), FITTED_PX, HEIGHT_PX)
    part = shapely.box(*seen(view, *SEEN_PX))
    land = shapely.union_all([each.intersection(part) for each in known.shapes.values()])
    drawn = shapely.union_all([known.shapes[code].intersection(part), *known.around(code, view)])
    assert drawn.area == pytest.approx(land.area, rel=1e-9)
    assert drawn.symmetric_difference(land).area < 1e-9
    assert part.contains_properly(shapely.box(*window([known.shapes[code]])))


def test_a_line_of_the_list_says_by_how_little_it_belongs_there(store_file: Path) -> None:
    block = hard.hard_block(page(store_file, own="44208", beyond="15"))
    assert block is not None
    place = list(block.table.columns).index(reach_hard_words.COLUMNS["minutes"])
    written = [row[place] for row in block.table.texts]
    assert "15.2" in written
    assert min(map(float, written)) >= 15
