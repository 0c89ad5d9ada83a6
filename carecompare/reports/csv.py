"""Tables as CSV that opens in a spreadsheet without harm."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from io import StringIO
from math import isnan
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import pandas as pd

    from carecompare.file_tables import FileTable

Encoding = Literal["utf-8-sig", "cp932"]

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
GETA = "〓"  # the printer's mark for a character that cannot be set
LINE_END = "\r\n"


@dataclass(frozen=True)
class CsvFile:
    """A CSV as bytes.

    Parameters
    ----------
    content : bytes
        The file.
    lacking : str
        Characters that the encoding does not hold, each once; they stand as 〓 in the file.
    """

    content: bytes
    lacking: str


def csv_file(frame: pd.DataFrame, encoding: Encoding = "utf-8-sig") -> CsvFile:
    """Return a table under the names of its columns as CSV, as `csv_of` does; an empty cell stays empty."""
    return csv_of(frame.columns.tolist(), _records(frame), encoding)


def table_csv(table: FileTable, encoding: Encoding = "utf-8-sig") -> CsvFile:
    """Return a table under its headings as CSV, as `csv_of` does; an empty cell stays empty."""
    return csv_of([each.heading for each in table.columns], _records(table.frame), encoding)


def _records(frame: pd.DataFrame) -> Iterable[Sequence[object]]:
    columns = [frame[name].astype(object).where(frame[name].notna(), None).tolist() for name in frame.columns]
    return zip(*columns, strict=True)


def csv_of(
    headings: Sequence[str], rows: Iterable[Sequence[object]], encoding: Encoding = "utf-8-sig"
) -> CsvFile:
    """Return rows as CSV.

    Parameters
    ----------
    headings : sequence of str
        Of the columns.
    rows : iterable of sequence
        A cell for each column, empty for None and NaN. Text that a spreadsheet would run as a formula gets an
        apostrophe in front.
    encoding : {"utf-8-sig", "cp932"}
        UTF-8 with a byte order mark, which Excel needs, or the older Japanese encoding.

    Returns
    -------
    CsvFile
        With lines ended as Windows does.
    """
    written = StringIO()
    writer = csv.writer(written, lineterminator=LINE_END)
    writer.writerow(headings)
    writer.writerows(map(_harmless, row) for row in rows)
    text = written.getvalue()
    if encoding == "utf-8-sig":
        return CsvFile(text.encode(encoding), "")
    lacking = characters_lacking(text)
    kept = "".join(GETA if each in lacking else each for each in text) if lacking else text
    return CsvFile(kept.encode("cp932"), lacking)


def characters_lacking(text: str) -> str:
    """Return the characters that the older Japanese encoding does not hold, each once."""
    return "".join(each for each in dict.fromkeys(text) if not _holds(each))


def _harmless(cell: object) -> object:
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(FORMULA_STARTS) else cell
    if isinstance(cell, float):
        return "" if isnan(cell) else cell + 0.0  # a zero below zero is zero
    return cell


def _holds(character: str) -> bool:
    try:
        character.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True
