"""What `values` prints of 2025, against the compiled census, its prefectures and the census of 2020."""

from __future__ import annotations

import io
import subprocess
import sys
from typing import TYPE_CHECKING

import pandas as pd
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Printed = Callable[..., pd.DataFrame]

MUNICIPALITIES = 1741
NAGAOKA = "15202"
# Nobody lived in Futaba in 2020, so that the source gives no growth.
WITHOUT_GROWTH = {"07546"}
# Their boundary moved between the censuses: the source compares with a population of 2020 cut anew.
MOVED_BOUNDARY = {"26107", "26109"}
# Compiled from the city's wards: the published table has no growth of the city itself.
WRITTEN_DIGITS = 0.0051


@pytest.fixture(scope="module")
def compiled(official: Path) -> pd.DataFrame:
    return pd.read_csv(
        official.parent / "figures" / "census_2025.csv", dtype={"municipality": "str"}
    ).set_index("municipality")


@pytest.fixture(scope="module")
def census(official: Path) -> pd.Series[int]:
    """Residents of every area of the census before, wards among them."""
    rows = pd.read_csv(official / "census" / "2020_table_2-7-1.csv", skiprows=10, dtype="str", header=None)
    wanted = rows[(rows[4] == "0") & (rows[6] == "0")]
    return wanted.set_index(8)[11].str.replace(",", "").replace("-", "0").astype(int)


@pytest.fixture(scope="module")
def printed(store_file: Path, pytestconfig: pytest.Config) -> Printed:
    assert store_file.is_file()

    def asks(indicator: str, year: int) -> pd.DataFrame:
        command = [sys.executable, "-m", "carecompare", "values", "--indicator", indicator]
        finished = subprocess.run(
            [*command, "--year", str(year)],
            cwd=pytestconfig.rootpath,
            capture_output=True,
            text=True,
            check=True,
        )
        return pd.read_csv(io.StringIO(finished.stdout), dtype={"area": "str"}).set_index("area")

    return asks


def municipal(compiled: pd.DataFrame) -> pd.DataFrame:
    return compiled[compiled["kind"] != "designated_ward"]


def test_every_municipality_has_its_population_of_2025(compiled: pd.DataFrame, printed: Printed) -> None:
    rows = printed("population", 2025)
    expected = municipal(compiled)["population"]
    assert len(expected) == MUNICIPALITIES
    assert (rows["value"].reindex(expected.index) == expected).all()
    assert set(rows["status"]) == {"observed"}
    assert rows["value"]["00"] == 122_972_528


def test_prefectures_are_as_published(official: Path, printed: Printed) -> None:
    published = pd.read_csv(
        official.parent / "figures" / "census_2025_prefectures.csv", dtype={"prefecture_code": "str"}
    )
    published = published.set_index(published["prefecture_code"].str[:2])
    prefectures = published[published.index != "00"]
    assert len(prefectures) == 47
    residents, older = printed("population", 2025), printed("share_65_and_over", 2025)
    aged = printed("share_75_and_over", 2025)
    assert (residents["value"][prefectures.index] == prefectures["population_2025"]).all()
    assert older["value"][prefectures.index].round(5).to_list() == pytest.approx(
        prefectures["share_65_imputed_percent"].to_list(), abs=2e-5
    )
    over_75 = prefectures["age75_79_imputed"] + prefectures["over80_imputed"]
    assert (aged["numerator"][prefectures.index] == over_75).all()
    assert aged["numerator"]["00"] == 8_353_281 + 12_815_871


