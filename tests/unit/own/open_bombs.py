"""Open workbooks made to fill the memory, with little memory; print what became of each.

Run as ``python open_bombs.py``. Whoever makes room for what a bomb claims is ended by the system.
"""

from __future__ import annotations

import io
import itertools
import resource
import struct
import sys
import zipfile
from typing import TYPE_CHECKING

from upload_making import workbook

from carecompare.errors import OwnDataError
from carecompare.own.uploads.sheets import read_sheets

if TYPE_CHECKING:
    from collections.abc import Callable

MEMORY_BYTES = 1_000_000_000
BLANKS = 500_000_000
TABLE = [["指標", "年", "独自値"], ["総人口", "2024", "260000"]]
SHEET = "xl/worksheets/sheet2.xml"


def changed(name: str, change: Callable[[bytes], bytes]) -> bytes:
    """Return the workbook with one of its parts changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(TABLE))) as given,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as made,
    ):
        for member in given.infolist():
            content = given.read(member)
            made.writestr(member.filename, change(content) if member.filename == name else content)
    return stream.getvalue()


def lying(content: bytes) -> bytes:
    """Return an archive whose directory and headers say that every part has ten bytes."""
    lied = bytearray(content)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = lied.find(mark)
        while start >= 0:
            lied[start + offset : start + offset + 4] = struct.pack("<I", 10)
            start = lied.find(mark, start + 4)
    return bytes(lied)


def many_parts() -> bytes:
    """Return a workbook of a hundred thousand parts."""
    stream = io.BytesIO(workbook(TABLE))
    with zipfile.ZipFile(stream, "a") as made:
        for number in range(100_000):
            made.writestr(f"xl/worksheets/extra{number}.xml", b"")
    return stream.getvalue()


def nested_entities(sheet: bytes) -> bytes:
    """Return a part whose entities multiply to a billion."""
    letters = "abcdefghij"
    lines = ['<!ENTITY a "lol">']
    for before, name in itertools.pairwise(letters):
        lines.append(f'<!ENTITY {name} "{f"&{before};" * 10}">')
    declared = f"<!DOCTYPE x [{''.join(lines)}]>".encode()
    return sheet.replace(b"?>", b"?>" + declared, 1).replace(b"260000", b"&j;")


def far_cell(place: bytes) -> Callable[[bytes], bytes]:
    """Return a change that puts a cell far out."""
    return lambda sheet: sheet.replace(b'r="C2"', b'r="%b"' % place)


def bombs() -> dict[str, bytes]:
    """Return every bomb by its name."""
    swollen = changed(SHEET, lambda sheet: sheet.replace(b"<sheetData>", b"<sheetData>" + b" " * BLANKS))
    last_row = changed(SHEET, lambda sheet: sheet.replace(b'<row r="2"', b'<row r="1048576"'))
    return {
        "half a gigabyte of nothing": swollen,
        "the same with sizes that lie": lying(swollen),
        "a cell at the end of the sheet": changed(SHEET, far_cell(b"XFD1048576")),
        "a cell in the last row": changed(SHEET, far_cell(b"C1048576")),
        "a cell beyond any sheet": changed(SHEET, far_cell(b"ZZZZZZ99999999")),
        "a row at the end of the sheet": last_row,
        "a hundred thousand parts": many_parts(),
        "entities that multiply": changed("xl/sharedStrings.xml", nested_entities),
    }


def main() -> None:
    """Open every bomb."""
    made = bombs()
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    for name, content in made.items():
        try:
            sheets = read_sheets(content, "bomb.xlsx")
        except OwnDataError as problem:
            sys.stdout.write(f"{name}: {problem.problem}\n")
        else:
            cells = sum(len(row) for sheet in sheets for row in sheet.rows)
            sys.stdout.write(f"{name}: {cells} cells\n")


if __name__ == "__main__":
    main()
