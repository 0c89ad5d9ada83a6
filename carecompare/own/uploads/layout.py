"""Find in a sheet what it says, and where: one row per figure, or years or indicators side by side."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.cells import LONGEST_SHOWN, MISSING_MARKS, narrow
from carecompare.cells import number as number_of
from carecompare.errors import OwnDataError
from carecompare.own.uploads.year_labels import year_label
from carecompare.text.own.own_upload_words import HEADINGS, PER_CENT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from carecompare.errors import OwnDataProblem
    from carecompare.own.uploads.sheet import Sheet


HEADING_ROWS = 30
ITEM, YEAR, VALUE, IGNORED = "item", "year", "value", "ignored"
_ROLE = {name: role for role, names in HEADINGS.items() for name in names}
_DISARMED = re.compile(r"'[=+\-@]")
_BRACKETS = re.compile(r"[(\[【].*?[)\]】]")


@dataclass(frozen=True)
class Entry:
    """What a sheet says of one figure, as it is written.

    Parameters
    ----------
    sheet : str
        Name of the sheet, empty for a text file.
    texts : mapping of str to str
        By role: ``item``, ``year``, ``value``, ``unit``, ``place``, ``note``, ``source``; absent where there
        is no such column.
    at : mapping of str to tuple of int and str
        Row and column of each.
    """

    sheet: str
    texts: Mapping[str, str]
    at: Mapping[str, tuple[int, str]]

    def text(self, role: str) -> str:
        """Return what stands there, or an empty text."""
        return self.texts.get(role, "")

    def is_heading(self, role: str) -> bool:
        """Return whether it stands in the heading of a column, above the figure."""
        return role in self.at and self.at[role][0] != self.at[VALUE][0]

    def problem(self, name: OwnDataProblem, role: str, **fields: object) -> OwnDataError:
        """Return an error that names the cell of a role, or the row where there is no such cell."""
        row, column = self.at.get(role) or (self.at[VALUE][0], "")
        found = fields.pop("found", self.text(role)[:LONGEST_SHOWN])
        return OwnDataError(name, sheet=self.sheet, row=row, column=column, found=found, **fields)


@dataclass(frozen=True)
class Layout:
    """A sheet that has been understood.

    Parameters
    ----------
    entries : list of Entry
        One per cell that holds a figure; none for an empty cell or a mark for a missing figure.
    problems : list of OwnDataError
        Columns that cannot be read.
    blank : int
        Cells without a figure.
    unread : tuple of str
        Columns beside the figures that mean nothing here.
    """

    entries: list[Entry]
    problems: list[OwnDataError]
    blank: int
    unread: tuple[str, ...]


def understood(sheet: Sheet, is_item: Callable[[str], bool]) -> Layout | None:
    """Return what a sheet says.

    Parameters
    ----------
    sheet : Sheet
        As it was read.
    is_item : callable
        Whether a text names an indicator or an own item.

    Returns
    -------
    Layout or None
        None when no row of the first thirty is a heading.
    """
    for row, cells in enumerate(sheet.rows[:HEADING_ROWS], 1):
        roles = [role_of(cell) for cell in cells]
        is_year = [not role and year_label(cell) is not None for role, cell in zip(roles, cells, strict=True)]
        if {ITEM, YEAR, VALUE} <= set(roles):
            return _read(sheet, row, roles, "", is_item)
        if ITEM in roles and YEAR not in roles and VALUE not in roles and any(is_year):
            return _read(sheet, row, roles, YEAR, is_item)
        if {ITEM, "unit"} <= set(roles):
            break  # a list of items, such as our form brings along
        if YEAR in roles and ITEM not in roles and VALUE not in roles:
            named = [not role and is_item(cell) for role, cell in zip(roles, cells, strict=True)]
            if any(named):
                return _read(sheet, row, roles, ITEM, is_item)
    return _understood_by_its_numbers(sheet, is_item)


def _understood_by_its_numbers(sheet: Sheet, is_item: Callable[[str], bool]) -> Layout | None:
    """Return what a sheet says of which no label can be read: every one of them is a problem of its own."""
    for row, cells in enumerate(sheet.rows[:HEADING_ROWS], 1):
        roles = [role_of(cell) for cell in cells]
        across = {ITEM: YEAR, YEAR: ITEM}
        found = [each for each in across if each in roles]
        if len(found) != 1 or VALUE in roles:
            continue
        others = [number for number, cell in enumerate(cells) if cell.strip() and not roles[number]]
        if any(_holds_numbers(sheet, row, each) for each in others):
            return _read(sheet, row, roles, across[found[0]], is_item)
    return None


def _holds_numbers(sheet: Sheet, heading: int, column: int) -> bool:
    written = (_cell(row, column) for row in sheet.rows[heading:])
    return any(number_of(narrow(cell).removesuffix(PER_CENT)) is not None for cell in written)


def role_of(cell: str) -> str:
    """Return what a column with this heading holds, or an empty text; a heading with a year is a year."""
    text = narrow(cell)
    if year_label(text) is not None:
        return ""
    return _ROLE.get("".join(_BRACKETS.sub("", text).split()).lower(), "")


def _read(
    sheet: Sheet, heading: int, roles: Sequence[str], across: str, is_item: Callable[[str], bool]
) -> Layout:
    """Read the rows below a heading; ``across`` is the role that stands in the heading, if any."""
    cells = sheet.rows[heading - 1]
    labels = [_label(number, cell) for number, cell in enumerate(cells)]
    width = max(map(len, sheet.rows[heading:]), default=0)
    labels += [_label(number, "") for number in range(len(cells), width)]
    problems = [
        OwnDataError(
            "own_column_twice", sheet=sheet.name, row=heading, column=labels[roles.index(role)], found=role
        )
        for role in dict.fromkeys(roles)
        if role not in {"", IGNORED} and roles.count(role) > 1
    ]
    plain = {role: number for number, role in enumerate(roles) if role not in {"", IGNORED}}
    others = [number for number in range(len(labels)) if number >= len(roles) or not roles[number]]
    used = [number for number in others if any(_cell(row, number) for row in sheet.rows[heading:])]
    spread = [number for number in used if _cell(cells, number)]
    # A column of remarks or names beside the figures is no figure that is wrong.
    texts = [
        each
        for each in spread
        if across
        and not (is_item(cells[each]) if across == ITEM else year_label(cells[each]))
        and not _holds_numbers(sheet, heading, each)
    ]
    spread = [each for each in spread if each not in texts]
    if across:
        problems += [
            OwnDataError("own_column_nameless", sheet=sheet.name, row=heading, column=labels[number])
            for number in used
            if not _cell(cells, number)
        ]
    table = _Table(sheet.name, heading, cells, labels, plain, spread if across else [], across)
    entries: list[Entry] = []
    blank = 0
    for row, written in enumerate(sheet.rows[heading:], heading + 1):
        if not any(cell.strip() for cell in written):
            continue
        for entry in table.entries(row, written):
            if narrow(entry.text(VALUE)) in MISSING_MARKS:
                blank += bool(entry.text(ITEM))
            else:
                entries.append(entry)
    unread = tuple(labels[number] for number in (texts if across else used))
    return Layout(entries, problems, blank, unread)


@dataclass(frozen=True)
class _Table:
    sheet: str
    heading: int
    headings: Sequence[str]
    labels: Sequence[str]
    plain: Mapping[str, int]
    spread: Sequence[int]
    across: str

    def entries(self, row: int, written: Sequence[str]) -> Iterator[Entry]:
        """Yield what one row says."""
        texts = {role: _cell(written, number) for role, number in self.plain.items()}
        at = {role: (row, self.labels[number]) for role, number in self.plain.items()}
        if not self.across:
            yield Entry(self.sheet, texts, at)
        for number in self.spread:
            label = self.labels[number]
            yield Entry(
                self.sheet,
                {**texts, VALUE: _cell(written, number), self.across: _cell(self.headings, number)},
                {**at, VALUE: (row, label), self.across: (self.heading, label)},
            )


def _cell(row: Sequence[str], number: int) -> str:
    text = row[number].strip() if number < len(row) else ""
    # Our own exports put an apostrophe before what a spreadsheet would run.
    return text[1:] if _DISARMED.match(text) else text


def column_label(number: int) -> str:
    """Return the letters of a column counted from 0, as a spreadsheet shows them."""
    letters = ""
    rest = number + 1
    while rest:
        rest, letter = divmod(rest - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _label(number: int, heading: str) -> str:
    letters = column_label(number)
    shown = " ".join(heading.split())[:LONGEST_SHOWN]
    return f"{letters} {shown}".strip()
