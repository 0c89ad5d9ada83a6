"""The worksheet of a town and fiscal year: what it knows of each line, in its words, and on what evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carecompare.limits import YearIfAny
from carecompare.own.contents.lines import LineSheet, SheetLine
from carecompare.own.keeping.records import Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


State = Literal["", "known", "partly", "unknown", "not_applicable"]


class WorksheetLine(SheetLine, frozen=True):
    """What stands in one line; ``due`` is as it was written."""

    state: State = ""
    due: str = ""


class Worksheet(LineSheet[WorksheetLine], frozen=True):
    """The lines in which something stands; ``begun_from`` is the year whose words it began with, or 0."""

    begun_from: YearIfAny = 0

    def blank(self, identifier: str) -> WorksheetLine:
        """Return a line in which nothing was written."""
        return WorksheetLine(identifier)


# One sheet per fiscal year: WORKSHEET.of("2026").
WORKSHEET = Kind("worksheet", Worksheet)


def begun_from(last: Worksheet, year: int, left_out: Collection[str]) -> Worksheet:
    """Return the sheet of a year that begins with the words of an earlier one.

    Parameters
    ----------
    last : Worksheet
        The earlier one.
    year : int
        Its fiscal year.
    left_out : collection of str
        Lines that are written anew every year.
    """
    return Worksheet(tuple(each for each in last.lines if each.id not in left_out), begun_from=year)


def counts_by_state(sheet: Worksheet, lines: Iterable[str]) -> dict[str, int]:
    """Return how many of the lines are in each state; the empty state is one not looked at yet."""
    counts = {"known": 0, "partly": 0, "unknown": 0, "not_applicable": 0, "": 0}
    for name in lines:
        counts[sheet.line(name).state] += 1
    return counts
