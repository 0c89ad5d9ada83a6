"""Funnel limits against figures from outside: methods.md, section 8."""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.funnel import funnel_limits, over_dispersion
from carecompare.measures.intervals import exact_limits, wilson_limits

AROUND_A_FIFTH = [
    (100, (0.121601, 0.278399), (0.076391, 0.323609), (0.133367, 0.288829)),
    (500, (0.164939, 0.235061), (0.144720, 0.255280), (0.167285, 0.237289)),
    (1500, (0.179758, 0.220242), (0.168084, 0.231916), (0.180535, 0.220997)),
    (50000, (0.196494, 0.203506), (0.194472, 0.205528), (0.196517, 0.203529)),
]


@pytest.mark.parametrize(("population", "at_95", "at_998", "wilson"), AROUND_A_FIFTH)
def test_the_limits_around_a_share_are_those_published(
    population: int, at_95: tuple[float, float], at_998: tuple[float, float], wilson: tuple[float, float]
) -> None:
    assert funnel_limits(0.2, population) == pytest.approx(at_95, abs=5e-7)
    assert funnel_limits(0.2, population, 0.998) == pytest.approx(at_998, abs=5e-7)
    # The older way, which draws the interval of the reference itself, differs where few people are.
    assert wilson_limits(0.2 * population, population) == pytest.approx(wilson, abs=5e-7)


@pytest.mark.parametrize(
    ("events", "lower", "upper"),
    [(1, 0.025318, 5.571645), (10, 4.795388, 18.390358), (20, 12.216519, 30.888381)],
)
def test_the_expected_events_that_a_count_allows_are_those_published(
    events: int, lower: float, upper: float
) -> None:
    """The published tolerance of these is 1e-5."""
    assert exact_limits(events) == pytest.approx((lower, upper), abs=1e-5)


def test_over_dispersion_by_hand() -> None:
    """Ten shares around a half: scores -5 to 4 by steps of one, of which a tenth at either end is drawn in.

    The quantiles at 10 and 90 % are -4.1 and 3.1. All weights are alike, w = 1 ÷ 0.0025, so that the variance
    is (10 φ - 9) ÷ (9 w).
    """
    scores = np.arange(-5, 5)
    found = over_dispersion(0.5 + 0.05 * scores, np.full(10, 100), 0.5)
    drawn_in = [-4.1, -4, -3, -2, -1, 0, 1, 2, 3, 3.1]
    assert found.ratio == pytest.approx(sum(each**2 for each in drawn_in) / 10)
    assert found.variance == pytest.approx((10 * found.ratio - 9) / (9 / 0.0025))
    assert funnel_limits(0.5, 100, between=found.variance).upper == pytest.approx(
        0.5 + 1.959964 * (0.0025 + found.variance) ** 0.5
    )


def test_shares_that_chance_explains_widen_nothing() -> None:
    even = 0.5 + 0.01 * np.array([-1, 1] * 10)
    assert over_dispersion(even, np.full(20, 100), 0.5).variance == 0
    few = over_dispersion([0.1, 0.9], [100, 100], 0.5)
    assert (np.isnan(few.ratio), few.variance) == (True, 0)
