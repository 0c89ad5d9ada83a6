"""Where letters go: neighbours keep their distance, ticks are round."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompare.charts.parts.spacing import (
    axis_end,
    axis_span,
    rounded_up,
    spread,
    text_width_px,
    tick_format,
    ticks,
)

positions = st.lists(st.floats(0, 400), min_size=1, max_size=12)
GAP = 16.0


@given(wanted=positions)
def test_labels_are_never_closer_than_the_minimum(wanted: list[float]) -> None:
    placed = sorted(spread(wanted, GAP, 0, 400))

    assert all(later - earlier >= GAP - 1e-9 for earlier, later in itertools.pairwise(placed))


@given(wanted=positions)
def test_labels_stay_inside_and_keep_their_order(wanted: list[float]) -> None:
    placed = spread(wanted, GAP, 0, 400)

    assert all(-1e-9 <= place <= 400 + 1e-9 for place in placed)
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    assert sorted(range(len(placed)), key=placed.__getitem__) == order


@given(wanted=positions)
def test_labels_that_are_far_enough_apart_stay_where_they_are(wanted: list[float]) -> None:
    apart = [30.0 * place + 10 for place in range(len(wanted))]

    assert spread(apart, GAP, 0, 400) == pytest.approx(apart)


def test_two_labels_on_one_place_give_way_by_the_same_amount() -> None:
    assert spread([100, 100], 16, 0, 400) == pytest.approx([92, 108])


def test_labels_at_the_edge_give_way_to_the_inside_only() -> None:
    assert spread([0, 0, 400], 16, 0, 400) == pytest.approx([0, 16, 400])


def test_with_more_labels_than_room_the_distance_is_kept() -> None:
    placed = spread([10.0] * 5, 16, 0, 40)

    assert placed == pytest.approx([0, 16, 32, 48, 64])


@given(highest=st.floats(1e-3, 1e8))
def test_ticks_start_at_zero_and_are_written_without_loss(highest: float) -> None:
    places = ticks(highest)
    digits = int(tick_format(highest)[2:-1])

    assert places[0] == 0
    assert 3 <= len(places) <= 8
    assert places[-1] <= highest * (1 + 1e-6)
    assert all(float(f"{place:.{digits}f}") == pytest.approx(place, rel=1e-6) for place in places)


@pytest.mark.parametrize(("highest", "end"), [(56.3, 60), (60, 60), (0.71, 0.8), (943_664, 1_000_000)])
def test_a_plot_ends_at_a_round_value(highest: float, end: float) -> None:
    assert rounded_up(highest) == pytest.approx(end)


def test_an_interval_lengthens_an_axis_by_a_quarter_at_most() -> None:
    assert axis_end([10, 4], [11, 5]) == 11
    assert axis_end([10, 4], [11, 263]) == 12.5


def test_an_axis_without_a_value_above_zero_ends_with_the_interval_or_at_one() -> None:
    nan = float("nan")

    assert axis_end([0.0, nan], [3.7, nan]) == 3.7
    assert axis_end([nan], [nan]) == 1
    assert axis_end([], []) == 1


def test_a_full_width_character_is_as_wide_as_it_is_high() -> None:
    assert text_width_px("長岡市", 12) == 36
    assert text_width_px("41", 12) < 24


def test_an_axis_with_values_below_zero_starts_at_the_lowest_and_holds_zero() -> None:
    assert axis_span([5.0, -3.0], []) == (-3.0, 5.0)
    assert axis_span([-5.0, -3.0], []) == (-5.0, 0.0)
    assert axis_span([5.0, math.nan], [5.5]) == (0.0, 5.5)


def test_ticks_run_below_zero_too() -> None:
    assert ticks(5.0, -10.0) == [-10.0, -7.5, -5.0, -2.5, 0.0, 2.5, 5.0]
