"""Supply within reach against figures from outside: methods.md, section 12."""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.access import CATCHMENT_MINUTES, shared_out

SITES = np.array([[2.0], [1.0]])
PLACES = np.array([1000.0, 500.0, 2000.0])
MINUTES = np.array([[5, 40], [15, 25], [35, 8]])


def test_the_supply_within_reach_is_that_published() -> None:
    found = shared_out(SITES, PLACES, *np.nonzero(MINUTES <= CATCHMENT_MINUTES))[:, 0]

    np.testing.assert_allclose(found * 100_000, [133.333333, 173.333333, 40], atol=5e-7)
    assert found @ PLACES == pytest.approx(3.0)
