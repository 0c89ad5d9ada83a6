"""The list of all municipalities: order, filters, pages, and the own row always among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.cells import folded
from carecompare.text.topics import ranking_words
from carecompare.views.base.here import page_for
from carecompare.views.base.installation import Loaded, opened
from carecompare.views.topics.ranking import ROWS_OF_A_PAGE, listed, place_of_own, ranking_block

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.paths import Paths
    from carecompare.views.base.here import Page

OWN = "15202"
HOMES = "care_homes_per_1000_residents_75_and_over"


@pytest.fixture(scope="module")
def loaded(paths: Paths, store_file: Path) -> Iterator[Loaded]:
    found = opened(paths, store_file.name)
    yield found
    found.store.close()


def here(loaded: Loaded, **choice: str) -> Page:
    page = page_for(loaded, {"own": OWN} | choice)
    assert page is not None
    return page


@pytest.mark.parametrize("order", ranking_words.ORDERS)
def test_every_municipality_is_listed_once_in_every_order(loaded: Loaded, order: str) -> None:
    of = listed(here(loaded, order=order, item=HOMES))
    assert sorted(of.codes) == sorted(loaded.municipalities)
    ranks = [rank for code in of.codes if (rank := of.national.rows[code]["rank"]) > 0]
    assert {"high": ranks == sorted(ranks), "low": ranks == sorted(ranks, reverse=True), "code": True}[order]


@pytest.mark.parametrize("start", ["", "50", "1700", "999999"])
def test_the_own_row_stands_on_every_page_and_a_page_is_never_empty(loaded: Loaded, start: str) -> None:
    block = ranking_block(here(loaded, start=start))
    assert block is not None
    (own,) = block.table.own_rows
    assert str(block.table.rows[own][0]) == "長岡市（新潟県）"
    assert 1 < len(block.table.rows) <= ROWS_OF_A_PAGE + 1


def test_the_page_of_the_own_municipality_has_it_once_and_in_its_place(loaded: Loaded) -> None:
    first = place_of_own(listed(here(loaded)), OWN)
    assert first is not None
    block = ranking_block(here(loaded, start=str(first)))
    assert block is not None
    assert [str(row[0]) for row in block.table.rows].count("長岡市（新潟県）") == 1
    assert not block.table.groups


@pytest.mark.parametrize("start", ["", "1700"])
def test_a_gap_between_the_own_row_and_the_list_is_drawn_with_its_size(loaded: Loaded, start: str) -> None:
    page = here(loaded, start=start)
    of, block = listed(page), ranking_block(page)
    assert block is not None
    place = of.codes.index(OWN)
    between = set(range(min(place, of.first), max(place + 1, of.first + len(of.shown))))
    between -= {place, *range(of.first, of.first + len(of.shown))}
    assert block.table.groups[0] == ranking_words.OWN_AT.format(place=f"{place + 1:,}")
    assert f"… 間の{len(between):,}市区町村" in block.table.groups[1]


def test_beside_its_page_the_own_row_has_no_gap_and_outside_the_filter_it_says_so(loaded: Loaded) -> None:
    outside = ranking_block(here(loaded, pref="44"))
    assert outside is not None
    assert outside.table.groups == {0: ranking_words.OWN_OUTSIDE, 1: "1〜18番目"}


def test_filters_are_said_and_ranks_begin_anew_among_those_left(loaded: Loaded) -> None:
    page = here(loaded, pref="15")
    of = listed(page)
    assert {code[:2] for code in of.codes} == {"15"}
    assert sorted(of.ranks.values()) == [float(place) for place in range(1, len(of.codes) + 1)]
    block = ranking_block(page)
    assert block is not None
    assert block.finding.startswith("長岡市の高齢化率")
    assert "新潟県の30市区町村中" in block.finding


def test_of_one_alone_the_rank_in_the_nation_is_said(loaded: Loaded) -> None:
    page = here(loaded, pref="15", size="s7")
    assert listed(page).codes == [OWN]
    block = ranking_block(page)
    assert block is not None
    assert "全国の1,741市区町村中" in block.finding


def test_who_is_outside_the_filter_stands_above_the_list_and_is_told_so(loaded: Loaded) -> None:
    block = ranking_block(here(loaded, pref="01"))
    assert block is not None
    assert block.table.own_rows == {0}
    assert ranking_words.OUTSIDE in block.notes
    assert "全国の" in block.finding


@pytest.mark.parametrize("text", ["ナガオカ", "ﾅｶﾞｵｶ", "長岡　市", "ながおか", "15202", "新潟県）ながおか"])
def test_a_municipality_is_found_however_it_is_typed(loaded: Loaded, text: str) -> None:
    assert OWN in listed(here(loaded, find=text)).codes


def test_nobody_is_left_by_what_nobody_is_called(loaded: Loaded) -> None:
    assert ranking_block(here(loaded, find="ない町の名")) is None


def test_folding_keeps_what_tells_two_names_apart() -> None:
    assert folded("ﾀｹﾀ 市ＡB") == "たけた市ab"
    assert folded("がか") != folded("かが")


def test_a_count_of_places_names_the_dates_and_files_of_both_lists(loaded: Loaded) -> None:
    block = ranking_block(here(loaded, item="care_home_places_per_1000_75_and_over"))
    assert block is not None
    (lists,) = [each for each in block.origins if "jigyosho_510.csv" in each.files]
    assert (lists.first, lists.last, lists.editions) == ("2025-06", "2025-12", ("2025-06", "2025-12"))
    assert lists.files == ("jigyosho_510.csv", "jigyosho_540.csv")
