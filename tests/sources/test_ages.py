"""Residents by sex and age, as they are read, kept and replaced."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from small_files import MUNICIPALITIES, census_text, ipss_ages_text, write

from carecompare.sources import Figures, Reading, imported, merged, read_file, write_edition
from carecompare.sources.figures import empty
from carecompare.sources.publishers.ages import read_ages, with_ages
from carecompare.tables import AGES, OFFICES

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.sources import Places


def persons(ages: pd.DataFrame, **where: object) -> int:
    rows = ages
    for column, value in where.items():
        rows = rows[rows[column] == value]
    return int(rows["persons"].sum())


def test_a_projection_gives_each_sex_and_band_of_municipalities_prefectures_and_the_nation(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    ages = read_file(write(tmp_path / "2018.csv", ipss_ages_text()), catalog, places=places).ages
    assert ages is not None
    assert persons(ages, area="13112", year=2020) == 100
    assert persons(ages, area="13112", year=2020, sex="female", age=90) == 5
    assert persons(ages, area="40231", year=2020, sex="male", age=0) == 2
    assert persons(ages, area="07", year=2020) == 300
    assert persons(ages, area="00", year=2020) == persons(
        ages[ages["area"].str.len() == 2].query("area != '00'"), year=2020
    )
    assert "01101" not in set(ages["area"])
    assert set(ages["area"]) >= {code for code in MUNICIPALITIES if code[:2] not in {"07", "40"}}


def test_a_census_without_the_bands_gives_none(tmp_path: Path, catalog: Catalog, places: Places) -> None:
    path = write(tmp_path / "2020_table_2-7-1.csv", census_text(), "utf-8-sig")
    assert read_file(path, catalog, places=places).ages is None


def test_ages_are_kept_beside_the_figures_and_read_again(
    tmp_path: Path, catalog: Catalog, places: Places
) -> None:
    folder = tmp_path / "figures"
    reading = read_file(write(tmp_path / "2018.csv", ipss_ages_text()), catalog, places=places)
    write_edition(
        folder, merged(Figures(), [reading], catalog, places=places, offices=lambda _: empty(OFFICES.columns))
    )
    kept = read_ages(folder)
    assert list(kept.columns) == list(AGES.columns)
    assert persons(kept, area="13112", year=2015) == 100
    again = imported(folder, [write(tmp_path / "2018.csv", ipss_ages_text(("2015年", "2020年")))], catalog)
    assert len(again.ages) == len(kept)


def test_new_ages_stand_in_the_place_of_those_of_the_same_source_and_year_only() -> None:
    def rows(source: str, year: int, count: int) -> pd.DataFrame:
        return pd.DataFrame([("13112", year, source, "male", 0, count)], columns=list(AGES.columns))

    before = pd.concat([rows("census", 2020, 1), rows("projection", 2020, 2), rows("projection", 2040, 3)])
    after = with_ages(before, [Reading("projection", "f", "0", ages=rows("projection", 2020, 9))])
    held = {(row.source, row.year): row.persons for row in after.itertuples()}
    assert held == {("census", 2020): 1, ("projection", 2020): 9, ("projection", 2040): 3}
