from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from carecompare.errors import MeasureError
from carecompare.measures.rates import density
from carecompare.measures.supply import offices_needed


@given(offices=st.integers(0, 500), now=st.integers(1, 10**5), later=st.integers(0, 10**5))
def test_the_offices_needed_keep_the_density_of_today(offices: int, now: int, later: int) -> None:
    needed = offices_needed(offices, now, [now, later])

    assert needed.value[0] == pytest.approx(offices)
    assert needed.value[1] == pytest.approx(density(offices, now).value * later)
    assert (needed.lower <= needed.value).all()
    assert (needed.value <= needed.upper).all()


def test_where_nobody_is_served_today_nothing_can_be_said() -> None:
    assert np.isnan(offices_needed(3, 0, [10]).value).all()


def test_a_missing_projection_is_missing() -> None:
    assert np.isnan(offices_needed(3, 10, [np.nan]).value).all()


def test_no_population_is_negative() -> None:
    with pytest.raises(MeasureError, match="count_out_of_range"):
        offices_needed(3, 10, [-1])
