"""What publishers write in a cell, read the same way by every reader. Pure: no file is opened here."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import pandas as pd

from carecompare.cells import FIRST_YEAR, LONGEST_SHOWN, MISSING_MARKS, NUMBER, narrow, year
from carecompare.errors import SourceError
from carecompare.tables import MISSING, OBSERVED, SUPPRESSED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.errors import SourceProblem

__all__ = [
    "LONGEST_SHOWN",
    "check_digit",
    "degrees",
    "first_row",
    "in_a_prefecture",
    "municipality_codes",
    "narrow",
    "narrowed",
    "numbers",
    "office_numbers",
    "survey_date",
    "wrong_cell",
    "year",
    "years",
]

SUPPRESSED_MARKS = frozenset({"X", "x"})

# Nearly every column: it is recognised at once.
_PLAIN = re.compile(r"(?:[0-9]{1,15}\n)*[0-9]{1,15}")
_WITHOUT_BLANKS = re.compile(r"[!-~]*")
POSITION_DECIMALS = 5
_DEGREES = r"[0-9]{1,3}(?:\.[0-9]+)?"
_CODE = r"R?[0-9]{1,6}(?:\.0+)?"
_OFFICE = r"[0-9A-Z]{10}"
_DATE = re.compile(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?")
_PREFECTURES = 47


def first_row(wrong: pd.Series[bool]) -> int:
    """Return the row in the file of the first cell that is wrong."""
    return int(wrong.index.to_numpy()[wrong.to_numpy().argmax()])


def narrowed(cells: pd.Series[str]) -> pd.Series[str]:
    """Return the cells narrowed, touching only those that hold anything beyond ASCII."""
    if _WITHOUT_BLANKS.fullmatch("".join(cells.to_numpy(dtype=object))):
        return cells.copy()
    wide = ~cells.str.fullmatch(r"[!-~]*")
    result = cells.copy()
    result[wide] = cells[wide].map(narrow)
    return result


def numbers(cells: pd.Series[str], *, file: str, column: str, signed: bool = False) -> pd.DataFrame:
    """Read counts.

    Parameters
    ----------
    cells : Series of str
        As written; the index is the row in the file, counted from 1.
    file, column : str
        Named when a cell is wrong.
    signed : bool
        Whether a number may be below zero.

    Returns
    -------
    DataFrame
        ``value`` (NaN where there is none) and ``status``, on the same index. Zero is a number.

    Raises
    ------
    SourceError
        If a cell is neither a number nor a mark for a missing or withheld one; a number below zero only
        where it may be.
    """
    written_plainly = _PLAIN.fullmatch("\n".join(cells.tolist()))
    if written_plainly and len(cells):
        whole = pd.Series(cells.to_numpy(dtype="float64"), index=cells.index)
        return pd.DataFrame({"value": whole, "status": pd.Series(OBSERVED, index=cells.index, dtype="str")})
    text = narrowed(cells)
    written = text.str.fullmatch(f"-?{NUMBER}" if signed else NUMBER)
    suppressed = text.isin(SUPPRESSED_MARKS)
    wrong = ~(written | suppressed | text.isin(MISSING_MARKS))
    if wrong.any():
        raise wrong_cell("cell_not_number", cells, wrong, file, column)
    value = pd.to_numeric(text.where(written).str.replace(",", "")).astype("float64")
    status = pd.Series(MISSING, index=cells.index, dtype="str")
    return pd.DataFrame(
        {"value": value, "status": status.mask(suppressed, SUPPRESSED).mask(written, OBSERVED)}
    )


def degrees(cells: pd.Series[str], *, file: str, column: str, signed: bool = False) -> pd.Series[float]:
    """Read latitudes or longitudes.

    Parameters
    ----------
    cells : Series of str
        As written; the index is the row in the file.
    file, column : str
        Named when a cell is wrong.
    signed : bool
        Whether a minus is read too: no place of Japan has one, but 155 cells of the care files of 2025 do.

    Returns
    -------
    Series of float
        Degrees to about a metre; NaN where the cell is empty.

    Raises
    ------
    SourceError
        If a cell is neither empty nor such a number.
    """
    text = narrowed(cells)
    blank = text == ""
    wrong = ~(blank | text.str.fullmatch(f"-?{_DEGREES}" if signed else _DEGREES))
    if wrong.any():
        raise wrong_cell("cell_not_number", cells, wrong, file, column)
    return pd.to_numeric(text.mask(blank), errors="coerce").astype("float64").round(POSITION_DECIMALS)


def municipality_codes(cells: pd.Series[str], *, file: str, column: str) -> pd.Series[str]:
    """Restore five-digit codes from any way they are written.

    Parameters
    ----------
    cells : Series of str
        ``R01100``, ``01100``, ``011002`` with its check digit, ``1100`` or ``1100.0`` after a spreadsheet;
        the index is the row in the file.
    file, column : str
        Named when a cell is wrong.

    Returns
    -------
    Series of str
        Five digits each; empty where the cell was.

    Raises
    ------
    SourceError
        If a cell is no such code.

    Notes
    -----
    One file writes its codes one way. They carry the check digit when every code has a correct one: five
    digits alone cannot tell a code from a six-digit code that lost its zero.
    """
    text = narrowed(cells)
    blank = text == ""
    wrong = ~(blank | text.str.fullmatch(_CODE))
    if wrong.any():
        raise wrong_cell("code_wrong", cells, wrong, file, column)
    digits = text.str.removeprefix("R").str.replace(r"\.0+$", "", regex=True)
    distinct = digits[~blank].drop_duplicates()
    six = distinct.str.zfill(6)
    if distinct.str.len().max() <= len("01100") and not all(check_digit(each[:5]) == each[5] for each in six):
        return digits.str.zfill(5).mask(blank, "")
    mistaken = [each for each in six if check_digit(each[:5]) != each[5]]
    if mistaken:
        raise wrong_cell("code_check_digit_wrong", cells, digits.str.zfill(6).isin(mistaken), file, column)
    return digits.str.zfill(6).str[:5].mask(blank, "")


def check_digit(code: str) -> str:
    """Return the sixth digit of a municipality code.

    References
    ----------
    Ministry of Internal Affairs and Communications, list of codes of local governments, "check digit".
    """
    weighted = sum(int(digit) * weight for digit, weight in zip(code, (6, 5, 4, 3, 2), strict=True))
    return str((11 - weighted % 11) % 10)


def in_a_prefecture(code: str) -> bool:
    """Return whether the first two digits are those of one of the 47 prefectures."""
    return 1 <= int(code[:2]) <= _PREFECTURES


def office_numbers(cells: pd.Series[str], *, file: str, column: str) -> pd.Series[str]:
    """Restore office numbers of ten characters, which may hold letters.

    Parameters
    ----------
    cells : Series of str
        As written; the index is the row in the file.
    file, column : str
        Named when a cell is wrong.

    Returns
    -------
    Series of str
        Ten characters each.

    Raises
    ------
    SourceError
        If more than one leading zero is missing or there is another character.
    """
    text = narrowed(cells).str.upper().str.replace(r"\.0+$", "", regex=True)
    text = text.mask(text.str.fullmatch("[0-9]{9}"), "0" + text)
    wrong = ~text.str.fullmatch(_OFFICE)
    if wrong.any():
        raise wrong_cell("office_number_wrong", cells, wrong, file, column)
    return text


def years(cells: pd.Series[str], words: Mapping[str, Any], *, file: str, column: str) -> pd.Series[int]:
    """Return the calendar years of a column.

    Raises
    ------
    SourceError
        If a cell is no year.
    """
    known = {text: year(text, words) for text in cells.unique()}
    wrong = cells.map(lambda text: known[text] is None).astype(bool)
    if wrong.any():
        raise wrong_cell("year_wrong", cells, wrong, file, column)
    return cells.map(known).astype("int64")


def survey_date(text: str, today: date) -> str:
    """Return the date a person states for a file that states none.

    Parameters
    ----------
    text : str
        ``2025-12`` or ``2025-12-31``.
    today : date
        No figure is of a later day.

    Raises
    ------
    SourceError
        If it is neither form, no day of the calendar, or in the future.
    """
    parts = _DATE.fullmatch(narrow(text))
    try:
        day = date(int(parts[1]), int(parts[2]), int(parts[3] or 1)) if parts else None
    except ValueError:
        day = None
    if parts is None or day is None or not day.year >= FIRST_YEAR or day > today:
        raise SourceError("date_wrong", found=text[:LONGEST_SHOWN], expected="2025-12")
    return parts[0]


def wrong_cell(
    problem: SourceProblem, cells: pd.Series[str], wrong: pd.Series[bool], file: str, column: str
) -> SourceError:
    """Return the error about the first wrong cell, showing no more of it than its beginning."""
    row = first_row(wrong)
    return SourceError(problem, file=file, row=row, column=column, found=str(cells[row])[:LONGEST_SHOWN])
