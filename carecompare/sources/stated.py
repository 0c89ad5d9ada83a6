"""What a file says of its own date: in a title, in a heading, in the path that a workbook was saved under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from carecompare.cells import FIRST_YEAR, LAST_YEAR, narrow
from carecompare.errors import SourceError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_WHOLE_YEAR = re.compile(r"[0-9]{4}")


def years_in(text: str, words: Mapping[str, Any]) -> set[int]:
    """Return every year that a text names.

    Parameters
    ----------
    text : str
        As published: full-width, of an era, with the calendar year in brackets.
    words : mapping
        Of the layouts: ``eras`` (name to the year before its first), ``first_of_era``, and the patterns
        ``in_text`` and ``of_era``.

    Returns
    -------
    set of int
        Calendar or fiscal years, as the text means them.
    """
    plain = narrow(text)
    found = {int(each) for each in re.findall(words["in_text"], plain)}
    for era, zeroth in words["eras"].items():
        written = re.findall(f"{era}{words['of_era']}", plain)
        found |= {zeroth + (1 if each == words["first_of_era"] else int(each)) for each in written}
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
        elif short := re.fullmatch(words["short"], part.upper()):
            found.add(words["eras"][words["letters"][short[1]]] + int(short[2]))
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
        raise SourceError("date_contradicts", file=file, sheet=sheet, where=where, found=known, expected=year)
