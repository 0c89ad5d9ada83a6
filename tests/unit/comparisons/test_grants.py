from __future__ import annotations

import csv
from dataclasses import replace

import numpy as np
import pytest
from presence import SHARED, present

from carecompare.comparisons import ladders, rank_with, to_next_rank, to_regain
from carecompare.comparisons.grants import SHARES, shares_of
from carecompare.grant_shapes import GrantItem

ALL = 1_741
FIRST = GrantItem(0, "promotion", 1, "goal", "activity", "1", "name", "a", "", 3)


def four(**changes: object) -> list[GrantItem]:
    return [replace(FIRST, item=place, branch=branch, **changes) for place, branch in enumerate("abcd")]  # type: ignore[arg-type] # handed through


def steps(counts: tuple[int, ...], of: int) -> np.ndarray:
    """Return scores in which the first so many municipalities hold each step."""
    return np.array([[3 if place < count else 0 for count in counts] for place in range(of)], dtype=np.int16)


def test_a_rank_is_one_more_than_the_totals_above_so_that_ties_share_it() -> None:
    totals = np.array([100.0, 200.0, 200.0, 300.0])
    assert [rank_with(totals, 200, more) for more in (0, 99, 100, 101)] == [2, 2, 1, 1]
    assert rank_with(totals, 100, 0) == 4
    assert rank_with(totals, 100, 100) == 2


def test_the_points_to_the_next_rank_are_those_to_the_nearest_total_above() -> None:
    assert to_next_rank(np.array([100.0, 130.0, 300.0]), 100) == 30
    assert np.isnan(to_next_rank(np.array([100.0, 130.0]), 130))


def test_steps_by_share_are_told_from_the_numbers_of_municipalities() -> None:
    assert shares_of((1218, 870, 522, 174), ALL) == SHARES
    assert shares_of((1226, 872, 524, 175), ALL) == SHARES  # ties at the end of a step
    assert shares_of((574, 287, 172, 57), ALL) == (1.0, 0.5, 0.3, 0.1)
    assert shares_of((1701, 1690, 1680, 1405), ALL) == ()


def test_a_ladder_is_climbed_step_by_step() -> None:
    assert [each.counts for each in ladders(four(), steps((70, 50, 30, 10), 100))] == [(70, 50, 30, 10)]
    broken = steps((70, 50, 30, 10), 100)
    broken[99, 3] = 3
    assert ladders(four(), broken) == []


def test_goal_four_is_taken_once() -> None:
    scores = np.array([[0, 0], [3, 3], [3, 3]], dtype=np.int16)
    both = [replace(FIRST, fund=fund, goal=4, grouping="outcome") for fund in ("promotion", "support")]
    assert to_regain(both, scores, 0, 0.5) == [0]
    assert ladders(four(fund="support", goal=4, grouping="outcome"), steps((70, 50, 30, 10), 100)) == []


def test_items_to_regain_are_those_of_many_others_with_most_points_first() -> None:
    items = [
        replace(FIRST, item=place, branch=str(place), points=points) for place, points in enumerate((3, 8, 5))
    ]
    scores = np.array([[0, 0, 0], [3, 8, 0], [3, 8, 0], [3, 0, 5]], dtype=np.int16)
    assert to_regain(items, scores, 0, 0.5) == [1, 0]


def test_the_published_numbers_of_2026_show_which_items_are_given_by_share() -> None:
    with present(SHARED / "plan" / "grant_items_r8.tsv", "items of the grants").open(
        encoding="utf-8"
    ) as opened:
        listed = list(csv.DictReader(opened, delimiter="\t"))
    groups: dict[tuple[str, ...], list[int]] = {}
    for each in listed:
        parent = tuple(each[name] for name in ("交付金", "目標", "指標群", "番号", "指標"))
        branch = each["枝"] if each["小枝"] else ""
        groups.setdefault((*parent, branch), []).append(int(each["該当市町村数"]))
    by_share = {key[4:] for key, counts in groups.items() if len(counts) == 4 and shares_of(counts, ALL)}
    assert {
        ("ケアプラン点検の実施状況", ""),
        ("通いの場への参加率", "ア"),
        ("入退院支援の実施状況", "イ"),
    } <= by_share
    assert ("介護人材の定着・資質向上に関する研修の実施状況", "") in by_share
    assert not {"地域の介護保険事業の特徴", "評価結果の活用", "早期診断・早期対応の体制構築"} & {
        name for name, _ in by_share
    }


@pytest.mark.parametrize("more", [0, 1, 50])
def test_more_points_never_give_a_worse_rank(more: int) -> None:
    totals = np.random.default_rng(8).integers(0, 800, 200).astype(float)
    assert all(rank_with(totals, own, more) <= rank_with(totals, own, 0) for own in totals)
