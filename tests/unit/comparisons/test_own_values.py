from __future__ import annotations

import math
from dataclasses import astuple
from typing import Any

import pytest

from carecompare.comparisons import own_values

COLUMNS = ["area", "year", "indicator", "value", "numerator", "denominator", "method", "status"]


def values(*given: tuple[str, int, float, str]) -> list[dict[str, Any]]:
    """Return VALUES of one rate."""
    return [
        dict(zip(COLUMNS, (area, year, "rate", value, 100.0, 1_000.0, "wilson", status), strict=True))
        for area, year, value, status in given
    ]


FIVE = values(
    ("own", 2020, 30.0, "observed"),
    ("own", 2025, 33.0, "projected"),
    *((f"p{number}", 2020, 20.0 + number, "observed") for number in range(5)),
    *((f"p{number}", 2025, 50.0 + number, "projected") for number in range(5)),
)
PEERS = [f"p{number}" for number in range(5)]


def test_an_own_figure_stands_beside_the_published_one_and_the_spread_of_the_peers() -> None:
    (found,) = own_values([("rate", 2020, 99.0)], FIVE, "own", PEERS)
    assert (found.value, found.published, found.published_year, found.status) == (
        99.0,
        30.0,
        2020,
        "observed",
    )
    assert (found.peers, found.lowest, found.first, found.median, found.third, found.highest) == (
        5,
        20.0,
        21.0,
        22.0,
        23.0,
        24.0,
    )


def test_an_own_figure_changes_nothing_of_what_is_computed_from_published_ones() -> None:
    beside = [
        astuple(own_values([("rate", 2020, value)], FIVE, "own", ["own", *PEERS])[0])[3:]
        for value in (0.0, 30.0, 1e9)
    ]
    assert beside[0] == beside[1] == beside[2]


@pytest.mark.parametrize(
    ("year", "beside"), [(2020, 2020), (2025, 2025), (2024, 2020), (2030, 2020), (1990, 2020)]
)
def test_the_same_year_is_set_beside_it_else_the_nearest_that_was_counted(year: int, beside: int) -> None:
    assert own_values([("rate", year, 1.0)], FIVE, "own", PEERS)[0].published_year == beside


def test_what_nobody_publishes_stands_alone() -> None:
    (found,) = own_values([("other", 2024, 5.0)], FIVE, "own", PEERS)
    assert (found.value, found.peers) == (5.0, 0)
    assert math.isnan(found.published)
    assert math.isnan(found.median)


def test_the_figure_of_an_insurer_is_no_peer_s_own() -> None:
    frame = values(
        ("own", 2020, 30.0, "insurer_level"),
        ("p0", 2020, 1.0, "insurer_level"),
        ("p1", 2020, 9.0, "observed"),
    )
    (found,) = own_values([("rate", 2020, 5.0)], frame, "own", ["p0", "p1"])
    assert (found.published, found.status, found.peers, found.median) == (30.0, "insurer_level", 1, 9.0)


def test_a_rate_of_fewer_than_a_hundred_residents_is_not_shown_here_either() -> None:
    frame = [FIVE[0] | {"denominator": 99.0}, *FIVE[1:]]
    (found,) = own_values([("rate", 2020, 5.0)], frame, "own", PEERS)
    assert (found.published_year, found.status) == (2025, "projected")


def test_quartiles_need_four_peers() -> None:
    (found,) = own_values([("rate", 2020, 5.0)], FIVE, "own", PEERS[:3])
    assert (found.median, math.isnan(found.first), math.isnan(found.third)) == (21.0, True, True)
