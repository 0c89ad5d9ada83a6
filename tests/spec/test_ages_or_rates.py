"""What it means that a difference lies in the ages or in the rates."""

from __future__ import annotations

import numpy as np
import pytest

from carecompare.measures.decomposition import decomposition

NATION = np.array([5, 40, 180]), np.array([100, 200, 300])


def test_an_old_town_whose_people_are_certified_as_elsewhere_differs_by_its_ages_only() -> None:
    certified, insured = NATION
    older = np.array([1, 2, 4])
    found = decomposition(certified * older, insured * older, certified, insured, per=100)

    assert found.difference > 0
    assert found.structure.sum() == pytest.approx(found.difference)
    assert found.rates == pytest.approx([0, 0, 0])


def test_a_town_of_the_same_ages_differs_by_its_rates_only() -> None:
    certified, insured = NATION
    found = decomposition(certified * 0.9, insured, certified, insured, per=100)

    assert found.structure == pytest.approx([0, 0, 0])
    assert found.rates.sum() == pytest.approx(found.difference)
    assert found.difference == pytest.approx(-3.75)


def test_old_and_rarely_certified_may_look_like_everyone_else() -> None:
    found = decomposition([5, 34, 153 * 2], [100, 200, 600], *NATION, per=100)

    assert abs(found.difference) < 2
    assert found.structure.sum() > 5
    assert found.rates.sum() < -5
