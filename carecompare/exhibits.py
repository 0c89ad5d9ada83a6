"""What leaves the screen: one block as slides, sheets and workbooks take it, and as it is kept."""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal, Protocol

import msgspec

from carecompare.limits import Decimals, Number, Place, PlaceIfAny, Year
from carecompare.origins import Origin
from carecompare.rows import Role
from carecompare.typed_cells import Cell, texts_of

# A municipality, or one part of a whole.
SeriesRole = Literal[Role, "part"]


class Series(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One row of figures of a plot; None is a gap, which is not zero. A ``dashed`` one is projected."""

    name: str
    values: tuple[Number | None, ...]
    role: SeriesRole = "peer"
    dashed: bool = False

    @property
    def lone(self) -> tuple[int, ...]:
        """Return the places of points between gaps: a line through them draws nothing."""
        gaps = [value is None for value in (None, *self.values, None)]
        return tuple(
            place for place in range(len(self.values)) if gaps[place : place + 3] == [True, False, True]
        )


class Plot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The figures of a picture, for a chart that an office program can edit.

    Parameters
    ----------
    kind : {"bars", "stacked_bars", "columns", "lines", "waterfall"}
        Bars lie, columns stand; of a waterfall each category is a level of a ``reference`` or a step.
    categories : tuple of str
        In the order to read: the first is drawn on top, or on the left.
    series : tuple of Series
        Each with a value for every category.
    unit : str
        Of all values.
    decimals : int
        To be shown.
    own : int
        Which category is the own municipality, -1 where a series is.
    hollow : tuple of int
        Categories drawn hollow: not to be ranked, or another body's figure.
    references : tuple of (str, float)
        Names and values of lines across, such as the prefecture.
    years : tuple of int
        Of lines the year of each category, in order; nothing in what was kept before 2026-12.
    """

    kind: Literal["bars", "stacked_bars", "columns", "lines", "waterfall"]
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str
    decimals: Decimals
    own: PlaceIfAny = -1
    hollow: tuple[Place, ...] = ()
    references: tuple[tuple[str, Number], ...] = ()
    years: tuple[Year, ...] = ()


class Grid(msgspec.Struct, frozen=True, forbid_unknown_fields=True, dict=True):
    """The table of a block as it is shown; the first cell of a row is its heading.

    Parameters
    ----------
    columns : tuple of str
        Headings.
    rows : tuple of tuple of Cell or str
        Figures as records, words as text. What was kept before 2026-12 has text alone.
    numeric, own_rows, own_columns : tuple of int
        What is set to the right, and what belongs to the own municipality.
    groups : dict of int to str
        Headings that stand above the row of that number.
    caption : str
        What it holds.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell | str, ...], ...]
    numeric: tuple[Place, ...] = ()
    own_rows: tuple[Place, ...] = ()
    own_columns: tuple[Place, ...] = ()
    groups: dict[Place, str] = {}
    caption: str = ""

    @cached_property
    def texts(self) -> tuple[tuple[str, ...], ...]:
        """Return the rows as they are shown."""
        return texts_of(self.rows)

    def in_words(self) -> Grid:
        """Return it with text alone, as a printed table takes it."""
        return msgspec.structs.replace(self, rows=self.texts)


class Exhibit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One block with everything that has to stand beside it wherever it is shown.

    Parameters
    ----------
    view, part : str
        Which view it is, and which of its pieces; with ``query`` it can be made again.
    query : dict of str to str
        The choice it was made for, as in a link.
    made : str
        Date, as in 2026-11-23.
    title : str
        The finding.
    subtitle : str
        What, unit, year, how to read the marks.
    grid : Grid
        The figures.
    source : str
        Source line, written from ``origins``; the only record in what was kept before 2026-12.
    notes : tuple of str
        Cautions.
    indicators : tuple of str
        Ids of what is shown.
    plot : Plot or None
        For an editable chart.
    picture : dict or None
        The Vega-Lite specification.
    what : str
        What, unit and year alone, for a chart or a table that has other marks than the picture.
    origins : tuple of Origin or None
        Publications that the source line names; None where it names none, or it was kept before 2026-12.
    """

    view: str
    part: str
    query: dict[str, str]
    made: str
    title: str
    subtitle: str
    grid: Grid
    source: str
    notes: tuple[str, ...] = ()
    indicators: tuple[str, ...] = ()
    plot: Plot | None = None
    picture: dict[str, Any] | None = None
    what: str = ""
    origins: tuple[Origin, ...] | None = None


class ChangedCell(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cell that is not what it was; an empty ``before`` or ``after`` was or is not there.

    Parameters
    ----------
    row, column : str
        Headings of the cell.
    before, after : str
        What stood there, and what stands there.
    """

    row: str
    column: str
    before: str
    after: str


def changed_cells(before: Grid, after: Grid) -> tuple[ChangedCell, ...]:
    """Return the cells of a table that are not what they were.

    Parameters
    ----------
    before, after : Grid
        The table as it was and as it is. Rows are known by their headings, not by their place.

    Returns
    -------
    tuple of ChangedCell
        Changed and new ones in the order of ``after``, then those that went.
    """
    was, now = _cells(before), _cells(after)
    return tuple(
        ChangedCell(row, column, was.get((row, column), ""), now.get((row, column), ""))
        for row, column in dict.fromkeys((*now, *was))
        if was.get((row, column), "") != now.get((row, column), "")
    )


class View(Protocol):
    """What names a view: which it is, which piece of it, and the choice it is made for."""

    @property
    def view(self) -> str:
        """Its key in the registry."""

    @property
    def part(self) -> str:
        """Which of its pieces."""

    @property
    def query(self) -> dict[str, str]:
        """The choice, as in a link."""


def is_same_view(one: View, other: View) -> bool:
    """Return whether two show the same for the same choice, whatever the figures were at the time."""
    return (one.view, one.part, one.query) == (other.view, other.part, other.query)


def leading_columns(grid: Grid) -> int:
    """Return how many columns at the left are headings of the rows."""
    return max(1, min(grid.numeric, default=1))


def _cells(grid: Grid) -> dict[tuple[str, str], str]:
    leading = leading_columns(grid)
    cells: dict[tuple[str, str], str] = {}
    for row in grid.texts:
        heading = " ".join(row[:leading])
        for place in range(leading, len(row)):
            same = grid.columns[:place].count(grid.columns[place])
            cells[heading, grid.columns[place] + (f" {same + 1}" if same else "")] = row[place]
    return cells
