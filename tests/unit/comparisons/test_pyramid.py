"""A population pyramid in rows: what is in a band, what is in none, and whose generation it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from carecompare.comparisons import pyramid
from carecompare.store import ages_of

if TYPE_CHECKING:
    from carecompare.rows import AgeRow
    from carecompare.store import Store


def row(age: int, persons: int, sex: str = "male", year: int = 2020, source: str = "census") -> AgeRow:
    return {"area": "15202", "year": year, "source": source, "sex": sex, "age": age, "persons": persons}


def test_bands_above_the_last_one_are_added_to_it_and_unknown_ages_are_in_none() -> None:
    made = pyramid(
        [row(0, 10), row(90, 3), row(95, 2), row(100, 1), row(-1, 7), row(0, 5, "female")],
        2020,
        "census",
    )
    assert made is not None
    assert (made.rows[0]["male"], made.rows[0]["female"]) == (10, 5)
    assert (made.rows[-1]["age"], made.rows[-1]["last_age"], made.rows[-1]["male"]) == (90, -1, 6)
    assert (made.persons, made.unknown) == (21, 7)
    assert sum(each["male_share"] + each["female_share"] for each in made.rows) == pytest.approx(100)


def test_what_is_counted_and_what_is_projected_of_one_year_stay_apart() -> None:
    both = [row(0, 10), row(0, 12, source="ipss_ages")]
    made = [pyramid(both, 2020, source) for source in ("census", "ipss_ages")]
    assert [each and each.persons for each in made] == [10, 12]
    assert pyramid(both, 2025, "census") is None


@pytest.mark.parametrize(
    ("year", "older", "younger"), [(2015, 65, 40), (2020, 70, 45), (2025, 75, 50), (2040, None, 65)]
)
def test_the_generations_move_up_a_band_every_five_years(year: int, older: int | None, younger: int) -> None:
    """Born 1947 to 1949 and 1971 to 1974; in the open band they are no longer told apart."""
    made = pyramid([row(0, 1, year=year)], year, "census")
    assert made is not None
    bands = {each["generation"]: each["age"] for each in made.rows if each["generation"]}
    expected = {"baby_boomers": older, "second_baby_boomers": younger}
    assert bands == {name: age for name, age in expected.items() if age is not None}


def test_everyone_of_no_age_makes_shares_of_nothing() -> None:
    made = pyramid([row(-1, 3)], 2020, "census")
    assert made is not None
    assert {each["male_share"] for each in made.rows} == {0.0}


def test_the_store_has_the_pyramid_of_a_municipality_now_and_projected(store: Store) -> None:
    """Nagaoka in table 2-7-1 of 2020 and in the projection of 2018, read off both files."""
    ages = ages_of(store, "15202")
    now, later = pyramid(ages, 2020, "census"), pyramid(ages, 2040, "ipss_ages")
    assert now is not None
    assert later is not None
    assert (now.persons, now.unknown, later.persons) == (264_030, 2_906, 221_647)
    assert (now.rows[14]["male"], now.rows[14]["female"]) == (9_918, 10_563)
    assert pyramid(ages_of(store, "07204"), 2040, "ipss_ages") is None
    assert pyramid(ages_of(store, "07"), 2040, "ipss_ages") is not None
