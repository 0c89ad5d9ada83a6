from __future__ import annotations

import numpy as np
import pytest

from carecompare.errors import MeasureError
from carecompare.measures.standardise import indirect_rate, indirect_ratio

REFERENCE = ([10.0, 60.0], [1_000.0, 1_000.0])


def test_an_old_town_with_the_national_rates_has_the_national_rate() -> None:
    rate = indirect_rate(0.01 * 100 + 0.06 * 900, [100, 900], *REFERENCE, per=100)
    assert rate.value == pytest.approx(3.5)


def test_areas_and_years_come_at_once_as_they_come_one_by_one() -> None:
    counts = np.array([[5.0, 12.0], [40.0, np.nan]])
    populations = np.array([[[100, 200], [300, 400]], [[50, 60], [70, 80]]])
    together = indirect_rate(counts, populations, *(np.reshape(each, (2, 1, 1)) for each in REFERENCE))
    for at in np.ndindex(2, 2):
        alone = indirect_rate(counts[at], populations[(slice(None), *at)], *REFERENCE)
        np.testing.assert_array_equal(
            [together.value[at], together.lower[at], together.upper[at]],
            [alone.value, alone.lower, alone.upper],
        )


def test_a_missing_stratum_makes_a_missing_rate() -> None:
    assert np.isnan(indirect_rate(5, [100, np.nan], *REFERENCE).value)


def test_where_nobody_lives_nothing_is_expected_and_there_is_no_ratio() -> None:
    ratio = indirect_ratio(0, [0, 0], *REFERENCE)
    assert ratio.expected == 0
    assert np.isnan(ratio.value)


@pytest.mark.parametrize("wrong", [-1.0, np.inf])
def test_no_number_is_negative_or_infinite(wrong: float) -> None:
    with pytest.raises(MeasureError, match="count_out_of_range"):
        indirect_rate(5, [100, wrong], *REFERENCE)
    with pytest.raises(MeasureError, match="count_out_of_range"):
        indirect_rate(wrong, [100, 100], *REFERENCE)
