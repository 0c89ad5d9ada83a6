from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from carecompare.comparisons import supply
from carecompare.comparisons.years.supply import AGED, OLDER

if TYPE_CHECKING:
    from carecompare.rows import CountFigure


def rows_of(people: dict[str, dict[int, float]]) -> list[CountFigure]:
    return [
        {"area": "15202", "year": year, "count": series, "value": value}
        for series, years in people.items()
        for year, value in years.items()
    ]


PEOPLE = {
    OLDER: {2020: 900.0, 2025: 1000.0, 2030: 1200.0, 2045: 800.0},
    AGED: {2025: 2000.0, 2045: 1900.0, 2050: 1500.0},
}


def test_offices_follow_the_population_of_their_own_year() -> None:
    result = supply(rows_of(PEOPLE), 20, 2025)
    needed = {(row["series"], row["year"]): row["needed"] for row in result.rows}

    assert (result.offices, result.reason) == (20, "")
    assert needed == pytest.approx(
        {
            (OLDER, 2025): 20,
            (OLDER, 2030): 24,
            (OLDER, 2045): 16,
            (AGED, 2025): 20,
            (AGED, 2045): 19,
            (AGED, 2050): 15,
        }
    )


def test_the_last_year_of_each_series_is_its_own() -> None:
    result = supply(rows_of(PEOPLE), 20, 2025)
    older, aged = result.last(OLDER), result.last(AGED)
    assert older is not None
    assert aged is not None
    assert (older["year"], aged["year"]) == (2045, 2050)


@pytest.mark.parametrize(
    ("offices", "reason"), [(9, "few_offices"), (10, ""), (0, "no_office"), (math.nan, "offices_unknown")]
)
def test_few_none_or_unknown_offices_have_a_reason(offices: float, reason: str) -> None:
    assert supply(rows_of(PEOPLE), offices, 2025).reason == reason


def test_a_population_that_is_not_known_takes_no_part() -> None:
    result = supply(rows_of({OLDER: {2025: 1000.0, 2030: math.nan, 2035: 900.0}}), 20, 2025)
    assert [row["year"] for row in result.rows] == [2025, 2035]


def test_without_a_projection_nothing_is_said() -> None:
    result = supply([], 20, 2025)
    assert (result.rows, result.reason) == ([], "no_projection")
