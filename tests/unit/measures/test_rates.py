"""Shares, densities and amounts: edges and properties."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.errors import MeasureError
from carecompare.measures.rates import (
    amount,
    density,
    many_ages_unknown,
    one_more,
    proportion,
    unknown_age_bounds,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.measures.rates import Estimate

unhurried = settings(deadline=None)
counts = st.integers(0, 10**5)
populations = st.integers(1, 10**8)
parts_of_wholes = populations.flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


@unhurried
@given(part_of_whole=parts_of_wholes)
def test_a_share_in_percent_is_a_hundred_times_the_fraction(part_of_whole: tuple[int, int]) -> None:
    fraction = proportion(*part_of_whole)
    percent = proportion(*part_of_whole, per=100)

    assert percent[:3] == pytest.approx([100 * each for each in fraction[:3]])
    assert 0 <= percent.lower <= percent.value <= percent.upper <= 100


@unhurried
@given(count=counts, population=populations, unit=st.integers(1, 1000))
def test_a_density_does_not_depend_on_the_unit_residents_are_counted_in(
    count: float, population: float, unit: int
) -> None:
    in_persons = density(count, population, per=1000)
    in_units = density(count, population / unit, per=1000 / unit)

    assert in_units[:3] == pytest.approx(in_persons[:3])


@unhurried
@given(count=counts, population=populations)
def test_one_more_is_the_step_between_neighbouring_densities(count: float, population: float) -> None:
    step = density(count + 1, population, per=1000).value - density(count, population, per=1000).value

    assert step == pytest.approx(one_more(population, per=1000), rel=1e-6)


def test_a_share_keeps_exactly_0_and_100_at_the_ends() -> None:
    share = proportion([0, 37], [37, 37], per=100)

    assert (share.value[0], share.lower[0]) == (0, 0)
    assert (share.value[1], share.upper[1]) == (100, 100)


def test_many_municipalities_give_what_each_gives_alone() -> None:
    offices = np.array([0, 1, 9, 10, 1045])
    residents = np.array([400, 420, 5000, 7000, 900_000])
    together = density(offices, residents, per=1000)

    for position, (count, population) in enumerate(zip(offices, residents, strict=True)):
        alone = density(count, population, per=1000)
        assert [field[position] for field in together] == list(alone)


@pytest.mark.parametrize("measure", [proportion, density])
@pytest.mark.parametrize(("count", "population"), [(np.nan, 100), (5, np.nan), (0, 0), (np.nan, 0)])
def test_a_rate_of_something_missing_or_of_nobody_is_missing_with_its_limits(
    measure: Callable[..., Estimate], count: float, population: float
) -> None:
    value, lower, upper, method = measure(count, population)

    assert np.isnan([value, lower, upper]).all()
    assert method == "none"


def test_an_office_in_a_town_without_residents_has_no_density() -> None:
    assert np.isnan(density(1, 0, per=1000).value)


def test_a_missing_municipality_leaves_the_others_as_they_are() -> None:
    share = proportion([10, np.nan, 30], [100, 100, 100])

    np.testing.assert_array_equal(share.value, [0.1, np.nan, 0.3])
    assert share.method.tolist() == ["wilson", "none", "wilson"]


def test_no_municipality_gives_no_figure() -> None:
    assert [field.size for field in proportion([], [])] == [0, 0, 0, 0]
    assert [field.size for field in density([], [])] == [0, 0, 0, 0]


def test_columns_of_a_table_are_taken_as_they_are() -> None:
    share = proportion(pd.Series([1, None], dtype="Int64"), pd.Series([4.0, 4.0]))

    np.testing.assert_array_equal(share.value, [0.25, np.nan])


def test_numbers_given_are_not_changed() -> None:
    counted, residents = np.array([0.0, 5.0]), np.array([0.0, 10.0])
    proportion(counted, residents)

    assert counted.tolist() == [0, 5]
    assert residents.tolist() == [0, 10]


@pytest.mark.parametrize("measure", [proportion, density])
@pytest.mark.parametrize("wrong", [-1, np.inf, -np.inf])
def test_a_number_that_cannot_be_a_count_is_named_with_its_position(
    measure: Callable[..., Estimate], wrong: float
) -> None:
    with pytest.raises(MeasureError) as in_counts:
        measure([1, 2, wrong], [5, 5, 5])
    with pytest.raises(MeasureError) as in_populations:
        measure([1, 2, 3], [5, wrong, 5])

    assert in_counts.value.problem == in_populations.value.problem == "count_out_of_range"
    assert in_counts.value.fields == {"column": "numerator", "row": 2, "found": wrong}
    assert in_populations.value.fields == {"column": "denominator", "row": 1, "found": wrong}


def test_a_count_greater_than_its_population_is_named_with_its_position() -> None:
    with pytest.raises(MeasureError) as error:
        proportion([1, np.nan, 12, 13], [5, 5, 11, 11])

    assert error.value.problem == "count_exceeds_population"
    assert error.value.fields == {"row": 2, "found": 12, "expected": 11}


def test_someone_counted_in_a_town_without_residents_is_an_error_of_a_share() -> None:
    with pytest.raises(MeasureError, match="count_exceeds_population"):
        proportion(3, 0)


def test_a_density_may_exceed_the_population() -> None:
    assert density(3, 2).value == 1.5


def test_an_amount_has_no_limits_and_may_be_negative() -> None:
    balance = amount([-120.0, 0.0, np.nan])

    np.testing.assert_array_equal(balance.value, [-120, 0, np.nan])
    assert np.isnan([balance.lower, balance.upper]).all()
    assert balance.method.tolist() == ["none"] * 3


def test_an_amount_divided_is_per_so_many_of_the_divisor() -> None:
    np.testing.assert_array_equal(amount([50, 50], [200, 0], per=100).value, [25, np.nan])


def test_an_amount_is_not_divided_by_a_negative_number() -> None:
    with pytest.raises(MeasureError, match="count_out_of_range"):
        amount(1, -1)


def test_one_more_facility_is_not_told_of_a_town_without_residents() -> None:
    np.testing.assert_array_equal(one_more([0, np.nan, 500], per=1000), [np.nan, np.nan, 2])


@unhurried
@given(
    known=st.integers(1, 10**6).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))),
    unknown=st.integers(0, 10**6),
)
def test_the_share_of_all_is_never_above_the_share_of_those_of_known_age(
    known: tuple[int, int], unknown: int
) -> None:
    aged, residents = known
    bounds = unknown_age_bounds(aged, residents + unknown, unknown)

    assert bounds.of_all <= bounds.of_known
    assert (bounds.of_all == bounds.of_known) == (unknown == 0 or aged == 0)


def test_nobody_of_known_age_leaves_only_the_share_of_all() -> None:
    bounds = unknown_age_bounds(0, 10, 10)

    assert bounds.of_all == 0
    assert np.isnan(bounds.of_known)


@pytest.mark.parametrize(("count", "unknown"), [(5, 11), (6, 5)])
def test_parts_of_a_population_do_not_exceed_it(count: float, unknown: int) -> None:
    with pytest.raises(MeasureError, match="count_exceeds_population"):
        unknown_age_bounds(count, 10, unknown)


def test_ages_are_many_unknown_above_3_percent_and_not_at_it() -> None:
    residents = np.arange(100, 5001, 100)

    assert not many_ages_unknown(residents, residents * 3 // 100).any()
    assert many_ages_unknown(residents, residents * 3 // 100 + 1).all()


@pytest.mark.parametrize(("population", "unknown"), [(100, np.nan), (np.nan, 4), (0, 0)])
def test_a_missing_number_of_unknown_ages_is_not_many(population: float, unknown: int) -> None:
    assert not many_ages_unknown(population, unknown)
