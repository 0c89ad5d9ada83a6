"""A book of figures before it is written: chapters, figures, what stands with each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.reports.pictures.grey import grey_picture
from carecompare.text.files import book_words
from carecompare.typed_cells import Cell

if TYPE_CHECKING:
    from collections.abc import Collection

    from carecompare.exhibits import Exhibit, Grid


PICTURE_PX = 720


@dataclass(frozen=True)
class PrintedFigure:
    """One figure of a book.

    Parameters
    ----------
    id, number, title : str
        Of the figure; the number is chapter and place, as 1-2.
    exhibit : Exhibit or None
        What it shows; None where it shows nothing any more, which ``remark`` then says.
    text : str
        The town's own paragraphs.
    has_picture, has_table : bool
        What of it stands in the book, where the view has it.
    changed : collection of tuple of int
        Rows and columns of the table's numbers that are not what they were in the last version.
    remark : str
        Said of it under its title.
    """

    id: str
    number: str
    title: str
    exhibit: Exhibit | None
    text: str = ""
    has_picture: bool = True
    has_table: bool = True
    changed: Collection[tuple[int, int]] = ()
    remark: str = ""

    @property
    def caption(self) -> str:
        """Return number and title as they stand over the figure."""
        return book_words.CAPTION.format(number=self.number, title=self.title)

    @property
    def source(self) -> str:
        """Return the line that names the publications, as plans print it."""
        return book_words.source(self.exhibit.source if self.exhibit else "")

    @property
    def notes(self) -> tuple[str, ...]:
        """Return how the picture is read, and the cautions, in the words of a picture without colour."""
        if self.exhibit is None:
            return ()
        how = self.exhibit.subtitle if self.shows_picture else ""
        # What its title says already is not said again.
        how = how.removeprefix(self.title).lstrip(book_words.STOPS)
        return tuple(book_words.in_grey(each) for each in (how, *self.exhibit.notes) if each)

    @property
    def shows_picture(self) -> bool:
        """Return whether there is a picture in the book."""
        return self.exhibit is not None and self.exhibit.picture is not None and self.has_picture

    @property
    def shows_table(self) -> bool:
        """Return whether there is a table in the book; a view without a picture has no other form."""
        if self.exhibit is None or not self.exhibit.grid.rows:
            return False
        return self.has_table or not self.shows_picture

    @property
    def finding(self) -> str:
        """Return what is said in the place of a picture and a table where a view has neither to show."""
        if self.exhibit is None or self.shows_picture or self.shows_table:
            return ""
        return self.exhibit.title

    def svg(self) -> str:
        """Return the picture in grey with its title inside.

        Raises
        ------
        ValueError
            If there is none, or it cannot be drawn.
        """
        if self.exhibit is None or self.exhibit.picture is None:
            raise ValueError(self.id)
        return grey_picture(self.exhibit.picture, book_words.IN_PICTURE.format(title=self.title), PICTURE_PX)


@dataclass(frozen=True)
class PrintedChapter:
    """A chapter; its title may be empty."""

    number: int
    title: str
    figures: tuple[PrintedFigure, ...]

    @property
    def heading(self) -> str:
        """Return what stands over it."""
        return self.title or book_words.CHAPTER_UNTITLED


@dataclass(frozen=True)
class PrintedBook:
    """A book of figures.

    Parameters
    ----------
    title, subject, made : str
        Of the document; whose it is; when and with what it was made.
    facts : tuple of str
        Under the title.
    chapters : tuple of PrintedChapter
        In their order.
    mark : str
        What the sign at a changed number means; empty where none is marked.
    """

    title: str
    subject: str
    made: str
    facts: tuple[str, ...]
    chapters: tuple[PrintedChapter, ...]
    mark: str = ""

    @property
    def figures(self) -> tuple[PrintedFigure, ...]:
        """Return all figures in their order."""
        return tuple(figure for each in self.chapters for figure in each.figures)


def unit_line(grid: Grid) -> str:
    """Return the unit of a table where all its figures have one, else what it holds."""
    units = {
        cell.unit for row in grid.rows for cell in row if isinstance(cell, Cell) and cell.value is not None
    }
    if len(units) == 1 and "" not in units:
        return book_words.UNIT.format(unit=units.pop())
    return grid.caption
