"""Figures of the 見える化 system as a town exported them: its own, never among the published ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from carecompare.cells import narrow
from carecompare.errors import OwnDataError
from carecompare.limits import Number, YearIfAny
from carecompare.own.keeping.records import Content, Kind
from carecompare.own.mieruka.periods import Period, period_of
from carecompare.own.uploads.spelling import plain_name

if TYPE_CHECKING:
    from collections.abc import Iterable


Mode = Literal["", "focus", "compared"]
BookLayout = Literal["series", "areas", "analysis"]
MOST_BOOKS = 3_000
MOST_VALUES = 1_500_000


class ExportedSeries(Content, frozen=True):
    """One area's row of one series.

    ``area`` is a code, empty where the name leaves it open; ``label`` is the area as written; ``mode`` says
    how an adjusted figure was standardised: ``focus`` (one area only) or ``compared``; ``unit`` is without
    its brackets; ``figures`` are one per period of the book, None where the table has none.
    """

    area: str
    label: str
    name: str
    unit: str
    figures: tuple[Number | None, ...]
    mode: Mode = ""

    @property
    def is_blank(self) -> bool:
        """Return whether the row holds no figure."""
        return all(value is None for value in self.figures)


class ExportedBook(Content, frozen=True):
    """One workbook, of one standardisation.

    ``code`` and ``name`` of the indicator, ``year`` (of a table of areas, else 0) and ``file`` come from the
    file's name; ``exported_on`` is an ISO date or empty; ``periods`` are labels as written.
    """

    file: str
    code: str
    name: str
    layout: BookLayout
    exported_on: str
    periods: tuple[str, ...]
    series: tuple[ExportedSeries, ...]
    year: YearIfAny = 0
    mode: Mode = ""

    @property
    def key(self) -> tuple[str, str, str, int, str]:
        """Return what two exports of the same table share."""
        return self.code, plain_name(self.name), self.layout, self.year, self.mode

    @property
    def is_blank(self) -> bool:
        """Return whether it holds no figure of any area."""
        return all(each.is_blank for each in self.series)

    def period(self, position: int) -> Period:
        """Return one period; of a table of areas the year of its file."""
        label = self.periods[position]
        if self.layout == "areas":
            return Period(self.year, 0, "file")
        return period_of(label) or Period(0, 0, "calendar")


class ExportedFigures(Content, frozen=True):
    """Everything a town has brought of the system."""

    books: tuple[ExportedBook, ...] = ()


EXPORTED_FIGURES = Kind("exported_figures", ExportedFigures)


def without_brackets(unit: str) -> str:
    """Return a unit without the brackets around it, whatever their width."""
    text = unit.strip()
    if text[:1] in "（(" and text[-1:] in "）)":
        text = text[1:-1]
    return text.strip()


def exports_with(kept: ExportedFigures, books: Iterable[ExportedBook]) -> ExportedFigures:
    """Return what is kept with new books.

    Parameters
    ----------
    kept : ExportedFigures
        What there is.
    books : iterable of ExportedBook
        New ones; each takes the place of an older or equally old export of the same table and the same
        standardisation. An older one than what is kept changes nothing.

    Returns
    -------
    ExportedFigures
        In the order of their codes.

    Raises
    ------
    OwnDataError
        If there would be more books or figures than can be kept.
    """
    of_key = {each.key: each for each in kept.books}
    for book in books:
        before = of_key.get(book.key)
        if before is None or book.exported_on >= before.exported_on:
            of_key[book.key] = book
    if len(of_key) > MOST_BOOKS:
        raise OwnDataError("mieruka_too_many", found=len(of_key), expected=MOST_BOOKS)
    count = sum(len(each.figures) for book in of_key.values() for each in book.series)
    if count > MOST_VALUES:
        raise OwnDataError("mieruka_too_many", found=count, expected=MOST_VALUES)
    return ExportedFigures(tuple(sorted(of_key.values(), key=order)))


def order(book: ExportedBook) -> tuple[str, int, str, str, int, str]:
    """Return what orders books: by letter, number and rest of their codes."""
    digits = "".join(each if each.isdigit() else " " for each in book.code).split()
    number = int(digits[0]) if digits else 0
    return book.code[:1], number, book.code, narrow(book.name), book.year, book.layout + book.mode
