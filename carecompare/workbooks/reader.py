"""Read a workbook as it is seen: nothing in it runs, and it cannot fill the memory."""

from __future__ import annotations

import io
import math
from decimal import Decimal
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook

from carecompare.errors import WorkbookError
from carecompare.workbooks.archive import UNREADABLE, unpacked
from carecompare.workbooks.formats import shown_cells

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from carecompare.workbooks.archive import Limits
    from carecompare.workbooks.formats import Place, Shown


def sheets(
    content: bytes, file: str, limits: Limits, most_rows: int | None = None
) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield every sheet as text.

    Parameters
    ----------
    content : bytes
        An ``xlsx`` file.
    file : str
        Named when it is wrong.
    limits : Limits
        What it may hold.
    most_rows : int, optional
        Only so many rows of each sheet.

    Yields
    ------
    tuple of str and list of list of str
        Name and rows, the first being row 1 of the sheet. A whole number has no point; a formula is the
        result it had when the file was saved; 0.125 in a cell of per cent is ``12.5%``; a date is ISO, in a
        cell that shows fiscal years its year with the word for one.

    Raises
    ------
    WorkbookError
        If it is no workbook, is damaged, or would unpack to more than it may hold.
    """
    honest = unpacked(content, file, limits, most_rows)
    shown = shown_cells(honest, file)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(honest))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=most_rows)
            yield name, _texts(rows, shown.get(name, {}))
    except (CalamineError, *UNREADABLE) as error:
        raise WorkbookError("workbook_wrong", file=file) from error


def cell_text(cell: object) -> str:
    """Return the text of a cell; a whole number has no point, and no number an exponent."""
    if not isinstance(cell, float) or not math.isfinite(cell):
        return str(cell)
    return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")


def _texts(rows: Sequence[Sequence[object]], shown: Mapping[Place, Shown]) -> list[list[str]]:
    texts = [[cell_text(cell) for cell in row] for row in rows]
    for (row, column), how in shown.items():
        if row < len(rows) and column < len(rows[row]):
            text = how.text(rows[row][column])
            if text is not None:
                texts[row][column] = text
    return texts
