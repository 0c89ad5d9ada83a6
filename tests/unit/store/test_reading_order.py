"""What is read for some areas comes in order, however the reading was shared out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.store import areas, figures_of_counts, open_store, rows_of_areas
from carecompare.tables import VALUES

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS = tuple(VALUES.columns)
KEY = tuple(COLUMNS.index(name) for name in ("area", "indicator", "year"))


def test_figures_come_by_area_indicator_and_year(store_file: Path) -> None:
    store = open_store(store_file)
    codes = areas(store)["area"].tolist()
    found = [tuple(row[place] for place in KEY) for row in rows_of_areas(store, codes[::3])]
    assert len({area for area, _, _ in found}) > 500
    assert found == sorted(found)  # type: ignore[type-var] # codes, names and years


def test_counts_come_by_count_area_and_year(store_file: Path) -> None:
    store = open_store(store_file)
    codes = areas(store)["area"].tolist()
    counts = ["population_65_and_over", "hospitals", "population"]
    found = [(row["count"], row["area"], row["year"]) for row in figures_of_counts(store, counts, codes)]
    assert {count for count, _, _ in found} == set(counts)
    assert found == sorted(found)
