"""Supply within reach: properties and edges."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.errors import MeasureError
from carecompare.measures.access import ZONES, access


@settings(deadline=None)
@given(seed=st.integers(0, 2**32 - 1), places=st.integers(1, 30), sites=st.integers(1, 20))
def test_all_supply_that_reaches_someone_is_shared_out(seed: int, places: int, sites: int) -> None:
    random = np.random.default_rng(seed)
    supply = random.integers(0, 50, sites).astype(float)
    people = random.integers(1, 5000, places).astype(float)
    minutes = random.uniform(0, 60, (places, sites))
    reached = (minutes <= 30).any(axis=0)

    for zones in (((30.0, 1.0),), ZONES):
        assert access(supply, people, minutes, zones) @ people == pytest.approx(supply[reached].sum())


def test_a_site_out_of_reach_or_without_a_way_gives_nothing() -> None:
    assert access([5.0], [100.0, 100.0], [[30.1], [np.nan]]).tolist() == [0, 0]


def test_the_end_of_a_zone_belongs_to_it() -> None:
    assert access([5.0], [100.0], [[30.0]]).tolist() == [0.05]


def test_places_with_nobody_in_reach_share_nothing() -> None:
    assert access([5.0], [0.0], [[1.0]]).tolist() == [0]


def test_times_are_of_places_by_sites() -> None:
    with pytest.raises(MeasureError, match="times_not_places_by_sites"):
        access([1, 2], [10, 20, 30], [[1, 2, 3], [1, 2, 3]])
