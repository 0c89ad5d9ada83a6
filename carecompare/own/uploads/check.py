"""Check what an upload says against what is known, and name every problem at once."""

from __future__ import annotations

import difflib
import math
from typing import TYPE_CHECKING

from carecompare.cells import LONGEST_SHOWN, narrow, number
from carecompare.errors import OwnDataError
from carecompare.limits import LARGEST
from carecompare.own.contents.figures import LONGEST_TEXT, OwnFigure, OwnItem
from carecompare.own.keeping.records import LONGEST_NAME
from carecompare.own.uploads.check_result import Checked, Reading
from carecompare.own.uploads.doubts import doubt, doubts_of_own_items
from carecompare.own.uploads.known import own_item_name
from carecompare.own.uploads.layout import ITEM, VALUE, YEAR, understood
from carecompare.own.uploads.open_data import open_data
from carecompare.own.uploads.spelling import plain_name, spellings
from carecompare.own.uploads.units import counter, in_unit, same_unit, unit_of_name, without_unit
from carecompare.own.uploads.year_labels import FIRMEST, year_label
from carecompare.text.own.own_upload_words import PER_CENT
from carecompare.text.own.own_year_words import STATUSES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.errors import OwnDataProblem
    from carecompare.own.uploads.doubts import Doubt
    from carecompare.own.uploads.known import Known
    from carecompare.own.uploads.layout import Entry
    from carecompare.own.uploads.sheet import Sheet
    from carecompare.own.uploads.year_labels import Status


MOST_PROBLEMS = 2_000
MOST_SUGGESTED = 200
NEAREST = 3
RESEMBLING = 0.65
WHOLE = 100.0  # every proportion of the catalogue is in per cent
NEVER_NEGATIVE = ("proportion", "density", "standardised", "index", "year")


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
    layouts = [
        layout
        for sheet in sheets
        if (layout := open_data(sheet, known, file) or understood(sheet, known.is_item)) is not None
    ]
    if not layouts:
        return Checked((), (), (OwnDataError("own_heading_missing", file=file),))
    reader = _Reader(known)
    entries = [entry for layout in layouts for entry in layout.entries]
    # Of a plan and a result for one year the result is kept, wherever it stands.
    for entry in sorted(entries, key=lambda each: FIRMEST.index(reader.status(each))):
        reader.take(entry)
    per_cent = {each.id for each in reader.items.values() if same_unit(each.unit, PER_CENT)}
    doubts = [*reader.doubts, *doubts_of_own_items(reader.figures, reader.entries, per_cent)]
    problems = [*(each for layout in layouts for each in layout.problems), *reader.problems]
    left_out = reader.left_out
    if not reader.figures:  # nothing is left to keep without them
        problems, left_out = [*problems, *left_out], []
    if not reader.figures and not problems:
        problems.append(OwnDataError("own_nothing_entered", file=file))
    return Checked(
        figures=tuple(reader.figures),
        items=tuple(reader.items.values()),
        problems=tuple(problems[:MOST_PROBLEMS]),
        doubts=tuple(doubts),
        blank=sum(layout.blank for layout in layouts),
        unread=tuple(dict.fromkeys(name for layout in layouts for name in layout.unread)),
        more_problems=max(0, len(problems) - MOST_PROBLEMS),
        left_out=tuple(left_out[:MOST_PROBLEMS]),
        readings=tuple(reader.readings.values()),
    )


