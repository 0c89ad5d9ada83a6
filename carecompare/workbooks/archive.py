"""Unpack a workbook within limits: sizes stated in an archive may be lies."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.errors import WorkbookError
from carecompare.limits import LARGEST_PUBLISHED_BYTES, LARGEST_UPLOADED_BYTES, MOST_PARTS_OF_WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = b"PK\x03\x04"
SHEETS = "xl/worksheets/"
_CHUNK = 1 << 20
_ROW_END, _SHEET_END = b"</row>", b"</sheetData></worksheet>"
_MEMBERS = re.compile(r"xl/|\[Content_Types\]\.xml$|_rels/")
# A cell's place, or a row's: the reader makes room for everything between the first and the last.
_PLACE = re.compile(rb"""\sr\s*=\s*["']\s*([A-Za-z]{0,9})([0-9]*)\s*["']""")
# The reader takes the result of a formula that failed for an empty cell; as text it is seen and refused.
_ERROR_CELL = re.compile(rb"""(<(?:\w+:)?c\s[^>]*?\bt\s*=\s*["'])e(["'])""")
# What the libraries say of an archive that is damaged, locked, or packed in a way unknown here.
UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    OSError,
    ValueError,
    KeyError,
    EOFError,
    NotImplementedError,
    RuntimeError,
)


@dataclass(frozen=True)
class Limits:
    """What a workbook may hold.

    Parameters
    ----------
    unpacked_bytes : int
        Of all parts together.
    rows, columns, cells : int
        Of one sheet, up to its last cell.
    """

    unpacked_bytes: int
    rows: int
    columns: int
    cells: int


UPLOADED = Limits(LARGEST_UPLOADED_BYTES, rows=200_000, columns=500, cells=3_000_000)
PUBLISHED = Limits(LARGEST_PUBLISHED_BYTES, rows=1_048_576, columns=2_000, cells=30_000_000)


def unpacked(content: bytes, file: str, limits: Limits, most_rows: int | None = None) -> bytes:
    """Return the same workbook unpacked, in an archive that packs nothing.

    Parameters
    ----------
    content : bytes
        An ``xlsx`` file.
    file : str
        Named when it is wrong.
    limits : Limits
        What it may hold.
    most_rows : int, optional
        Each sheet ends after so many rows: the rest need not be understood to know what a workbook is.

    Returns
    -------
    bytes
        Its sheets, words and formats; nothing else of it.

    Raises
    ------
    WorkbookError
        ``workbook_wrong`` if it is no archive or damaged, ``file_too_large`` if it would unpack to more,
        ``sheet_too_large`` if a cell lies too far out.
    """
    honest = io.BytesIO()
    try:
        with (
            zipfile.ZipFile(io.BytesIO(content)) as given,
            zipfile.ZipFile(honest, "w", zipfile.ZIP_STORED) as taken,
        ):
            _unpack(given, taken, file, limits, most_rows)
    except UNREADABLE as error:
        raise WorkbookError("workbook_wrong", file=file) from error
    return honest.getvalue()


def _unpack(
    given: zipfile.ZipFile, taken: zipfile.ZipFile, file: str, limits: Limits, most_rows: int | None
) -> None:
    left = limits.unpacked_bytes
    members = given.infolist()
    if len(members) > MOST_PARTS_OF_WORKBOOK:
        raise WorkbookError("workbook_wrong", file=file)
    for member in members:
        if not _MEMBERS.match(member.filename) or member.is_dir():
            continue
        part = bytearray()
        with given.open(member) as opened:
            while chunk := opened.read(_CHUNK):
                part += chunk
                if len(part) > left:
                    most = limits.unpacked_bytes
                    raise WorkbookError("file_too_large", file=file, found=most, expected=most)
        left -= len(part)
        if member.filename.startswith(SHEETS):
            part = part if most_rows is None else _first_rows(part, most_rows)
            _check_extent(part, file, limits)
            part = bytearray(_ERROR_CELL.sub(rb"\1str\2", part))
        taken.writestr(zipfile.ZipInfo(member.filename), bytes(part))


def _first_rows(sheet: bytearray, most: int) -> bytearray:
    """Return a sheet that ends after some rows; one whose rows are written otherwise stays whole."""
    end = 0
    for _ in range(most):
        end = sheet.find(_ROW_END, end) + len(_ROW_END)
        if end < len(_ROW_END):
            return sheet
    return sheet[:end] + _SHEET_END


def _check_extent(sheet: bytearray, file: str, limits: Limits) -> None:
    rows, columns = {b""}, {b""}
    for part in _tags(sheet):
        for letters, digits in _PLACE.findall(part):
            columns.add(letters)
            rows.add(digits)
    last_row = max(int(digits[:9] or 0) for digits in rows)
    last_column = max(map(column_number, columns))
    if last_row > limits.rows or last_column > limits.columns or last_row * last_column > limits.cells:
        raise WorkbookError(
            "sheet_too_large",
            file=file,
            found=(last_row, last_column),
            expected=(limits.rows, limits.columns),
        )


def _tags(sheet: bytearray) -> Iterator[bytearray]:
    """Yield a sheet in pieces that each end before a tag: the places of millions of cells fill the memory."""
    begin = 0
    while begin < len(sheet):
        end = sheet.find(b"<", begin + _CHUNK)
        end = len(sheet) if end < 0 else end
        yield sheet[begin:end]
        begin = end


def column_number(letters: bytes) -> int:
    """Return the number of a column by its letters; A is 1, no letters are 0."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
