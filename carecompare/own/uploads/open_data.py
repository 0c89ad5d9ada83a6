"""Own figures in tables of open data, as the Digital Agency defines them (自治体標準オープンデータセット)."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from carecompare.cells import LONGEST_SHOWN, narrow, number
from carecompare.clock import today
from carecompare.errors import OwnDataError
from carecompare.own.uploads.layout import Entry, Layout, column_label, understood
from carecompare.own.uploads.year_labels import year_label
from carecompare.text.own import open_data_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from carecompare.own.uploads.known import Known
    from carecompare.own.uploads.sheet import Sheet


HEADING_ROWS = 5
FEWEST_AGES = 6
OLDEST = 999
CODE_DIGITS = 5
DECIMALS = 3
_STROKES = re.compile("[_()]+")
_AGES = (re.compile(open_data_words.AGES), re.compile(open_data_words.ENGLISH_AGES))
_UNKNOWN = re.compile(open_data_words.UNKNOWN_AGES)
_SERVICES = re.compile(open_data_words.BETWEEN_SERVICES)
_DATED = re.compile(r"(?<![0-9])(20[0-9]{2})(?:[0-1][0-9](?:[0-3][0-9])?)?(?![0-9])")


def open_data(sheet: Sheet, known: Known, file: str) -> Layout | None:
    """Return what own figures a table of open data holds.

    Parameters
    ----------
    sheet : Sheet
        As it was read.
    known : Known
        Whose rows are taken.
    file : str
        Its name may hold the date.

    Returns
    -------
    Layout or None
        None where it is no such table. A table without such figures has one problem that says what it is.
    """
    for row, cells in enumerate(sheet.rows[:HEADING_ROWS], 1):
        written = ["".join(narrow(cell).split()).lower() for cell in cells]
        table = _Table(sheet, row, written, [_STROKES.sub("", each) for each in written])
        kind = table.kind()
        if not kind or (kind == open_data_words.OTHER and understood(sheet, known.is_item) is not None):
            continue
        if kind not in open_data_words.NAMES:
            use = (
                open_data_words.OTHERS[kind][1]
                if kind in open_data_words.OTHERS
                else open_data_words.OTHER_USE
            )
            problem = OwnDataError("own_open_data_without_figures", file=file, found=kind, expected=use)
            return Layout([], [problem], 0, ())
        rows = table.rows_of(known)
        if not rows:
            town = table.text(sheet.rows[row], open_data_words.TOWN) if len(sheet.rows) > row else ""
            problem = OwnDataError(
                "own_open_data_of_another", file=file, found=open_data_words.NAMES[kind], expected=town
            )
            return Layout([], [problem], 0, ())
        made = {"population": table.population, "care": table.care, "medical": table.medical}[kind]
        entries = list(made(rows, known, file))
        return Layout(entries, [], 0, tuple(dict.fromkeys(table.unread)))
    return None


@dataclass(frozen=True)
class _Table:
    """A table with a heading.

    Parameters
    ----------
    sheet : Sheet
        Its cells.
    heading : int
        The row of the heading, from 1.
    written, names : sequence of str
        The headings in small letters, and as they are compared: without strokes.
    unread : list of str
        What is not read, in words.
    """

    sheet: Sheet
    heading: int
    written: Sequence[str]
    names: Sequence[str]
    unread: list[str] = field(default_factory=list)

    def kind(self) -> str:
        """Return what table it is: one that holds figures, the name of another, or nothing."""
        if len(self.ages()) >= FEWEST_AGES and self.column(open_data_words.DATE) is not None:
            return "population"
        has_code = self.column(open_data_words.CODE) is not None
        if (
            self.column(open_data_words.SERVICE) is not None
            and self.column(open_data_words.OFFICE) is not None
        ):
            return "care"
        if self.column(open_data_words.INSTITUTION_KIND) is not None or (
            has_code and self.column(open_data_words.INSTITUTION) is not None
        ):
            return "medical"
        held = set(self.names)
        other = open_data_words.OTHER if held & open_data_words.STANDARD_CODES else ""
        return next(
            (name for name, (marks, _) in open_data_words.OTHERS.items() if has_code and marks <= held), other
        )

    def column(self, names: Sequence[str]) -> int | None:
        """Return the column with one of these headings, or None."""
        return next((self.names.index(name) for name in names if name in self.names), None)

    def text(self, row: Sequence[str], names: Sequence[str]) -> str:
        """Return what stands in the column with one of these headings."""
        column = self.column(names)
        return row[column].strip() if column is not None and column < len(row) else ""

    def ages(self) -> dict[int, tuple[int, int]]:
        """Return the columns of age groups, each with its first and last year of age."""
        found = {}
        for column, name in enumerate(self.written):
            matched = next((each for pattern in _AGES if (each := pattern.fullmatch(name))), None)
            if matched:
                low = int(matched["from"])
                found[column] = (low, OLDEST if matched["up"] else int(matched["to"] or low))
        return found

    def rows_of(self, known: Known) -> list[tuple[int, Sequence[str]]]:
        """Return the rows of the own municipality with their numbers, from 1."""
        found: list[tuple[int, Sequence[str]]] = []
        others = 0
        for position, row in enumerate(self.sheet.rows[self.heading :], self.heading + 1):
            if not any(cell.strip() for cell in row):
                continue
            code = narrow(self.text(row, open_data_words.CODE)).zfill(CODE_DIGITS + 1)[:CODE_DIGITS]
            town = self.text(row, open_data_words.TOWN)
            if code in known.own_names or town in known.own_names or (not town and not code.strip("0")):
                found.append((position, row))
            else:
                others += 1
        if found and others:
            self.unread.append(open_data_words.OTHER_TOWNS.format(count=others))
        return found

    def population(self, rows: Sequence[tuple[int, Sequence[str]]], known: Known, _: str) -> Iterator[Entry]:
        """Yield totals, shares and age groups, of each year by its last date, for the town and its areas."""
        latest: dict[tuple[str, int], tuple[tuple[int, int], int, Sequence[str]]] = {}
        for position, row in rows:
            place, date = self.text(row, open_data_words.AREA), self.text(row, open_data_words.DATE)
            label = year_label(date)
            if place and place not in {each.name for each in known.areas}:
                self.unread.append(open_data_words.OTHER_AREA.format(area=place))
                continue
            # A date that cannot be read is named by the check of the year.
            key = (place, label.year_as(fiscal=False) if label else -position)
            dated = (label.month, label.day) if label else (0, 0)
            before = latest.get(key)
            if before is None or dated >= before[0]:
                latest[key] = (dated, position, row)
            if before is not None:
                other = before[2] if dated >= before[0] else row
                self.unread.append(
                    open_data_words.OTHER_DATE.format(date=self.text(other, open_data_words.DATE))
                )
        for (place, _year), taken in latest.items():
            position, row = taken[1:]
            date = self.text(row, open_data_words.DATE)
            for item, unit, column, value in self._counts(row):
                yield self._entry(
                    (position, column),
                    item=item,
                    unit=unit,
                    value=value,
                    year=date,
                    place=place,
                    note=open_data_words.AS_OF.format(date=date),
                    source=open_data_words.NAMES["population"],
                )

    def _counts(self, row: Sequence[str]) -> Iterator[tuple[str, str, int, str]]:
        """Yield item, unit, column and value of everything one row holds."""
        for names, item, unit in (
            (open_data_words.TOTAL, open_data_words.POPULATION_ITEM, open_data_words.PERSONS),
            (open_data_words.HOUSEHOLDS, open_data_words.HOUSEHOLDS_ITEM, open_data_words.HOUSES),
        ):
            column = self.column(names)
            if column is not None:
                yield item, unit, column, self.text(row, names)
        by_age = self._by_age(row)
        if not by_age:
            self.unread.append(
                open_data_words.WITHHELD_AGES.format(date=self.text(row, open_data_words.DATE))
            )
            return
        first = next(iter(self.ages()))
        starts = {low for low, _ in by_age}
        groups = (
            *open_data_words.WIDE_GROUPS,
            *((low, None if high == OLDEST else high) for low, high in by_age),
        )
        for low, high in dict.fromkeys(groups):
            if low not in starts or low == high or (high is not None and high + 1 not in starts):
                continue
            value = sum(count for (start, _), count in by_age.items() if low <= start <= (high or OLDEST))
            name = open_data_words.GROUP if high else open_data_words.GROUP_UP
            yield name.format(first=low, last=high), open_data_words.PERSONS, first, str(value)
        everybody = sum(by_age.values())
        for low, item in open_data_words.SHARES.items():
            older = sum(count for (start, _), count in by_age.items() if start >= low)
            if low in starts and everybody:
                yield item, open_data_words.PER_CENT, first, str(round(100 * older / everybody, DECIMALS))

    def _by_age(self, row: Sequence[str]) -> Counter[tuple[int, int]]:
        """Return the persons of both sexes by age; none where a cell is withheld or they miss the total."""
        by_age: Counter[tuple[int, int]] = Counter()
        for column, ages in self.ages().items():
            count = number(_cell(row, column))
            if count is None:
                return Counter()
            by_age[ages] += int(count)
        unknown = [
            number(_cell(row, column)) or 0
            for column, name in enumerate(self.written)
            if _UNKNOWN.fullmatch(name)
        ]
        stated = number(self.text(row, open_data_words.TOTAL))
        return by_age if stated in {None, sum(by_age.values()) + sum(unknown)} else Counter()

    def care(self, rows: Sequence[tuple[int, Sequence[str]]], _: Known, file: str) -> Iterator[Entry]:
        """Yield the number of offices by service; one that offers several is counted in each."""
        offices: dict[str, set[str]] = {}
        for position, row in rows:
            office = (
                self.text(row, open_data_words.OFFICE_NUMBER)
                or f"{self.text(row, open_data_words.OFFICE)} {position}"
            )
            for part in _SERVICES.split(self.text(row, open_data_words.SERVICE)):
                if service := " ".join(part.split()):
                    offices.setdefault(service, set()).add(office)
        counts = {
            open_data_words.OFFICES_ITEM.format(service=name): len(found) for name, found in offices.items()
        }
        yield from self._listed(counts, open_data_words.PLACES, open_data_words.SERVICE, "care", file)

    def medical(self, rows: Sequence[tuple[int, Sequence[str]]], _: Known, file: str) -> Iterator[Entry]:
        """Yield the number of institutions by kind, and their beds where they are all given."""
        kinds = Counter(
            self.text(row, open_data_words.INSTITUTION_KIND) or open_data_words.ANY_INSTITUTION
            for _, row in rows
        )
        counts = {open_data_words.INSTITUTIONS_ITEM.format(kind=kind): count for kind, count in kinds.items()}
        where = (
            open_data_words.INSTITUTION_KIND
            if self.column(open_data_words.INSTITUTION_KIND) is not None
            else open_data_words.INSTITUTION
        )
        yield from self._listed(counts, open_data_words.PLACES, where, "medical", file)
        beds = [number(text) for _, row in rows if (text := self.text(row, open_data_words.BEDS))]
        if beds and all(each is not None for each in beds):
            total = {open_data_words.BEDS_ITEM: sum(int(each or 0) for each in beds)}
            yield from self._listed(total, open_data_words.BED, open_data_words.BEDS, "medical", file)

    def _listed(
        self, counts: Mapping[str, int], unit: str, where: Sequence[str], kind: str, file: str
    ) -> Iterator[Entry]:
        dated = _DATED.search(file)
        for item, count in counts.items():
            yield self._entry(
                (self.heading, self.column(where) or 0),
                item=item,
                unit=unit,
                value=str(count),
                year=dated[1] if dated else str(today().year),
                note=open_data_words.AS_OF_FILE if dated else open_data_words.AS_OF_TODAY,
                source=open_data_words.NAMES[kind],
            )

    def _entry(self, at: tuple[int, int], **texts: str) -> Entry:
        row, column = at
        heading = self.sheet.rows[self.heading - 1][column].strip()[:LONGEST_SHOWN]
        where = (row, f"{column_label(column)} {heading}".strip())
        return Entry(self.sheet.name, texts, dict.fromkeys(texts, where))


def _cell(row: Sequence[str], column: int) -> str:
    return row[column].strip() if column < len(row) else ""
