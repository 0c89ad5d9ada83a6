"""A difference in parts: it adds up exactly, is symmetric, and says nothing where nothing differs."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.errors import MeasureError
from carecompare.measures.decomposition import decomposition

unhurried = settings(deadline=None)
stratum = st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))
pairs = st.integers(1, 8).flatmap(
    lambda size: st.tuples(*(st.lists(stratum, min_size=size, max_size=size) for _ in range(2)))
)


@unhurried
@given(pair=pairs)
def test_the_parts_add_up_to_the_difference_exactly(
    pair: tuple[list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    (counts, people), (other_counts, other_people) = (np.array(each).T for each in pair)
    found = decomposition(counts, people, other_counts, other_people, per=100)

    crude = 100 * (counts.sum() / people.sum() - other_counts.sum() / other_people.sum())
    assert found.difference == pytest.approx(crude, abs=1e-10)
    assert found.structure.sum() + found.rates.sum() == pytest.approx(crude, abs=1e-10)


@unhurried
@given(pair=pairs)
def test_exchanging_the_two_changes_every_sign_and_nothing_else(
    pair: tuple[list[tuple[int, int]], list[tuple[int, int]]],
) -> None:
    one, other = (np.array(each).T for each in pair)
    there, back = decomposition(*one, *other), decomposition(*other, *one)

    np.testing.assert_allclose(there.structure, -back.structure, atol=1e-12)
    np.testing.assert_allclose(there.rates, -back.rates, atol=1e-12)
    assert there.rates_error == pytest.approx(back.rates_error)


@unhurried
@given(strata=st.lists(stratum, min_size=1, max_size=8), times=st.integers(1, 50))
def test_the_same_ages_and_rates_leave_no_part(strata: list[tuple[int, int]], times: int) -> None:
    counts, people = np.array(strata).T
    found = decomposition(counts, people, counts * times, people * times)

    np.testing.assert_allclose([*found.structure, *found.rates], 0, atol=1e-12)


def test_the_same_rates_in_an_older_town_are_structure_only() -> None:
    rates = np.array([0.04, 0.18, 0.6])
    old, young = np.array([400, 300, 300]), np.array([600, 300, 100])
    found = decomposition(rates * old, old, rates * young, young, per=100)

    np.testing.assert_allclose(found.rates, 0, atol=1e-12)
    assert found.structure.sum() == pytest.approx(found.difference)
    # Fewer of the young and more of the old both raise the rate.
    assert found.structure[0] > 0
    assert found.structure[2] > 0


def test_the_part_of_the_rates_is_the_difference_of_rates_standardised_to_the_mean_shares() -> None:
    """Das Gupta: both populations weighted to the mean of their structures."""
    own, people = np.array([12, 60, 150]), np.array([520, 330, 250])
    other, other_people = np.array([430_000, 2_100_000, 3_900_000]), np.array([17e6, 12e6, 6.6e6])
    weights = (people / people.sum() + other_people / other_people.sum()) / 2
    standardised = [(weights * rates).sum() for rates in (own / people, other / other_people)]

    found = decomposition(own, people, other, other_people)

    assert found.rates.sum() == pytest.approx(standardised[0] - standardised[1])
    low, high = found.rates_limits()
    assert low < found.rates.sum() < high


@pytest.mark.parametrize(("count", "people"), [(3, 0), (5, 4), (np.nan, 4), (3, np.nan)])
def test_a_stratum_without_a_rate_is_named(count: float, people: float) -> None:
    with pytest.raises(MeasureError, match="stratum_without_rate") as error:
        decomposition([1, count], [10, people], [1, 1], [10, 10])
    assert error.value.fields["row"] == 1
