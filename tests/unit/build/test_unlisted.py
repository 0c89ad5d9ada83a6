from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import pytest

from carecompare.build.totals import with_totals
from carecompare.build.unlisted import with_unlisted, without_doubtful_zeros
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
    ("31389", 2025, "hospital_beds", 0.0),
    ("31389", 2025, "hospitals_listed", 0.0),
]
PUBLISHED = ("31", 2025, "hospital_beds", 300.0)


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
    after = without_doubtful_zeros(given, areas(), catalog)
    value, held = cell(after, "31389")
    assert held == status
    assert (value == 0) == (status == "observed")
    assert cell(after, "31201") == [300, "observed"]


def test_the_prefecture_keeps_what_is_listed_in_it(catalog: Catalog) -> None:
    given = counts(*BEDS, PUBLISHED, ("31389", 2023, "hospitals", 1.0))
    total = with_totals(without_doubtful_zeros(given, areas(), catalog), areas())
    assert cell(total, "31") == [300, "observed"]


def test_a_listed_hospital_without_beds_of_a_kind_has_none_of_them(catalog: Catalog) -> None:
    given = counts(*BEDS, ("31201", 2025, "hospital_beds_general", 0.0), ("31201", 2023, "hospitals", 2.0))
    after = without_doubtful_zeros(given, areas(), catalog)
    assert cell(after, "31201", "hospital_beds_general") == [0, "observed"]


def test_a_zero_of_a_count_of_its_own_is_left(catalog: Catalog) -> None:
    given = counts(("31389", 2025, "hospitals_listed", 0.0), ("31389", 2023, "hospitals", 1.0))
    after = without_doubtful_zeros(given, areas(), catalog)
    assert cell(after, "31389", "hospitals_listed") == [0, "observed"]


def test_a_value_says_that_its_institutions_are_not_listed(catalog: Catalog) -> None:
    values = pd.DataFrame(
        {
            "indicator": ["hospital_beds_per_100000", "hospital_beds_per_100000", "hospitals_per_100000"],
            "value": [float("nan"), 5.0, float("nan")],
            "status": ["not_collected", "observed", "not_collected"],
            "method": ["none", "byar", "none"],
        }
    )
    after = with_unlisted(values, catalog.indicators.values(), catalog)
    assert after["method"].tolist() == ["unlisted", "byar", "none"]
