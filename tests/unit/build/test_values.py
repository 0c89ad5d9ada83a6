from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pandas as pd
import pytest
from indicator_making import density_indicator, share_indicator

from carecompare.build.series import CountMatrix
from carecompare.build.values import indicator_values
from carecompare.catalog import Imputed, Indicator, Projection
from carecompare.tables import COUNTS, MISSING, OBSERVED, PROJECTED, VALUES

SHARE = share_indicator(
    numerator=("old",),
    denominator=("population", "-population_age_unknown"),
    last_observed_year=2015,
    projection=Projection(
        numerator=("old_projected",),
        denominator=("population_projected",),
        first_year=2020,
        fill_first_year=True,
    ),
)
DENSITY = density_indicator(
    id="density",
    numerator=("offices",),
    denominator=("population",),
    denominator_year="latest_before",
)


def matrix(*rows: tuple[str, int, str, float | None], statuses: dict[str, str] | None = None) -> CountMatrix:
    frame = pd.DataFrame(
        [
            (
                area,
                year,
                count,
                value,
                (statuses or {}).get(count, OBSERVED if value is not None else MISSING),
                "s",
                "d",
            )
            for area, year, count, value in rows
        ],
        columns=list(COUNTS.columns),
    )
    return CountMatrix(frame, sorted(set(frame["area"])))


def computed(indicator: Indicator, counts: CountMatrix) -> pd.DataFrame:
    return VALUES.check(indicator_values([indicator], counts))


def at(frame: pd.DataFrame, area: str, year: int) -> Any:
    return frame.loc[(frame["area"] == area) & (frame["year"] == year)].iloc[0]


def test_the_numerator_and_the_denominator_stay_with_the_share() -> None:
    rows = computed(
        SHARE,
        matrix(
            ("a", 2015, "old", 25),
            ("a", 2015, "population", 102),
            ("a", 2015, "population_age_unknown", 2),
        ),
    )
    share = at(rows, "a", 2015)
    assert (share["value"], share["numerator"], share["denominator"]) == (25, 25, 100)
    assert share["lower"] < 25 < share["upper"]


def test_more_than_three_per_cent_of_unknown_age_make_a_range_instead_of_an_interval() -> None:
    rows = computed(
        SHARE,
        matrix(
            ("a", 2015, "old", 20),
            ("a", 2015, "population", 100),
            ("a", 2015, "population_age_unknown", 10),
        ),
    )
    share = at(rows, "a", 2015)
    assert share["method"] == "unknown_ages"
    assert share["lower"] == pytest.approx(20.0)
    assert share["upper"] == pytest.approx(100 * 20 / 90)


def test_a_town_without_residents_has_no_share_but_a_reason() -> None:
    rows = computed(
        SHARE,
        matrix(("a", 2015, "old", 0), ("a", 2015, "population", 0), ("a", 2015, "population_age_unknown", 0)),
    )
    share = at(rows, "a", 2015)
    assert np.isnan(share["value"])
    assert share["status"] == "not_applicable"


def test_the_base_of_a_projection_is_estimated_and_later_years_are_projected() -> None:
    rows = computed(
        SHARE,
        matrix(
            *(("a", year, "old_projected", 30.0) for year in (2015, 2020, 2025)),
            *(("a", year, "population_projected", 100.0) for year in (2015, 2020, 2025)),
        ),
    )
    assert at(rows, "a", 2020)["status"] == "estimated"
    assert at(rows, "a", 2025)["status"] == "projected"
    assert 2015 not in set(rows["year"])


def test_a_town_outside_the_projection_shows_the_counted_value_of_its_base_year() -> None:
    rows = computed(
        SHARE,
        matrix(
            ("a", 2020, "old_projected", 30),
            ("a", 2020, "population_projected", 100),
            *((area, 2020, "old", 25.0) for area in "ab"),
            *((area, 2020, "population", 100.0) for area in "ab"),
            *((area, 2020, "population_age_unknown", 0.0) for area in "ab"),
        ),
    )
    assert (at(rows, "a", 2020)["value"], at(rows, "a", 2020)["status"]) == (30, "estimated")
    assert (at(rows, "b", 2020)["value"], at(rows, "b", 2020)["status"]) == (25, "observed")
    assert len(rows) == 2


def test_a_density_is_per_the_latest_census_that_is_not_later() -> None:
    rows = computed(
        DENSITY,
        matrix(
            ("a", 2010, "population", 1000),
            ("a", 2015, "population", 2000),
            ("a", 2020, "population", 4000),
            ("a", 2014, "offices", 8),
            ("a", 2020, "offices", 8),
            ("a", 2023, "offices", 8),
            ("a", 2005, "offices", 8),
        ),
    )
    assert [at(rows, "a", year)["denominator_year"] for year in (2014, 2020, 2023)] == [2010, 2020, 2020]
    assert at(rows, "a", 2014)["value"] == 8
    assert 2005 not in set(rows["year"])


