"""A table as a workbook in which nothing runs."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import xlsxwriter

from carecompare.letter_widths import width_em
from carecompare.limits import INERT_WORKBOOK
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Sequence


LONGEST_CELL = 32_767
LONGEST_SHEET_NAME = 31
WIDEST, NARROWEST = 60, 8
# A column is measured in digits of the default font, each about half as wide as a letter of Japanese.
UNITS_PER_EM, PADDING_UNITS = 2, 1
_OPTIONS = {"in_memory": True, **INERT_WORKBOOK}


def column_units(em: float) -> float:
    """Return how wide a column must be for text of a width, in the units of a workbook."""
    return UNITS_PER_EM * em + PADDING_UNITS


@apart
def table_workbook(
    sheet: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[str | float | None]],
    notes: Sequence[str] = (),
) -> bytes:
    """Return a table as a workbook with a heading that stays and filters.

    Parameters
    ----------
    sheet : str
        Name of the sheet, without the signs that Excel forbids.
    columns : sequence of str
        Headings.
    rows : sequence of sequence of str, float or None
        Cells; text stays text whatever it begins with.
    notes : sequence of str
        Lines below the table.

    Returns
    -------
    bytes
        An ``xlsx`` file without formulas, links or macros.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        heading = book.add_format({"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "text_wrap": True})
        wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        page = book.add_worksheet(sheet[:LONGEST_SHEET_NAME])
        for column, name in enumerate(columns):
            longest = max((width_em(str(row[column] or "")) for row in rows), default=0.0)
            page.set_column(column, column, min(max(column_units(longest), NARROWEST), WIDEST))
            page.write_string(0, column, name, heading)
        for line, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                if isinstance(cell, str):
                    page.write_string(line, column, cell[:LONGEST_CELL], wrapped)
                elif cell is not None:
                    page.write_number(line, column, cell, wrapped)
        for line, note in enumerate(notes, len(rows) + 2):
            page.write_string(line, 0, note)
        page.freeze_panes(1, 0)
        page.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
        page.set_landscape()
        page.set_paper(9)
        page.fit_to_pages(1, 0)
        page.repeat_rows(0)
    return stream.getvalue()
