"""Spearman's coefficient against another implementation and known cases."""

from __future__ import annotations

from math import isnan

import numpy as np
import pytest
from scipy.stats import spearmanr

from carecompare.measures.correlation import rank_correlation


@pytest.mark.parametrize("seed", range(5))
def test_it_is_scipy_s_also_with_equal_figures(seed: int) -> None:
    drawn = np.random.default_rng(seed)
    first, second = drawn.integers(0, 20, 300), drawn.normal(size=300)
    assert rank_correlation(first, second) == pytest.approx(spearmanr(first, second).statistic)


def test_only_the_order_counts() -> None:
    values = np.array([1.0, 2.0, 5.0, 9.0])
    assert rank_correlation(values, np.exp(values)) == pytest.approx(1)
    assert rank_correlation(values, -(values**3)) == pytest.approx(-1)


@pytest.mark.parametrize(("first", "second"), [([], []), ([1.0], [2.0]), ([1.0, 1.0], [1.0, 2.0])])
def test_without_a_difference_there_is_none(first: list[float], second: list[float]) -> None:
    assert isnan(rank_correlation(first, second))
