"""A sheet of numbers with their words, each number with its format: what is looked up and filtered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.letter_widths import width_em
from carecompare.reports.workbooks.cells import RULE, figure_format, set_paper, widths, write_text
from carecompare.typed_cells import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from xlsxwriter.worksheet import Worksheet

    from carecompare.reports.workbooks.cells import Styles


NARROWEST, WIDEST = 4.0, 24.0


@dataclass(frozen=True)
class NumberSheet:
    """A sheet.

    Parameters
    ----------
    name : str
        On its tab.
    columns : sequence of str
        Headings.
    rows : sequence of sequence of Cell or str
        A number of a `Cell` stays a number.
    """

    name: str
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell | str]]


def write_numbers(sheet: Worksheet, styles: Styles, shown: NumberSheet, made: str) -> None:
    """Write a sheet of numbers, headings kept in sight and on every page, with filters."""
    for column, heading in enumerate(shown.columns):
        write_text(sheet, 0, column, heading, styles.heading())
    looks = {"bottom": 1, "border_color": RULE, "valign": "top"}
    wide = [width_em(each) for each in shown.columns]
    for line, row in enumerate(shown.rows, 1):
        for column, cell in enumerate(row):
            text = cell if isinstance(cell, str) else cell.text
            wide[column] = max(wide[column], width_em(text))
            if isinstance(cell, Cell) and cell.value is not None:
                style = styles.of(num_format=figure_format(cell), **looks)
                sheet.write_number(line, column, cell.value, style)
            else:
                write_text(sheet, line, column, text, styles.of(**looks))
    widths({column: min(max(each, NARROWEST), WIDEST) for column, each in enumerate(wide)}, sheet)
    last = max(len(shown.columns) - 1, 0)
    if shown.rows:
        sheet.autofilter(0, 0, len(shown.rows), last)
    sheet.freeze_panes(1, 1)
    set_paper(sheet, made, landscape=True, repeated=0)
    sheet.print_area(0, 0, max(len(shown.rows), 1), last)
