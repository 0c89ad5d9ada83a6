"""The demand index of JMAP (weights and example as published) and the year of a peak."""

from __future__ import annotations

import math

import numpy as np
import pytest

from carecompare.errors import MeasureError
from carecompare.measures.demand import demand, demand_index, year_of_peak

# As JMAP publishes them, for the age groups under 15, 15-39, 40-64, 65-74, 75 and over.
MEDICAL_WEIGHTS = (0.6, 0.4, 1.0, 2.3, 3.9)
CARE_WEIGHTS = (0.0, 0.0, 1.0, 9.7, 87.3)
BEFORE = [900, 1700, 2900, 1500, 1600]
AFTER = [500, 1100, 1900, 1000, 1800]
YEARS = [2015, 2020, 2025, 2030]


@pytest.mark.parametrize(
    ("weights", "before", "after", "index"),
    [(MEDICAL_WEIGHTS, 13_810, 11_960, 86.6039), (CARE_WEIGHTS, 157_130, 168_740, 107.3888)],
)
def test_the_demand_index_of_the_example(
    weights: tuple[float, ...], before: float, after: float, index: float
) -> None:
    assert demand(BEFORE, weights) == pytest.approx(before)
    assert demand(AFTER, weights) == pytest.approx(after)
    assert demand_index(demand(AFTER, weights), demand(BEFORE, weights)) == pytest.approx(index, abs=5e-5)


def test_demand_is_made_for_many_places_and_years_at_once() -> None:
    both = np.stack([np.array(BEFORE), np.array(AFTER)], axis=1)[:, None, :]
    assert demand(both, MEDICAL_WEIGHTS) == pytest.approx(np.array([[13_810, 11_960]]))


def test_a_missing_age_group_makes_a_missing_demand_even_where_it_weighs_nothing() -> None:
    assert np.isnan(demand([np.nan, *BEFORE[1:]], CARE_WEIGHTS))


def test_there_is_no_index_of_a_place_without_demand_in_the_base_year() -> None:
    assert np.isnan(demand_index(5.0, 0.0))


def test_a_negative_population_is_an_error() -> None:
    with pytest.raises(MeasureError, match="count_out_of_range"):
        demand([-1, 0, 0, 0, 0], MEDICAL_WEIGHTS)


@pytest.mark.parametrize(
    ("figures", "year", "method", "edge"),
    [
        ([1, 2, 3, 2], 2025, "peak", math.nan),
        ([1, 3, 3, 2], 2020, "peak", math.nan),
        ([1, 2, 3, 4], math.nan, "still_rising", 2030),
        ([4, 3, 2, 1], math.nan, "falling_already", 2015),
        ([1, math.nan, 3, 2], math.nan, "none", math.nan),
    ],
)
def test_a_peak_lies_within_the_years_or_is_not_given(
    figures: list[float], year: float, method: str, edge: float
) -> None:
    peak = year_of_peak(YEARS, [figures])
    edges = {"still_rising": peak.not_before, "falling_already": peak.not_after}
    assert peak.method[0] == method
    assert np.array_equal(peak.year, [year], equal_nan=True)
    for name, limit in edges.items():
        assert np.array_equal(limit, [edge if method == name else math.nan], equal_nan=True)
