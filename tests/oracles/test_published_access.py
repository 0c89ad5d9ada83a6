"""Supply within reach against figures from outside: methods.md, section 12."""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.access import ZONES, access

SITES = [2, 1]
PLACES = [1000, 500, 2000]
MINUTES = [[5, 40], [15, 25], [35, 8]]


@pytest.mark.parametrize(
    ("zones", "per_100000"),
    [
        pytest.param(((30.0, 1.0),), [133.333333, 173.333333, 40], id="one zone of 30 minutes"),
        pytest.param(ZONES, [149.253731, 111.919078, 47.393365], id="three zones"),
    ],
)
def test_the_supply_within_reach_is_that_published(
    zones: tuple[tuple[float, float], ...], per_100000: list[float]
) -> None:
    found = access(SITES, PLACES, MINUTES, zones)

    np.testing.assert_allclose(found * 100_000, per_100000, atol=5e-7)
    assert found @ np.array(PLACES) == pytest.approx(3.0)
