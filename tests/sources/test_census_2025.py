"""The compiled census of 2025: imputed figures are marked, wards left out, anything missing refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from small_files import MUNICIPALITIES, write

from carecompare.errors import SourceError
from carecompare.sources import read_file

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.sources import Places

COLUMNS = (
    "municipality,population,population_under_15_counted,population_65_and_over_counted,"
    "population_65_and_over_imputed,population_75_and_over_imputed,age_unknown_left_after_imputation"
)
ROWS = {code: f"{code},1000,100,300,310,160,2" for code in MUNICIPALITIES}


def table(folder: Path, rows: dict[str, str], name: str = "census_2025.csv") -> Path:
    return write(folder / name, "\n".join([COLUMNS, *rows.values(), ""]))


def test_counted_and_imputed_figures_are_told_apart(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    empty = {"07546": "07546,211,,,54,22,0", "01101": "01101,500,50,150,155,80,1"}
    reading = read_file(table(tmp_path, ROWS | empty), catalog, places=places)
    assert reading.counts is not None
    rows = reading.counts.set_index(["area", "count"])
    assert set(reading.counts["year"]) == {2025}
    assert set(reading.counts["as_of"]) == {"2025-10-01"}
    assert rows.loc[("13112", "population_65_and_over"), ["value", "status"]].tolist() == [300, "observed"]
    imputed = rows.loc[("13112", "population_65_and_over_imputed"), ["value", "status"]]
    assert imputed.tolist() == [310, "imputed"]
    assert rows.loc[("07546", "population_65_and_over"), "status"] == "missing"
    assert "01101" not in set(reading.counts["area"])
    assert [note.problem for note in reading.notes] == ["ward_left_out"]


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"13112": ""}, "areas_missing"),
        ({"again": ROWS["13112"]}, "area_twice"),
        ({"13112": "13112,many,100,300,310,160,2"}, "cell_not_number"),
        ({"13112": "99999,1000,100,300,310,160,2"}, "area_unknown"),
    ],
)
def test_a_table_that_is_wrong_is_refused(
    changed: dict[str, str], problem: str, tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    rows = {code: row for code, row in (ROWS | changed).items() if row}
    with pytest.raises(SourceError) as refused:
        read_file(table(tmp_path, rows), catalog, places=places)
    assert refused.value.problem == problem


def test_a_table_of_another_year_is_not_taken_for_it(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    with pytest.raises(SourceError) as refused:
        read_file(table(tmp_path, ROWS, "census_2030.csv"), catalog, places=places)
    assert refused.value.problem == "layout_unknown"
