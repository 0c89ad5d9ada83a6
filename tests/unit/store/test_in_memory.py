"""The figures in memory are those of the store, asked by SQL."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from indicator_making import stored_values

from carecompare.comparisons import figures_ranked
from carecompare.store.in_memory import IndicatorValues, indicator_values
from carecompare.tables import NATION, VALUES

if TYPE_CHECKING:
    from carecompare.store import Store

NAGAOKA, SETAGAYA, NIIGATA = "15202", "13112", "15"
AGED, SERVICE = "share_65_and_over", "care_offices_110_per_1000_75_and_over"


@pytest.fixture(scope="module")
def figures(store: Store) -> IndicatorValues:
    return indicator_values(store)


def asked(store: Store, where: str, *given: object) -> list[dict[str, Any]]:
    columns = ", ".join(VALUES.columns)
    found = store.cursor().execute(f"SELECT {columns} FROM indicator_values WHERE {where}", given).fetchall()  # noqa: S608 - own words
    return [
        {name: math.nan if cell is None else cell for name, cell in zip(VALUES.columns, cells, strict=True)}
        for cells in found
    ]


def same(rows: list[dict[str, Any]], others: list[dict[str, Any]]) -> bool:
    # Beside each other NaN is equal to itself, and an int is no float.
    return repr(rows) == repr(others)


@pytest.mark.parametrize("area", [NAGAOKA, SETAGAYA, "46523", NIIGATA, NATION])
def test_all_figures_of_an_area_are_those_of_the_store(
    store: Store, figures: IndicatorValues, area: str
) -> None:
    expected = asked(store, "area = ? ORDER BY indicator, year", area)
    names = sorted({row["indicator"] for row in expected})
    assert len(expected) > 100
    assert same(figures.rows(names, [area]), expected)
    found = figures.series(names, [area])[area]
    assert list(found) == names
    assert same([row for rows in found.values() for row in rows], expected)


def test_rows_come_as_they_were_asked_for(store: Store, figures: IndicatorValues) -> None:
    wanted = [(name, area) for name in (SERVICE, AGED) for area in (SETAGAYA, NAGAOKA)]
    expected = [
        row for each in wanted for row in asked(store, "indicator = ? AND area = ? ORDER BY year", *each)
    ]
    assert same(figures.rows([SERVICE, AGED], [SETAGAYA, NAGAOKA]), expected)

    years = {SERVICE: 2025, AGED: 2020}
    at = [
        row
        for area in (SETAGAYA, NAGAOKA)
        for each in years.items()
        for row in asked(store, "area = ? AND indicator = ? AND year = ?", area, *each)
    ]
    assert len(at) == 4
    assert same(figures.rows_at(years, [SETAGAYA, NAGAOKA]), at)


def test_what_is_not_there_has_no_row(figures: IndicatorValues) -> None:
    assert figures.rows(["unknown"], [NAGAOKA]) == figures.rows([AGED], ["99999"]) == []
    assert figures.rows_at({AGED: 1066, "unknown": 2020}, [NAGAOKA, "99999"]) == []
    assert figures.series([AGED], ["99999"]) == {"99999": {}}
    assert {column.size for column in figures.over_all_areas(AGED, 1066).values()} == {0}


@pytest.mark.parametrize(("indicator", "year"), [(AGED, 2020), (AGED, 2050), (SERVICE, 2025)])
def test_a_year_over_all_areas_is_that_of_the_store(
    store: Store, figures: IndicatorValues, indicator: str, year: int
) -> None:
    expected = stored_values(store, indicator, year)
    columns = figures.over_all_areas(indicator, year)
    assert list(columns) == list(VALUES.columns)
    assert len(expected) > 1741
    for name, column in columns.items():
        given = expected[name].astype(object).where(expected[name].notna(), math.nan).tolist()
        assert repr(column.tolist()) == repr(given), name


def test_years_are_those_with_a_figure_and_tell_projections(store: Store, figures: IndicatorValues) -> None:
    expected = store.cursor().execute(
        "SELECT indicator::VARCHAR, year, bool_and(status = 'projected') FROM indicator_values "
        "WHERE value IS NOT NULL GROUP BY ALL ORDER BY 1, 2"
    )
    known = figures.years()
    found = [(name, year, projected) for name, years in known.items() for year, projected in years.items()]
    assert found == expected.fetchall()


def test_what_an_insurer_of_several_has_is_not_ranked(store: Store, figures: IndicatorValues) -> None:
    expected = stored_values(store, "certification_rate", 2023).query("area.str.len() == 5")
    codes = expected["area"].tolist()
    (found,) = figures_ranked(figures.at({"certification_rate": 2023}, codes))
    is_shared = (expected["status"] == "insurer_level").to_numpy()
    value = expected["value"].to_numpy(dtype=float, na_value=math.nan)
    assert is_shared.any()
    assert np.isnan(found[is_shared]).all()
    few = (expected["denominator"] < 100).to_numpy(dtype=bool, na_value=False)
    counted = ~is_shared & ~few
    assert np.array_equal(found[counted], value[counted], equal_nan=True)


def test_a_rate_with_too_few_residents_behind_it_takes_nobodys_rank(
    store: Store, figures: IndicatorValues
) -> None:
    """Toshima has one office for 32 residents: its density is not shown, so nobody stands behind it."""
    name = "day_care_offices_per_1000_residents_75_and_over"
    expected = stored_values(store, name, 2025).query("area.str.len() == 5").set_index("area")
    codes = expected.index.tolist()
    (found,) = figures_ranked(figures.at({name: 2025}, codes))
    few = (expected["denominator"] < 100).to_numpy(dtype=bool, na_value=False)
    assert few[codes.index("13362")]
    assert np.isnan(found[few]).all()
    assert not np.isnan(found[~few & expected["value"].notna().to_numpy()]).any()
