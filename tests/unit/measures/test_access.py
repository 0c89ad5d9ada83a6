"""Supply within reach: properties and edges."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from carecompare.measures.access import shared_out


@settings(deadline=None)
@given(seed=st.integers(0, 2**32 - 1), places=st.integers(1, 30), sites=st.integers(1, 20))
def test_all_supply_that_reaches_someone_is_shared_out(seed: int, places: int, sites: int) -> None:
    random = np.random.default_rng(seed)
    supply = random.integers(0, 50, (sites, 2)).astype(float)
    people = random.integers(1, 5000, places).astype(float)
    within = random.uniform(0, 60, (places, sites)) <= 30
    reached = within.any(axis=0)

    found = shared_out(supply, people, *np.nonzero(within))
    assert people @ found == pytest.approx(supply[reached].sum(axis=0))


def test_a_site_that_nobody_reaches_gives_nothing() -> None:
    nobody = np.array([], dtype=np.intp)
    assert shared_out(np.array([[5.0]]), np.array([100.0, 100.0]), nobody, nobody).tolist() == [[0], [0]]


def test_places_with_nobody_in_reach_share_nothing() -> None:
    one = np.array([0])
    assert shared_out(np.array([[5.0]]), np.array([0.0]), one, one).tolist() == [[0]]
