"""What the draft guideline of the plans asks to be looked at: items, where to find them, what is missing."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import msgspec

from carecompare.catalog.reading import converted, records
from carecompare.catalog.records import Record
from carecompare.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

FILE = "plan.toml"
_CODES = re.compile(r"([A-ZΑ-Ωα-ω])([0-9]{1,3})(?:\.\.\1([0-9]{1,3}))?")


class PlanDraft(Record, frozen=True):
    """The text that is followed, and how far it is known; ``date`` is ISO, ``period`` the plans it is for."""

    name_ja: str
    date: str
    meeting_ja: str
    standing_ja: str
    known_by_ja: str
    period: int


class CheckView(Record, frozen=True):
    """A view that shows part of an item: its name in the registry, its part, and what is chosen for it."""

    name: str
    part: str = ""
    query: dict[str, str] = msgspec.field(default_factory=dict)


class Missing(Record, frozen=True):
    """What an item asks for and this project does not have, and where it is to be found.

    ``until`` is the indicator of a file that is brought: where it has a figure, nothing is missing.
    """

    what_ja: str
    from_ja: str
    until: str = ""


class CheckItem(Record, frozen=True):
    """One item; see the head of ``plan.toml`` for its fields."""

    id: str
    number_ja: str
    label_ja: str
    looks_ja: tuple[str, ...]
    indicators: tuple[str, ...] = ()
    view: tuple[CheckView, ...] = ()
    pages: tuple[str, ...] = ()
    exports: tuple[str, ...] = ()
    own_words: tuple[str, ...] = ()
    kept: tuple[str, ...] = ()
    missing: tuple[Missing, ...] = ()

    def asks_for(self, code: str) -> bool:
        """Return whether an export of the 見える化 system belongs here.

        Parameters
        ----------
        code : str
            As ``B5-a`` or ``δ2``; what stands after the number does not matter.
        """
        plain = code.partition("-")[0]
        letter, number = plain[:1], plain[1:]
        if not number.isdigit():
            return False
        return any(
            letter == known and first <= int(number) <= last
            for known, first, last in map(code_range, self.exports)
        )


class SpecialStep(Record, frozen=True):
    """One step of the criteria, and what of it can be computed here."""

    number_ja: str
    asks_ja: str
    here_ja: str


class SpecialArea(Record, frozen=True):
    """The draft criteria of areas with special services, and the words of each reading of them.

    ``per_km2`` and ``persons`` are limits that lie above what meets them; ``since`` are the censuses before
    ``year`` that a fall can be seen from, the first being shown first. ``known`` is the number of
    municipalities that the draft gives.
    """

    name_ja: str
    date: str
    meeting_ja: str
    page: str
    standing_ja: str
    known_by_ja: str
    unit_ja: str
    year: int
    per_km2: float
    persons: int
    since: tuple[int, ...]
    known: int
    known_ja: str
    step: tuple[SpecialStep, ...] = ()


def code_range(text: str) -> tuple[str, int, int]:
    """Return letter, first and last number of codes written as ``W144`` or ``F1..F9``.

    Raises
    ------
    CatalogError
        If they are written in another way.
    """
    found = _CODES.fullmatch(text)
    if found is None:
        raise CatalogError("catalog_code_range_wrong", file=FILE, found=text)
    letter, first, last = found.groups()
    return letter, int(first), int(last or first)


# How a ratio is judged: by its distance from 100 %, or as the share of a target that was reached.
Reading = Literal["close", "reach"]
Interim = Literal["whole", "half"]


class MarkLimits(Record, frozen=True):
    """Limits of three marks, in points of distance from 100 % or in per cent; beyond them is the fourth."""

    best: float
    good: float
    fair: float


class PlanMarks(Record, frozen=True):
    """Where the marks are from, of which day (ISO), and the limits that hold until a town sets its own."""

    source_ja: str
    date: str
    known_by_ja: str
    standing_ja: str
    close: MarkLimits
    reach: MarkLimits


class PlanPeriod(Record, frozen=True):
    """The fiscal years of one plan."""

    id: str
    first_year: int
    last_year: int

    @property
    def years(self) -> range:
        """Return its fiscal years."""
        return range(self.first_year, self.last_year + 1)


class ProgressMeasure(Record, frozen=True):
    """What is planned of an item; ``interim`` is which part of the plan is due at the end of September."""

    id: str
    label_ja: str
    unit_ja: str
    interim: Interim


class ProgressItem(Record, frozen=True):
    """A service or a project with its measures; the cost of those ``in_total`` is added up."""

    id: str
    label_ja: str
    group_ja: str
    measures: tuple[str, ...]
    reading: Reading
    in_total: bool = False


@dataclass(frozen=True)
class PlanGuide:
    """Everything of ``plan.toml``; mappings are by id, in the order on screen."""

    draft: PlanDraft
    special_area: SpecialArea
    marks: PlanMarks
    items: Mapping[str, CheckItem] = field(default_factory=dict)
    periods: Mapping[str, PlanPeriod] = field(default_factory=dict)
    progress_measures: Mapping[str, ProgressMeasure] = field(default_factory=dict)
    progress_items: Mapping[str, ProgressItem] = field(default_factory=dict)


def plan_guide(content: dict[str, Any]) -> PlanGuide:
    """Return ``plan.toml`` as records.

    Raises
    ------
    CatalogError
        If a block is missing or not as it should be.
    """
    return PlanGuide(
        draft=converted(content.get("draft"), PlanDraft, FILE),
        special_area=converted(content.get("special_area"), SpecialArea, FILE),
        marks=converted(content.get("marks"), PlanMarks, FILE),
        items=records(content, "check_item", CheckItem, FILE),
        periods=records(content, "plan_period", PlanPeriod, FILE),
        progress_measures=records(content, "progress_measure", ProgressMeasure, FILE),
        progress_items=records(content, "progress_item", ProgressItem, FILE),
    )


def check_plan(guide: PlanGuide) -> None:
    """Check codes of exports, that a fall is seen from censuses before, and the order of the limits.

    Raises
    ------
    CatalogError
        If one cannot.
    """
    special = guide.special_area
    if not special.since or max(special.since) >= special.year:
        raise CatalogError("catalog_census_wrong", file=FILE, found=special.year)
    for item in guide.items.values():
        for each in item.exports:
            code_range(each)
    close, reach = guide.marks.close, guide.marks.reach
    if not 0 <= close.best <= close.good <= close.fair or not reach.best >= reach.good >= reach.fair >= 0:
        raise CatalogError("catalog_marks_wrong", file=FILE)


def plan_references(
    guide: PlanGuide, indicators: Mapping[str, object]
) -> Iterator[tuple[str, str, str, Mapping[str, object]]]:
    """Yield file, owner, the name referred to, and where it has to be found."""
    for item in guide.items.values():
        brought = [each.until for each in item.missing if each.until]
        yield from ((FILE, item.id, name, indicators) for name in (*item.indicators, *brought))
    for each in guide.progress_items.values():
        yield from ((FILE, each.id, name, guide.progress_measures) for name in each.measures)
