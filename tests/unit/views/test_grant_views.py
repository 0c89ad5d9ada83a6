"""The scores of the incentive grants as a page shows them, on one prefecture with made-up tables."""

from __future__ import annotations

from statistics import mean, median
from typing import TYPE_CHECKING

import pytest
from grant_files import Made, grant_file, made
from small_installation import small_installation

from carecompare.build import build_store
from carecompare.catalog import load_catalog
from carecompare.sources import imported, read_places
from carecompare.ui.frame.loading import load
from carecompare.views.base.block import exhibit
from carecompare.views.base.here import page_for
from carecompare.views.base.installation import opened
from carecompare.views.files.registry import VIEWS
from carecompare.views.files.takeaway import block_workbook
from carecompare.views.topics.grant.goals import goals_block, years_block
from carecompare.views.topics.grant.items import rank_block, steps_block, zero_block
from carecompare.views.topics.plan.found import found_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded

OWN, MEMBER = "31201", "31389"
UNION = ("鳥取県", "南部箕蚊屋広域連合", ("31384", "31389", "31390"))
GRANT_VIEWS = [name for name in VIEWS if name.startswith("grant_")]


@pytest.fixture(scope="module")
def tables(paths: Paths) -> dict[int, Made]:
    places = read_places(paths.figures)
    towns = {
        code: (places.prefectures[code], name) for code, name in places.names.items() if code[:2] == "31"
    }
    return {year: made(year, towns, [UNION], seed=year) for year in (7, 8)}


@pytest.fixture(scope="module")
def loaded(
    tables: dict[int, Made], paths: Paths, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Loaded]:
    folder = tmp_path_factory.mktemp("grant")
    small = small_installation(paths, folder / "data")
    files = [grant_file(folder, f"r{year}.xlsx", table) for year, table in tables.items()]
    imported(small.figures, files, load_catalog(small.catalog))
    found = opened(small, build_store(small).name)
    yield found
    found.store.close()


def page(loaded: Loaded, own: str = OWN, **query: str) -> Page:
    here = page_for(loaded, {"own": own, "vs": "prefecture", **query})
    assert here is not None
    return here


def cells(block: Block | None, row: int) -> dict[str, str]:
    assert block is not None
    return dict(zip(block.table.columns, block.table.texts[row], strict=True))


def test_the_table_says_score_means_median_and_ranks(loaded: Loaded, tables: dict[int, Made]) -> None:
    totals = {code: scores[-1] for code, scores in tables[8].scores.items()}
    row = cells(goals_block(page(loaded)), 0)
    assert row["区分・目標"] == "推進・支援合計"
    assert (row["配点"], row["自町"]) == ("800", str(totals[OWN]))
    assert row["県平均"] == row["全国平均"] == f"{mean(totals.values()):.1f}"
    assert row["県中央値"] == f"{median(totals.values()):.1f}"
    rank = 1 + sum(total > totals[OWN] for total in totals.values())
    assert row["県内順位"] == row["全国順位"] == f"{rank}位／{len(totals)}"


def test_every_goal_has_a_row_and_its_words(loaded: Loaded) -> None:
    block = goals_block(page(loaded))
    assert block is not None
    assert [row[0] for row in block.table.texts] == [
        "推進・支援合計",
        "推進合計",
        "支援合計",
        *(f"{fund}{goal}" for fund in ("推進", "支援") for goal in "ⅠⅡⅢⅣ"),
    ]
    for row in block.table.texts:
        higher = float(row[2].replace(",", "")) >= float(row[6].replace(",", ""))
        assert row[-1] == ("全国・県の平均以上" if higher else "全国・県の平均より低い")


def test_an_earlier_year_is_shown_when_the_link_asks(loaded: Loaded, tables: dict[int, Made]) -> None:
    block = goals_block(page(loaded, year="2025"))
    assert cells(block, 0)["自町"] == str(tables[7].scores[OWN][-1])
    assert block is not None
    assert "2025年度" in block.finding


