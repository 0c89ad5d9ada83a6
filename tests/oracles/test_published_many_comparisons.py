"""Chances and the false discovery rate, against SciPy and against the limits they belong to."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import false_discovery_control, norm

from carecompare.measures.intervals import count_limits, wilson_limits
from carecompare.measures.many_comparisons import count_p_values, false_discovery_cutoff, share_p_values

# Fifteen p-values of the paper of 1995, of which the procedure believes the first four at 5 %.
PAPER = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459]
PAPER += [0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000]


def test_the_example_of_the_paper() -> None:
    assert false_discovery_cutoff(PAPER) == 0.0095


@given(st.lists(st.floats(0, 1), min_size=1, max_size=80))
def test_what_is_believed_is_what_scipy_believes(p_values: list[float]) -> None:
    cutoff = false_discovery_cutoff([*p_values, float("nan")])
    believed = [each <= cutoff for each in p_values]
    adjusted = false_discovery_control(p_values, method="bh")
    close = np.isclose(adjusted, 0.05, atol=1e-9)
    assert [one or near for one, near in zip(believed, close, strict=True)] == [
        bool(each <= 0.05 or near) for each, near in zip(adjusted, close, strict=True)
    ]


def test_where_nothing_is_judged_nothing_is_believed() -> None:
    assert false_discovery_cutoff([]) == -1
    assert false_discovery_cutoff([float("nan")]) == -1
    assert false_discovery_cutoff([0.2, 0.9]) == -1


@given(st.integers(10, 5000), st.integers(1, 20_000), st.floats(0.001, 0.999))
def test_a_share_is_likely_by_chance_exactly_where_its_interval_holds_the_other(
    count: int, more: int, share: float
) -> None:
    lower, upper = wilson_limits(count, count + more)
    if min(abs(share - float(lower)), abs(share - float(upper))) > 1e-9:
        assert (share_p_values(count, count + more, share) < 0.05) == (share < lower or share > upper)


@given(st.integers(10, 5000), st.floats(0.2, 5))
def test_a_count_is_likely_by_chance_exactly_where_its_interval_holds_what_is_expected(
    count: int, times: float
) -> None:
    lower, upper = count_limits(count)
    expected = count * times
    if min(abs(expected - float(lower)), abs(expected - float(upper))) > 1e-6:
        assert (count_p_values(count, expected) < 0.05) == (expected < lower or expected > upper)


@pytest.mark.parametrize(("share", "z"), [(0.5, 3.0), (0.65, 0.0), (0.75, 2.3094010767585)])
def test_the_chance_of_a_share_is_that_of_its_score(share: float, z: float) -> None:
    assert share_p_values(65, 100, share) == pytest.approx(2 * norm.sf(z))


def test_a_missing_number_has_no_chance() -> None:
    nan = float("nan")
    assert np.isnan(share_p_values(nan, 100, 0.5))
    assert np.isnan(share_p_values(65, 100, nan))
    assert np.isnan(count_p_values(12, nan))
