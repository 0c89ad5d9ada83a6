"""Open a publisher's file: any of the usual encodings, never too large, as a grid of text."""

from __future__ import annotations

import codecs
import csv
import hashlib
import io
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow as pa
from pyarrow import csv as arrow_csv

from carecompare.errors import SourceError
from carecompare.sources import archive, parquet, workbook

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

# The largest has 12 MB. Tables beyond this are published in archives, which may unpack to more.
LARGEST_BYTES = 40_000_000
HEAD_BYTES = 65_536
_ENCODINGS = ("utf-8-sig", "cp932")
_MOST_COLUMNS = 1_000


def published(path: Path) -> bytes:
    """Return the bytes of a file, unpacked where it is a table in a zip archive.

    Raises
    ------
    SourceError
        If it is missing, empty, or larger than any file of these layouts, or is no sound archive.
    """
    _check_size(path)
    content = path.read_bytes()
    return archive.unpacked(content, path.name) if _is_archive(path, content) else content


def sha256(path: Path) -> str:
    """Return the checksum of a file in hexadecimal."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def text_of(path: Path) -> str:
    """Return the text of a file in UTF-8, with or without a mark, or in CP932.

    Raises
    ------
    SourceError
        If the file cannot be had or is in none of these encodings.
    """
    content = published(path)
    for encoding in _ENCODINGS:
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise SourceError("encoding_unknown", file=path.name, expected="UTF-8, CP932")


@dataclass(frozen=True)
class Head:
    """What a file is recognised by: its name and the cells of its first lines."""

    file: str
    rows: list[list[str]]

    @cached_property
    def header(self) -> frozenset[str]:
        """Cells of the first row."""
        return frozenset(cell.strip() for cell in self.rows[0])

    @cached_property
    def cells(self) -> frozenset[str]:
        """Cells of all first rows."""
        return frozenset(cell.strip() for row in self.rows for cell in row)


def head(path: Path) -> Head:
    """Return the first lines, as far as they can be read.

    Raises
    ------
    SourceError
        If the file cannot be had or is in no known encoding.
    """
    _check_size(path)
    with path.open("rb") as opened:
        content = opened.read(HEAD_BYTES)
    if _is_archive(path, content):
        content = archive.unpacked(path.read_bytes(), path.name, most=HEAD_BYTES)
    if content.startswith(workbook.MARK) and path.suffix.lower() == workbook.SUFFIX:
        return Head(path.name, workbook.first_rows(published(path), path.name) or [[""]])
    if content.startswith(parquet.MARK):
        return Head(path.name, [parquet.columns(path)])
    for encoding in _ENCODINGS:
        try:
            text = codecs.getincrementaldecoder(encoding)().decode(content)
        except UnicodeDecodeError:
            continue
        lines = [line for line in text.splitlines()[:20] if "\0" not in line]
        return Head(path.name, [row[:_MOST_COLUMNS] for row in csv.reader(lines)] or [[""]])
    raise SourceError("encoding_unknown", file=path.name, expected="UTF-8, CP932")


def grid(path: Path, skip: int = 0, only: Collection[str] | None = None) -> pd.DataFrame:
    """Return the cells of a table as text.

    Parameters
    ----------
    path : Path
        A comma-separated file.
    skip : int
        Lines before the table.
    only : collection of str, optional
        Names in the first row; the other columns are checked for their number of cells and let go.

    Returns
    -------
    DataFrame
        Columns 0, 1, 2 … as far as they are kept; the index is the row in the file, counted from 1; an
        empty cell is empty text.

    Raises
    ------
    SourceError
        If the file cannot be had, or a row has another number of cells than the first: it was cut off.
    """
    encoded = _encoded(path, skip)
    header = next(csv.reader([encoded.partition(b"\n")[0].decode()]), [])
    width = len(header)
    kept = [place for place, name in enumerate(header) if only is None or name.strip() in only]
    if not kept or width > _MOST_COLUMNS:
        raise SourceError("not_a_table", file=path.name)
    broken: list[arrow_csv.InvalidRow] = []

    def refused(row: arrow_csv.InvalidRow) -> str:
        broken.append(row)
        return "error"

    try:
        table = arrow_csv.read_csv(
            pa.BufferReader(encoded),
            arrow_csv.ReadOptions(
                use_threads=False,
                block_size=len(encoded) + 1,
                column_names=[str(each) for each in range(width)],
            ),
            arrow_csv.ParseOptions(
                newlines_in_values=True, invalid_row_handler=refused, ignore_empty_lines=False
            ),
            arrow_csv.ConvertOptions(
                column_types={str(each): pa.string() for each in kept},
                include_columns=[str(each) for each in kept],
            ),
        )
    except pa.ArrowInvalid:
        if not broken:
            raise SourceError("not_a_table", file=path.name) from None
        row = broken[0]
        raise SourceError(
            "row_cut",
            file=path.name,
            row=(row.number or 0) + skip,
            found=row.actual_columns,
            expected=row.expected_columns,
        ) from None
    cells: pd.DataFrame = table.to_pandas()
    cells.columns = pd.Index(kept)
    cells.index = pd.RangeIndex(skip + 1, skip + 1 + len(cells))
    return cells


def _encoded(path: Path, skip: int) -> bytes:
    """Return a file in UTF-8 without a mark and its first lines; one that is so already is not copied."""
    content = published(path)
    if not skip:
        try:
            codecs.utf_8_decode(content, "strict", True)  # noqa: FBT003 - positional only
        except UnicodeDecodeError:
            pass
        else:
            return content.removeprefix(codecs.BOM_UTF8)
    lines = io.StringIO(text_of(path), newline="")
    for _ in range(skip):
        lines.readline()
    return lines.read().encode()


def _is_archive(path: Path, content: bytes) -> bool:
    return content.startswith(archive.MARK) and path.suffix.lower() == archive.SUFFIX


def _check_size(path: Path) -> None:
    if not path.is_file():
        raise SourceError("file_missing", file=path.name)
    size = path.stat().st_size
    if size == 0:
        raise SourceError("file_empty", file=path.name)
    if size > LARGEST_BYTES:
        raise SourceError("file_too_large", file=path.name, found=size, expected=LARGEST_BYTES)