def test_a_member_is_told_its_union_and_that_it_has_no_score(loaded: Loaded, tables: dict[int, Made]) -> None:
    block = goals_block(page(loaded, MEMBER))
    assert block is not None
    members = [tables[8].scores[code][-1] for code in UNION[2]]
    said = next(note for note in block.notes if "南部箕蚊屋広域連合" in note)
    assert "連合には得点がなく" in said
    assert f"構成3市町村の単純平均は{mean(members):.1f}点" in said
    assert not any("連合" in note for note in goals_block(page(loaded)).notes)  # type: ignore[union-attr] # there is one


def test_items_to_regain_are_those_without_a_point(loaded: Loaded, tables: dict[int, Made]) -> None:
    table = tables[8]
    items = [place for place, each in enumerate(table.columns) if not each.kind]
    wanted = 0
    for place in items:
        scored = [scores[place] > 0 for scores in table.scores.values()]
        is_copy = (table.columns[place].fund, table.columns[place].goal) == (1, 4)
        wanted += not table.scores[OWN][place] and mean(scored) >= 0.5 and not is_copy
    block = zero_block(page(loaded))
    assert block is not None
    assert len(block.table.rows) == wanted > 0
    assert f"{wanted}項目" in block.finding


def test_more_points_give_the_rank_they_say(loaded: Loaded, tables: dict[int, Made]) -> None:
    totals = [scores[-1] for scores in tables[8].scores.values()]
    own = tables[8].scores[OWN][-1]
    block = rank_block(page(loaded))
    assert block is not None
    assert block.table.texts[0][0] == "今のまま"
    for row in block.table.texts:
        assert int(row[2]) == 1 + sum(total > int(row[1]) for total in totals)
    assert int(block.table.texts[0][1]) == own


def test_years_stand_side_by_side(loaded: Loaded, tables: dict[int, Made]) -> None:
    row = cells(years_block(page(loaded)), 0)
    assert row["2025年度"] == str(tables[7].scores[OWN][-1])
    assert row["2026年度"] == str(tables[8].scores[OWN][-1])
    block = years_block(page(loaded))
    assert block is not None
    assert "新たに得点したのは" in block.notes[0]


def test_scores_are_indicators_like_all_others(loaded: Loaded, tables: dict[int, Made]) -> None:
    figures = loaded.indicator_year("grant_support_goal_2", 2026)
    place = next(
        i for i, each in enumerate(tables[8].columns) if (each.kind, each.fund, each.goal) == ("goal", 1, 2)
    )
    assert figures.figures(OWN)["value"] == tables[8].scores[OWN][place]
    assert loaded.latest["grant_total"] == 2026


def test_scores_fill_the_item_of_the_check_that_asks_for_them(loaded: Loaded, store_file: Path) -> None:
    assert store_file.is_file()
    here = page(loaded)
    item = here.catalog.plan.items["p10_9"]
    found, without = found_of(here, item), found_of(page(load()), item)
    assert not any("交付金の得点" in each for each in found.missing)
    assert any("交付金の得点" in each for each in without.missing)
    assert (found.indicators, without.indicators) == (3, 1)
    assert len(found.missing) == len(without.missing) - 1
    assert "grant_goals" in {each.name for each in item.view}


@pytest.mark.parametrize("view", GRANT_VIEWS)
def test_every_view_leaves_the_screen_with_its_source(view: str, loaded: Loaded) -> None:
    here = page(loaded)
    block = VIEWS[view].block(here, "")
    assert block is not None
    assert block.view == view
    assert "保険者努力支援交付金" in block.source
    query = {"own": OWN, "vs": "prefecture"}
    assert exhibit(block, query).grid.rows or view == "grant_steps"
    assert block_workbook(here, block, query, block.file)


def test_without_a_table_there_is_no_view_and_nothing_else_misses_it(store_file: Path) -> None:
    assert store_file.is_file()
    here = page_for(load(), {"own": "44208", "vs": "exemplars"})
    assert here is not None
    made_views = [VIEWS[view].block(here, "") for view in GRANT_VIEWS]
    assert made_views == [None] * len(GRANT_VIEWS)
    assert steps_block(here) is None
    assert not any(name.startswith("grant_") for name in here.loaded.latest)
