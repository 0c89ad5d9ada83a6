"""A book of figures as a paper: a chapter begins on a page of its own, each picture keeps its caption."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.reports.book import unit_line
from carecompare.reports.fitting import column_parts, column_shares, with_columns
from carecompare.reports.papers.paper import Drawing, Figures, Heading, Paper, Sheet, Together, Words
from carecompare.text.files import book_words
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carecompare.exhibits import Grid
    from carecompare.reports.book import PrintedBook, PrintedChapter, PrintedFigure
    from carecompare.reports.papers.paper import AnyPiece


MOST_MM = 165.0
SIZE_PT, SMALL_PT = 7.4, 6.0
WIDE = 9
# A picture of 15.2 cm on a page of 18.4 cm between its margins.
WIDTH = 0.826
# So many rows stay on one page with their caption.
FEW_ROWS = 16


@apart
def book_paper(book: PrintedBook, progress: Callable[[int], object] = lambda _: None) -> Paper:
    """Return a book of figures as a paper.

    Parameters
    ----------
    book : PrintedBook
        What stands in it.
    progress : callable
        Told how many figures are drawn.

    Returns
    -------
    Paper
        A4 in grey, on its first page the list of figures.
    """
    listed: list[AnyPiece] = [Words(each, small=True) for each in book.facts]
    listed += [Heading(book_words.LIST), *(Words(each.caption) for each in book.figures)]
    if book.mark:
        listed.append(Words(book.mark, small=True))
    sheets, done = [Sheet(tuple(listed))], 0
    for chapter in book.chapters:
        pieces: list[AnyPiece] = [Heading(_heading(chapter))]
        for figure in chapter.figures:
            progress(done)
            done += 1
            pieces += _figure(figure)
        sheets.append(Sheet(tuple(pieces)))
    return Paper(title=book.title, subject=book.subject, made=book.made, sheets=tuple(sheets), is_grey=True)


def _heading(chapter: PrintedChapter) -> str:
    return book_words.CHAPTER.format(number=chapter.number, title=chapter.heading)


def _figure(figure: PrintedFigure) -> Iterator[AnyPiece]:
    if figure.text:
        yield Words(figure.text)
    first: list[AnyPiece] = [Words(figure.caption, strong=True, to="center")]
    first += [Words(each, small=True) for each in (figure.remark, figure.finding) if each]
    if figure.shows_picture and figure.exhibit is not None:
        first.append(Drawing(figure.svg(), figure.exhibit.title, width=WIDTH, most_mm=MOST_MM))
    last: list[AnyPiece] = [Words(figure.source, small=True, to="right")] if figure.source else []
    last += [Words(book_words.NOTE.format(note=each), small=True) for each in figure.notes]
    if not figure.shows_table or figure.exhibit is None:
        yield Together((*first, *last))
        return
    grid = _marked(figure)
    table: list[AnyPiece] = [Words(unit_line(grid), small=True, to="right")] if unit_line(grid) else []
    for place, columns in enumerate(column_parts(grid)):
        part = msgspec.structs.replace(
            with_columns(grid, columns, is_first=place == 0), caption=""
        ).in_words()
        size = SIZE_PT if len(columns) <= WIDE else SMALL_PT
        table.append(Figures(part, size_pt=size, shares=column_shares(part)))
    if len(grid.rows) <= FEW_ROWS:
        yield Together((*first, *table))
    else:
        yield Together(tuple(first))
        yield from table
    yield from last


def _marked(figure: PrintedFigure) -> Grid:
    """Return the table with the sign of a changed number behind each."""
    if figure.exhibit is None:
        raise ValueError(figure.id)
    grid = figure.exhibit.grid
    if not figure.changed:
        return grid
    rows = tuple(
        tuple(
            text + book_words.MARK if (row, column) in figure.changed else grid.rows[row][column]
            for column, text in enumerate(cells)
        )
        for row, cells in enumerate(grid.texts)
    )
    return msgspec.structs.replace(grid, rows=rows)
