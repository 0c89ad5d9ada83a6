"""A figure is kept as it is stored, and written as officials write it."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import msgspec
import pytest

from carecompare.exhibits import Exhibit, Grid, changed_cells
from carecompare.own import FrozenView, Meeting
from carecompare.typed_cells import Cell, figure_cell, number_cell, texts_of, values_of

if TYPE_CHECKING:
    from carecompare.catalog import Catalog


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (Cell(31.4321, 1), "31.4"),
        (Cell(1234.5, 1), "1,234.5"),
        (Cell(-0.04, 1), "0.0"),
        (Cell(-3.0), "△3"),
        (Cell(0.0, 2), "0.00"),
        (Cell(1.44, 1, "signed"), "+1.4"),
        (Cell(-0.31, 1, "signed"), "△0.3"),
        (Cell(0.01, 1, "signed"), "0.0"),
        (Cell(2030.0, style="year"), "2030"),
        (number_cell(19.29, 2, around="{figure}%"), "19.29%"),
        (number_cell(12.0, around="計 {figure}"), "計 12"),
        (number_cell(nan, 1, around="{figure}%", word="資料なし"), "資料なし"),
        (number_cell(None), ""),
    ],
)
def test_a_cell_is_written_as_officials_write_it(cell: Cell, text: str) -> None:
    assert cell.text == text


def test_no_figure_is_not_zero() -> None:
    assert number_cell(nan).value is None
    assert number_cell(0.0).value == 0.0
    assert values_of([("甲市", number_cell(0.0), number_cell(nan), number_cell(nan, word="秘匿"))]) == [
        ("甲市", 0.0, None, "秘匿")
    ]


def test_a_figure_of_an_indicator_keeps_all_its_digits_with_unit_and_status(catalog: Catalog) -> None:
    indicator = catalog.indicators["share_65_and_over"]
    row = {"value": 31.43278, "lower": 31.2, "upper": 31.6, "method": "wilson", "status": "insurer_level"}
    cell = figure_cell(row, indicator, around="{figure}（保険者）")
    assert (cell.value, cell.text, cell.unit, cell.status) == (
        31.43278,
        "31.4（保険者）",
        "%",
        "insurer_level",
    )
    withheld = figure_cell({**row, "value": nan, "status": "observed"}, indicator, "表示しない")
    assert (withheld.value, withheld.text) == (None, "表示しない")
    missing = figure_cell({**row, "value": nan, "status": "missing"}, indicator, "表示しない")
    assert (missing.value, missing.text, missing.status) == (None, "資料なし", "missing")


def test_a_table_kept_before_cells_were_records_opens_and_compares_by_its_words() -> None:
    old = b"""{"exhibit": {"view": "aging_level", "part": "", "query": {"own": "15202"}, "made": "2026-11-23",
        "title": "\xe6\x96\x87", "subtitle": "%", "source": "\xe5\x87\xba\xe5\x85\xb8",
        "grid": {"columns": ["a", "b"], "rows": [["x", "31.4"], ["y", "\xe2\x96\xb31"]],
        "numeric": [1]}}, "sources": [{"id": "s", "title": "t", "editions": ["1"], "as_of": "2020"}]}"""
    view = msgspec.json.decode(old, type=FrozenView)
    assert view.exhibit.origins is None
    assert view.exhibit.grid.texts == (("x", "31.4"), ("y", "△1"))
    now = Grid(("a", "b"), (("x", Cell(31.41, 1)), ("y", Cell(-1.2))), (1,))
    assert changed_cells(view.exhibit.grid, now) == ()
    assert now.in_words() == view.exhibit.grid.in_words()
    kept = b'{"items": [{"id": "m1_1", "exhibit": ' + msgspec.json.encode(view.exhibit) + b"}]}"
    assert msgspec.json.decode(kept, type=Meeting).items[0].exhibit == view.exhibit


def test_a_table_of_records_is_the_same_after_it_was_kept() -> None:
    rows = (("x", Cell(31.43278, 1, unit="%", status="observed")), ("y", Cell(None, word="秘匿")))
    shown = Exhibit("v", "", {}, "2026-11-30", "文", "%", Grid(("a", "b"), rows, (1,)), "出典：甲")
    again = msgspec.json.decode(msgspec.json.encode(shown), type=Exhibit)
    assert again == shown
    assert again.grid.rows[0][1] == rows[0][1]
    assert texts_of(again.grid.rows) == (("x", "31.4"), ("y", "秘匿"))
