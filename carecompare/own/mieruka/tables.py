"""Find the table of an exported workbook, and say exactly what in it was not expected."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carecompare.cells import LONGEST_SHOWN, narrow, number
from carecompare.errors import OwnDataError
from carecompare.limits import LARGEST
from carecompare.own.mieruka.cells import FILLER, cell_text, is_blank, is_figure, is_filler_row
from carecompare.own.mieruka.figures import ExportedSeries, without_brackets
from carecompare.own.mieruka.names import ANALYSIS_CODE
from carecompare.own.mieruka.periods import period_of
from carecompare.own.uploads.layout import column_label
from carecompare.text.layouts import mieruka_layout_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carecompare.errors import OwnDataProblem
    from carecompare.own.mieruka.figures import Mode
    from carecompare.own.mieruka.names import FileName
    from carecompare.own.mieruka.places import Places


Grid = list[list[str]]
HEADING_ROWS = 12
ANALYSIS_HEADING_ROWS = 6
FEWEST_PERIODS = 3
FEWEST_ANALYSIS_PERIODS = 5
TOP_ROWS = 4
AREA, SERIES, UNIT, FIRST_VALUE = 1, 2, 3, 4
AREAS_SERIES, AREAS_UNIT, AREAS_FIRST_VALUE = 1, 2, 3
ANALYSIS_UNIT, ANALYSIS_FIRST_VALUE = 3, 4

_DATE = re.compile(r"([0-9]{4})[/.-]([0-9]{1,2})[/.-]([0-9]{1,2})")
_IN_BRACKETS = re.compile(r"(.*)[(（]([^()（）]+)[)）]\s*")


@dataclass
class Table:
    """What a workbook holds.

    Parameters
    ----------
    layout : str
        ``series``, ``areas`` or ``analysis``.
    sheet : str
        The sheet that was read.
    exported_on : str
        ISO date, or empty.
    own_label : str
        The area that a book of an analysis says it is of, else empty.
    periods : list of str
        Labels of the columns as written; of a table of areas one empty label.
    series : list of ExportedSeries
        Rows with a name, also those without a figure.
    problems : list of OwnDataError
        Cells that cannot be read as what they should be.
    filler : int
        Rows that nobody filled in.
    """

    layout: str
    sheet: str
    exported_on: str = ""
    own_label: str = ""
    periods: list[str] = field(default_factory=list)
    series: list[ExportedSeries] = field(default_factory=list)
    problems: list[OwnDataError] = field(default_factory=list)
    filler: int = 0

    def problem(self, name: OwnDataProblem, row: int, column: int, found: str, **fields: object) -> None:
        """Note what was not expected in a cell; rows and columns count from 0 here."""
        where = {"sheet": self.sheet, "row": row + 1, "column": column_label(column)}
        self.problems.append(OwnDataError(name, **where, found=found[:LONGEST_SHOWN], **fields))


def read_table(sheets: Sequence[tuple[str, Grid]], named: FileName, places: Places) -> Table:
    """Read the table of a workbook.

    Parameters
    ----------
    sheets : sequence of tuple of str and list of list of str
        Name and cells of every sheet, in their order.
    named : FileName
        What the file's name says.
    places : Places
        The areas that are known.

    Returns
    -------
    Table
        Its ``problems`` name every cell that was not expected.

    Raises
    ------
    OwnDataError
        If no sheet holds a table in one of the three layouts.
    """
    names = [name for name, _ in sheets]
    position = next(
        (
            place
            for start in mieruka_layout_words.TABLE_SHEETS
            for place, name in enumerate(names)
            if name.startswith(start)
        ),
        len(names) - 1,
    )
    name, grid = sheets[position]
    table = Table(_layout(names, name, named), name)
    table.exported_on = _exported_on([grid, *(other for _, other in sheets)])
    if not any(any(cell.strip() for cell in row) for row in grid):
        return table
    if table.layout == "analysis":
        table.own_label = _own_label(sheets)
        _read_analysis(table, grid, places, table.own_label or places.labels.get(places.own, ""))
    elif table.layout == "areas":
        _read_areas(table, grid, places)
    else:
        _read_series(table, grid)
    return table


def _layout(names: Sequence[str], name: str, named: FileName) -> str:
    stated = next((known for word, known in mieruka_layout_words.SHEET_LAYOUTS.items() if word in name), "")
    if stated:
        return stated
    if set(mieruka_layout_words.ANALYSIS_SHEETS) <= set(names) or ANALYSIS_CODE.fullmatch(named.code):
        return "analysis"
    return named.layout or "series"


def _exported_on(grids: Sequence[Grid]) -> str:
    for grid in grids:
        for row in grid[:TOP_ROWS]:
            for cell in row:
                flat = narrow(cell)
                dated = _DATE.search(flat) if flat.startswith(mieruka_layout_words.EXPORTED_ON) else None
                if dated:
                    return f"{dated[1]}-{int(dated[2]):02d}-{int(dated[3]):02d}"
    return ""


def _own_label(sheets: Sequence[tuple[str, Grid]]) -> str:
    for _, grid in sheets:
        for row in grid[:TOP_ROWS]:
            for cell in row:
                flat = narrow(cell)
                if flat.startswith(mieruka_layout_words.OWN_AREA):
                    return flat.removeprefix(mieruka_layout_words.OWN_AREA).lstrip(": ").strip()
    return ""


def _read_series(table: Table, grid: Grid) -> None:
    """Read one row per area and series, periods side by side from column E on."""
    heading = next(
        (
            row
            for row, cells in enumerate(grid[:HEADING_ROWS])
            if len(list(_periods(cells, FIRST_VALUE))) >= FEWEST_PERIODS
        ),
        1,
    )
    columns = _period_columns(table, grid, heading, FIRST_VALUE)
    for row, cells in enumerate(grid[heading + 1 :], heading + 1):
        area, series, unit = (cell_text(cells, column) for column in (AREA, SERIES, UNIT))
        if FILLER.fullmatch(narrow(area)) or FILLER.fullmatch(narrow(series)):
            table.filler += 1
            continue
        if not any(cell_text(cells, column) for column in (AREA, SERIES, *columns)):
            continue
        if not area or not series:
            if any(is_figure(cell_text(cells, column)) for column in columns):
                missing = AREA if not area else SERIES
                table.problem("mieruka_row_nameless", row, missing, cell_text(cells, FIRST_VALUE))
            continue
        table.series.append(_series(area, series, unit, _values(table, row, cells, columns)))


def _read_areas(table: Table, grid: Grid, places: Places) -> None:
    """Read one row per series, areas side by side from column D on."""
    heading = next(
        (
            row
            for row, cells in enumerate(grid[:HEADING_ROWS])
            if any(cell.strip() and places.knows(cell) for cell in cells[AREAS_FIRST_VALUE:])
        ),
        1,
    )
    cells = grid[heading] if heading < len(grid) else []
    columns = {
        column: cell.strip()
        for column, cell in enumerate(cells)
        if column >= AREAS_FIRST_VALUE and cell.strip() and not FILLER.fullmatch(narrow(cell))
    }
    if not columns:
        if not all(is_filler_row(cells) for cells in grid[heading:]):
            raise OwnDataError("mieruka_areas_missing", sheet=table.sheet, row=heading + 1, column="D")
        table.filler += len(grid[heading + 1 :])
        return
    table.periods.append("")
    for row, written in enumerate(grid[heading + 1 :], heading + 1):
        series, unit = cell_text(written, AREAS_SERIES), cell_text(written, AREAS_UNIT)
        has_figures = any(is_figure(cell_text(written, column)) for column in columns)
        if FILLER.fullmatch(narrow(series)):
            table.filler += 1
            continue
        if not has_figures and (not series or series[0] in "（(※"):
            continue
        if not series:
            table.problem("mieruka_row_nameless", row, AREAS_SERIES, cell_text(written, AREAS_FIRST_VALUE))
            continue
        for column, area in columns.items():
            table.series.append(_series(area, series, unit, _values(table, row, written, [column])))


def _read_analysis(table: Table, grid: Grid, places: Places, own: str) -> None:
    """Read one row per series, its area in brackets behind the name or else the own one."""
    counts = [sum(bool(cell.strip()) for cell in cells[ANALYSIS_FIRST_VALUE:]) for cells in grid]
    top = counts[:ANALYSIS_HEADING_ROWS]
    heading = next((row for row, count in enumerate(top) if count >= FEWEST_ANALYSIS_PERIODS), None)
    if heading is None:
        found = [len(list(_periods(cells, ANALYSIS_FIRST_VALUE))) for cells in grid[:ANALYSIS_HEADING_ROWS]]
        heading = found.index(max(found)) if found else 0
    columns = _period_columns(table, grid, heading, ANALYSIS_FIRST_VALUE)
    for row, cells in enumerate(grid[heading + 1 :], heading + 1):
        parts = [cell_text(cells, column) for column in range(ANALYSIS_UNIT)]
        series = parts[1] or parts[2] or parts[0]
        if FILLER.fullmatch(narrow(series)):
            table.filler += 1
            continue
        values = _values(table, row, cells, columns)
        if not series or (not cell_text(cells, ANALYSIS_UNIT) and all(each is None for each in values)):
            if not series and any(each is not None for each in values):
                table.problem("mieruka_row_nameless", row, 1, cell_text(cells, ANALYSIS_FIRST_VALUE))
            continue
        area = own
        behind = _IN_BRACKETS.fullmatch(series)
        if behind and places.knows(behind[2]):
            series, area = behind[1].strip(), behind[2].strip()
        table.series.append(_series(area, series, cell_text(cells, ANALYSIS_UNIT), values))


def _periods(cells: Sequence[str], first: int) -> Iterator[int]:
    return (column for column, cell in enumerate(cells) if column >= first and period_of(cell))


def _period_columns(table: Table, grid: Grid, heading: int, first: int) -> list[int]:
    """Return the columns with a period, and take their labels."""
    cells = grid[heading] if heading < len(grid) else []
    columns = []
    for column in range(first, max(map(len, grid), default=0)):
        label = "".join(cell_text(cells, column).split())
        if period_of(label):
            if label in table.periods:
                table.problem("mieruka_period_twice", heading, column, label)
                continue
            columns.append(column)
            table.periods.append(label)
        elif not FILLER.fullmatch(narrow(label)):
            below = next(
                (row for row in range(heading + 1, len(grid)) if is_figure(cell_text(grid[row], column))),
                None,
            )
            if below is not None:
                table.problem("mieruka_period_unknown", heading, column, label)
    if not columns and not all(is_filler_row(cells) for cells in grid[heading + 1 :]):
        raise OwnDataError("mieruka_periods_missing", sheet=table.sheet, row=heading + 1, column="E")
    return columns


def _series(area: str, series: str, unit: str, values: tuple[float | None, ...]) -> ExportedSeries:
    mode: Mode = ""
    for prefix, known in mieruka_layout_words.MODES.items():
        if series.startswith(prefix):
            series, mode = series.removeprefix(prefix).strip(), known
    name = " ".join(series.split())
    return ExportedSeries("", " ".join(area.split()), name, without_brackets(unit), values, mode)


def _values(table: Table, row: int, cells: Sequence[str], columns: Sequence[int]) -> tuple[float | None, ...]:
    found: list[float | None] = []
    for column in columns:
        text = cell_text(cells, column)
        value = None if is_blank(text) else number(narrow(text).removesuffix(mieruka_layout_words.PER_CENT))
        if not is_blank(text) and (value is None or abs(value) > LARGEST):
            table.problem("mieruka_value_wrong", row, column, text)
            value = None
        found.append(value)
    return tuple(found)
