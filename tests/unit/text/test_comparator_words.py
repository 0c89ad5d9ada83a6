from __future__ import annotations

import pytest

from carecompare.comparisons import COMPARATORS, POOLS
from carecompare.text import comparator_words
from carecompare.text.comparator_words import EMPTY, HELP, LABELS, SCOPES, neighbours_line, times
from carecompare.text.sentences import scope


def test_every_set_has_its_label_its_explanation_and_its_scope() -> None:
    assert set(LABELS) == set(HELP) == set(SCOPES) == set(COMPARATORS)
    assert set(comparator_words.POOLS) == set(POOLS)
    assert {"similar", "class", "size", "depopulated", "medical_area"} <= set(EMPTY)


def test_the_official_class_always_carries_its_year() -> None:
    assert "令和5年度決算" in LABELS["class"]
    assert all("令和5年度決算" in each for each in SCOPES["class"])
    assert "令和5年度決算" in EMPTY["class"]


@pytest.mark.parametrize(
    ("comparators", "group", "expected"),
    [
        ("class", "町村Ⅰ－０", "類似団体「町村Ⅰ－０」（令和5年度決算）の"),
        ("medical_area", "中越", "二次医療圏「中越」の"),
    ],
)
def test_a_group_is_called_by_its_name(comparators: str, group: str, expected: str) -> None:
    assert scope(comparators, "長岡市", "新潟県", own_is_member=True, group=group) == expected


@pytest.mark.parametrize(
    ("factor", "expected"),
    [(1.1, "0.91〜1.1倍"), (1.25, "0.8〜1.25倍"), (2.0, "0.5〜2倍"), (3.0, "0.33〜3倍")],
)
def test_a_factor_is_said_both_ways(factor: float, expected: str) -> None:
    assert times(factor) == expected


def test_neighbours_are_told_apart() -> None:
    assert neighbours_line(6, 0) == "近隣：境界を接する6市区町村。"
    assert neighbours_line(2, 3) == "近隣：境界を接する2市区町村と、その次に近い3市区町村。"
    assert neighbours_line(0, 5) == "近隣：境界を接する市区町村がないため、役所・役場の近い5市区町村。"
