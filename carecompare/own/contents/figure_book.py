"""A town's book of figures: views in chapters, with titles and paragraphs of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import msgspec

from carecompare.errors import OwnDataError
from carecompare.exhibits import is_same_view
from carecompare.limits import Place
from carecompare.own.contents.members import Member, member, moved, with_changes, without
from carecompare.own.keeping.records import Content, Kind

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from carecompare.exhibits import Exhibit


MOST_FIGURES = 100
MOST_CHAPTERS = 20
LONGEST_TITLE, LONGEST_TEXT = 200, 4_000
# What of a view stands in the book.
Form = Literal["both", "picture", "table"]


class BookFigure(Member, frozen=True):
    """One view, made anew whenever the book is made.

    Parameters
    ----------
    view, part : str
        Which view it is, and which of its pieces.
    query : dict of str to str
        The choice it is made for, as in a link.
    name : str
        What it was called when it was put here; said where the view shows nothing any more.
    title : str
        The town's own; empty for what the view calls itself.
    text : str
        The town's own paragraphs.
    chapter : int
        From 1.
    form : {"both", "picture", "table"}
        What of it stands in the book.
    """

    view: str
    part: str
    query: dict[str, str]
    name: str
    title: str = ""
    text: str = ""
    chapter: Place = 1
    form: Form = "both"


class FigureBook(Content, frozen=True):
    """The figures in their order, those of a chapter together; ``chapters`` are titles, from the first."""

    figures: tuple[BookFigure, ...] = ()
    chapters: tuple[str, ...] = ()
    title: str = ""

    def chapter_title(self, chapter: int) -> str:
        """Return the title of a chapter, or an empty text."""
        return self.chapters[chapter - 1] if chapter <= len(self.chapters) else ""

    @property
    def used_chapters(self) -> tuple[int, ...]:
        """Return the chapters that hold a figure, in order."""
        return tuple(sorted({each.chapter for each in self.figures}))


FIGURE_BOOK = Kind("figure_book", FigureBook)


def book_numbers(book: FigureBook) -> dict[str, tuple[int, int]]:
    """Return chapter and place in it of every figure, by id; chapters that are empty have no number."""
    counted = {chapter: place for place, chapter in enumerate(book.used_chapters, 1)}
    numbers: dict[str, tuple[int, int]] = {}
    places: dict[int, int] = {}
    for each in book.figures:
        places[each.chapter] = places.get(each.chapter, 0) + 1
        numbers[each.id] = counted[each.chapter], places[each.chapter]
    return numbers


def book_places(book: FigureBook, exhibit: Exhibit) -> list[int]:
    """Return the places, from 1, at which a view stands with the same part and choice."""
    return [place for place, each in enumerate(book.figures, 1) if is_same_view(each, exhibit)]


def book_with(book: FigureBook, exhibits: Sequence[Exhibit], version: int) -> FigureBook:
    """Return the book with further views at the end of its last chapter.

    Parameters
    ----------
    book : FigureBook
        What there is.
    exhibits : sequence of Exhibit
        What is put there: which views, not their figures.
    version : int
        The version this will be saved as; it makes ids that no other figure ever had.

    Raises
    ------
    OwnDataError
        If there are a hundred figures already.
    """
    if len(book.figures) + len(exhibits) > MOST_FIGURES:
        raise OwnDataError("own_book_full", expected=MOST_FIGURES)
    chapter = max(book.used_chapters, default=1)
    added = (
        BookFigure(
            id=f"b{version}_{place}",
            view=each.view,
            part=each.part,
            query=dict(each.query),
            name=(each.what or each.title)[:LONGEST_TITLE],
            chapter=chapter,
        )
        for place, each in enumerate(exhibits, 1)
    )
    return msgspec.structs.replace(book, figures=(*book.figures, *added))


def book_without(book: FigureBook, identifier: str) -> FigureBook:
    """Return the book without one figure.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    return msgspec.structs.replace(book, figures=without(book.figures, _found(book, identifier)))


def book_moved(book: FigureBook, identifier: str, steps: int) -> FigureBook:
    """Return the book with one figure moved by so many places within its chapter.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    figure = _found(book, identifier)
    within = [each for each in book.figures if each.chapter == figure.chapter]
    of_chapter = iter(moved(within, figure, steps))
    figures = tuple(next(of_chapter) if each.chapter == figure.chapter else each for each in book.figures)
    return msgspec.structs.replace(book, figures=figures)


def book_changed(book: FigureBook, identifier: str, **changes: Any) -> FigureBook:  # noqa: ANN401 - fields
    """Return the book with fields of one figure changed; one that goes to another chapter comes last there.

    Raises
    ------
    OwnDataError
        If it is not there.
    """
    figure = _found(book, identifier)
    if "title" in changes:
        changes["title"] = " ".join(changes["title"].split())[:LONGEST_TITLE]
    if "text" in changes:
        changes["text"] = changes["text"].strip()[:LONGEST_TEXT]
    figures = with_changes(book.figures, identifier, **changes)
    changed = member(figures, identifier, "own_book_unknown")
    if changed.chapter != figure.chapter:
        last = (*without(figures, changed), changed)
        figures = tuple(sorted(last, key=lambda each: each.chapter))
    return msgspec.structs.replace(book, figures=figures)


def book_chapter_titled(book: FigureBook, chapter: int, title: str) -> FigureBook:
    """Return the book with the title of a chapter changed."""
    titles = [book.chapter_title(each) for each in range(1, max(chapter, len(book.chapters)) + 1)]
    titles[chapter - 1] = " ".join(title.split())[:LONGEST_TITLE]
    return msgspec.structs.replace(book, chapters=tuple(titles))


def _found(book: FigureBook, identifier: str) -> BookFigure:
    return member(book.figures, identifier, "own_book_unknown")
