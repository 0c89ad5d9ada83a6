"""The ledger of a book of figures: its numbers, where else each stands, and what changed since the last."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Literal, NamedTuple

from carecompare.clock import today
from carecompare.exhibits import leading_columns
from carecompare.own import FigureLedger, LedgerCell, LedgerFigure
from carecompare.text.files import book_words
from carecompare.typed_cells import Cell

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from carecompare.exhibits import Exhibit, Grid
    from carecompare.views.files.figure_book.made import MadeFigure

DIGIT = re.compile(r"\d")
# A whole number below this stands in many figures by chance.
LEAST_TELLING = 1_000
Key = tuple[str, str, str]


class Placed(NamedTuple):
    """A number of a table with its place there."""

    row: int
    column: int
    cell: LedgerCell


class FigureChange(NamedTuple):
    """What is not what it was; ``row`` and ``column`` are empty where it is the whole figure.

    ``kind`` is ``changed``, ``new`` or ``gone``.
    """

    number: str
    title: str
    row: str
    column: str
    then: str
    now: str
    kind: Literal["changed", "new", "gone"]
    key: Key


def numbers_in(grid: Grid) -> list[Placed]:
    """Return every number of a table, row by row.

    Headings of rows and columns are none. A row is known by its words, a column by its heading; of equal
    ones each has its own number, so that no two numbers of a table have the same name.
    """
    leading = leading_columns(grid)
    columns = _apart([" ".join(each.split()) for each in grid.columns])
    group, headings = "", []
    for place, row in enumerate(grid.texts):
        group = grid.groups.get(place, group)
        headings.append(" ".join(filter(None, (group, *row[:leading]))))
    rows = _apart(headings)
    return [
        Placed(at, column, _ledger_cell((rows[at], columns[column]), cell, is_own=is_own(grid, at, column)))
        for at, row in enumerate(grid.rows)
        for column, cell in enumerate(row)
        if column >= leading and DIGIT.search(cell if isinstance(cell, str) else cell.text)
    ]


def _apart(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = defaultdict(int)
    apart = []
    for name in names:
        seen[name] += 1
        apart.append(name if seen[name] == 1 else book_words.SAME_NAME.format(name=name, count=seen[name]))
    return apart


def is_own(grid: Grid, row: int, column: int) -> bool:
    """Return whether a cell belongs to the own municipality: by its row where rows do, else by its column."""
    return row in grid.own_rows if grid.own_rows else column in grid.own_columns


def _ledger_cell(name: tuple[str, str], cell: Cell | str, *, is_own: bool) -> LedgerCell:
    if isinstance(cell, Cell):
        return LedgerCell(*name, cell.text, cell.value, cell.unit, is_own)
    return LedgerCell(*name, cell, is_own=is_own)


def ledger(made: Iterable[MadeFigure], name: str = "") -> FigureLedger:
    """Return every number of a book as it is made today; a figure that shows nothing any more has none."""
    return FigureLedger(
        figures=tuple(
            LedgerFigure(
                id=each.kept.id,
                number=each.number,
                title=each.title,
                source=each.exhibit.source,
                as_of=as_of(each.exhibit),
                cells=tuple(placed.cell for placed in numbers_in(each.exhibit.grid)),
            )
            for each in made
            if each.exhibit is not None
        ),
        name=name,
        made=today().isoformat(),
    )


def as_of(exhibit: Exhibit) -> str:
    """Return of when the figures of an exhibit are, each date once."""
    dates = dict.fromkeys(each.as_of for each in exhibit.origins or () if each.as_of)
    return book_words.BETWEEN.join(dates)


def cells_of(kept: FigureLedger) -> Iterator[tuple[Key, LedgerFigure, LedgerCell]]:
    """Return every number of a ledger with its key: figure, row and column."""
    for figure in kept.figures:
        for cell in figure.cells:
            yield (figure.id, cell.row, cell.column), figure, cell


def figure_changes(then: FigureLedger, now: FigureLedger) -> list[FigureChange]:
    """Return what is not what it was in the ledger that was kept.

    Parameters
    ----------
    then, now : FigureLedger
        As it was kept, and as it would be kept today. Figures are known by their ids, numbers by the words of
        their row and column: neither another order nor another title is a change.

    Returns
    -------
    list of FigureChange
        In the order of ``now``; what is gone comes last. A figure that came or went is one change.
    """
    was, shown = _by_key(then), _by_key(now)
    known, kept = {each.id for each in then.figures}, {each.id for each in now.figures}
    found: list[FigureChange] = []
    for each in now.figures:
        found += _cell_changes(each, was) if each.id in known else [_whole(each, "new")]
    found += [
        FigureChange(figure.number, figure.title, cell.row, cell.column, cell.text, "", "gone", key)
        for key, figure, cell in cells_of(then)
        if key not in shown and figure.id in kept
    ]
    return [*found, *(_whole(each, "gone") for each in then.figures if each.id not in kept)]


def _cell_changes(figure: LedgerFigure, was: dict[Key, LedgerCell]) -> Iterator[FigureChange]:
    for cell in figure.cells:
        key = (figure.id, cell.row, cell.column)
        before = was.get(key)
        if before is None or before.text != cell.text:
            kind: Literal["changed", "new"] = "new" if before is None else "changed"
            then = "" if before is None else before.text
            yield FigureChange(figure.number, figure.title, cell.row, cell.column, then, cell.text, kind, key)


def _whole(figure: LedgerFigure, kind: Literal["new", "gone"]) -> FigureChange:
    return FigureChange(figure.number, figure.title, "", "", "", "", kind, (figure.id, "", ""))


def _by_key(kept: FigureLedger) -> dict[Key, LedgerCell]:
    return {key: cell for key, _, cell in cells_of(kept)}


def elsewhere(kept: FigureLedger) -> dict[Key, tuple[str, ...]]:
    """Return the numbers of the other figures that hold the same number, by key.

    Two are the same where all digits that are stored are the same and it is no whole number below a
    thousand; of smaller ones the words of the row are the same too.
    """
    places: dict[tuple[object, ...], dict[str, str]] = defaultdict(dict)
    for _, figure, cell in cells_of(kept):
        for name in _same(cell):
            places[name].setdefault(figure.id, figure.number)
    found = {}
    for key, figure, cell in cells_of(kept):
        others = {
            number: None for name in _same(cell) for at, number in places[name].items() if at != figure.id
        }
        if others:
            found[key] = tuple(others)
    return found


def _same(cell: LedgerCell) -> Iterator[tuple[object, ...]]:
    if cell.value is None:
        return
    if cell.value != round(cell.value) or abs(cell.value) >= LEAST_TELLING:
        yield (cell.value,)
    elif cell.value:
        yield (cell.value, cell.row)
