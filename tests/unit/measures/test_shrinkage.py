"""Values drawn towards their mean: properties and edges."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.errors import MeasureError
from carecompare.measures.funnel import funnel_limits
from carecompare.measures.shrinkage import Shrunk, shrunk_counts, shrunk_shares

if TYPE_CHECKING:
    from collections.abc import Callable

unhurried = settings(deadline=None)
towns = st.lists(
    st.integers(1, 10**5).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))), min_size=1, max_size=40
)
both = pytest.mark.parametrize("shrunk", [shrunk_counts, shrunk_shares])


@both
@unhurried
@given(given_towns=towns)
def test_a_value_lies_between_the_own_and_the_mean(
    shrunk: Callable[..., Shrunk], given_towns: list[tuple[int, int]]
) -> None:
    counts, populations = np.array(given_towns, dtype=float).T
    found = shrunk(counts, populations)
    rates = counts / populations

    assert (found.value >= np.minimum(rates, found.mean) - 1e-12).all()
    assert (found.value <= np.maximum(rates, found.mean) + 1e-12).all()
    assert ((found.weight >= 0) & (found.weight <= 1)).all()


@both
@unhurried
@given(given_towns=towns)
def test_more_people_keep_more_of_their_own_value(
    shrunk: Callable[..., Shrunk], given_towns: list[tuple[int, int]]
) -> None:
    counts, populations = np.array(given_towns, dtype=float).T
    weights = shrunk(counts, populations).weight[np.argsort(populations, kind="stable")]

    assert (np.diff(weights) >= -1e-12).all()


@both
def test_a_missing_town_has_no_value_and_moves_no_other(shrunk: Callable[..., Shrunk]) -> None:
    alone = shrunk([1, 30, 5], [10, 200, 90])
    beside = shrunk([1, 30, np.nan, 5, 3], [10, 200, 50, 90, 0])

    np.testing.assert_array_equal(beside.value[[0, 1, 3]], alone.value)
    assert np.isnan(beside.value[[2, 4]]).all()


@both
def test_where_nothing_is_known_nothing_is_drawn(shrunk: Callable[..., Shrunk]) -> None:
    assert np.isnan(shrunk([np.nan], [5]).value).all()
    assert np.isnan(shrunk([np.nan], [5]).mean)


@both
def test_no_event_anywhere_is_none_everywhere(shrunk: Callable[..., Shrunk]) -> None:
    assert shrunk([0, 0], [10, 20]).value.tolist() == [0, 0]


@both
def test_no_count_is_negative(shrunk: Callable[..., Shrunk]) -> None:
    with pytest.raises(MeasureError, match="count_out_of_range"):
        shrunk([-1], [5])


@unhurried
@given(share=st.floats(0, 1), population=st.integers(1, 10**6))
def test_a_funnel_holds_its_reference_and_stays_within_0_and_1(share: float, population: int) -> None:
    limits = funnel_limits(share, population)

    assert 0 <= limits.lower <= share <= limits.upper <= 1


def test_a_funnel_of_nobody_has_no_limits() -> None:
    assert np.isnan(funnel_limits(0.2, 0)).all()
    with pytest.raises(MeasureError, match="confidence_out_of_range"):
        funnel_limits(0.2, 10, 1.0)
