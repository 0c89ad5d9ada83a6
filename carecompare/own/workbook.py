"""Open a workbook that anybody may have made: nothing in it runs, and it cannot fill the memory."""

from __future__ import annotations

import io
import math
import re
import zipfile
import zlib
from decimal import Decimal
from typing import TYPE_CHECKING

from python_calamine import CalamineError, CalamineWorkbook

from carecompare.errors import OwnDataError
from carecompare.limits import LARGEST_UPLOADED_BYTES as LARGEST_UNPACKED_BYTES
from carecompare.limits import MOST_PARTS_OF_WORKBOOK as MOST_MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = b"PK\x03\x04"
MOST_ROWS = 200_000
MOST_COLUMNS = 500
MOST_CELLS = 3_000_000
_CHUNK = 1 << 20
# A cell's place, or a row's: the reader makes room for everything between the first and the last.
_PLACE = re.compile(rb"""\sr\s*=\s*["']\s*([A-Za-z]{0,9})([0-9]*)\s*["']""")
# The reader takes the result of a formula that failed for an empty cell; as text it is seen and refused.
_ERROR_CELL = re.compile(rb"""(<(?:\w+:)?c\s[^>]*?\bt\s*=\s*["'])e(["'])""")
_MEMBERS = re.compile(r"xl/|\[Content_Types\]\.xml$|_rels/")


def workbook_sheets(content: bytes, file: str) -> Iterator[tuple[str, list[list[str]]]]:
    """Yield every sheet as text.

    Parameters
    ----------
    content : bytes
        An ``xlsx`` file.
    file : str
        Named when it is wrong.

    Yields
    ------
    tuple of str and list of list of str
        Name and rows, the first being row 1 of the sheet; a whole number has no point, a formula is the
        result it had when the file was saved.

    Raises
    ------
    OwnDataError
        If it is no workbook, is damaged, or would unpack to more than a sheet typed by people.
    """
    try:
        honest = _repacked(content, file)
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(honest))
        for name in workbook.sheet_names:
            rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
            yield name, [[cell_text(cell) for cell in row] for row in rows]
    except (zipfile.BadZipFile, zlib.error, CalamineError, OSError, ValueError, KeyError, EOFError) as error:
        raise OwnDataError("own_workbook_wrong", file=file, found=type(error).__name__) from error
    except (NotImplementedError, RuntimeError) as error:  # a compression unknown here, a password
        raise OwnDataError("own_workbook_wrong", file=file, found=type(error).__name__) from error


def cell_text(cell: object) -> str:
    """Return the text of a cell; a whole number has no point, and no number an exponent."""
    if not isinstance(cell, float) or not math.isfinite(cell):
        return str(cell)
    return str(int(cell)) if cell.is_integer() else format(Decimal(repr(cell)), "f")


def _repacked(content: bytes, file: str) -> bytes:
    """Return the same archive unpacked by ourselves: sizes stated in an archive may be lies."""
    left = LARGEST_UNPACKED_BYTES
    honest = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as given,
        zipfile.ZipFile(honest, "w", zipfile.ZIP_STORED) as taken,
    ):
        members = given.infolist()
        if len(members) > MOST_MEMBERS:
            raise OwnDataError("own_workbook_wrong", file=file, found=len(members))
        for member in members:
            if not _MEMBERS.match(member.filename) or member.is_dir():
                continue
            unpacked = bytearray()
            with given.open(member) as opened:
                while chunk := opened.read(_CHUNK):
                    unpacked += chunk
                    if len(unpacked) > left:
                        raise OwnDataError(
                            "own_too_large",
                            file=file,
                            found=LARGEST_UNPACKED_BYTES,
                            expected=LARGEST_UNPACKED_BYTES,
                        )
            left -= len(unpacked)
            if member.filename.startswith("xl/worksheets/"):
                _check_extent(unpacked, file)
                unpacked = bytearray(_ERROR_CELL.sub(rb"\1str\2", unpacked))
            taken.writestr(zipfile.ZipInfo(member.filename), bytes(unpacked))
    return honest.getvalue()


def _check_extent(sheet: bytearray, file: str) -> None:
    last_row, last_column = 0, 0
    for letters, digits in set(_PLACE.findall(sheet)):
        last_row = max(last_row, int(digits[:9] or 0))
        last_column = max(last_column, _column_number(letters))
    if last_row > MOST_ROWS or last_column > MOST_COLUMNS or last_row * last_column > MOST_CELLS:
        raise OwnDataError(
            "own_sheet_too_large",
            file=file,
            found=(last_row, last_column),
            expected=(MOST_ROWS, MOST_COLUMNS),
        )


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number
