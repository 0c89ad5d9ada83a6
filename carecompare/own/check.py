"""Check what an upload says against what is known, and name every problem at once."""

from __future__ import annotations

import difflib
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.cells import LONGEST_SHOWN, narrow, number
from carecompare.errors import OwnDataError
from carecompare.own.doubts import Doubt, doubt
from carecompare.own.figures import LONGEST_TEXT, OWN_ITEM, OwnFigure, OwnItem
from carecompare.own.known import Known, own_item_name, plain_name
from carecompare.own.layout import ITEM, VALUE, YEAR, understood, year_of
from carecompare.own.records import LARGEST, LONGEST_NAME
from carecompare.own.units import counter, in_unit, same_unit, without_unit

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carecompare.own.layout import Entry
    from carecompare.own.sheets import Sheet

MOST_PROBLEMS = 2_000
MOST_SUGGESTED = 200
NEAREST = 3
WHOLE = 100.0  # every proportion of the catalogue is in per cent
NEVER_NEGATIVE = ("proportion", "density", "standardised", "index", "year")


@dataclass(frozen=True)
class Checked:
    """What an upload holds.

    Parameters
    ----------
    figures : tuple of OwnFigure
        Read; to be kept only when there is no problem.
    items : tuple of OwnItem
        The own items among them.
    problems : tuple of OwnDataError
        Every problem, in the order of the file, at most 2,000.
    doubts : tuple of Doubt
        Figures that are readable and unlikely.
    blank : int
        Cells left empty.
    unread : tuple of str
        Columns beside the figures that mean nothing here.
    more_problems : int
        Problems beyond those listed.
    """

    figures: tuple[OwnFigure, ...]
    items: tuple[OwnItem, ...]
    problems: tuple[OwnDataError, ...]
    doubts: tuple[Doubt, ...] = ()
    blank: int = 0
    unread: tuple[str, ...] = ()
    more_problems: int = 0


def checked(sheets: Iterable[Sheet], known: Known, file: str = "") -> Checked:
    """Check an upload.

    Parameters
    ----------
    sheets : iterable of Sheet
        From `read_sheets`; sheets without a heading are passed over when another has one.
    known : Known
        What it is checked against.
    file : str
        Named when no sheet can be understood.

    Returns
    -------
    Checked
        Figures, and all problems at once.
    """
    layouts = [layout for sheet in sheets if (layout := understood(sheet, known.is_item)) is not None]
    if not layouts:
        return Checked((), (), (OwnDataError("own_heading_missing", file=file),))
    reader = _Reader(known)
    for layout in layouts:
        reader.problems += layout.problems
        for entry in layout.entries:
            reader.take(entry)
    if not reader.figures and not reader.problems:
        reader.problems.append(OwnDataError("own_nothing_entered", file=file))
    return Checked(
        figures=tuple(reader.figures),
        items=tuple(reader.items.values()),
        problems=tuple(reader.problems[:MOST_PROBLEMS]),
        doubts=tuple(reader.doubts),
        blank=sum(layout.blank for layout in layouts),
        unread=tuple(dict.fromkeys(name for layout in layouts for name in layout.unread)),
        more_problems=max(0, len(reader.problems) - MOST_PROBLEMS),
    )


