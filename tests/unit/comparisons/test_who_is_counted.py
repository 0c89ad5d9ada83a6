"""Where the insured of 85 and over are others than the residents."""

from __future__ import annotations

from math import nan

import pytest

from carecompare.comparisons import who_differs


@pytest.mark.parametrize(
    ("insured", "residents", "then_80", "way"),
    [
        (782, 1_419, 2_100, "fewer"),  # Hinode
        (90, 100, 150, ""),
        (89, 100, 150, "fewer"),
        (150, 100, 150, ""),
        (151, 100, 150, "more"),
        (435, 0, 0, "more"),  # Futaba
        (0, 0, 0, ""),
        (nan, 100, 150, ""),
        (100, nan, nan, ""),
    ],
)
def test_fewer_than_nine_tenths_or_more_than_can_have_grown_so_old(
    insured: float, residents: float, then_80: float, way: str
) -> None:
    assert who_differs(insured, residents, then_80) == way
