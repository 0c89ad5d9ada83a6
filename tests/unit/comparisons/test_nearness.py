"""Which nearest a municipality is, against places counted one by one."""

from __future__ import annotations

import numpy as np

from carecompare.catalog import Feature
from carecompare.comparisons import FeatureTable, nearness

FEATURES = (Feature("a", "甲", "x", "g"), Feature("b", "乙", "y", "g"))
# Distances from the first: 0, 1, 5, 1, unknown, 2.
STANDARD = np.array([[0, 0], [1, 0], [3, 4], [0, -1], [np.nan, np.nan], [2, 0]], dtype=float)
CODES = ("00001", "00002", "00003", "00004", "00005", "00006")
TABLE = FeatureTable(CODES, FEATURES, (2020, 2020), STANDARD, STANDARD)
EVEN = {"a": 1.0, "b": 1.0}


def test_places_count_over_the_whole_country_and_equally_near_ones_share_one() -> None:
    near = nearness(TABLE, "00001", EVEN, ["00003", "00006", "00004", "00002"])
    assert near.peers.codes == ("00002", "00004", "00006", "00003")
    assert near.places == (1, 1, 3, 4)
    assert near.of == 4
    assert near.place("00006") == 3


def test_a_place_is_the_same_whoever_else_is_asked_for() -> None:
    assert nearness(TABLE, "00001", EVEN, ["00003"]).place("00003") == 4


def test_the_own_municipality_and_one_that_cannot_be_compared_have_no_place() -> None:
    near = nearness(TABLE, "00001", EVEN, ["00001", "00005", "00002"])
    assert near.peers.codes == ("00002",)
    assert near.place("00005") is None
    assert near.place("00001") is None


def test_who_lacks_too_much_is_near_nobody() -> None:
    near = nearness(TABLE, "00005", EVEN, ["00001"])
    assert (near.peers.codes, near.of, near.peers.is_comparable) == ((), 0, False)


def test_a_weight_decides_who_is_near() -> None:
    near = nearness(TABLE, "00001", {"a": 3.0, "b": 0.5}, ["00002", "00004"])
    assert near.peers.codes == ("00004", "00002")
    assert near.places == (1, 2)
