"""Workbooks in the layout of the 見える化 system, as a planner exports them."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    Cell = str | float | None
    Rows = Sequence[tuple[str, str, str, Sequence[Cell]]]

DATE = "2026/08/25"
MARCHES = (
    "平成31年3月末",
    "令和2年3月末",
    "令和3年3月末",
    "令和4年3月末",
    "令和5年3月末",
    "令和6年3月末時点",
)
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}


@dataclass
class Made:
    """A workbook being made."""

    stream: io.BytesIO = field(default_factory=io.BytesIO)

    def book(self, sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
        """Return it with its sheets, the first of them with a chart."""
        with xlsxwriter.Workbook(self.stream, OPTIONS) as book:
            for name, rows in sheets.items():
                sheet = book.add_worksheet(name)
                for line, row in enumerate(rows):
                    for column, cell in enumerate(row):
                        if isinstance(cell, str):
                            sheet.write_string(line, column, cell)
                        elif cell is not None:
                            sheet.write_number(line, column, cell)
        return self.stream.getvalue()


def series_book(
    rows: Rows, periods: Sequence[Cell] = MARCHES, date: str = DATE, sheet: str = "表形式（時系列）"
) -> bytes:
    """Return a workbook of one row per area and series."""
    grid: list[list[Cell]] = [[f"出力日:{date}"], [None, "地域", "系列", "単位", *periods]]
    grid += [[None, area, series, unit, *values] for area, series, unit, values in rows]
    return Made().book({"グラフ": [["図"]], sheet: grid})


def areas_book(
    areas: Sequence[str], rows: Sequence[tuple[str, str, Sequence[Cell]]], date: str = DATE
) -> bytes:
    """Return a workbook of one row per series, the areas side by side."""
    grid: list[list[Cell]] = [[f"出力日：{date}"], [None, None, None, *areas]]
    grid += [[None, series, unit, *values] for series, unit, values in rows]
    return Made().book({"グラフ": [["図"]], "表形式（地域別）": grid})


def analysis_book(
    own: str, rows: Sequence[tuple[str, str, str, Sequence[Cell]]], periods: Sequence[Cell]
) -> bytes:
    """Return a book of an analysis, which says on its first sheet of whom it is."""
    grid: list[list[Cell]] = [["地域分析"], [None, None, None, None, *periods]]
    grid += [[head, series, None, unit, *values] for head, series, unit, values in rows]
    ranks: list[list[Cell]] = [["要介護認定率の降順"], ["18番目", "59保険者"], ["442番目", "1,574保険者"]]
    return Made().book({"グラフ": [[f"確認している地域：{own}"]], "表": grid, "順位": ranks})
