"""The book of figures of a town: what it keeps, and what its figures show today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.own import FIGURE_BOOK, FIGURE_LEDGER, FigureBook, FigureLedger, book_numbers
from carecompare.text.files import book_words
from carecompare.views.base.block import exhibit
from carecompare.views.files.registry import view_block

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.exhibits import Exhibit
    from carecompare.own import BookFigure
    from carecompare.views.base.here import Page


@dataclass(frozen=True)
class MadeFigure:
    """A figure of the book with what its view shows today.

    Parameters
    ----------
    kept : BookFigure
        As the town put it there.
    number : str
        Chapter and place, as 1-2.
    title : str
        The town's own, or what the view calls itself.
    exhibit : Exhibit or None
        None where the view shows nothing any more.
    """

    kept: BookFigure
    number: str
    title: str
    exhibit: Exhibit | None

    @property
    def caption(self) -> str:
        """Return number and title as they stand over the figure."""
        return book_words.CAPTION.format(number=self.number, title=self.title)


def book(here: Page) -> tuple[FigureBook, int]:
    """Return the book of a municipality and its version, 0 when nothing was put there.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = here.kept(FIGURE_BOOK)
    return (kept.content, kept.version) if kept else (FigureBook(), 0)


def last_ledger(here: Page) -> tuple[FigureLedger, int]:
    """Return the ledger that was kept last and its version, 0 when none was.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = here.kept(FIGURE_LEDGER)
    return (kept.content, kept.version) if kept else (FigureLedger(), 0)


def made_figures(
    here: Page, shown: FigureBook, progress: Callable[[int], object] = lambda _: None
) -> list[MadeFigure]:
    """Return the figures of a book with what their views show today.

    Parameters
    ----------
    here : Page
        With the store and definitions of today.
    shown : FigureBook
        The book.
    progress : callable
        Told how many figures are made.
    """
    numbers = book_numbers(shown)
    found = []
    for done, each in enumerate(shown.figures):
        progress(done)
        block = view_block(here.loaded, each.view, each.part, each.query, here.keeper)
        now = None if block is None else exhibit(block, each.query)
        number = book_words.NUMBER.format(chapter=numbers[each.id][0], place=numbers[each.id][1])
        title = each.title or (usual_title(now) if now else each.name)
        found.append(MadeFigure(each, number, title, now))
    return found


def usual_title(shown: Exhibit) -> str:
    """Return what a view is called in a book: what it shows, not what is found."""
    known = book_words.TITLES.get(shown.view, "{what}")
    return known.format(what=shown.what) if shown.what else shown.title


def book_described(content: object) -> str:
    """Return a version of the book in words, a line each, for the history."""
    if not isinstance(content, FigureBook):
        return ""
    numbers = book_numbers(content)
    return "\n".join(
        book_words.LINE.format(
            chapter=numbers[each.id][0], place=numbers[each.id][1], title=each.title or each.name
        )
        for each in content.figures
    )
