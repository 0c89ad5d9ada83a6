"""図表集 as Word, Excel and PDF, all from the same figures and the same ledger."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from carecompare.reports.book import PrintedBook, PrintedChapter, PrintedFigure
from carecompare.reports.papers.book import book_paper
from carecompare.reports.papers.pdf import PaperFile, paper_file
from carecompare.reports.workbooks.numbers import NumberSheet
from carecompare.reports.workbooks.workbook import Shown, workbook
from carecompare.text.files import book_words
from carecompare.text.format import date
from carecompare.typed_cells import Cell
from carecompare.views.files.figure_book.ledger import (
    as_of,
    elsewhere,
    figure_changes,
    ledger,
    numbers_in,
)
from carecompare.views.files.figure_book.text_check import text_problems
from carecompare.views.files.paper_pieces import compared_with, made_today
from carecompare.views.files.takeaway import cover, definitions, indicators_of, sources_of
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from carecompare.exhibits import Exhibit
    from carecompare.own import FigureBook, FigureLedger
    from carecompare.views.base.here import Page
    from carecompare.views.files.figure_book.ledger import FigureChange, Key
    from carecompare.views.files.figure_book.made import MadeFigure
    from carecompare.views.files.figure_book.text_check import NumberInText


DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@dataclass(frozen=True)
class BookState:
    """A book as it is made today, beside the version that was kept.

    Parameters
    ----------
    kept : FigureBook
        The book.
    figures : sequence of MadeFigure
        What its views show.
    then, now : FigureLedger
        The ledger that was kept last, empty where none was, and that of today.
    """

    kept: FigureBook
    figures: Sequence[MadeFigure]
    then: FigureLedger
    now: FigureLedger
    changes: Sequence[FigureChange]
    problems: Sequence[NumberInText]
    elsewhere: dict[Key, tuple[str, ...]]

    @property
    def changed(self) -> dict[Key, FigureChange]:
        """Return the numbers of today that are not what they were, by key."""
        return {each.key: each for each in self.changes if each.kind != "gone" and each.row}


def book_state(kept: FigureBook, figures: Sequence[MadeFigure], then: FigureLedger) -> BookState:
    """Return a book beside the ledger that was kept; without one nothing has changed."""
    now = ledger(figures)
    texts = {each.id: each.text for each in kept.figures if each.text}
    return BookState(
        kept,
        figures,
        then,
        now,
        figure_changes(then, now) if then.made else [],
        text_problems(texts, then, now),
        elsewhere(now),
    )


def printed(here: Page, state: BookState, *, marks: bool = True) -> PrintedBook:
    """Return a book as it is printed.

    Parameters
    ----------
    here : Page
        Of the municipality.
    state : BookState
        The book.
    marks : bool
        Whether numbers that are not those of the kept ledger get a sign.
    """
    changed = state.changed if marks else {}
    chapters = []
    for number, chapter in enumerate(state.kept.used_chapters, 1):
        figures = tuple(_printed(each, changed) for each in state.figures if each.kept.chapter == chapter)
        chapters.append(PrintedChapter(number, state.kept.chapter_title(chapter), figures))
    return PrintedBook(
        title=state.kept.title or book_words.TITLE.format(own=here.own_label),
        subject=here.full_label(here.own),
        made=made_today(),
        facts=(here.full_label(here.own), compared_with(here), made_today()),
        chapters=tuple(chapters),
        mark=book_words.MARK_MEANS.format(made=date(state.then.made)) if changed else "",
    )


def _printed(figure: MadeFigure, changed: dict[Key, FigureChange]) -> PrintedFigure:
    kept, exhibit = figure.kept, figure.exhibit
    marked = frozenset(
        (placed.row, placed.column)
        for placed in (numbers_in(exhibit.grid) if exhibit is not None and changed else ())
        if (kept.id, placed.cell.row, placed.cell.column) in changed
    )
    return PrintedFigure(
        kept.id,
        figure.number,
        figure.title,
        exhibit,
        text=kept.text,
        has_picture=kept.form != "table",
        has_table=kept.form != "picture",
        changed=marked,
        remark="" if exhibit is not None else book_words.GONE,
    )


@apart
def word_file(book: PrintedBook, progress: Callable[[int], object] = lambda _: None) -> bytes:
    """Return a book as Word; see `book_document`."""
    # The library takes a while to load: nobody waits for it who wants no Word.
    from carecompare.reports.word.document import book_document  # noqa: PLC0415

    return book_document(book, progress)


def pdf_file(book: PrintedBook, progress: Callable[[int], object] = lambda _: None) -> PaperFile:
    """Return a book as PDF."""
    return paper_file(book_paper(book, progress))


def book_workbook(here: Page, state: BookState) -> bytes:
    """Return a book as a workbook: figures with charts that can be edited, and the ledger.

    Parameters
    ----------
    here : Page
        Of the municipality.
    state : BookState
        The book.
    """
    shown = [
        Shown(
            _without_colour(each.exhibit),
            title=each.caption,
            name=book_words.SHEET.format(number=each.number),
        )
        for each in state.figures
        if each.exhibit is not None
    ]
    exhibits = [each.exhibit for each in shown]
    lines = [each.caption for each in state.figures]
    title = state.kept.title or book_words.TITLE.format(own=here.own_label)
    first = cover(here, title, lines, compares=False, how_to_read=book_words.HOW_TO_READ_LINES)
    return workbook(
        first,
        shown,
        definitions(here.catalog, indicators_of(here.catalog, exhibits)),
        sources_of(here.catalog, exhibits),
        [
            NumberSheet(book_words.LIST_SHEET, book_words.LIST_COLUMNS, list(_list_rows(state))),
            NumberSheet(book_words.LEDGER_SHEET, book_words.LEDGER_COLUMNS, list(ledger_rows(state))),
        ],
        is_grey=True,
    )


def _without_colour(exhibit: Exhibit) -> Exhibit:
    """Return a view with the words of pictures that have no colour."""
    return msgspec.structs.replace(
        exhibit,
        subtitle=book_words.in_grey(exhibit.subtitle),
        notes=tuple(book_words.in_grey(each) for each in exhibit.notes),
    )


def _list_rows(state: BookState) -> Iterator[tuple[Cell | str, ...]]:
    counts = {each.id: len(each.cells) for each in state.now.figures}
    changed: dict[str, int] = {}
    for key, *_ in state.changed.items():
        changed[key[0]] = changed.get(key[0], 0) + 1
    for each in state.figures:
        exhibit = each.exhibit
        kind = "" if exhibit is None or exhibit.plot is None else book_words.KINDS[exhibit.plot.kind]
        yield (
            book_words.NUMBERED.format(number=each.number),
            each.title,
            kind or book_words.KIND_OTHER[bool(exhibit and exhibit.picture)],
            state.kept.chapter_title(each.kept.chapter),
            exhibit.source if exhibit else book_words.GONE,
            as_of(exhibit) if exhibit else "",
            Cell(float(counts.get(each.kept.id, 0))),
            Cell(float(changed.get(each.kept.id, 0))),
        )


def ledger_rows(state: BookState, figure: str = "") -> Iterator[tuple[Cell | str, ...]]:
    """Yield the ledger, a row a number, those of one figure where one is asked for.

    Parameters
    ----------
    state : BookState
        The book.
    figure : str
        Id of a figure; empty for all.
    """
    changed = state.changed
    decimals = {
        (each.kept.id, placed.cell.row, placed.cell.column): each.exhibit.grid.rows[placed.row][placed.column]
        for each in state.figures
        if each.exhibit is not None and figure in {"", each.kept.id}
        for placed in numbers_in(each.exhibit.grid)
    }
    for each in state.now.figures:
        if figure not in {"", each.id}:
            continue
        for cell in each.cells:
            key = (each.id, cell.row, cell.column)
            change = changed.get(key)
            others = state.elsewhere.get(key, ())
            yield (
                book_words.NUMBERED.format(number=each.number),
                each.title,
                cell.row,
                cell.column,
                decimals.get(key, cell.text) if cell.value is not None else cell.text,
                cell.text,
                cell.unit,
                each.source,
                each.as_of,
                book_words.BETWEEN.join(book_words.NUMBERED.format(number=number) for number in others),
                change.then if change else "",
                book_words.CHANGE_KINDS[change.kind] if change else "",
            )