class _Reader:
    """Takes entries one by one; a cell with a problem does not hide those after it."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.figures: list[OwnFigure] = []
        self.items: dict[str, OwnItem] = {}
        self.problems: list[OwnDataError] = []
        self.left_out: list[OwnDataError] = []
        self.readings: dict[tuple[str, int], Reading] = {}
        self.doubts: list[Doubt] = []
        self.entries: list[Entry] = []
        self._seen: dict[tuple[str, str, int], Entry] = {}
        self._near: dict[str, list[str]] = {}
        self._refused: set[tuple[str, str, int, str]] = set()
        self._item_of: dict[str, str | None] = {}
        # One item however wide its name is written; it keeps the characters it was first written with.
        self._own_items = {
            spelling: each for each in known.own_items.values() for spelling in spellings(each.name)
        }

    def status(self, entry: Entry) -> Status:
        """Return which kind of figure an entry says it is: in its own column, or with its year."""
        label = year_label(entry.text(YEAR))
        said = narrow(entry.text("status"))
        return STATUSES.get(said, label.status if label else "")

    def take(self, entry: Entry) -> None:
        """Read one entry."""
        item, place = self._item(entry), self._place(entry)
        when, value = self._year(entry, item), self._value(entry, item)
        for role in ("note", "source"):
            if len(entry.text(role)) > LONGEST_TEXT:
                self._refuse(entry, "own_text_too_long", role, expected=LONGEST_TEXT)
        if entry.text("status") and narrow(entry.text("status")) not in STATUSES:
            self._refuse(entry, "own_status_wrong", "status")
        if item is None or place is None or when is None or value is None:
            return
        status = self.status(entry)
        figure = OwnFigure(place, item, when, value, entry.text("note"), entry.text("source"), status)
        first = self._seen.get(figure.key)
        if first is not None:
            row = first.at[VALUE][0]
            if self.status(first) == status:
                self._refuse(entry, "own_figure_twice", VALUE, expected=row)
            else:
                self._leave_out(entry, "own_figure_less_firm", VALUE, expected=row)
            return
        self._seen[figure.key] = entry
        self.figures.append(figure)
        self.entries.append(entry)
        indicator = self.known.indicators.get(item)
        if indicator is not None:
            published = self.known.published.get(item, {})
            found = doubt(entry, figure, indicator, published, len(self.figures) - 1)
            self.doubts += [found] if found else []

    def _refuse(self, entry: Entry, problem: OwnDataProblem, role: str, **fields: object) -> None:
        if self._is_new(entry, problem, role):
            self.problems.append(entry.problem(problem, role, **fields))

    def _leave_out(self, entry: Entry, problem: OwnDataProblem, role: str, **fields: object) -> None:
        if self._is_new(entry, problem, role):
            self.left_out.append(entry.problem(problem, role, **fields))

    def _is_new(self, entry: Entry, problem: OwnDataProblem, role: str) -> bool:
        # A wrong heading is one problem, however many cells stand below it.
        cell = (problem, entry.sheet, *entry.at.get(role, entry.at[VALUE]))
        is_new = cell not in self._refused
        self._refused.add(cell)
        return is_new

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
            return None
        if entry.is_heading(ITEM):
            # A column of something else: offered as an own item where its unit is known, else named.
            name, unit = unit_of_name(text)
            if unit and not self._resembling(name, unit):
                return self._own_item(entry, text)
            self._leave_out(entry, "own_item_unknown", ITEM, suggestion=self._nearest(text))
        else:
            self._refuse(entry, "own_item_unknown", ITEM, suggestion=self._nearest(text))
        return None

    def _resembling(self, name: str, unit: str) -> bool:
        """Return whether it is rather an indicator's name with a slip: one close to it in the same unit."""
        near = difflib.get_close_matches(plain_name(name), self.known.names, NEAREST, RESEMBLING)
        return any(same_unit(unit, self.known.indicators[self.known.names[each]].unit_ja) for each in near)

    def _own_item(self, entry: Entry, written: str) -> str | None:
        name, of_name = unit_of_name(written)
        given = " ".join(entry.text("unit").split())
        if given and not (of_name and same_unit(of_name, given)):
            name = written
        name = name[:LONGEST_NAME]
        before = self._own_items.get(plain_name(name))
        unit = (given or of_name)[:LONGEST_NAME] or (before.unit if before else "")
        if not unit:
            self._refuse(entry, "own_unit_missing", "unit", found=name)
            return None
        if before is not None and same_unit(unit, before.unit):
            unit = before.unit
        if before is not None and before.unit != unit:
            self._refuse(entry, "own_unit_differs", "unit", expected=before.unit)
            return None
        item = before or OwnItem(name, unit)
        self._own_items[plain_name(name)] = self.items[item.id] = item
        return item.id

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

    def _year(self, entry: Entry, item: str | None) -> int | None:
        text = entry.text(YEAR)
        label = year_label(text)
        if not text:
            self._refuse(entry, "own_year_missing", YEAR)
            return None
        if label is None:
            self._leave_out(entry, "own_year_wrong", YEAR)
            return None
        indicator = self.known.indicators.get(item or "")
        year = label.year_as(fiscal=indicator is not None and indicator.fiscal_year)
        if item is not None and (label.month or label.status or label.is_double):
            self.readings.setdefault((text, year), Reading(text, year, label.status))
        return year

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
