"""The national list agrees with the comparison of one municipality."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import pytest

from carecompare.comparisons import (
    comparison,
    indicator_year,
    labelled_areas,
    municipal,
    nationwide,
)
from carecompare.store import areas
from carecompare.store.in_memory import indicator_values

if TYPE_CHECKING:
    from carecompare.catalog import Catalog
    from carecompare.rows import LabelledArea
    from carecompare.store import Store

OWNS = ("15202", "46523", "13402", "31389", "13112", "20206")
WHAT = (
    ("share_65_and_over", 2020),
    ("share_75_and_over", 2020),
    ("certification_rate", 2023),
    ("care_offices_540_per_1000_75_and_over", 2025),
)


@pytest.fixture(scope="module")
def labelled(store: Store) -> dict[str, LabelledArea]:
    return labelled_areas(areas(store))


@pytest.mark.parametrize(("item", "year"), WHAT)
def test_rank_value_and_reason_are_those_of_the_comparison(
    store: Store, labelled: dict[str, LabelledArea], catalog: Catalog, item: str, year: int
) -> None:
    indicator = catalog.indicators[item]
    labels = {code: each["label_ja"] for code, each in labelled.items()}
    municipalities = {each["area"]: each["label_ja"] for each in municipal(labelled)}
    figures = indicator_year(indicator_values(store).over_all_areas(item, year))
    listed = {row["area"]: row for row in nationwide(figures, municipalities, indicator, year)}
    assert len(listed) == 1741
    for own in OWNS:
        result = comparison(figures, labels, indicator, year, own, [])
        row = listed[own]
        assert row["ranked"] == result.in_nation.of
        for name, expected in (("value", result.own["value"]), ("rank", result.in_nation.position)):
            assert row[name] == expected or (math.isnan(row[name]) and math.isnan(expected)), (own, name)
        assert row["reason"] == result.own["reason"]
