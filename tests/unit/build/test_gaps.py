from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from carecompare.build.gaps import gaps_of_lists, with_gaps, without_doubtful_zeros
from carecompare.build.totals import with_totals
from carecompare.tables import AREAS, COUNTS

if TYPE_CHECKING:
    from carecompare.catalog import Catalog


def areas() -> pd.DataFrame:
    rows = [
        ("00", "nation", "全国", None, None, None, None, None),
        ("31", "prefecture", "鳥取県", None, None, None, None, None),
        *((code, "municipality", code, "かな", "31", "鳥取県", 35.0, 133.0) for code in ("31201", "31389")),
    ]
    return pd.DataFrame(rows, columns=list(AREAS.columns))


def counts(*rows: tuple[str, int, str, float]) -> pd.DataFrame:
    return pd.DataFrame([(*row, "observed", "source", "2025") for row in rows], columns=list(COUNTS.columns))


def cell(frame: pd.DataFrame, area: str, count: str = "hospital_beds") -> list[object]:
    row = frame[(frame["area"] == area) & (frame["count"] == count)]
    return row[["value", "status"]].iloc[0].tolist()


BEDS = [
    ("31201", 2025, "hospital_beds", 300.0),
    ("31201", 2025, "hospitals_listed", 2.0),
    ("31201", 2025, "hospitals_with_beds", 2.0),
    ("31389", 2025, "hospital_beds", 0.0),
    ("31389", 2025, "hospitals_listed", 0.0),
    ("31389", 2025, "hospitals_with_beds", 0.0),
]
PUBLISHED = ("31", 2025, "hospital_beds", 300.0)


def mended(given: pd.DataFrame, catalog: Catalog) -> pd.DataFrame:
    return without_doubtful_zeros(given, gaps_of_lists(given, areas(), catalog))


def gaps_of(given: pd.DataFrame, catalog: Catalog, count: str = "hospital_beds") -> dict[str, list[float]]:
    gaps = gaps_of_lists(given, areas(), catalog)
    rows = gaps[gaps["count"] == count].set_index("area")
    return {str(area): row for area, row in rows[["listed", "known", "expected"]].T.to_dict("list").items()}


@pytest.mark.parametrize(
    ("hospitals", "status"),
    [
        ([(2023, 1.0)], "not_collected"),
        ([(2023, 0.0)], "observed"),
        ([(2020, 1.0), (2023, 0.0)], "observed"),
        ([(2020, 0.0), (2025, 1.0)], "not_collected"),
        ([(2026, 1.0)], "observed"),
        ([], "observed"),
    ],
)
def test_a_zero_is_believed_unless_the_last_figure_of_another_source_denies_it(
    hospitals: list[tuple[int, float]], status: str, catalog: Catalog
) -> None:
    given = counts(*BEDS, PUBLISHED, *(("31389", year, "hospitals", value) for year, value in hospitals))
    after = mended(given, catalog)
    value, held = cell(after, "31389")
    assert held == status
    assert (value == 0) == (status == "observed")
    assert cell(after, "31201") == [300, "observed"]


def test_the_prefecture_keeps_what_is_listed_in_it(catalog: Catalog) -> None:
    given = counts(*BEDS, ("31389", 2023, "hospitals", 1.0))
    gaps = gaps_of_lists(given, areas(), catalog)
    total = without_doubtful_zeros(with_totals(given, areas()), gaps)
    assert cell(total, "31389")[1] == "not_collected"
    assert cell(total, "31") == [300, "observed"]


def test_a_listed_hospital_without_beds_of_a_kind_has_none_of_them(catalog: Catalog) -> None:
    kinds = [("31201", 2025, "hospital_beds_general", 0.0), ("31201", 2025, "hospitals_with_kinds", 2.0)]
    after = mended(counts(*BEDS, *kinds, ("31201", 2023, "hospitals", 2.0)), catalog)
    assert cell(after, "31201", "hospital_beds_general") == [0, "observed"]


def test_a_zero_of_a_count_of_its_own_is_left(catalog: Catalog) -> None:
    given = counts(("31389", 2025, "hospitals_listed", 0.0), ("31389", 2023, "hospitals", 1.0))
    assert cell(mended(given, catalog), "31389", "hospitals_listed") == [0, "observed"]


def test_a_place_with_fewer_hospitals_than_another_source_counts_is_incomplete(catalog: Catalog) -> None:
    """The last figure of the other source counts, in the prefecture and the nation too."""
    given = counts(*BEDS, ("31201", 2020, "hospitals", 9.0), ("31201", 2023, "hospitals", 3.0))
    assert gaps_of(given, catalog) == {"31201": [2, 2, 3], "31": [2, 2, 3], "00": [2, 2, 3]}


def test_a_hospital_without_beds_makes_its_town_incomplete_and_not_its_prefecture(catalog: Catalog) -> None:
    known = [row if row[2] != "hospitals_with_beds" else (*row[:3], row[3] / 2) for row in BEDS]
    given = counts(*known, ("31201", 2023, "hospitals", 1.0))
    assert gaps_of(given, catalog) == {"31201": [2, 1, 2]}


def test_a_place_with_more_hospitals_than_counted_is_complete(catalog: Catalog) -> None:
    assert gaps_of(counts(*BEDS, ("31201", 2023, "hospitals", 1.0)), catalog) == {}


def test_no_office_of_any_service_is_no_zero_where_someone_is_75(catalog: Catalog) -> None:
    offices = pd.DataFrame(
        [
            (area, 2025, f"care_offices_{service}", float(value), "observed", "care_offices", "2025-12-01")
            for area, *values in (("31201", 0, 3), ("31389", 0, 0))
            for service, value in zip(("110", "150"), values, strict=True)
        ],
        columns=list(COUNTS.columns),
    )
    assert cell(mended(offices, catalog), "31389", "care_offices_110") == [0, "observed"]
    older = counts(*((area, 2020, "population_75_and_over", 90.0) for area in ("31201", "31389")))
    after = mended(pd.concat([offices, older], ignore_index=True), catalog)
    assert cell(after, "31389", "care_offices_110")[1] == "not_collected"
    assert cell(after, "31389", "care_offices_150")[1] == "not_collected"
    assert cell(after, "31201", "care_offices_110") == [0, "observed"]


def test_a_value_says_whether_institutions_are_missing_or_not_listed_at_all(catalog: Catalog) -> None:
    nan = float("nan")
    beds = "hospital_beds_per_100000"
    values = pd.DataFrame(
        [
            ("a", 2025, beds, nan, nan, nan, "not_collected", "none"),
            ("b", 2025, beds, 5.0, 4.0, 6.0, "observed", "byar"),
            ("c", 2025, beds, 5.0, 4.0, 6.0, "observed", "byar"),
            ("b", 2025, "hospitals_per_100000", 5.0, 4.0, 6.0, "observed", "byar"),
            ("b", 2024, beds, nan, nan, nan, "not_collected", "none"),
        ],
        columns=["area", "year", "indicator", "value", "lower", "upper", "status", "method"],
    )
    gaps = pd.DataFrame(
        [("a", 2025, "hospital_beds", 0.0, 0.0, 1.0), ("b", 2025, "hospital_beds", 2.0, 2.0, 3.0)],
        columns=["area", "year", "count", "listed", "known", "expected"],
    )
    after = with_gaps(values, catalog.indicators.values(), gaps)
    assert after["method"].tolist() == ["unlisted", "incomplete", "byar", "byar", "none"]
    assert after["value"].tolist()[1:4] == [5, 5, 5]
    assert after["lower"].isna().tolist() == [True, True, False, False, True]
