"""The certified to come: persons from those counted, rates by age as assumed, the change in parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from carecompare.comparisons.years.certified import (
    OLDEST,
    YOUNGER,
    Assumed,
    change_in_parts,
    expected_years,
    persons_to_come,
)
from carecompare.comparisons.years.supply import AGED, OLDER
from carecompare.measures.decomposition import count_change

if TYPE_CHECKING:
    from carecompare.rows import CountFigure

RATES = np.array([0.05, 0.2, 0.6])
PROJECTED = {
    2020: {YOUNGER: 900, OLDER: 900, OLDEST: 300},
    2025: {YOUNGER: 1000, OLDER: 1000, OLDEST: 400, AGED: 2100},
    2045: {YOUNGER: 500, OLDER: 1200, OLDEST: 600, AGED: 1600},
    2050: {AGED: 1200},
}


def people() -> list[CountFigure]:
    return [
        {"year": year, "count": count, "value": float(value)}
        for year, counts in PROJECTED.items()
        for count, value in counts.items()
    ]


def test_persons_go_on_from_those_counted_by_the_growth_of_their_band() -> None:
    persons = persons_to_come(people(), 2025, {YOUNGER: 1100, OLDER: 900, OLDEST: 300})
    assert persons.by_age[2025].tolist() == [1100, 600, 300]
    assert persons.by_age[2045].tolist() == pytest.approx([550, 600, 450])
    assert (persons.is_counted, persons.splits) == (True, False)
    assert dict(persons.beyond) == {2050: 0.75}


def test_without_a_count_of_the_oldest_the_older_are_parted_as_projected() -> None:
    persons = persons_to_come(people(), 2025, {YOUNGER: 1000, OLDER: 900})
    assert persons.by_age[2025].tolist() == pytest.approx([1000, 540, 360])
    assert (persons.is_counted, persons.splits) == (True, True)


def test_without_a_count_persons_are_those_projected_and_without_a_projection_nobody() -> None:
    persons = persons_to_come(people(), 2025, {})
    assert persons.by_age[2025].tolist() == [1000, 600, 400]
    assert not persons.is_counted
    assert persons_to_come([], 2025, {}).by_age == {}


def test_the_certified_follow_from_persons_and_rates() -> None:
    persons = persons_to_come(people(), 2025, {})
    constant = expected_years(persons, Assumed(RATES, 2023))
    assert [(each.year, each.certified) for each in constant] == [
        (2025, pytest.approx(50 + 120 + 240)),
        (2045, pytest.approx(25 + 120 + 360)),
        (2050, pytest.approx(505 * 0.75)),
    ]
    falling = expected_years(persons, Assumed(RATES, 2023, -0.01))
    assert falling[0].certified == pytest.approx(410 * 0.99**2)
    assert expected_years(persons, Assumed(RATES, 2023, 0.5))[1].by_age[1, 2] == 600


def test_a_change_is_parted_into_persons_ages_and_rates_that_add_up() -> None:
    persons = persons_to_come(people(), 2025, {})
    now, later, _ = expected_years(persons, Assumed(RATES, 2023))
    parts = change_in_parts(now, later)
    assert parts is not None
    assert parts.total == pytest.approx(later.certified - now.certified)
    assert parts.rates == pytest.approx(0)
    assert parts.size < 0 < parts.structure
    other = expected_years(persons, Assumed(RATES * 1.1, 2023))[1]
    more = change_in_parts(now, other)
    assert more is not None
    assert more.rates > 0
    assert more.total == pytest.approx(other.certified - now.certified)


def test_the_same_ages_and_rates_change_by_size_alone_and_back_is_the_other_way() -> None:
    one, two = np.array([100.0, 50.0]), np.array([200.0, 100.0])
    parts = count_change(one * 0.1, one, two * 0.1, two)
    assert (parts.size, parts.structure, parts.rates) == pytest.approx((15, 0, 0))
    later = np.array([80.0, 120.0])
    there, back = (
        count_change(one * 0.1, one, later * 0.3, later),
        count_change(later * 0.3, later, one * 0.1, one),
    )
    assert tuple(there) == pytest.approx(tuple(-each for each in back))
