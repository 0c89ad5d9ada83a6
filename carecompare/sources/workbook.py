"""Open a publisher's Excel workbook as grids of text, one per sheet."""

from __future__ import annotations

import html
import io
import re
import zipfile
from typing import TYPE_CHECKING

import pandas as pd
from python_calamine import CalamineError, CalamineWorkbook

from carecompare.errors import SourceError
from carecompare.limits import LARGEST_PUBLISHED_BYTES as LARGEST_UNPACKED_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

SUFFIX = ".xlsx"
MARK = b"PK\x03\x04"  # a workbook is a zip archive
_HEAD_ROWS = 20
_DESCRIPTION = "xl/workbook.xml"
_SAVED_UNDER = re.compile(r'absPath\b[^>]*?\burl="([^"]*)"')
# What the two libraries say of an archive or a sheet that is damaged, locked or newer than they are.
_UNREADABLE = (zipfile.BadZipFile, CalamineError, OSError, ValueError, KeyError, EOFError, RuntimeError)


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
    workbook = _opened(content, file)
    for name in workbook.sheet_names:
        yield name, _grid(workbook, name, file, None)


def first_rows(content: bytes, file: str) -> list[list[str]]:
    """Return the first rows of the first sheet, by which a layout is recognised.

    Raises
    ------
    SourceError
        As for `sheets`.
    """
    workbook = _opened(content, file)
    return [
        [str(cell) for cell in row]
        for row in _grid(workbook, workbook.sheet_names[0], file, _HEAD_ROWS).to_numpy()
    ]


def _opened(content: bytes, file: str) -> CalamineWorkbook:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            unpacked = sum(member.file_size for member in archive.infolist())
        if unpacked > LARGEST_UNPACKED_BYTES:
            raise SourceError("file_too_large", file=file, found=unpacked, expected=LARGEST_UNPACKED_BYTES)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    except _UNREADABLE as error:
        raise SourceError("workbook_wrong", file=file, found=type(error).__name__) from error
    if not workbook.sheet_names:
        raise SourceError("file_empty", file=file)
    return workbook


def _grid(workbook: CalamineWorkbook, name: str, file: str, most_rows: int | None) -> pd.DataFrame:
    try:
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False, nrows=most_rows)
    except _UNREADABLE as error:
        raise SourceError("workbook_wrong", file=file, sheet=name, found=type(error).__name__) from error
    cells = pd.DataFrame([[_text(cell) for cell in row] for row in rows], dtype="str")
    cells.index = pd.RangeIndex(1, 1 + len(cells))
    return cells


def _text(cell: object) -> str:
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


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
    except _UNREADABLE:
        return ""
    found = _SAVED_UNDER.search(described)
    return html.unescape(found[1]) if found else ""
