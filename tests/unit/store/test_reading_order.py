"""What is read for some areas comes in order, however the reading was shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.store import areas, figures_of_counts, open_store

if TYPE_CHECKING:
    from pathlib import Path


def test_counts_come_by_count_area_and_year(store_file: Path) -> None:
    store = open_store(store_file)
    codes = [each["area"] for each in areas(store)]
    counts = ["population_65_and_over", "hospitals", "population"]
    found = [(row["count"], row["area"], row["year"]) for row in figures_of_counts(store, counts, codes)]
    assert {count for count, _, _ in found} == set(counts)
    assert found == sorted(found)
