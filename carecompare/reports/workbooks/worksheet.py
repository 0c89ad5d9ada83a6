"""Sheets of words as a workbook for A4: nothing in it runs, and it gives the same words when opened again."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import xlsxwriter

from carecompare.limits import INERT_WORKBOOK
from carecompare.reports.workbooks.cells import figure_format
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from xlsxwriter.format import Format

    from carecompare.typed_cells import Cell


_OPTIONS = {"in_memory": True, **INERT_WORKBOOK}
A4 = 9
HEADING_ROW = "#EEF1F5"
LINE = "#8A94A6"
_CELL = {"text_wrap": True, "valign": "top", "border": 1, "border_color": LINE}


@dataclass(frozen=True)
class WordSheet:
    """One sheet of words.

    Parameters
    ----------
    name : str
        On its tab.
    title : str
        In its first row.
    notes : sequence of str
        Under the title, a row each.
    columns : sequence of tuple of str and int
        Heading and width in characters.
    rows : sequence of sequence of Cell or str
        A cell per column; the first column is set bold. A figure stays a number, written as on the page.
    groups : mapping of int to str
        Headings that stand above the row of that number.
    footer : str
        In the publisher's code of page numbers.
    """

    name: str
    title: str
    notes: Sequence[str]
    columns: Sequence[tuple[str, int]]
    rows: Sequence[Sequence[Cell | str]]
    groups: Mapping[int, str] = field(default_factory=dict)
    footer: str = ""


@apart
def worksheet_workbook(sheets: Sequence[WordSheet]) -> bytes:
    """Return sheets of words as a workbook.

    Parameters
    ----------
    sheets : sequence of WordSheet
        At least one.

    Returns
    -------
    bytes
        An ``xlsx`` file without formulas, links or macros; each sheet is one A4 page wide, landscape, its
        headings frozen and repeated on every page.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        for sheet in sheets:
            _write_sheet(book, sheet)
    return stream.getvalue()


def _write_sheet(book: xlsxwriter.Workbook, sheet: WordSheet) -> None:
    title = book.add_format({"bold": True, "font_size": 14})
    note = book.add_format({"font_color": "#4A5263", "text_wrap": True, "valign": "top"})
    heading = book.add_format({**_CELL, "bold": True, "bg_color": HEADING_ROW})
    group = book.add_format({**_CELL, "bold": True, "bg_color": "#D9DEE7", "text_wrap": False})
    plain, first = book.add_format(_CELL), book.add_format({**_CELL, "bold": True})
    paper = book.add_worksheet(sheet.name)
    last = len(sheet.columns) - 1
    paper.write_string(0, 0, sheet.title, title)
    for row, text in enumerate(sheet.notes, 1):
        paper.merge_range(row, 0, row, last, "", note)
        paper.write_string(row, 0, text, note)
        paper.set_row(row, 30)
    top = 1 + len(sheet.notes)
    for column, (label, width) in enumerate(sheet.columns):
        paper.set_column(column, column, width)
        paper.write_string(top, column, label, heading)
    row = top
    figures: dict[str, Format] = {}
    for number, cells in enumerate(sheet.rows):
        row += 1
        if number in sheet.groups:
            paper.write_string(row, 0, sheet.groups[number], group)
            for column in range(1, last + 1):
                paper.write_blank(row, column, None, group)
            row += 1
        for column, cell in enumerate(cells):
            if isinstance(cell, str) or cell.value is None:
                text = cell if isinstance(cell, str) else cell.text
                paper.write_string(row, column, text, plain if column else first)
            else:
                code = figure_format(cell)
                figure = figures.setdefault(code, book.add_format({**_CELL, "num_format": code}))
                paper.write_number(row, column, cell.value, figure)
    paper.freeze_panes(top + 1, 1)
    paper.repeat_rows(top)
    paper.print_area(0, 0, row, last)
    paper.set_paper(A4)
    paper.set_landscape()
    paper.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    paper.fit_to_pages(1, 0)
    paper.set_footer(sheet.footer)