def test_zero_offices_are_a_figure_and_an_absent_row_is_not() -> None:
    rows = computed(
        DENSITY,
        matrix(
            *((area, 2020, "population", 1000.0) for area in "ab"),
            ("a", 2020, "offices", 0),
        ),
    )
    assert at(rows, "a", 2020)["value"] == 0
    assert np.isnan(at(rows, "b", 2020)["value"])
    assert at(rows, "b", 2020)["status"] == "missing"


def test_an_indicator_whose_count_was_never_collected_has_no_rows() -> None:
    assert indicator_values([DENSITY], matrix(("a", 2020, "population", 1000))).empty


STANDARDISED = share_indicator(
    id="standardised",
    topic="care_need",
    kind="standardised",
    numerator=("young_certified", "old_certified"),
    denominator=("young", "old"),
)
NATION_AND_TOWN = (
    ("00", 2023, "young_certified", 10),
    ("00", 2023, "old_certified", 60),
    ("00", 2023, "young", 1000),
    ("00", 2023, "old", 1000),
    ("a", 2023, "young_certified", 2),
    ("a", 2023, "old_certified", 52),
    ("a", 2023, "young", 100),
    ("a", 2023, "old", 900),
)


def test_a_standardised_rate_takes_the_nation_of_the_same_year_as_standard() -> None:
    rows = computed(STANDARDISED, matrix(*NATION_AND_TOWN))
    expected = 100 * 0.01 + 900 * 0.06
    town = at(rows, "a", 2023)
    assert town["value"] == pytest.approx(3.5 * 54 / expected)
    assert (town["numerator"], town["denominator"], town["method"]) == (54, 1000, "indirect")
    assert at(rows, "00", 2023)["value"] == pytest.approx(3.5)


def test_without_the_nation_nothing_can_be_standardised() -> None:
    figures = [each for each in NATION_AND_TOWN if each != ("00", 2023, "old", 1000)]
    town = at(computed(STANDARDISED, matrix(*figures)), "a", 2023)
    assert np.isnan(town["value"])
    assert town["status"] == "missing"


PLAIN = msgspec.structs.replace(
    DENSITY, id="plain", numerator=("persons",), denominator=(), denominator_year="same", per=1
)
CHANGE = msgspec.structs.replace(
    PLAIN, kind="change", denominator=("persons",), denominator_year="five_years_before", per=100
)
INDEX = msgspec.structs.replace(
    PLAIN,
    kind="index",
    numerator=("young", "old"),
    denominator=("young", "old"),
    weights=(1.0, 10.0),
    denominator_year="base",
    base_year=2020,
    first_year=2020,
    per=100,
)
PUBLISHED = msgspec.structs.replace(PLAIN, kind="published")
PEAK = msgspec.structs.replace(PLAIN, kind="year")


def test_a_change_is_from_the_census_five_years_before_and_has_no_first_year() -> None:
    persons = {2000: 200.0, 2005: 150.0, 2015: 300.0, 2020: 330.0}
    rows = computed(CHANGE, matrix(*(("a", year, "persons", value) for year, value in persons.items())))
    assert rows.set_index("year")["value"].to_dict() == pytest.approx({2005: -25.0, 2020: 10.0})
    assert (at(rows, "a", 2020)["numerator"], at(rows, "a", 2020)["denominator"]) == (330, 300)
    assert at(rows, "a", 2020)["denominator_year"] == 2015
    assert set(rows["method"]) == {"none"}


def test_there_is_no_change_from_an_emptied_town() -> None:
    rows = computed(CHANGE, matrix(("a", 2015, "persons", 0), ("a", 2020, "persons", 5)))
    assert (at(rows, "a", 2020)["status"], np.isnan(at(rows, "a", 2020)["value"])) == ("not_applicable", True)


def test_an_index_is_the_weighted_sum_beside_that_of_its_base_year() -> None:
    figures = {(2015, "young"): 9, (2015, "old"): 9, (2020, "young"): 10, (2020, "old"): 1}
    figures |= {(2040, "young"): 5, (2040, "old"): 3}
    rows = computed(INDEX, matrix(*(("a", year, count, float(n)) for (year, count), n in figures.items())))
    assert rows.set_index("year")["value"].to_dict() == pytest.approx({2020: 100.0, 2040: 175.0})
    assert (at(rows, "a", 2040)["numerator"], at(rows, "a", 2040)["denominator"]) == (35, 20)


def test_what_is_made_of_a_projection_is_projected_and_of_its_base_estimated() -> None:
    rows = computed(
        PLAIN,
        matrix(("a", 2020, "persons", 5), ("b", 2020, "persons", None), statuses={"persons": PROJECTED}),
    )
    assert (at(rows, "a", 2020)["status"], at(rows, "b", 2020)["status"]) == (PROJECTED, "missing")


