"""A publisher's Excel workbook as grids of text, one per sheet."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING

import pandas as pd

from carecompare import workbooks
from carecompare.errors import SourceError, WorkbookError
from carecompare.workbooks import MARK

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["MARK", "SUFFIX", "first_rows", "sheets"]

SUFFIX = ".xlsx"
LIMITS = workbooks.PUBLISHED
_HEAD_ROWS = 20
_DESCRIPTION = "xl/workbook.xml"
_SAVED_UNDER = re.compile(r'absPath\b[^>]*?\burl="([^"]*)"')


def sheets(content: bytes, file: str) -> Iterator[tuple[str, pd.DataFrame]]:
    """Yield every sheet.

    Parameters
    ----------
    content : bytes
        The workbook.
    file : str
        Named when it is wrong.

    Yields
    ------
    tuple of str and DataFrame
        Name and cells as text. Columns 0, 1, 2 …; the index is the row in the sheet, counted from 1; an empty
        cell is empty text and a whole number has no point.

    Raises
    ------
    SourceError
        If it is no workbook, is damaged, or is far larger unpacked than any of these layouts.
    """
    is_empty = True
    for name, rows in _read(content, file, None):
        is_empty = False
        cells = pd.DataFrame(rows, dtype="str")
        cells.index = pd.RangeIndex(1, 1 + len(cells))
        yield name, cells
    if is_empty:
        raise SourceError("file_empty", file=file)


def first_rows(content: bytes, file: str) -> list[list[str]]:
    """Return the first rows of the first sheet, by which a layout is recognised.

    Raises
    ------
    SourceError
        As for `sheets`.
    """
    for _, rows in _read(content, file, _HEAD_ROWS):
        return rows
    raise SourceError("file_empty", file=file)


def _read(content: bytes, file: str, most_rows: int | None) -> Iterator[tuple[str, list[list[str]]]]:
    try:
        yield from workbooks.sheets(content, file, LIMITS, most_rows)
    except WorkbookError as error:
        raise SourceError(error.problem, **error.fields) from error


def saved_under(content: bytes) -> str:
    """Return the folder that a workbook was last saved in, as Excel keeps it, or nothing.

    Parameters
    ----------
    content : bytes
        The workbook. One that cannot be opened is refused where its cells are read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            described = archive.read(_DESCRIPTION).decode("utf-8", "replace")
    except (zipfile.BadZipFile, OSError, ValueError, KeyError, EOFError, RuntimeError):
        return ""
    found = _SAVED_UNDER.search(described)
    return html.unescape(found[1]) if found else ""
