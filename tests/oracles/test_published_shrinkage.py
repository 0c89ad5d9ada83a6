"""Values drawn towards their mean against figures from outside: methods.md, section 9."""

from __future__ import annotations

import numpy as np

from carecompare.measures.shrinkage import shrunk_counts, shrunk_shares

EXPECTED = [6, 10, 45, 140, 880]


def test_rates_that_differ_are_drawn_the_more_the_smaller_they_are() -> None:
    found = shrunk_counts([1, 12, 20, 190, 900], EXPECTED)

    published = [0.9185704439, 1.0727736883, 0.7146572298, 1.2898887433, 1.0233864752]
    np.testing.assert_allclose(found.value, published, atol=5e-11)
    np.testing.assert_allclose(found.weight, [0.137909, 0.210496, 0.545409, 0.788702, 0.959121], atol=5e-7)


def test_rates_that_differ_by_chance_only_all_take_the_mean() -> None:
    found = shrunk_counts([3, 12, 40, 150, 900], EXPECTED)

    np.testing.assert_allclose(found.value, 1.0222016651, atol=5e-11)
    assert not found.weight.any()


def test_shares_are_drawn_to_those_published() -> None:
    found = shrunk_shares([54, 300, 2500, 9000, 30000], [579, 1500, 12000, 45000, 160000])

    published = [0.1720601002, 0.1944866607, 0.2054489041, 0.1995460421, 0.1875524589]
    np.testing.assert_allclose(found.value, published, atol=5e-11)
