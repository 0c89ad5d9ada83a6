"""Plan and actual as a table that a town brings: every problem at once, empty is not yet known, 0 is zero."""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from carecompare.cells import LONGEST_SHOWN, MISSING_MARKS, narrow, number
from carecompare.errors import OwnDataError
from carecompare.limits import LARGEST
from carecompare.own.contents.plan_figures import BETWEEN, PlanFigure, PlanItem
from carecompare.own.keeping.records import LONGEST_NAME
from carecompare.own.uploads.spelling import plain_name
from carecompare.own.uploads.units import same_unit
from carecompare.own.uploads.year_labels import year_label
from carecompare.text.own.plan_figure_words import HEADINGS, OWN_ITEM, READINGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import PlanGuide, ProgressItem
    from carecompare.errors import OwnDataProblem
    from carecompare.own.uploads.sheet import Sheet


Part = Literal["planned", "actual", "interim"]
HEADING_ROWS = 30
MOST_PROBLEMS = 2_000
NEAREST = 3
SEPTEMBER = 9
_ROLE = {plain_name(name): role for role, names in HEADINGS.items() for name in names}
_DISARMED = re.compile(r"'[=+\-@]")
_READINGS = {plain_name(text): name for name, text in READINGS.items()}


@dataclass(frozen=True)
class ReadPlan:
    """What a table holds: to be kept only when there is no problem."""

    figures: tuple[PlanFigure, ...]
    items: tuple[PlanItem, ...]
    problems: tuple[OwnDataError, ...]


@dataclass(frozen=True)
class _Heading:
    row: int
    roles: Mapping[str, int]
    years: Mapping[int, tuple[int, Part]]
    labels: Sequence[str]
    unclear: Sequence[int]  # their headings say nothing, their cells are looked at all the same


def read_plan(sheets: Iterable[Sheet], guide: PlanGuide, file: str = "") -> ReadPlan:
    """Read a table: a row per item, for each fiscal year columns of plan, actual and the end of September.

    Parameters
    ----------
    sheets : iterable of Sheet
        From `read_sheets`; sheets without a heading are passed over when another has one.
    guide : PlanGuide
        The items of the catalogue.
    file : str
        Named when no sheet can be understood.

    Returns
    -------
    ReadPlan
        Figures, the own items they name, and all problems at once, at most 2,000.
    """
    reader = _Reader(guide)
    understood = False
    for sheet in sheets:
        heading = _heading(sheet, reader.problems)
        if heading is not None:
            understood = True
            reader.take(sheet, heading)
    if not understood and not reader.problems:
        reader.problems.append(OwnDataError("plan_heading_missing", file=file))
    figures = tuple(reader.figures)
    if not figures and not reader.problems:
        reader.problems.append(OwnDataError("plan_nothing_entered", file=file))
    return ReadPlan(figures, tuple(reader.items.values()), tuple(reader.problems[:MOST_PROBLEMS]))


def _heading(sheet: Sheet, problems: list[OwnDataError]) -> _Heading | None:
    for number_of_row, cells in enumerate(sheet.rows[:HEADING_ROWS]):
        roles: dict[str, int] = {}
        years: dict[int, tuple[int, Part]] = {}
        found: list[OwnDataError] = []
        unclear: list[int] = []
        for column, cell in enumerate(cells):
            role, part = _ROLE.get(plain_name(cell), ""), _year_part(cell)
            place = {"sheet": sheet.name, "row": number_of_row + 1, "column": cell.strip()[:LONGEST_SHOWN]}
            if (role and role in roles) or (part and part in years.values()):
                found.append(OwnDataError("own_column_twice", **place))
                unclear += [column] if part else []
            elif role:
                roles[role] = column
            elif part:
                years[column] = part
            elif _has_numbers(sheet, number_of_row, column):
                problem: OwnDataProblem = "plan_column_unclear" if cell.strip() else "own_column_nameless"
                found.append(OwnDataError(problem, found=cell.strip()[:LONGEST_SHOWN], **place))
                unclear.append(column)
        if "item" in roles and (years or found):
            problems += found
            labels = [cell.strip()[:LONGEST_SHOWN] for cell in cells]
            return _Heading(number_of_row, roles, years, labels, unclear)
    return None


def _year_part(cell: str) -> tuple[int, Part] | None:
    label = year_label(cell)
    if label is None:
        return None
    if label.month == SEPTEMBER:
        return label.year_as(fiscal=True), "interim"
    if label.status in {"planned", "actual"} and not label.month:
        return label.year, "planned" if label.status == "planned" else "actual"
    return None


def _has_numbers(sheet: Sheet, heading: int, column: int) -> bool:
    return any(
        number(narrow(row[column])) is not None for row in sheet.rows[heading + 1 :] if column < len(row)
    )


