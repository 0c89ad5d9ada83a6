from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.own import OwnArea, OwnFigure, OwnFigures, OwnItem
from carecompare.own.uploads.known import Known
from carecompare.views.topics.own.figures import checked_grid, grid_rows

if TYPE_CHECKING:
    from carecompare.catalog import Catalog

KEPT = OwnFigures(
    figures=(
        OwnFigure("", "population", 2025, 258_100.0, "=1+1", "<b>"),
        OwnFigure("a1", "share_65_and_over", 2024, 32.45),
        OwnFigure("", "own:通いの場", 2025, 0.00001),
    ),
    areas=(OwnArea("a1", "北部圏域"),),
    items=(OwnItem("通いの場", "か所"),),
)


def known_of(catalog: Catalog) -> Known:
    indicators = {each.id: each for each in catalog.main_indicators}
    return Known(frozenset({"15202"}), {}, indicators, {}, KEPT.areas, KEPT.items)


def rows_of(catalog: Catalog) -> pd.DataFrame:
    return grid_rows(KEPT, {each.id: each.label_ja for each in catalog.main_indicators})


def test_a_grid_that_nobody_touched_says_what_is_kept(catalog: Catalog) -> None:
    result = checked_grid(rows_of(catalog), known_of(catalog))
    assert (result.figures, result.items, result.problems) == (KEPT.figures, KEPT.items, ())


def test_a_problem_has_the_number_of_its_row_in_the_grid(catalog: Catalog) -> None:
    rows = rows_of(catalog)
    rows.loc[2, "value"] = 3_245.0
    rows.loc[3, "year"] = pd.NA
    result = checked_grid(rows, known_of(catalog))
    assert [(each.problem, each.fields["row"]) for each in result.problems] == [
        ("own_value_beyond_whole", 2),
        ("own_year_missing", 3),
    ]


def test_an_empty_grid_deletes_everything_and_is_no_mistake(catalog: Catalog) -> None:
    result = checked_grid(rows_of(catalog).iloc[:0], known_of(catalog))
    assert (result.figures, result.problems) == ((), ())


def test_a_row_that_was_only_begun_is_passed_over(catalog: Catalog) -> None:
    rows = pd.concat([rows_of(catalog), pd.DataFrame([{"item": None}], index=[4])])
    assert checked_grid(rows, known_of(catalog)).figures == KEPT.figures
