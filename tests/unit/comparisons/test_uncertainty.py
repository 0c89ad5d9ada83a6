from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest
from indicator_making import indicator_year_of

from carecompare.comparisons import comparison, rank_ranges, shrunk_value
from carecompare.measures.rates import density
from carecompare.measures.shrinkage import shrunk_counts
from carecompare.tables import VALUES

if TYPE_CHECKING:
    from carecompare.catalog import Catalog, Indicator

TOWNS = {
    "31389": (12, 1000),
    "31202": (40, 2000),
    "31201": (160, 5000),
    "02445": (9, 1000),
    "02201": (50, 900),
}
LABELS = {code: code for code in (*TOWNS, "31", "00")}


@pytest.fixture
def service(catalog: Catalog) -> Indicator:
    return catalog.indicators["care_offices_110_per_1000_75_and_over"]


def values(status: str = "observed") -> pd.DataFrame:
    counts, people = np.array(list(TOWNS.values()), dtype=float).T
    found = density(counts, people, per=1000)
    return pd.DataFrame(
        {
            "area": list(TOWNS),
            "year": 2025,
            "indicator": "i",
            "value": found.value,
            "lower": found.lower,
            "upper": found.upper,
            "numerator": counts,
            "denominator": people,
            "denominator_year": 2020,
            "method": found.method,
            "status": [status, *["observed"] * 4],
        }
    )[list(VALUES.columns)]


def test_a_range_holds_its_rank_and_a_withheld_rank_has_none(service: Indicator) -> None:
    result = comparison(indicator_year_of(values()), LABELS, service, 2025, "31389", list(TOWNS)[1:])
    found = rank_ranges(result.rows)

    assert set(found) == {"31389", "31202", "31201", "02201"}
    for row in result.rows:
        if row["area"] in found:
            best, worst = found[row["area"]]
            assert 1 <= best <= row["rank"] <= worst <= result.among.of
    assert found["02201"] == (1, 1)
    assert found["31389"].best < found["31389"].worst


def test_the_figure_of_an_insurer_of_several_moves_no_rank(service: Indicator) -> None:
    result = comparison(indicator_year_of(values("insurer_level")), LABELS, service, 2025, "31389", ["31202"])
    # Nobody is left to compare with, and who stands alone has no rank.
    assert "insurer_level" in {row["reason"] for row in result.rows}
    assert rank_ranges(result.rows) == {}


def test_nothing_ranked_has_no_ranges(service: Indicator) -> None:
    result = comparison(indicator_year_of(values().iloc[:0]), LABELS, service, 2025, "31389", ["31202"])
    assert rank_ranges(result.rows) == {}


def test_a_small_figure_is_drawn_to_its_prefecture_only(service: Indicator) -> None:
    found = shrunk_value(indicator_year_of(values()), service, "31389")
    expected = shrunk_counts([12, 40, 160], [1000, 2000, 5000]).value[0] * 1000

    assert found == pytest.approx(expected)
    assert 12 < found < 160 / 5


def test_a_figure_of_a_hundred_events_or_of_an_insurer_is_not_drawn(service: Indicator) -> None:
    assert math.isnan(shrunk_value(indicator_year_of(values()), service, "31201"))
    assert math.isnan(shrunk_value(indicator_year_of(values("insurer_level")), service, "31389"))
    assert math.isnan(shrunk_value(indicator_year_of(values()), service, "99999"))


def test_a_population_is_not_drawn(catalog: Catalog) -> None:
    assert math.isnan(shrunk_value(indicator_year_of(values()), catalog.indicators["population"], "31389"))
