"""The frozen records of the catalogue. A field that is not named here is an error in the TOML."""

from __future__ import annotations

from typing import Literal

import msgspec

NO_LAST_YEAR = 9999

Kind = Literal["proportion", "density", "amount", "standardised", "change", "index", "published", "year"]
Direction = Literal["higher_is_better", "lower_is_better", "neutral"]
DenominatorYear = Literal["same", "latest_before", "nearest", "five_years_before", "base"]


class Record(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One definition."""


class Source(Record, frozen=True):
    """One publication: where figures come from and on which terms.

    ``as_of`` is the day of a publication whose files state none. The file of one that is ``brought`` is no
    part of the project: until somebody imports it, its figures are not counted among those that are missing.
    """

    id: str
    short_ja: str
    name_ja: str
    name_en: str
    publisher_ja: str
    licence_ja: str
    page: str
    date_ja: str
    notes_ja: str = ""
    next_release_ja: str = ""
    as_of: str = ""
    brought: bool = False


class Listing(Record, frozen=True):
    """What a figure made of a list is checked against, as counts.

    Institutions ``listed``, those of which the figure is ``known``, and those another source has ``counted``.
    """

    listed: str
    known: str
    counted: str


class Break(Record, frozen=True):
    """A change of what is counted: the figures from ``year`` on are not to be joined to those before."""

    year: int
    note_ja: str


class Count(Record, frozen=True):
    """One counted thing, and the column it has in each source that gives it.

    ``part_of`` names the count that it cannot exceed in the same area and year. ``estat`` is
    ``TABLE:dimension=code,…`` of the same item in the e-Stat API. A figure of a fiscal year is of a ``day``
    in the calendar year after it; ``imputed`` names the count that holds the same persons with those of
    unknown age distributed; a ``signed`` one may be below zero; a ``score`` is given anew every year, so that
    a town's may move from nothing to everything; one that is not ``additive`` (a ratio its publisher made)
    has no total of a prefecture or the nation, unless ``wider`` names the count that holds what the publisher
    gives for them. One of ``places_of`` other counts has the offices of these, and those at one address or
    with one number are one.
    """

    id: str
    label_ja: str
    unit_ja: str
    read: dict[str, str]
    places_of: tuple[str, ...] = ()
    day: str = ""
    estat: str = ""
    part_of: str = ""
    listing: Listing | None = None
    fiscal_year: bool = False
    signed: bool = False
    score: bool = False
    additive: bool = True
    wider: str = ""
    imputed: str = ""
    breaks: tuple[Break, ...] = ()
    notes_ja: str = ""
    not_collected_ja: str = ""


class Correction(Record, frozen=True):
    """A figure printed wrongly; ``expect`` is what the publisher prints now, ``missing`` for a blank."""

    counts: tuple[str, ...]
    area: str
    year: int
    action: Literal["withhold", "replace"]
    reason_ja: str
    expect: float | Literal["missing"]
    value: float | None = None


class Topic(Record, frozen=True):
    """A chapter of the comparison."""

    id: str
    label_ja: str


class Field(Record, frozen=True):
    """One of the five fields of community-based integrated care, or what cuts across them."""

    id: str
    label_ja: str
    symbol: str
    gap_ja: str = ""


class Basis(Record, frozen=True):
    """A population that a density can be expressed per; ``units_ja`` names it by the size it is per."""

    id: str
    count: str
    label_ja: str
    units_ja: dict[str, str]


class Service(Record, frozen=True):
    """One long-term care service, known by the number in its file's name.

    ``also_read`` names other sources of its number of offices and the column they have there. An
    ``abolished`` one has no indicator of its own: what is left of it in a list is counted, not compared.
    """

    number: str
    label_ja: str
    short_ja: str
    field: str
    counter_ja: str = ""
    abolished: bool = False
    also_read: dict[str, str] = {}
    notes_ja: str = ""
    not_collected_ja: str = ""


class Facility(Record, frozen=True):
    """One kind of medical institution, known by the service of its rows in OFFICES."""

    id: str
    label_ja: str
    short_ja: str
    field: str


class Projection(Record, frozen=True):
    """The later part of a series, which has sources of its own; alone it is called ``label_ja``."""

    numerator: tuple[str, ...]
    first_year: int
    denominator: tuple[str, ...] = ()
    fill_first_year: bool = False
    label_ja: str = ""
    note_ja: str = ""


class Imputed(Record, frozen=True):
    """The part of a series in which those of unknown age are distributed over the ages.

    It takes the place of what was counted, and of what was projected, in the years of which it has figures.
    """

    numerator: tuple[str, ...]
    denominator: tuple[str, ...] = ()
    note_ja: str = ""


class Awaited(Record, frozen=True):
    """What is said of an indicator until it has figures of a year: what they would come with."""

    year: int
    note_ja: str


class Indicator(Record, frozen=True, cache_hash=True):
    """One comparable figure. ``numerator`` and ``denominator`` are counts; a leading minus subtracts.

    ``weights`` are those of an index, one per count. A denominator of the year ``base`` is of
    ``base_year``. ``shown_year`` is the year shown first of what is only projected. Of a
    year ``counted`` are the counts that stand for the projection up to the last year counted; a later one
    takes the years it has. ``denominator_imputed`` is taken in the years it has; ``places_of`` are the counts
    of designations whose places the numerator is; ``breaks`` are those of its counts. All three follow from
    the counts and are not written.
    """

    id: str
    label_ja: str
    label_en: str
    topic: str
    kind: Kind
    numerator: tuple[str, ...]
    unit_ja: str
    decimals: int
    short_ja: str = ""
    field: str = ""
    denominator: tuple[str, ...] = ()
    denominator_imputed: tuple[str, ...] = ()
    places_of: tuple[str, ...] = ()
    breaks: tuple[Break, ...] = ()
    denominator_year: DenominatorYear = "same"
    base_year: int = 0
    weights: tuple[float, ...] = ()
    per: float = 1.0
    direction: Direction = "neutral"
    first_year: int = 0
    last_observed_year: int = NO_LAST_YEAR
    shown_year: int = 0
    in_brief: bool = True
    fiscal_year: bool = False
    imputed: Imputed | None = None
    projection: Projection | None = None
    counted: tuple[str, ...] = ()
    history: str = ""
    bases: tuple[str, ...] = ()
    basis: str = ""
    variant_of: str = ""
    notes_ja: str = ""
    awaited: Awaited | None = None
    not_collected_ja: str = ""

    @property
    def name_ja(self) -> str:
        """Return the short label where there is one."""
        return self.short_ja or self.label_ja

    def part(self, year: int) -> int:
        """Return how many breaks lie before a year: years of one part may be joined and compared."""
        return sum(each.year <= year for each in self.breaks)

    @property
    def is_a_year(self) -> bool:
        """Return whether the value is a year, which is neither ranked nor averaged."""
        return self.kind == "year"

    @property
    def projected_id(self) -> str:
        """Return the id of the projection as published, also of years counted since; empty without one."""
        return f"{self.id}_projected" if self.projection is not None else ""

    @property
    def counts(self) -> tuple[str, ...]:
        """Return every count the figure is made of, without signs, each once."""
        return self.counts_behind(observed=True, projected=True)

    def counts_behind(self, *, observed: bool, projected: bool) -> tuple[str, ...]:
        """Return the counts of the observed part, of the projection, or of both."""
        terms = (
            [*self.counted, *self.numerator, *self.denominator, *self.denominator_imputed] if observed else []
        )
        if observed and self.imputed is not None:
            terms += [*self.imputed.numerator, *self.imputed.denominator]
        if projected and self.projection is not None:
            terms += [*self.projection.numerator, *self.projection.denominator]
        return tuple(dict.fromkeys(term.removeprefix("-") for term in terms))

    def sides(self, count: str) -> tuple[bool, bool]:
        """Return whether a count stands in the numerator, and whether it stands in the denominator."""
        parts = [part for part in (self, self.imputed, self.projection) if part is not None]
        above = {term.removeprefix("-") for part in parts for term in part.numerator}
        above |= set(self.counted)
        below = {term.removeprefix("-") for part in parts for term in part.denominator}
        below |= {term.removeprefix("-") for term in self.denominator_imputed}
        return count in above, count in below


class InitiativeType(Record, frozen=True):
    """One of the 24 types of initiative."""

    code: str
    id: str
    label_ja: str
    field: str


class Lead(Record, frozen=True):
    """What a finding leads to: fields and types of initiative that are worth a look, no remedy.

    It belongs to findings of a ``topic`` (only of some ``indicators``, where they are named) that go one of
    the ``ways``. ``of_finding`` adds the fields of the finding's own indicators; without ``types`` every type
    of the fields is meant.
    """

    id: str
    label_ja: str
    topic: str
    ways: tuple[str, ...]
    indicators: tuple[str, ...] = ()
    of_finding: bool = False
    fields: tuple[str, ...] = ()
    types: tuple[str, ...] = ()