class _Reader:
    """Takes rows one by one; a cell with a problem does not hide those after it."""

    def __init__(self, guide: PlanGuide) -> None:
        self.guide = guide
        self.figures: list[PlanFigure] = []
        self.items: dict[str, PlanItem] = {}
        self.problems: list[OwnDataError] = []
        self._names = {plain_name(each.label_ja): each for each in guide.progress_items.values()}
        self._rows: dict[str, int] = {}

    def take(self, sheet: Sheet, heading: _Heading) -> None:
        """Read the rows below a heading."""
        for place, cells in enumerate(sheet.rows[heading.row + 1 :], heading.row + 2):
            if any(cell.strip() for cell in cells):
                _Row(self, sheet.name, place, cells, heading).read()

    def known(self, name: str) -> ProgressItem | None:
        """Return an item by its name, however wide it is written."""
        return self._names.get(plain_name(name))

    def near(self, name: str) -> list[str]:
        """Return names that resemble one."""
        found = difflib.get_close_matches(plain_name(name), list(self._names), NEAREST)
        return [self._names[each].label_ja for each in found]

    def first_row(self, item: str, row: int) -> int:
        """Return the row in which an item stood before, else 0."""
        before = self._rows.get(item, 0)
        self._rows.setdefault(item, row)
        return before


@dataclass(frozen=True)
class _Row:
    reader: _Reader
    sheet: str
    number: int
    cells: Sequence[str]
    heading: _Heading

    def read(self) -> None:
        item = self._item()
        years: dict[int, dict[str, float]] = {}
        for column in self.heading.unclear:
            self._value(column)
        for column, (year, part) in self.heading.years.items():
            value = self._value(column)
            if value is not None:
                years.setdefault(year, {})[part] = value
        if item is None or not years:
            return
        before = self.reader.first_row(item, self.number)
        if before:
            self._refuse("plan_row_twice", "item", found=self._text("item"), expected=before)
            return
        self.reader.figures += [PlanFigure(item, year, **parts) for year, parts in years.items()]

    def _item(self) -> str | None:
        name = self._text("item")
        if not name:
            self._refuse("own_item_missing", "item")
            return None
        if plain_name(name).startswith(plain_name(OWN_ITEM)):
            return self._own_item(name)
        known = self.reader.known(name)
        if known is None:
            self._refuse("own_item_unknown", "item", suggestion=self.reader.near(name))
            return None
        return self._measured(known)

    def _measured(self, item: ProgressItem) -> str | None:
        measures = {name: self.reader.guide.progress_measures[name] for name in item.measures}
        said = plain_name(self._text("measure"))
        if not said and len(measures) == 1:
            found = next(iter(measures))
        else:
            found = next((name for name, each in measures.items() if plain_name(each.label_ja) == said), "")
        if not found:
            self._refuse(
                "plan_measure_unknown", "measure", expected=[each.label_ja for each in measures.values()]
            )
            return None
        unit, wanted = self._text("unit"), measures[found].unit_ja
        if unit and not same_unit(unit, wanted):
            self._refuse("own_unit_differs", "unit", expected=wanted)
            return None
        return f"{item.id}{BETWEEN}{found}"

    def _own_item(self, written: str) -> str | None:
        name = " ".join(written.split())[len(OWN_ITEM) :].strip()[:LONGEST_NAME]
        unit = self._text("unit")[:LONGEST_NAME]
        reading = _READINGS.get(plain_name(self._text("reading")) or plain_name(READINGS["close"]), "")
        if not name:
            self._refuse("own_item_missing", "item")
        if not unit:
            self._refuse("own_unit_missing", "unit", found=name)
        if not reading:
            self._refuse("plan_reading_unknown", "reading", expected=list(READINGS.values()))
        if not name or not unit or not reading:
            return None
        item = PlanItem(name, unit, cast("Literal['close', 'reach']", reading))
        self.reader.items[item.id] = item
        return item.id

    def _value(self, column: int) -> float | None:
        text = narrow(self._cell(column))
        if text in MISSING_MARKS:
            return None
        value = number(text)
        problem: OwnDataProblem | None = None
        if value is None:
            problem = "own_value_wrong"
        elif value < 0:
            problem = "own_value_negative"
        elif value > LARGEST:
            problem = "plan_value_too_large"
        if problem is not None:
            where = self.heading.labels[column]
            self.reader.problems.append(
                OwnDataError(
                    problem, sheet=self.sheet, row=self.number, column=where, found=text[:LONGEST_SHOWN]
                )
            )
            return None
        return value

    def _cell(self, column: int) -> str:
        text = self.cells[column].strip() if column < len(self.cells) else ""
        # Our own files put an apostrophe before what a spreadsheet would run.
        return text[1:] if _DISARMED.match(text) else text

    def _text(self, role: str) -> str:
        return self._cell(self.heading.roles[role]) if role in self.heading.roles else ""

    def _refuse(self, problem: OwnDataProblem, role: str, **fields: object) -> None:
        column = self.heading.roles.get(role)
        label = self.heading.labels[column] if column is not None else ""
        found = fields.pop("found", self._text(role)[:LONGEST_SHOWN])
        self.reader.problems.append(
            OwnDataError(problem, sheet=self.sheet, row=self.number, column=label, found=found, **fields)
        )
