"""All municipalities and indicators as one workbook, written row by row so that memory stays small."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import xlsxwriter

from carecompare.limits import INERT_WORKBOOK
from carecompare.reports.workbooks.cells import QUIET, YEAR_FORMAT, Styles, set_paper, write_text
from carecompare.reports.workbooks.sheets import write_cover, write_listing
from carecompare.text.files import workbook_words
from carecompare.text.format import cell_format
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Sequence

    from xlsxwriter.worksheet import Worksheet

    from carecompare.reports.workbooks.sheets import Cover, Listing


HEADINGS = 3
STEP = 100
AREA_WIDTHS = (7, 10, 14)
FIGURE_WIDTH = 13
HEADING_POINTS = (60, 30, 30)
PRINT_PER_CENT = 60


@dataclass(frozen=True)
class CountryColumn:
    """One indicator.

    Parameters
    ----------
    label, unit, year : str
        Headings, the year in both calendars.
    decimals : int
        Digits shown.
    is_year : bool
        Whether its values are years.
    """

    label: str
    unit: str
    year: str
    decimals: int
    is_year: bool = False


@dataclass(frozen=True)
class CountryRow:
    """One municipality.

    Parameters
    ----------
    names : tuple of str
        Code, prefecture, name.
    figures : sequence of float or str
        Per indicator, a word where there is no figure.
    shared : collection of int
        Places of figures that are those of an insurer of several municipalities.
    """

    names: tuple[str, str, str]
    figures: Sequence[float | str]
    shared: Collection[int] = ()


@apart
def country_workbook(
    cover: Cover,
    columns: Sequence[CountryColumn],
    rows: Iterable[CountryRow],
    definitions: Listing,
    sources: Listing,
    progress: Callable[[int], object] = lambda _: None,
) -> bytes:
    """Return all municipalities and indicators as a workbook.

    Parameters
    ----------
    cover : Cover
        The first sheet.
    columns : sequence of CountryColumn
        Indicators.
    rows : iterable of CountryRow
        Asked for one by one.
    definitions, sources : Listing
        What the figures are and where they are from.
    progress : callable
        Told the number of rows written.

    Returns
    -------
    bytes
        An ``xlsx`` file without formulas, links or macros.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "country.xlsx"
        options = {"constant_memory": True, "tmpdir": folder, **INERT_WORKBOOK}
        with xlsxwriter.Workbook(path, options) as book:
            styles = Styles(book)
            write_cover(book.add_worksheet(workbook_words.SHEETS["cover"]), styles, cover)
            sheet = book.add_worksheet(workbook_words.SHEETS["figures"])
            _write_rows(sheet, styles, columns, rows, progress)
            set_paper(sheet, cover.made, landscape=True, repeated=HEADINGS - 1)
            sheet.repeat_columns(0, len(AREA_WIDTHS) - 1)
            sheet.set_print_scale(PRINT_PER_CENT)
            for name, listing in (("definitions", definitions), ("sources", sources)):
                write_listing(book.add_worksheet(workbook_words.SHEETS[name]), styles, listing, cover.made)
        return path.read_bytes()


def _write_rows(
    sheet: Worksheet,
    styles: Styles,
    columns: Sequence[CountryColumn],
    rows: Iterable[CountryRow],
    progress: Callable[[int], object],
) -> None:
    for column, wide in enumerate(AREA_WIDTHS):
        sheet.set_column(column, column, wide)
    sheet.set_column(len(AREA_WIDTHS), len(AREA_WIDTHS) + len(columns), FIGURE_WIDTH)
    sheet.freeze_panes(HEADINGS, len(AREA_WIDTHS))
    aside = [("", ""), ("", ""), (workbook_words.COUNTRY_UNIT, workbook_words.COUNTRY_YEAR)]
    headings = zip(workbook_words.COUNTRY_COLUMNS, *zip(*aside, strict=True), strict=True)
    told = [*headings, *((each.label, each.unit, each.year) for each in columns)]
    for line in range(HEADINGS):
        sheet.set_row(line, HEADING_POINTS[line])
        for column, cells in enumerate(told):
            write_text(sheet, line, column, cells[line], styles.heading(align="left"))
    text = styles.of()
    word = styles.of(font_color=QUIET, align="right")
    numbers = [
        styles.of(num_format=YEAR_FORMAT if each.is_year else cell_format(each.decimals)) for each in columns
    ]
    aside_numbers = [
        styles.of(num_format=cell_format(each.decimals), italic=True, font_color=QUIET) for each in columns
    ]
    line = HEADINGS - 1
    for line, row in enumerate(rows, HEADINGS):
        for column, name in enumerate(row.names):
            write_text(sheet, line, column, name, text)
        for column, figure in enumerate(row.figures):
            at = len(AREA_WIDTHS) + column
            if isinstance(figure, str):
                write_text(sheet, line, at, figure, word)
            else:
                style = aside_numbers[column] if column in row.shared else numbers[column]
                sheet.write_number(line, at, figure, style)
        if (line - HEADINGS + 1) % STEP == 0:
            progress(line - HEADINGS + 1)
    last = len(AREA_WIDTHS) + len(columns) - 1
    sheet.autofilter(HEADINGS - 1, 0, max(line, HEADINGS), last)
    sheet.print_area(0, 0, line, last)
    progress(line - HEADINGS + 1)
