"""Changes between two years: the rule where none is computed, and properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.measures.change import Point, change_percent, change_points

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

unhurried = settings(deadline=None)
MEASURES = [change_points, change_percent]
DOUBTFUL_2015 = Point(2015, 21, "counted", doubtful=True)
shares = st.floats(0.1, 100)


@unhurried
@given(earlier=shares, later=shares)
def test_a_change_taken_back_is_none(earlier: float, later: float) -> None:
    before, after = Point(2015, earlier, "counted"), Point(2020, later, "counted")
    back = Point(2025, earlier, "counted")

    assert change_points(before, after) + change_points(after, back) == 0


@unhurried
@given(earlier=shares, percent=st.floats(-99, 400))
def test_a_change_in_percent_is_of_the_earlier_value(earlier: float, percent: float) -> None:
    later = Point(2020, earlier * (1 + percent / 100), "counted")

    assert change_percent(Point(2015, earlier, "counted"), later) == pytest.approx(percent, abs=1e-9)


@pytest.mark.parametrize("measure", MEASURES)
@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        pytest.param(DOUBTFUL_2015, Point(2020, 21, "counted"), id="doubtful before"),
        pytest.param(Point(2010, 20, "counted"), DOUBTFUL_2015, id="doubtful after"),
        pytest.param(Point(2015, 20, "counted"), Point(2020, 21, "projected"), id="across the join"),
        pytest.param(Point(2015, np.nan, "counted"), Point(2020, 21, "counted"), id="missing before"),
        pytest.param(Point(2015, 20, "counted"), Point(2020, np.nan, "counted"), id="missing after"),
    ],
)
def test_no_change_is_computed_from_a_point_that_does_not_allow_it(
    measure: Callable[[Point, Point], NDArray[np.float64]], earlier: Point, later: Point
) -> None:
    assert np.isnan(measure(earlier, later))


def test_one_doubtful_municipality_leaves_the_others_their_change() -> None:
    before = Point(2015, [21.6, 28.0], "counted", [True, False])
    after = Point(2020, [20.3, 30.0], "counted")

    np.testing.assert_array_equal(change_points(before, after), [np.nan, 2.0])


def test_a_change_from_nothing_has_no_percentage() -> None:
    assert np.isnan(change_percent(Point(2015, 0, "counted"), Point(2020, 5, "counted")))
    assert change_points(Point(2015, 0, "counted"), Point(2020, 5, "counted")) == 5
