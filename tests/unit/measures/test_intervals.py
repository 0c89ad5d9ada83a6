"""Limits of shares and counts: edges and properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import chi2

from carecompare.errors import MeasureError
from carecompare.measures.intervals import byar_limits, count_limits, exact_limits, wilson_limits

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.measures.intervals import Limits

unhurried = settings(deadline=None)
confidences = st.floats(0.5, 0.999)
counts = st.integers(0, 10**7)
populations = st.integers(1, 10**8)
parts_of_wholes = populations.flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@unhurried
@given(part_of_whole=parts_of_wholes, confidence=confidences)
def test_the_limits_of_a_share_enclose_it_within_0_and_1(
    part_of_whole: tuple[int, int], confidence: float
) -> None:
    count, population = part_of_whole
    lower, upper = wilson_limits(count, population, confidence)

    assert 0 <= lower <= count / population <= upper <= 1
    assert lower < upper


@unhurried
@given(part_of_whole=parts_of_wholes, confidence=confidences)
def test_the_limits_of_a_share_mirror_those_of_the_rest(
    part_of_whole: tuple[int, int], confidence: float
) -> None:
    count, population = part_of_whole
    share = wilson_limits(count, population, confidence)
    rest = wilson_limits(population - count, population, confidence)

    assert (share.lower, share.upper) == pytest.approx((1 - rest.upper, 1 - rest.lower), abs=1e-12)


@unhurried
@given(part_of_whole=parts_of_wholes, confidence=st.floats(0.5, 0.99))
def test_the_limits_of_a_share_widen_with_confidence(
    part_of_whole: tuple[int, int], confidence: float
) -> None:
    narrow = wilson_limits(*part_of_whole, confidence)
    wide = wilson_limits(*part_of_whole, confidence + 0.009)

    assert wide.lower <= narrow.lower
    assert wide.upper >= narrow.upper
    assert wide.upper - wide.lower > narrow.upper - narrow.lower


@unhurried
@given(part_of_whole=parts_of_wholes, times=st.integers(2, 1000), confidence=confidences)
def test_the_limits_of_the_same_share_narrow_with_the_population(
    part_of_whole: tuple[int, int], times: int, confidence: float
) -> None:
    count, population = part_of_whole
    few = wilson_limits(count, population, confidence)
    many = wilson_limits(count * times, population * times, confidence)

    assert many.upper - many.lower < few.upper - few.lower


@unhurried
@given(count=counts, confidence=confidences)
def test_the_limits_of_a_count_enclose_it(count: float, confidence: float) -> None:
    lower, upper = count_limits(count, confidence)

    assert 0 <= lower <= count < upper


@unhurried
@given(count=counts, confidence=st.floats(0.5, 0.99))
def test_the_limits_of_a_count_widen_with_confidence(count: float, confidence: float) -> None:
    narrow = count_limits(count, confidence)
    wide = count_limits(count, confidence + 0.009)

    assert wide.lower <= narrow.lower
    assert wide.upper > narrow.upper


@pytest.mark.parametrize("confidence", [0.95, 0.998])
def test_the_limits_of_a_count_rise_with_it_also_where_the_method_changes(confidence: float) -> None:
    limits = count_limits(np.arange(200), confidence)

    assert (np.diff(limits.lower) > 0).all()
    assert (np.diff(limits.upper) > 0).all()


def test_the_limits_of_a_share_relative_to_it_narrow_with_the_count() -> None:
    events = np.arange(1, 200)
    limits = count_limits(events)

    assert (np.diff((limits.upper - limits.lower) / events) < 0).all()


def test_none_and_all_have_limits_of_exactly_0_and_1() -> None:
    populations = np.arange(1, 2000)

    for confidence in np.linspace(0.001, 0.999, 99):
        assert (wilson_limits(0, populations, confidence).lower == 0).all()
        assert (wilson_limits(populations, populations, confidence).upper == 1).all()


def test_no_population_has_no_limits() -> None:
    assert np.isnan(wilson_limits(0, 0)).all()


def test_no_event_has_an_exact_upper_limit_and_no_lower_one_by_byar() -> None:
    assert exact_limits(0).lower == 0
    assert exact_limits(0).upper == pytest.approx(-np.log(0.025))
    assert np.isnan(byar_limits(0).lower)


@pytest.mark.parametrize("confidence", [0.5, 0.95, 0.998, 0.9999])
def test_exact_limits_are_the_quantiles_of_scipy(confidence: float) -> None:
    events = np.concatenate([np.arange(1, 40), [0.25, 2.5, 9.999, 500, 5000]])
    tail = (1 - confidence) / 2
    lower, upper = exact_limits(events, confidence)
    np.testing.assert_allclose(lower, chi2.ppf(tail, 2 * events) / 2, rtol=1e-9)
    np.testing.assert_allclose(upper, chi2.isf(tail, 2 * events + 2) / 2, rtol=1e-9)


def test_exact_limits_keep_the_shape_of_what_is_asked() -> None:
    asked = np.array([[0, 3], [3, np.nan]])
    lower, upper = exact_limits(asked)
    for limits in (lower, upper):
        assert limits.shape == asked.shape
        assert limits[0, 1] == limits[1, 0]
        assert np.isnan(limits).tolist() == [[False, False], [False, True]]


@pytest.mark.parametrize("limits", [exact_limits, byar_limits, count_limits])
def test_a_missing_count_has_no_limits(limits: Callable[[float], Limits]) -> None:
    assert np.isnan(limits(np.nan)).all()


@pytest.mark.parametrize(("count", "population"), [(np.nan, 100), (5, np.nan), (np.nan, np.nan)])
def test_a_share_of_something_missing_has_no_limits(count: float, population: float) -> None:
    assert np.isnan(wilson_limits(count, population)).all()


@pytest.mark.parametrize("confidence", [0, 1, -0.5, 95, np.nan])
@pytest.mark.parametrize("limits", [lambda c: wilson_limits(1, 2, c), lambda c: count_limits(1, c)])
def test_a_confidence_lies_between_0_and_1(limits: Callable[[float], Limits], confidence: float) -> None:
    with pytest.raises(MeasureError, match="confidence_out_of_range"):
        limits(confidence)
