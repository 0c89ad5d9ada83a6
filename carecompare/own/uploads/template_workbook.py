"""The form as a workbook: lists to choose from, hints, and nothing that runs."""

from __future__ import annotations

import io
import math
from decimal import Decimal
from typing import TYPE_CHECKING

import xlsxwriter

from carecompare.limits import INERT_WORKBOOK
from carecompare.own.uploads.units import same_unit
from carecompare.text.format import cell_format
from carecompare.text.own import own_upload_words
from carecompare.text.own.own_upload_words import PER_CENT
from carecompare.text.own.own_year_words import STATUS_WORDS
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.own.uploads.template import TemplateRow


SPARE_ROWS = 200
AREAS_COLUMN, STATUS_COLUMN = 4, 6
_WIDTHS = {
    "item": 44,
    "unit": 18,
    "published_year": 9,
    "published": 12,
    "year": 9,
    "value": 12,
    "status": 12,
    "place": 20,
}
_WIDE = 32
_NUMBERS, _FIGURES = ("year", "value"), ("published", "value")
_ENTERED = ("item", "unit", *_NUMBERS, "status", "place", "note", "source")
_OPTIONS = {"in_memory": True, **INERT_WORKBOOK}
STATUSES = tuple(each for each in STATUS_WORDS.values() if each)
_LINES = {"border": 1, "border_color": "#B9C2D0"}


@apart
def template_workbook(
    own: str, rows: Sequence[TemplateRow], indicators: Sequence[Indicator], areas: Sequence[str]
) -> bytes:
    """Return the form as a workbook in which indicators and areas are chosen from lists.

    Parameters
    ----------
    own : str
        Name of the town.
    rows : sequence of TemplateRow
        From `template_rows`.
    indicators : sequence of Indicator
        What may be chosen.
    areas : sequence of str
        Names of the town's own areas.

    Returns
    -------
    bytes
        An ``xlsx`` file without formulas, links or macros.
    """
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        heading = book.add_format({"bold": True, "bg_color": "#EEF1F5", "bottom": 1, "text_wrap": True})
        _write_form(book, rows, heading)
        items = [(each.label_ja, each.unit_ja, each.id) for each in indicators]
        places = [(name,) for name in areas]
        lists: dict[int, list[tuple[str, ...]]] = {
            0: [own_upload_words.TEMPLATE_LIST_COLUMNS, *items],
            AREAS_COLUMN: [(own_upload_words.TEMPLATE_COLUMNS["place"],), *places],
            STATUS_COLUMN: [(own_upload_words.TEMPLATE_COLUMNS["status"],), *((each,) for each in STATUSES)],
        }
        _write_lists(book.add_worksheet(own_upload_words.TEMPLATE_LIST), lists, heading)
        help_sheet = book.add_worksheet(own_upload_words.TEMPLATE_HELP)
        help_sheet.set_column(0, 0, 100)
        for line, text in enumerate(own_upload_words.TEMPLATE_LINES):
            help_sheet.write_string(line, 0, text.format(own=own))
        _add_hints(
            book.get_worksheet_by_name(own_upload_words.TEMPLATE_SHEET),
            len(rows),
            len(indicators),
            len(areas),
        )
    return stream.getvalue()


def _write_form(book: xlsxwriter.Workbook, rows: Sequence[TemplateRow], heading: object) -> None:
    sheet = book.add_worksheet(own_upload_words.TEMPLATE_SHEET)
    given = {"font_color": "#5B6578", "bg_color": "#F4F6F9"}
    styles: dict[tuple[bool, str], object] = {}

    def style(name: str, code: str) -> object:
        key = (name in _ENTERED, code)
        if key not in styles:
            look = {**(_LINES if key[0] else given), **({"num_format": code} if code else {})}
            styles[key] = book.add_format(look)
        return styles[key]

    for column, (name, label) in enumerate(own_upload_words.TEMPLATE_COLUMNS.items()):
        sheet.set_column(column, column, _WIDTHS.get(name, _WIDE))
        sheet.write_string(0, column, label, heading)
        plain = "@" if name in _ENTERED and name not in _NUMBERS else ""
        for line, row in enumerate(rows, 1):
            code = number_code(row, name) if name in _FIGURES else plain
            _write_cell(sheet, line, column, getattr(row, name), style(name, code))
        for line in range(len(rows) + 1, len(rows) + SPARE_ROWS + 1):
            sheet.write_blank(line, column, None, style(name, plain))
    sheet.freeze_panes(1, 1)


def number_code(row: TemplateRow, name: str) -> str:
    """Return the format of a figure in the form: as pages show it, or with the digits it was typed with."""
    decimals = row.decimals
    typed = row.shown(name) if name == "value" else None
    if isinstance(typed, Decimal):
        decimals = max(decimals, -int(typed.as_tuple().exponent))
    unit = PER_CENT if same_unit(row.unit, PER_CENT) else ""
    return cell_format(decimals, unit, thousands=row.has_thousands)


def _write_cell(
    sheet: xlsxwriter.worksheet.Worksheet, line: int, column: int, cell: str | float, style: object
) -> None:
    if isinstance(cell, str):
        if cell:
            sheet.write_string(line, column, cell, style)
        else:
            sheet.write_blank(line, column, None, style)
    elif math.isnan(cell):
        sheet.write_blank(line, column, None, style)
    else:
        sheet.write_number(line, column, cell, style)


def _write_lists(
    sheet: xlsxwriter.worksheet.Worksheet, tables: Mapping[int, Sequence[Sequence[str]]], heading: object
) -> None:
    sheet.set_column(0, 2, _WIDTHS["item"])
    for start, rows in tables.items():
        for line, row in enumerate(rows):
            for column, cell in enumerate(row, start):
                sheet.write_string(line, column, cell, heading if line == 0 else None)


def _add_hints(sheet: xlsxwriter.worksheet.Worksheet, rows: int, indicators: int, areas: int) -> None:
    # Hints, no locks: an own item stands in no list, and the page checks everything anyway.
    rules = {
        "item": {
            "validate": "list",
            "source": f"='{own_upload_words.TEMPLATE_LIST}'!$A$2:$A${1 + indicators}",
        },
        "year": {"validate": "any"},
        "value": {"validate": "any"},
        "status": {
            "validate": "list",
            "source": f"='{own_upload_words.TEMPLATE_LIST}'!$G$2:$G${1 + len(STATUSES)}",
        },
        "place": {
            "validate": "list",
            "source": f"='{own_upload_words.TEMPLATE_LIST}'!$E$2:$E${1 + max(areas, 1)}",
        },
    }
    for name, rule in rules.items():
        title, hint = own_upload_words.TEMPLATE_HINTS[name]
        column = list(own_upload_words.TEMPLATE_COLUMNS).index(name)
        options = {**rule, "input_title": title, "input_message": hint, "error_type": "information"}
        sheet.data_validation(1, column, rows + SPARE_ROWS, column, options)
