"""What a cell of a workbook may hold: a number with its format, or text that nothing runs."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from numbers import Real
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.reports.lines import wrapped
from carecompare.reports.tones import grey_tone
from carecompare.reports.workbooks.table import column_units
from carecompare.text.format import cell_format

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import Any

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from carecompare.typed_cells import Cell


FONT = "Yu Gothic"
INK, QUIET, RULE, HEADING, OWN, OWN_FAINT = "#20242C", "#5B6578", "#B9C2D0", "#EEF1F5", "#C8102E", "#F9E4E7"
YEAR_FORMAT = "0"
LONGEST_TEXT = 32_000
A4 = 9
# No character of XML 1.0, however it is written.
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
_QUOTE = '"'
_FORBIDDEN_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True)
class Styles:
    """The formats of a workbook, each made once.

    Parameters
    ----------
    book : Workbook
        Which.
    is_grey : bool
        Whether every colour becomes its grey.
    """

    book: Workbook
    is_grey: bool = False
    known: dict[tuple[tuple[str, Any], ...], Format] = field(default_factory=dict)

    def of(self, **properties: Any) -> Format:  # noqa: ANN401 - whatever a format is made of
        """Return the format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.known:
            usual = {"font_name": FONT, "font_size": 10, "font_color": INK, "valign": "vcenter"}
            looks = {**usual, **properties}
            if self.is_grey:
                looks = {name: _grey(each) for name, each in looks.items()}
            self.known[key] = self.book.add_format(looks)
        return self.known[key]

    def heading(self, **properties: Any) -> Format:  # noqa: ANN401 - the same
        """Return the format of a heading of a column."""
        return self.of(bold=True, bg_color=HEADING, bottom=1, border_color=RULE, text_wrap=True, **properties)


def _grey(look: Any) -> Any:  # noqa: ANN401 - whatever a format is made of
    return grey_tone(look) if isinstance(look, str) and look.startswith("#") else look


def figure_format(cell: Cell) -> str:
    """Return the format in which a cell shows its number as the page does; see `cell_format`."""
    before, after = (each.replace(_QUOTE, "") for each in (cell.before, cell.after))
    return cell_format(
        cell.decimals,
        after,
        before=before,
        thousands=cell.style != "year",
        signed=cell.style == "signed",
    )


def cell_text(text: str) -> str:
    """Return text as a cell can hold it."""
    return _UNWRITABLE.sub("", text)[:LONGEST_TEXT]


def as_number(cell: object) -> float | None:
    """Return a cell as a number, or None where it is text, nothing, or not finite."""
    if cell is None or cell is pd.NA or isinstance(cell, str) or not isinstance(cell, Real):
        return None
    value = float(cell)
    return value if math.isfinite(value) else None


def write_text(sheet: Worksheet, row: int, column: int, text: str, style: Format) -> None:
    """Write text as text, whatever it looks like."""
    held = cell_text(text)
    if held:
        sheet.write_string(row, column, held, style)
    else:
        sheet.write_blank(row, column, None, style)


def write_across(sheet: Worksheet, row: int, last: int, text: str, style: Format, wide: float) -> None:
    """Write text over all columns up to the last, as high as it needs.

    Parameters
    ----------
    wide : float
        Of the columns together, in full-width characters.
    """
    if last:
        sheet.merge_range(row, 0, row, last, "", style)
    write_text(sheet, row, 0, text, style)
    lines = max(1, len(wrapped(text, max(wide * 10 / style.font_size, 1))))
    sheet.set_row(row, lines * style.font_size * 1.6)


def sheet_name(text: str, taken: Sequence[str]) -> str:
    """Return a name that a sheet may have and no other has."""
    plain = _FORBIDDEN_IN_NAMES.sub(" ", cell_text(text)).strip()[:28] or "-"
    name, count = plain, 2
    while name.lower() in {each.lower() for each in taken}:
        name, count = f"{plain[:25]} {count}", count + 1
    return name


def set_paper(sheet: Worksheet, footer: str, *, landscape: bool = False, repeated: int | None = None) -> None:
    """Set a sheet up for A4: as wide as the page, headings on every page, page numbers at the foot.

    Parameters
    ----------
    footer : str
        What stands on the left of the foot.
    landscape : bool
        Whether the page lies.
    repeated : int, optional
        The last row of the headings that every page repeats.
    """
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.hide_gridlines(2)
    safe = cell_text(footer).replace("&", "&&")[:200]
    sheet.set_footer(f"&L&8{safe}&R&8&P／&N")
    if repeated is not None:
        sheet.repeat_rows(0, repeated)


def widths(columns: Mapping[int, float], sheet: Worksheet) -> float:
    """Set the widths of columns, in full-width characters, and return their sum."""
    for column, wide in columns.items():
        sheet.set_column(column, column, column_units(wide))
    return sum(columns.values()) + len(columns) / 2
