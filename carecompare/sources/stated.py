"""What a file says of its own date: in a title, in a heading, in the path that a workbook was saved under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from carecompare.cells import FIRST_YEAR, LAST_YEAR, narrow
from carecompare.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

# 2025年, and the second half of 令和2（2020）年.
_CALENDAR = re.compile(r"(?<![0-9])([0-9]{4})\)?年")
_WHOLE_YEAR = re.compile(r"[0-9]{4}")
_SHORT_ERA = re.compile(r"[RH]\.?([0-9]{1,2})(?:年度?)?", re.IGNORECASE)
_LETTERS = {"R": "令和", "H": "平成"}


def years_in(text: str, words: Mapping[str, Any]) -> set[int]:
    """Return every year that a text names.

    Parameters
    ----------
    text : str
        As published: full-width, of an era, with the calendar year in brackets.
    words : mapping
        ``eras`` (name to the year before its first) and ``first_of_era`` of the layouts.

    Returns
    -------
    set of int
        Calendar or fiscal years, as the text means them.
    """
    plain = narrow(text)
    found = {int(each) for each in _CALENDAR.findall(plain)}
    for era, zeroth in words["eras"].items():
        pattern = rf"{era}\s*({words['first_of_era']}|[0-9]{{1,2}})\s*(?:年|\()"
        found |= {
            zeroth + (1 if each == words["first_of_era"] else int(each))
            for each in re.findall(pattern, plain)
        }
    return {each for each in found if FIRST_YEAR <= each <= LAST_YEAR}


def years_of_path(path: str, words: Mapping[str, Any]) -> set[int]:
    r"""Return the years that are whole folders of a path, as in ``…\2023\02.公表\``.

    Parameters
    ----------
    path : str
        Where a workbook was saved by whoever published it.
    words : mapping
        As for `years_in`.
    """
    found: set[int] = set()
    for part in re.split(r"[\\/]+", narrow(path)):
        if _WHOLE_YEAR.fullmatch(part) and FIRST_YEAR <= int(part) <= LAST_YEAR:
            found.add(int(part))
        elif short := _SHORT_ERA.fullmatch(part):
            found.add(words["eras"][_LETTERS[part[0].upper()]] + int(short[1]))
        elif any(part.startswith(era) for era in words["eras"]):
            found |= years_in(part, words)
    return found


def check_stated(file: str, said: Iterable[int], year: int, *, where: str, sheet: str = "") -> None:
    """Check a year against what the file says of itself.

    Parameters
    ----------
    file, sheet : str
        Named when they differ.
    said : iterable of int
        Years found in the file; none is no contradiction.
    year : int
        The one its figures are taken to be of.
    where : str
        Key of the place where the file says it.

    Raises
    ------
    SourceError
        If the file names years and this is none of them.
    """
    known = sorted(set(said))
    if known and year not in known:
        raise SourceError("date_contradicts", file=file, sheet=sheet, lost=where, found=known, expected=year)