def test_the_growth_since_2020_is_that_of_the_source_except_where_a_boundary_moved(
    compiled: pd.DataFrame, census: pd.Series[int], printed: Printed
) -> None:
    growth = printed("population_change_5_years", 2025)["value"]
    given = municipal(compiled)
    published = given[given["change_source"] == "published"]["change_percent"]
    assert set(published.index[published.isna()]) == WITHOUT_GROWTH
    assert growth[list(WITHOUT_GROWTH)].isna().all()
    known = published.dropna()
    assert len(known) == MUNICIPALITIES - 20 - len(WITHOUT_GROWTH)
    assert ((growth[known.index] - known).abs() <= WRITTEN_DIGITS).all()
    wards = compiled[compiled["kind"] == "designated_ward"]
    # The wards of Hamamatsu are those since 2024.
    wards = wards[wards.index.isin(census.index)]
    recomputed = (wards["population"] / census[wards.index] - 1) * 100
    differs = (recomputed - wards["change_percent"]).abs() > WRITTEN_DIGITS
    assert set(wards.index[differs]) == MOVED_BOUNDARY


def test_the_share_of_65_and_over_is_the_imputed_one_of_the_government(
    compiled: pd.DataFrame, printed: Printed
) -> None:
    rows, expected = printed("share_65_and_over", 2025), municipal(compiled)
    assert set(rows["status"]) == {"imputed"}
    shares = rows["value"].reindex(expected.index)
    assert ((shares - expected["share_65_imputed_percent"]).abs() < 1e-5).all()
    assert (rows["numerator"][expected.index] == expected["population_65_and_over_imputed"]).all()
    assert rows["value"]["00"] == pytest.approx(29.39025, abs=1e-5)


def test_75_and_over_is_imputed_and_85_and_over_stays_at_2020(
    compiled: pd.DataFrame, printed: Printed
) -> None:
    rows, expected = printed("share_75_and_over", 2025), municipal(compiled)
    known = expected["population"] - expected["age_unknown_left_after_imputation"]
    share = 100 * expected["population_75_and_over_imputed"] / known
    assert ((rows["value"][expected.index] - share).abs() < 1e-9).all()
    assert set(printed("share_85_and_over", 2020)["status"]) <= {"observed", "not_applicable"}
    assert set(printed("share_85_and_over", 2025)["status"]) <= {"projected", "missing"}


def test_counted_and_imputed_figures_of_2025_stay_apart(compiled: pd.DataFrame, printed: Printed) -> None:
    """Where no one of unknown age is counted the counted share cannot be made: the series ends at 2020."""
    assert printed("share_65_and_over_as_counted", 2025).empty
    assert len(printed("share_65_and_over_as_counted", 2020)) == 1 + 47 + MUNICIPALITIES
    given = municipal(compiled).dropna(subset="population_65_and_over_counted")
    apart = 100 * (given["population_65_and_over_imputed"] - given["population_65_and_over_counted"])
    apart /= given["population"]
    assert (apart.idxmax(), round(apart.max(), 1)) == ("40215", 5.2)


def test_the_projection_of_2025_stands_beside_what_was_counted(printed: Printed) -> None:
    counted, projected = printed("population", 2025), printed("population_projected", 2025)
    assert (counted["value"][NAGAOKA], projected["value"][NAGAOKA]) == (251_069, 256_456)
    assert (projected["status"][NAGAOKA], projected["status"]["00"]) == ("projected", "projected")
    assert printed("population", 2030)["status"][NAGAOKA] == "projected"


def test_the_older_projection_missed_2020_by_more_than_five_per_cent_in_191_and_573_municipalities(
    printed: Printed,
) -> None:
    """In whole persons: one more is off by exactly five per cent, which floats take for more."""
    for age, missed, by_division in (("75", 191, 191), ("85", 573, 574)):
        projected = printed(f"share_{age}_and_over_projected", 2020)["numerator"]
        counted = printed(f"share_{age}_and_over", 2020)["numerator"]
        both = pd.DataFrame({"projected": projected, "counted": counted}).dropna()
        both = both[(both.index.str.len() == 5) & (both["counted"] > 0)]
        assert ((both["projected"] - both["counted"]).abs() * 20 > both["counted"]).sum() == missed
        assert ((both["projected"] / both["counted"] - 1).abs() > 0.05).sum() == by_division
