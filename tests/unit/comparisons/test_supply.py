from __future__ import annotations

import math

import pytest

from carecompare.comparisons import supply
from carecompare.comparisons.supply import AGED, OLDER, peak
from carecompare.tables import COUNTS, Row


def counts(offices: dict[str, float | None], people: dict[str, dict[int, float]]) -> list[Row]:
    rows = [
        ("15202", 2025, name, math.nan if value is None else value, "observed", "care_offices", "")
        for name, value in offices.items()
    ]
    rows += [
        ("15202", year, series, value, "projected", "ipss", "")
        for series, years in people.items()
        for year, value in years.items()
    ]
    return [dict(zip(COUNTS.columns, row, strict=True)) for row in rows]


PEOPLE = {
    OLDER: {2020: 900.0, 2025: 1000.0, 2030: 1200.0, 2045: 800.0},
    AGED: {2025: 2000.0, 2045: 1900.0, 2050: 1500.0},
}


def test_offices_follow_the_population_of_their_own_year() -> None:
    result = supply(counts({"x": 12, "y": 8}, PEOPLE), ["x", "y"], 2025, "15202")
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
    result = supply(counts({"x": 20}, PEOPLE), ["x"], 2025, "15202")
    older, aged = result.last(OLDER), result.last(AGED)
    assert older is not None
    assert aged is not None
    assert (older["year"], aged["year"]) == (2045, 2050)


@pytest.mark.parametrize(
    ("offices", "reason"), [(9, "few_offices"), (10, ""), (0, "no_office"), (None, "offices_unknown")]
)
def test_few_none_or_unknown_offices_have_a_reason(offices: float | None, reason: str) -> None:
    assert supply(counts({"x": offices}, PEOPLE), ["x"], 2025, "15202").reason == reason


def test_one_unknown_part_makes_the_sum_unknown() -> None:
    result = supply(counts({"x": 12, "y": None}, PEOPLE), ["x", "y"], 2025, "15202")
    assert math.isnan(result.offices)


def test_without_a_projection_nothing_is_said() -> None:
    result = supply(counts({"x": 20}, {}), ["x"], 2025, "15202")
    assert (result.rows, result.reason) == ([], "no_projection")
    assert peak(result.rows) is None


def test_the_peak_is_the_highest_year_and_may_be_the_last_known() -> None:
    rows = supply(counts({"x": 20}, PEOPLE), ["x"], 2020, "15202").rows
    assert peak(rows) == (2030, 1200, False)
    assert peak([row for row in rows if row["year"] <= 2030]) == (2030, 1200, True)
