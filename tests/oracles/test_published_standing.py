"""Groups and the benchmark rule against figures from outside: methods.md, sections 5 and 6."""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.intervals import wilson_limits
from carecompare.measures.rates import proportion
from carecompare.measures.standing import (
    against_benchmark,
    benchmark_levels,
    quantile_groups,
)


@pytest.mark.parametrize(
    ("values", "groups", "expected"),
    [
        pytest.param(range(12), 5, [1, 1, 1, 2, 2, 3, 3, 3, 4, 4, 5, 5], id="twelve values in fifths"),
        pytest.param([5, 5, 5, 1, 9, 7], 3, [1, 1, 1, 1, 3, 3], id="six values with ties in thirds"),
        pytest.param([1, 2, 3, 4], 5, [np.nan] * 4, id="four values make no fifths"),
    ],
)
def test_the_quantile_groups_are_those_published(values: list[float], groups: int, expected: object) -> None:
    np.testing.assert_array_equal(quantile_groups(list(values), groups), expected)


@pytest.mark.parametrize(
    ("lower", "upper", "benchmark", "expected"),
    [
        pytest.param(10, 19, 20, "lower", id="the whole interval is below"),
        pytest.param(21, 30, 20, "higher", id="the whole interval is above"),
        pytest.param(15, 25, 20, "similar", id="the interval holds the benchmark"),
        pytest.param(20, 30, 20, "similar", id="the lower limit equals the benchmark"),
        pytest.param(10, 20, 20, "similar", id="the upper limit equals the benchmark"),
        pytest.param(20, 20, 20, "similar", id="the value equals the benchmark"),
        pytest.param(np.nan, 25, 20, "not_compared", id="no lower limit"),
        pytest.param(15, np.nan, 20, "not_compared", id="no upper limit"),
        pytest.param(15, 25, np.nan, "not_compared", id="no benchmark"),
    ],
)
def test_the_benchmark_rule(lower: float, upper: float, benchmark: float, expected: object) -> None:
    assert against_benchmark(lower, upper, benchmark) == expected


def test_a_difference_beyond_chance_at_95_percent_may_not_be_one_at_99_8() -> None:
    at_95 = proportion(65, 100, confidence=0.95)
    at_998 = proportion(65, 100, confidence=0.998)

    assert against_benchmark(at_95.lower, at_95.upper, 0.52) == "higher"
    assert against_benchmark(at_998.lower, at_998.upper, 0.52) == "similar"


@pytest.mark.parametrize(
    ("count", "benchmark", "level"),
    [
        (65, 0.45, "much_higher"),
        (65, 0.52, "higher"),
        (65, 0.65, "similar"),
        (65, 0.75, "lower"),
        (65, 0.80, "much_lower"),
        (65, float("nan"), "not_compared"),
    ],
)
def test_what_99_8_percent_says_beats_what_95_says(count: int, benchmark: float, level: str) -> None:
    narrow, wide = wilson_limits(count, 100), wilson_limits(count, 100, 0.998)

    assert benchmark_levels(narrow, wide, benchmark) == level
