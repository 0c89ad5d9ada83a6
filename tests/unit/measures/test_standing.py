"""Ranks, groups, scores and comparisons: edges and properties."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.measures.standing import (
    FEWEST_FOR_QUARTILES,
    against_benchmark,
    ordered_by_group,
    quantile_groups,
    rank_among,
    ranks,
    spread,
)

if TYPE_CHECKING:
    from random import Random

unhurried = settings(deadline=None)
NO_VALUE = float("nan")
some_values = st.lists(st.one_of(st.integers(-20, 20), st.just(NO_VALUE)), min_size=1, max_size=60)
full_values = st.lists(st.integers(-20, 20), min_size=1, max_size=60)
directions = st.booleans()


@unhurried
@given(values=some_values, descending=directions)
def test_a_rank_is_one_more_than_the_number_of_values_before_it(
    values: list[float], *, descending: bool
) -> None:
    placed = ranks(values, descending=descending)

    for value, rank in zip(values, placed, strict=True):
        before = sum(other > value if descending else other < value for other in values)
        assert np.isnan(value) == np.isnan(rank)
        assert np.isnan(rank) or rank == before + 1


@unhurried
@given(values=some_values, other=st.one_of(st.integers(-21, 21), st.just(NO_VALUE)))
def test_a_rank_among_values_in_order_is_that_among_all(values: list[float], other: float) -> None:
    ordered = sorted(value for value in values if not np.isnan(value))

    assert [rank_among(ordered, value) for value in values] == pytest.approx(
        ranks(values).tolist(), nan_ok=True
    )
    would_be = ranks([*values, other])[-1]
    assert rank_among(ordered, other) == pytest.approx(would_be, nan_ok=True)
    assert rank_among(np.array(ordered), other) == pytest.approx(would_be, nan_ok=True)


@unhurried
@given(placed=st.lists(st.tuples(st.one_of(st.integers(-9, 9), st.just(NO_VALUE)), st.integers(0, 4))))
def test_every_value_stands_once_in_the_order_of_its_group(placed: list[tuple[float, int]]) -> None:
    found = ordered_by_group([value for value, _ in placed], [group for _, group in placed])

    wanted = {
        each: sorted(value for value, group in placed if group == each and not np.isnan(value))
        for each in {group for _, group in placed}
    }
    assert {each: figures.tolist() for each, figures in found.items()} == {
        each: figures for each, figures in wanted.items() if figures
    }


@unhurried
@given(values=some_values, descending=directions, order=st.randoms())
def test_ranks_do_not_depend_on_the_order_the_values_come_in(
    values: list[float], *, descending: bool, order: Random
) -> None:
    positions = list(range(len(values)))
    order.shuffle(positions)
    placed = ranks(values, descending=descending)
    placed_shuffled = ranks([values[each] for each in positions], descending=descending)

    np.testing.assert_array_equal(placed_shuffled, placed[positions])


@unhurried
@given(values=some_values, descending=directions)
def test_missing_values_change_no_rank_of_the_others(values: list[float], *, descending: bool) -> None:
    given_values = np.array(values, dtype=float)
    present = ~np.isnan(given_values)

    np.testing.assert_array_equal(
        ranks(values, descending=descending)[present],
        ranks(given_values[present], descending=descending),
    )


@unhurried
@given(values=some_values)
def test_the_highest_first_is_the_lowest_first_of_the_negatives(values: list[float]) -> None:
    np.testing.assert_array_equal(ranks(values), ranks(np.negative(values), descending=False))


def test_equal_values_share_the_best_rank() -> None:
    assert ranks([30, 20, 20, 10]).tolist() == [1, 2, 2, 4]
    assert ranks([30, 20, 20, 10], descending=False).tolist() == [4, 2, 2, 1]


def test_nothing_has_no_ranks() -> None:
    assert ranks([]).size == 0


@unhurried
@given(values=some_values, groups=st.integers(1, 10))
def test_a_higher_value_is_never_in_a_lower_group_and_equal_values_are_in_the_same(
    values: list[float], groups: int
) -> None:
    grouped = quantile_groups(values, groups)
    placed = [(value, group) for value, group in zip(values, grouped, strict=True) if not np.isnan(group)]

    assert all(1 <= group <= groups for _, group in placed)
    for value, group in placed:
        assert all(group <= other_group for other, other_group in placed if other >= value)
        assert all(group == other_group for other, other_group in placed if other == value)


@unhurried
@given(values=some_values, groups=st.integers(1, 10))
def test_all_values_have_a_group_or_none_has(values: list[float], groups: int) -> None:
    missing = np.isnan(np.array(values, dtype=float))
    enough = np.count_nonzero(~missing) >= groups

    np.testing.assert_array_equal(np.isnan(quantile_groups(values, groups)), missing if enough else True)


@unhurried
@given(size=st.integers(1, 300), groups=st.integers(1, 20))
def test_groups_of_different_values_differ_in_size_by_one_at_most(size: int, groups: int) -> None:
    grouped = quantile_groups(np.arange(size), groups)
    sizes = [np.count_nonzero(grouped == group) for group in range(1, groups + 1)]

    assert max(sizes) - min(sizes) <= 1 if size >= groups else sum(sizes) == 0


@unhurried
@given(
    limits=st.tuples(st.integers(-50, 50), st.integers(0, 50)),
    benchmark=st.integers(-60, 120),
)
def test_a_benchmark_within_the_interval_or_on_its_edge_is_similar(
    limits: tuple[int, int], benchmark: float
) -> None:
    lower, width = limits
    found = against_benchmark(lower, lower + width, benchmark)

    assert (found == "similar") == (lower <= benchmark <= lower + width)


def test_many_intervals_are_compared_with_one_benchmark_at_once() -> None:
    assert against_benchmark([1, 4, 6, np.nan], [3, 6, 8, 9], 5).tolist() == [
        "lower",
        "similar",
        "higher",
        "not_compared",
    ]


@given(st.lists(st.floats(-1e9, 1e9), min_size=1, max_size=40))
def test_the_spread_is_that_of_numpy(figures: list[float]) -> None:
    found = spread(figures)
    expected = np.percentile(figures, [0, 25, 50, 75, 100])
    if len(figures) < FEWEST_FOR_QUARTILES:
        assert isnan(found.first)
        assert isnan(found.third)
        expected[[1, 3]] = np.nan
    np.testing.assert_allclose(found, expected, rtol=1e-12, atol=1e-6)


def test_nothing_has_no_spread() -> None:
    assert all(isnan(each) for each in spread([]))