def test_a_published_ratio_may_be_below_zero_and_has_no_parts_and_no_total() -> None:
    rows = computed(PUBLISHED, matrix(("15202", 2020, "persons", -0.7), ("15", 2020, "other", 1)))
    town, prefecture = at(rows, "15202", 2020), at(rows, "15", 2020)
    assert (town["value"], town["method"]) == (-0.7, "published")
    assert np.isnan(town["numerator"])
    assert (prefecture["status"], prefecture["method"]) == ("missing", "not_added_up")


def test_a_peak_within_the_years_is_a_year_and_one_at_their_end_is_not() -> None:
    series = {"a": (1, 3, 2), "b": (1, 2, 3), "c": (3, 2, 1)}
    figures = [
        (area, year, "persons", float(value))
        for area, values in series.items()
        for year, value in zip((2015, 2030, 2045), values, strict=True)
    ]
    rows = computed(PEAK, matrix(*figures)).set_index("area")
    assert rows["value"].tolist() == pytest.approx([2030, np.nan, np.nan], nan_ok=True)
    assert rows["method"].tolist() == ["peak", "still_rising", "falling_already"]
    assert (rows.loc["b", "lower"], rows.loc["c", "upper"]) == (2045, 2015)
    assert rows["numerator"].tolist() == [3, 3, 3]
    assert set(rows["year"]) == {2045}


def test_what_was_counted_stands_for_the_projection_up_to_its_last_year() -> None:
    """A projection of the past is not looked at, a year that was not counted is passed over."""
    counted = {
        "a": {2000: 1, 2010: 9, 2020: 5},
        "b": {2010: 3, 2020: 4},
        "c": {2020: 9},
        "d": {2010: 1},
        "e": {2010: 9},
    }
    later = {area: {2015: 99, 2025: 6, 2045: 5} for area in "abcd"}
    figures = [
        (area, year, name, float(value))
        for name, areas in (("census", counted), ("persons", later))
        for area, years in areas.items()
        for year, value in years.items()
    ]
    rows = computed(msgspec.structs.replace(PEAK, counted=("census",)), matrix(*figures)).set_index("area")
    assert rows["value"].tolist()[:2] == [2010, 2025]
    assert rows["method"].tolist() == ["peaked", "peak", "falling_already", "peak", "none"]
    assert rows["numerator"].tolist()[:4] == [9, 6, 9, 99]
    assert np.isnan(rows.loc["e", "numerator"])


IMPUTED_SHARE = msgspec.structs.replace(
    SHARE,
    last_observed_year=2020,
    imputed=Imputed(numerator=("old_imputed",), denominator=("population", "-left")),
    projection=Projection(
        numerator=("old_projected",), denominator=("population_projected",), first_year=2020
    ),
)


def test_what_was_imputed_takes_the_place_of_what_was_projected_and_says_so() -> None:
    rows = computed(
        IMPUTED_SHARE,
        matrix(
            *(("a", year, "old_projected", 40.0) for year in (2020, 2025, 2030)),
            *(("a", year, "population_projected", 100.0) for year in (2020, 2025, 2030)),
            *(("a", year, "population", 100.0) for year in (2020, 2025)),
            ("a", 2020, "population_age_unknown", 0),
            ("a", 2020, "old", 30),
            ("a", 2025, "old_imputed", 36),
            ("a", 2025, "left", 10),
            statuses={"old_imputed": "imputed", "left": "imputed"},
        ),
    )
    found = {year: (row["value"], row["status"]) for year, row in rows.set_index("year").iterrows()}
    assert found == {2020: (30, OBSERVED), 2025: (40, "imputed"), 2030: (40, PROJECTED)}


def test_a_density_is_per_the_imputed_census_for_every_area_alike() -> None:
    """The other's denominator of the counted census is no substitute where its imputed one is missing."""
    density = msgspec.structs.replace(DENSITY, denominator_imputed=("imputed",))
    rows = computed(
        density,
        matrix(
            *(("a", year, "offices", 4.0) for year in (2020, 2025)),
            *(("b", year, "offices", 4.0) for year in (2020, 2025)),
            *((area, 2020, "population", 1000.0) for area in "ab"),
            ("b", 2025, "population", 900),
            ("a", 2025, "imputed", 500),
            ("b", 2025, "imputed", None),
            statuses={"imputed": "imputed"},
        ),
    )
    assert (at(rows, "a", 2020)["denominator"], at(rows, "a", 2020)["status"]) == (1000, OBSERVED)
    assert (at(rows, "a", 2025)["denominator"], at(rows, "a", 2025)["status"]) == (500, "imputed")
    assert np.isnan(at(rows, "b", 2025)["value"])
