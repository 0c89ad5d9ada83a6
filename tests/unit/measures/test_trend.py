"""Trends of five points: edges and properties."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.errors import MeasureError
from carecompare.measures.trend import recent_trend

unhurried = settings(deadline=None)
# No fit through four of these is level to the last digit, which the rule would call rising.
OFF_LEVEL = (0.0, 0.137, 0.291, 0.5573, 0.8119)
fives = st.lists(st.integers(-1000, 1000), min_size=5, max_size=5).map(
    lambda five: [value + off for value, off in zip(five, OFF_LEVEL, strict=True)]
)
OPPOSITE = {"up": "down", "down": "up", "no_change": "no_change"}


def found(values: list[float], half_width: float = 10.0) -> tuple[str, float]:
    points = np.array(values, dtype=float)
    trend = recent_trend(points, points - half_width, points + half_width)
    return str(trend.direction), float(trend.slope)


@unhurried
@given(values=fives)
def test_a_series_backwards_in_time_goes_the_other_way(values: list[float]) -> None:
    forwards, slope = found(values)
    backwards, other_slope = found(values[::-1])

    assert other_slope == pytest.approx(-slope, abs=1e-9)
    assert backwards == OPPOSITE[forwards]


@unhurried
@given(values=fives, shift=st.integers(-1000, 1000))
def test_a_trend_does_not_depend_on_the_level(values: list[float], shift: int) -> None:
    direction, slope = found(values)
    shifted, other_slope = found([each + shift for each in values])

    assert other_slope == pytest.approx(slope, abs=1e-8)
    assert shifted == direction


@unhurried
@given(values=fives, factor=st.sampled_from([0.01, 3.0, 1000.0]))
def test_a_trend_does_not_depend_on_the_unit(values: list[float], factor: float) -> None:
    assert found([each * factor for each in values], 10 * factor)[0] == found(values)[0]


def test_a_series_that_is_level_but_for_one_point_below_is_no_trend() -> None:
    assert found([50, 50, 50, 0, 50], 0.1)[0] == "no_change"
    assert found([0.5, 0.5, 0.5, 0.0, 0.5], 0.001)[0] == "no_change"


def test_the_points_of_less_uncertainty_weigh_more() -> None:
    points = np.array([1.0, 2.0, 3.0, 4.0, 50.0])
    half = np.array([0.1, 0.1, 0.1, 0.1, 40.0])
    trend = recent_trend(points, points - half, points + half)

    assert trend.slope == pytest.approx(1, abs=0.01)
    assert trend.direction == "up"


@pytest.mark.parametrize("missing", range(5))
def test_a_missing_point_is_not_judged(missing: int) -> None:
    points = np.arange(5.0)
    points[missing] = np.nan

    assert recent_trend(points, points - 1, points + 1).direction == "not_judged"


def test_points_without_limits_are_not_judged() -> None:
    points = np.arange(5.0)

    assert recent_trend(points, points, points).direction == "not_judged"


def test_many_series_come_at_once_as_they_come_one_by_one() -> None:
    many = np.array([[1, 2, 3, 4, 5], [5, 4, 3, 2, 1], [1, 5, 1, 5, 1]], dtype=float)

    together = recent_trend(many, many - 0.1, many + 0.1)

    assert together.direction.tolist() == [found(list(row), 0.1)[0] for row in many]


def test_four_points_make_no_trend() -> None:
    with pytest.raises(MeasureError, match="trend_needs_five_points"):
        recent_trend([1, 2, 3, 4], [0] * 4, [9] * 4)