class _Reader:
    """Takes entries one by one; a cell with a problem does not hide those after it."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.figures: list[OwnFigure] = []
        self.items: dict[str, OwnItem] = {}
        self.problems: list[OwnDataError] = []
        self.doubts: list[Doubt] = []
        self._seen: dict[tuple[str, str, int], int] = {}
        self._near: dict[str, list[str]] = {}
        self._refused: set[tuple[str, str, int, str]] = set()
        self._item_of: dict[str, str | None] = {}
        self._year_of: dict[str, int | None] = {}

    def take(self, entry: Entry) -> None:
        """Read one entry."""
        item, place, when = self._item(entry), self._place(entry), self._year(entry)
        value = self._value(entry, item)
        for role in ("note", "source"):
            if len(entry.text(role)) > LONGEST_TEXT:
                self._refuse(entry, "own_text_too_long", role, expected=LONGEST_TEXT)
        if item is None or place is None or when is None or value is None:
            return
        figure = OwnFigure(place, item, when, value, entry.text("note"), entry.text("source"))
        first = self._seen.get(figure.key)
        if first is not None:
            self._refuse(entry, "own_figure_twice", VALUE, expected=first)
            return
        self._seen[figure.key] = entry.at[VALUE][0]
        self.figures.append(figure)
        indicator = self.known.indicators.get(item)
        if indicator is not None:
            published = self.known.published.get(item, {})
            found = doubt(entry, figure, indicator, published, len(self.figures) - 1)
            self.doubts += [found] if found else []

    def _refuse(self, entry: Entry, problem: str, role: str, **fields: object) -> None:
        # A wrong heading is one problem, however many cells stand below it.
        cell = (problem, entry.sheet, *entry.at.get(role, entry.at[VALUE]))
        if cell not in self._refused:
            self._refused.add(cell)
            self.problems.append(entry.problem(problem, role, **fields))

    def _item(self, entry: Entry) -> str | None:
        text = entry.text(ITEM)
        if text not in self._item_of:
            self._item_of[text] = self.known.indicator_of(text)
        known = self._item_of[text]
        if known is not None:
            unit, wanted = entry.text("unit"), self.known.indicators[known].unit_ja
            if unit and not same_unit(unit, wanted):
                meant = in_unit(number(entry.text(VALUE)), unit, wanted)
                self._refuse(entry, "own_unit_differs", "unit", expected=wanted, suggestion=meant)
                return None
            return known
        name = own_item_name(text)
        if name is not None:
            return self._own_item(entry, name)
        if not text:
            self._refuse(entry, "own_item_missing", ITEM)
        else:
            self._refuse(entry, "own_item_unknown", ITEM, suggestion=self._nearest(text))
        return None

    def _own_item(self, entry: Entry, name: str) -> str | None:
        identifier = OWN_ITEM + name
        before = self.items.get(identifier) or self.known.own_items.get(identifier)
        unit = narrow(entry.text("unit"))[:LONGEST_NAME] or (before.unit if before else "")
        if not unit:
            self._refuse(entry, "own_unit_missing", "unit", found=name)
            return None
        if before is not None and before.unit != unit:
            self._refuse(entry, "own_unit_differs", "unit", expected=before.unit)
            return None
        self.items[identifier] = OwnItem(name, unit)
        return identifier

    def _place(self, entry: Entry) -> str | None:
        text = entry.text("place")
        if not text:
            return ""
        found = self.known.places.get(plain_name(text))
        if found is not None:
            return found
        other = self.known.strangers.get(plain_name(text))
        if other is not None:
            self._refuse(entry, "own_place_other_town", "place", expected=other)
        else:
            names = [each.name for each in self.known.areas]
            near = difflib.get_close_matches(text, names, NEAREST) or names[:NEAREST]
            self._refuse(entry, "own_place_unknown", "place", suggestion=near)
        return None

    def _year(self, entry: Entry) -> int | None:
        text = entry.text(YEAR)
        if text not in self._year_of:
            self._year_of[text] = year_of(text)
        found = self._year_of[text]
        if found is None:
            self._refuse(entry, "own_year_wrong" if text else "own_year_missing", YEAR)
        return found

    def _value(self, entry: Entry, item: str | None) -> float | None:
        indicator = self.known.indicators.get(item or "")
        unit = indicator.unit_ja if indicator else self.items[item].unit if item in self.items else ""
        found = number(without_unit(entry.text(VALUE), unit))
        if found is None or math.isinf(found) or abs(found) > LARGEST:
            self._refuse(entry, "own_value_wrong", VALUE, expected=counter(unit))
            return None
        if indicator is not None and indicator.kind in NEVER_NEGATIVE and found < 0:
            self._refuse(entry, "own_value_negative", VALUE)
            return None
        if indicator is not None and indicator.kind == "proportion" and found > WHOLE:
            self._refuse(entry, "own_value_beyond_whole", VALUE, expected=WHOLE)
            return None
        return found

    def _nearest(self, text: str) -> list[str]:
        if text not in self._near:
            if len(self._near) >= MOST_SUGGESTED:
                return []
            shown = {
                name: each
                for each in self.known.indicators.values()
                for name in (each.label_ja, each.name_ja)
            }
            wanted = plain_name(text)[:LONGEST_SHOWN]
            inside = [
                each.label_ja
                for name, each in shown.items()
                if wanted in plain_name(name) or plain_name(name) in wanted
            ]
            near = [shown[name].label_ja for name in difflib.get_close_matches(text, shown, NEAREST, 0.5)]
            self._near[text] = list(dict.fromkeys([*near, *inside]))[:NEAREST]
        return self._near[text]


def replaced(figures: Sequence[OwnFigure], doubts: Iterable[Doubt]) -> tuple[OwnFigure, ...]:
    """Return the figures with every value that a doubt suggests instead."""
    suggested = {each.position: each.suggested for each in doubts if each.suggested is not None}
    return tuple(
        OwnFigure(each.place, each.item, each.year, suggested[position], each.note, each.source)
        if position in suggested
        else each
        for position, each in enumerate(figures)
    )
