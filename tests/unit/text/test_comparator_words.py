from __future__ import annotations

import pytest

from carecompare.comparisons import POOLS, SETS
from carecompare.text import comparator_words
from carecompare.text.comparator_words import times, touching_and_near
from carecompare.text.sentences import scope

# There are other exemplars, nearest offices and municipalities of the prefecture; names are asked for.
NEVER_EMPTY = {"exemplars", "neighbours", "prefecture", "free"}


def test_every_set_has_its_words() -> None:
    assert list(comparator_words.SETS) == list(SETS)
    assert set(comparator_words.POOLS) == set(POOLS)


@pytest.mark.parametrize("key", SETS)
def test_the_words_of_a_set_are_all_there_and_say_what_it_is_set_to(key: str) -> None:
    words, chosen = comparator_words.SETS[key], SETS[key]
    assert all((words.label, words.explained, words.member, words.joined))
    assert bool(words.empty) == (key not in NEVER_EMPTY)
    said_by = {"count": "{count}", "pool": "{pool}", "weights": "{preset}{changed}", "factor": "{times}"}
    for setting in chosen.settings - {"chosen"}:
        assert all(part in words.line for part in said_by[setting].replace("}{", "} {").split())
    assert ("{source}" in words.line) == bool(chosen.source)
    assert ("{group}" in words.line) == bool(chosen.group)
    assert ("{group}" in words.member) == (bool(chosen.group) or key == "saved")


def test_the_official_class_always_carries_the_year_of_its_list() -> None:
    words = comparator_words.SETS["class"]
    assert all("{edition}" in each for each in (words.label, words.member, words.joined, words.empty))
    assert comparator_words.label("class", "令和6年度決算") == "類似団体（令和6年度決算）"
    assert comparator_words.label("class", "") == "類似団体（年度の記載なし）"
    assert comparator_words.label("similar", "") == "類似自治体"


@pytest.mark.parametrize(
    ("comparators", "group", "expected"),
    [
        ("class", "町村Ⅰ－０", "類似団体「町村Ⅰ－０」（令和5年度決算）の"),
        ("medical_area", "中越", "二次医療圏「中越」の"),
    ],
)
def test_a_group_is_called_by_its_name(comparators: str, group: str, expected: str) -> None:
    said = scope(comparators, "長岡市", "新潟県", own_is_member=True, group=group, edition="令和5年度決算")
    assert said == expected


@pytest.mark.parametrize(
    ("factor", "expected"),
    [(1.1, "0.91〜1.1倍"), (1.25, "0.8〜1.25倍"), (2.0, "0.5〜2倍"), (3.0, "0.33〜3倍")],
)
def test_a_factor_is_said_both_ways(factor: float, expected: str) -> None:
    assert times(factor) == expected


def test_neighbours_are_told_apart() -> None:
    assert touching_and_near(6, 0) == "境界を接する6市区町村"
    assert touching_and_near(2, 3) == "境界を接する2市区町村と、その次に近い3市区町村"
    assert touching_and_near(0, 5) == "境界を接する市区町村がないため、役所・役場の近い5市区町村"
