"""The shipped residents by sex and age, against the publishers' files read by pandas alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.paths import Paths

SOME = ["01100", "13112", "15202", "31389", "46523"]


def shipped(paths: Paths) -> pd.DataFrame:
    return pd.read_parquet(paths.figures / "ages" / "ages.parquet")


def test_the_census_is_shipped_band_by_band(official: Path, paths: Paths) -> None:
    rows = pd.read_csv(official / "census" / "2020_table_2-7-1.csv", skiprows=10, dtype="str", header=None)
    rows = rows[rows[6] == "0"]
    ages = shipped(paths).query("source == 'census'")
    assert ages["area"].nunique() == 1741 + 47 + 1
    for sex, code in (("male", "1"), ("female", "2")):
        published = rows[rows[4] == code].set_index(8)
        for area in [*SOME, "00000", "15000"]:
            own = ages[(ages["area"] == (area[:2] if area.endswith("000") else area)) & (ages["sex"] == sex)]
            cells = published.loc[area].iloc[11:33].str.replace(",", "").replace("-", "0").astype(int)
            assert [*own.sort_values("age")["persons"]][1:] == [*cells][:21], area
            assert own.set_index("age")["persons"][-1] == cells.iloc[21], area


def test_municipalities_add_up_to_the_prefectures_and_the_nation_in_every_band(paths: Paths) -> None:
    ages = shipped(paths).query("source == 'census'")
    municipal = ages[ages["area"].str.len() == 5]
    key = ["sex", "age"]
    nation = ages[ages["area"] == "00"].set_index(key)["persons"]
    assert (municipal.groupby(key)["persons"].sum() == nation).all()
    assert nation.sum() == 126_146_099


def test_the_projection_is_shipped_year_by_year(official: Path, paths: Paths) -> None:
    rows = pd.read_csv(official / "ipss" / "2018_age5_sex.csv", dtype={"コード": "str"})
    rows["area"] = rows["コード"].str.zfill(5)
    ages = shipped(paths).query("source == 'ipss_ages'")
    assert set(ages["year"]) == {2015, 2020, 2025, 2030, 2035, 2040, 2045}
    for year in (2015, 2045):
        published = rows[rows["年"] == f"{year}年"].set_index("area")
        for sex, ending in (("male", "m"), ("female", "f")):
            columns = [each for each in rows if each.endswith(f"/{ending}")]
            for area in SOME:
                own = ages[(ages["area"] == area) & (ages["year"] == year) & (ages["sex"] == sex)]
                assert [*own.sort_values("age")["persons"]] == [*published.loc[area, columns]], area
            country = ages[(ages["area"] == "00") & (ages["year"] == year) & (ages["sex"] == sex)]
            expected = published[published["市などの別"] == "a"][columns].to_numpy().sum()
            assert country["persons"].sum() == expected


def test_the_table_stays_small(paths: Paths) -> None:
    assert (paths.figures / "ages" / "ages.parquet").stat().st_size < 1_200_000
