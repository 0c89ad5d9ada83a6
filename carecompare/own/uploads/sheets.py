"""An uploaded file as sheets of text, whatever a spreadsheet program or a publisher's tool wrote."""

from __future__ import annotations

import csv
import io

from carecompare.errors import OwnDataError
from carecompare.own.keeping.storage import LARGEST_BYTES
from carecompare.own.uploads.layout import HEADING_ROWS, role_of
from carecompare.own.uploads.sheet import Sheet
from carecompare.own.uploads.workbook import workbook_sheets
from carecompare.workbooks import MARK, UPLOADED

_BYTE_ORDER_MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
_ENCODINGS = ("utf-8", "cp932")
_DELIMITERS = ",\t;"
_LONGEST_CELL = 10_000
_HEAD = 100_000
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"


def read_sheets(content: bytes, file: str) -> list[Sheet]:
    """Read an uploaded file.

    Parameters
    ----------
    content : bytes
        CSV in UTF-8 (with or without a mark), UTF-16 with a mark, or CP932, its cells parted by commas, tabs
        or semicolons; or an ``xlsx`` workbook.
    file : str
        Its name, for errors.

    Returns
    -------
    list of Sheet
        At least one.

    Raises
    ------
    OwnDataError
        If the file is empty, too large, damaged or of another kind.
    """
    if not content.strip():
        raise OwnDataError("own_file_empty", file=file)
    if len(content) > LARGEST_BYTES:
        raise OwnDataError("own_too_large", file=file, found=len(content), expected=LARGEST_BYTES)
    if content.startswith(_OLD_EXCEL):
        raise OwnDataError("own_old_excel", file=file)
    if content.startswith(MARK):
        sheets = [Sheet(name, rows) for name, rows in workbook_sheets(content, file)]
        if not sheets:
            raise OwnDataError("own_file_empty", file=file)
        return sheets
    return [Sheet("", _rows(_text(content, file), file))]


def _text(content: bytes, file: str) -> str:
    marked = next((name for mark, name in _BYTE_ORDER_MARKS.items() if content.startswith(mark)), "")
    for encoding in [marked] if marked else _ENCODINGS:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise OwnDataError("own_encoding_unknown", file=file)


def _rows(text: str, file: str) -> list[list[str]]:
    delimiter = _delimiter(text)
    rows: list[list[str]] = []
    cells = 0
    try:
        for row in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            cells += len(row)
            if len(rows) >= UPLOADED.rows or len(row) > UPLOADED.columns or cells > UPLOADED.cells:
                raise OwnDataError(
                    "own_sheet_too_large",
                    file=file,
                    found=(len(rows) + 1, len(row)),
                    expected=(UPLOADED.rows, UPLOADED.columns),
                )
            rows.append([cell[:_LONGEST_CELL] for cell in row])
    except csv.Error as error:
        raise OwnDataError("own_not_a_table", file=file, row=len(rows) + 1) from error
    return rows


def _delimiter(text: str) -> str:
    """Return what parts the cells: that by which one line has most headings, else what is most frequent."""
    lines = text[:_HEAD].splitlines()[:HEADING_ROWS]

    def headings(delimiter: str) -> tuple[int, int]:
        known = max((sum(map(bool, map(role_of, line.split(delimiter)))) for line in lines), default=0)
        return known, max((line.count(delimiter) for line in lines), default=0)

    return max(_DELIMITERS, key=headings)
