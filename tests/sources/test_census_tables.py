"""The census as Excel tables: ages, everybody, families; what is refused and why."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import pytest
from census_files import ages_file, families_file, first_counts_file, population_file, residents
from small_files import MUNICIPALITIES

from carecompare.errors import SourceError
from carecompare.sources import Places, Reading, read_file
from carecompare.text.errors.explain import sentence

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog


def value(reading: Reading, count: str, area: str) -> float:
    assert reading.counts is not None
    rows = reading.counts
    return float(rows.loc[(rows["count"] == count) & (rows["area"] == area), "value"].item())


def test_ages_are_read_and_what_the_table_does_not_add_up_is_the_sum_of_its_ages(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ages_file(tmp_path), catalog, places=places)
    assert reading.counts is not None
    assert (reading.source, reading.edition) == ("census", "2025")
    assert set(reading.counts["year"]) == {2025}
    assert set(reading.counts["as_of"]) == {"2025-10-01"}
    assert value(reading, "population", "13112") == 110
    assert value(reading, "population_65_and_over", "13112") == 40
    assert value(reading, "population_75_and_over", "13112") == 30
    assert value(reading, "population_85_and_over", "13112") == 20
    assert value(reading, "population_age_unknown", "13112") == 5
    assert len(reading.counts) == 7 * len(MUNICIPALITIES)


def test_the_census_after_is_read_without_a_change_of_the_program(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    path = ages_file(tmp_path, era="令和１２年", year="2030")
    reading = read_file(path, catalog, places=places)
    assert reading.counts is not None
    assert set(reading.counts["year"]) == {2030}


def test_an_area_of_before_the_mergers_with_a_code_of_today_is_left_out(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(ages_file(tmp_path), catalog, places=places)
    assert value(reading, "population", "13112") == 110


def test_headings_of_another_year_than_the_title_are_refused(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    with pytest.raises(SourceError) as caught:
        read_file(ages_file(tmp_path, era="令和２年"), catalog, places=places)
    assert caught.value.problem == "date_contradicts"
    assert "2025" in sentence(caught.value)


def test_ages_that_do_not_add_up_are_refused_and_rounded_ones_are_a_note(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    off = residents()
    off[0] += 30
    with pytest.raises(SourceError, match="parts_do_not_add_up"):
        read_file(ages_file(tmp_path, cells={"13112": off}), catalog, places=places)
    near = residents()
    near[0] += 1
    reading = read_file(ages_file(tmp_path, cells={"13112": near}), catalog, places=places)
    assert ("sums_rounded", 3) in [(note.problem, note.number) for note in reading.notes]


def test_imputed_figures_are_a_source_of_their_own(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    path = ages_file(tmp_path, basis="【不詳補完値】")
    counted = {name: each for name, each in catalog.counts.items() if "census_imputed" not in each.read}
    with pytest.raises(SourceError, match="census_imputed_unread"):
        read_file(path, replace(catalog, counts=counted), places=places)
    older = catalog.counts["population_65_and_over"]
    imputed = msgspec.structs.replace(older, id="older_imputed", read={"census_imputed": "R3"})
    known = replace(catalog, counts={**counted, "older_imputed": imputed})
    reading = read_file(path, known, places=places)
    assert reading.source == "census_imputed"
    assert reading.counts is not None
    assert set(reading.counts["count"]) == {"older_imputed"}
    assert set(reading.counts["status"]) == {"imputed"}
    everybody = population_file(tmp_path, basis="【不詳補完値】")
    with pytest.raises(SourceError, match="census_imputed_unread"):
        read_file(everybody, known, places=places)


def test_everybody_is_read_from_the_table_of_populations(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(population_file(tmp_path), catalog, places=places)
    assert reading.counts is not None
    assert set(reading.counts["count"]) == {"population"}
    assert value(reading, "population", "46523") == 110


def test_households_and_those_living_alone_are_read_from_the_table_of_families(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    reading = read_file(families_file(tmp_path), catalog, places=places)
    assert value(reading, "households", "13112") == 40
    assert value(reading, "households_living_alone_65_and_over", "13112") == 4


def test_a_table_of_families_without_the_aged_says_which_heading_is_missing(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    with pytest.raises(SourceError) as caught:
        read_file(families_file(tmp_path, aged="4_うち18歳未満世帯員のいる一般世帯"), catalog, places=places)
    assert "65歳以上世帯員のいる" in sentence(caught.value)


def test_first_counts_are_named_and_the_final_tables_asked_for(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    with pytest.raises(SourceError) as caught:
        read_file(first_counts_file(tmp_path), catalog, places=places)
    assert "速報" in sentence(caught.value)
    assert "第2-7表" in sentence(caught.value)
