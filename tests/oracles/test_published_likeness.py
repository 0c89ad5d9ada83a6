"""Likeness against figures from outside: methods.md, section 10b."""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.likeness import contributions, distances, nearest, rebased, standardised

# Five towns: logarithm of the population, share of 65 and over, a figure of the land.
TOWNS = [[8.2, 34, 12], [8.0, 36, 15], [10.5, 22, 60], [9.1, 30, 33], [7.3, 41, 8]]
ALIKE = [1, 1, 1]
WEIGHED = [2, 1, 0.5]


def test_the_distances_of_the_example() -> None:
    far = distances(standardised(TOWNS), 0, ALIKE)

    assert far == pytest.approx([0, 0.394680, 3.761046, 1.502042, 1.384377], abs=1e-6)
    assert rebased(far) == pytest.approx([0, 0.104939, 1, 0.399368, 0.368083], abs=1e-6)
    assert nearest(far, 0, 4).tolist() == [1, 4, 3, 2]


def test_weights_stand_inside_the_sum_and_change_the_order() -> None:
    far = distances(standardised(TOWNS), 0, WEIGHED)

    assert far == pytest.approx([0, 0.420165, 3.922089, 1.525145, 1.600705], abs=1e-6)
    assert nearest(far, 0, 4).tolist() == [1, 3, 4, 2]


def test_the_contribution_of_a_feature_is_its_weighted_square_in_the_whole() -> None:
    far = distances(standardised(TOWNS), 0, WEIGHED)
    features = np.array(TOWNS)
    apart = (features - features[0]) / features.std(axis=0)
    shares = WEIGHED * apart[1:] ** 2 / far[1:, None] ** 2

    np.testing.assert_allclose(contributions(standardised(TOWNS), 0, WEIGHED)[1:], shares, atol=1e-12)
