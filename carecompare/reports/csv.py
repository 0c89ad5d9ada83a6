"""Tables as CSV that opens in a spreadsheet without harm."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import pandas as pd

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


def csv_file(frame: pd.DataFrame, encoding: Literal["utf-8-sig", "cp932"] = "utf-8-sig") -> CsvFile:
    """Return a table as CSV.

    Parameters
    ----------
    frame : DataFrame
        Text cells that a spreadsheet would run as a formula get an apostrophe in front.
    encoding : {"utf-8-sig", "cp932"}
        UTF-8 with a byte order mark, which Excel needs, or the older Japanese encoding.

    Returns
    -------
    CsvFile
        With lines ended as Windows does.
    """
    harmless = frame.copy()
    for name in harmless.columns:
        if harmless[name].dtype.kind == "f":
            harmless[name] = harmless[name] + 0.0  # a zero below zero is zero
        elif harmless[name].dtype.kind not in "iub":
            harmless[name] = harmless[name].map(_harmless)
    text = harmless.to_csv(index=False, lineterminator=LINE_END)
    if encoding == "utf-8-sig":
        return CsvFile(text.encode(encoding), "")
    lacking = characters_lacking(text)
    kept = "".join(GETA if each in lacking else each for each in text) if lacking else text
    return CsvFile(kept.encode("cp932"), lacking)


def characters_lacking(text: str) -> str:
    """Return the characters that the older Japanese encoding does not hold, each once."""
    return "".join(each for each in dict.fromkeys(text) if not _holds(each))


def _harmless(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA_STARTS) else cell


def _holds(character: str) -> bool:
    try:
        character.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True
