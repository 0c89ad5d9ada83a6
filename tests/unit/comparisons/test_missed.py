"""A projection beside what was counted since: which year, which figure, and when it has missed."""

from __future__ import annotations

from math import nan

from carecompare.comparisons.years.missed import Checked, checked
from carecompare.text.topics.missed_words import beside

FIRST = {
    "population_ipss": 2025,
    "population_65_and_over_ipss": 2025,
    "population_75_and_over_ipss_ages": 2020,
    "population_85_and_over_ipss_ages": 2020,
}
OLDER, AGED = "population_75_and_over_ipss_ages", "population_85_and_over_ipss_ages"


def figure(count: str, year: int, value: float) -> dict[str, object]:
    return {"count": count, "year": year, "value": value}


def test_the_newest_year_that_was_counted_is_taken_and_the_imputed_figure_before_the_counted_one() -> None:
    found = checked(
        [
            *(figure(OLDER, year, 100.0 + year) for year in (2015, 2020, 2025, 2030)),
            figure("population_75_and_over", 2020, 2000.0),
            figure("population_75_and_over_imputed", 2025, 2100.0),
            figure(AGED, 2020, 50.0),
            figure(AGED, 2025, 60.0),
            figure("population_85_and_over", 2020, 45.0),
        ],
        FIRST,
    )
    assert found == [
        Checked(OLDER, "population_75_and_over_imputed", 2025, 2125.0, 2100.0),
        Checked(AGED, "population_85_and_over", 2020, 50.0, 45.0),
    ]


def test_the_base_of_a_projection_and_a_missing_figure_are_nothing_to_check() -> None:
    rows = [
        figure("population_ipss", 2020, 100.0),
        figure("population", 2020, 100.0),
        figure("population_ipss", 2025, nan),
        figure("population", 2025, 98.0),
    ]
    assert checked(rows, FIRST) == []


def test_more_than_five_per_cent_of_what_was_counted_is_a_miss() -> None:
    missed = {
        projected: Checked(OLDER, "population_75_and_over", 2020, projected, 100.0).is_missed
        for projected in (105.0, 105.1, 95.0, 94.9)
    }
    assert missed == {105.0: False, 105.1: True, 95.0: False, 94.9: True}


def test_both_figures_and_their_difference_are_said() -> None:
    said = beside("population_ipss", "令和5年推計", 2025, 256_456, 251_069, imputed=False)
    assert "推計256,456人、国勢調査251,069人" in said
    assert "国勢調査が5,387人（2.1%）少ない（令和5年推計）" in said
    assert "同じです" in beside(OLDER, "平成30年推計", 2025, 10, 10, imputed=True)
