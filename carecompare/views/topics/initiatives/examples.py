"""Cases and registered initiatives as examples to be found: what they hold, and how near their place is."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from carecompare.comparisons import led, nearness
from carecompare.text import words
from carecompare.text.format import year_word
from carecompare.text.own import initiative_words
from carecompare.text.topics import find_words
from carecompare.views.base.choice import FIELD, parameter
from carecompare.views.topics.findings import dismissed, found
from carecompare.views.topics.initiatives.columns import case_names
from carecompare.views.topics.initiatives.registered import registered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from carecompare.catalog import Case
    from carecompare.comparisons import Led, Nearness
    from carecompare.own import Initiative
    from carecompare.views.base.here import Page


# How initiatives are looked for, of which type, and for which finding.
BY = parameter("by", lambda value, _: value in find_words.BYS, "by_unknown", next(iter(find_words.BYS)))
TYPE = parameter("type", lambda value, known: value in known.catalog.initiative_types, "type_unknown")
# Findings depend on the comparators; the page says when there is none of this key any more.
_FINDING = re.compile(r"[a-z_]+(\.[a-z0-9_]+)+")
FINDING = parameter("finding", lambda value, _: bool(_FINDING.fullmatch(value)))

TITLE_ONLY = "title_only"
ADDRESS = re.compile(r"https?://[A-Za-z0-9\-._~:/?#\[\]@!$&()*+,;=%]+")


@dataclass(frozen=True)
class Example:
    """One case or registered initiative.

    Parameters
    ----------
    id : str
        Of its card.
    name, title, evidence, start : str
        Its municipalities, what it is, what is at hand of it, since when.
    areas : tuple of str
        Codes, the nearest first.
    types, fields : frozenset of str
        What is confirmed of it.
    source : str
        Where it is from, in words.
    links : tuple of str
        Addresses of its sources.
    is_title_only : bool
        Whether its text is not at hand.
    """

    id: str
    name: str
    title: str
    evidence: str
    start: str
    areas: tuple[str, ...]
    types: frozenset[str]
    fields: frozenset[str]
    source: str
    links: tuple[str, ...]
    is_title_only: bool

    @property
    def area(self) -> str:
        """Return the code of its nearest municipality."""
        return self.areas[0]


def examples(here: Page) -> tuple[list[Example], Nearness]:
    """Return the examples outside the own municipality, the nearest first, and how near they are.

    Raises
    ------
    OwnDataError
        If what is registered cannot be read.
    """
    cases = [each for each in _cases(here) if here.own not in each.areas]
    entries = [_of_entry(here, each) for each in registered(here) if each.area != here.own]
    codes = list(dict.fromkeys(code for each in (*cases, *entries) for code in each.areas))
    weights = here.selection.choice(here.catalog).weights
    near = nearness(here.loaded.features, here.own, weights, codes)

    def place(code: str) -> int:
        return near.place(code) or near.of + 1

    found = [
        replace(each, areas=tuple(sorted(each.areas, key=place))) if len(each.areas) > 1 else each
        for each in (*cases, *entries)
    ]
    return sorted(found, key=lambda each: place(each.area)), near


def _cases(here: Page) -> list[Example]:
    """Return the cases as examples, whoever looks for one."""
    return here.cached(
        "everybody",
        "cases as examples",
        lambda: [_of_case(here, each) for each in here.catalog.cases.values()],
    )


def _of_case(here: Page, case: Case) -> Example:
    return Example(
        id=case.id,
        name=case_names(here, case),
        title=case.title_ja,
        evidence=words.CASE_LEVELS[case.evidence_level],
        start=case.start_ja,
        areas=case.areas,
        types=frozenset(each.id for each in case.types),
        fields=frozenset(each.id for each in case.fields),
        source=find_words.TITLE_ONLY if case.evidence_level == TITLE_ONLY else words.DOCUMENT,
        links=_addresses(_sources(case)),
        is_title_only=case.evidence_level == TITLE_ONLY,
    )


def _of_entry(here: Page, entry: Initiative) -> Example:
    evidence = initiative_words.EVIDENCE[entry.evidence]
    return Example(
        id=entry.id,
        name=here.full_label(entry.area),
        title=entry.title,
        evidence=find_words.REGISTERED.format(evidence=evidence),
        start=year_word(entry.since) if entry.since else "",
        areas=(entry.area,),
        types=frozenset(entry.types),
        fields=frozenset(entry.fields),
        source=find_words.SOURCE.format(source=entry.source or words.UNCONFIRMED),
        links=_addresses([entry.source]),
        is_title_only=False,
    )


def _sources(case: Case) -> Iterator[str]:
    yield from case.start_sources
    for mark in (*case.types, *case.fields):
        yield from mark.sources
    for name in words.CASE_PARTS:
        yield from (each.source for each in getattr(case, name))


def _addresses(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(found for text in texts for found in ADDRESS.findall(text)))


BY_FINDINGS, BY_FIELD, BY_TYPE, ALL = "findings", "field", "type", "all"


@dataclass(frozen=True)
class Wanted:
    """What is looked for.

    Parameters
    ----------
    by : str
        How: a key of `BYS`.
    chosen : str
        The name of the field or type.
    types, fields : frozenset of str
        What fits; everything where both are empty.
    known, used : tuple of Led
        The findings that lead anywhere, and those of them it is looked for by.
    """

    by: str
    chosen: str = ""
    types: frozenset[str] = frozenset()
    fields: frozenset[str] = frozenset()
    known: tuple[Led, ...] = ()
    used: tuple[Led, ...] = ()

    @property
    def is_open(self) -> bool:
        """Return whether everything fits."""
        return not self.types and not self.fields

    def fits(self, example: Example) -> bool:
        """Return whether something that is looked for is confirmed of an example."""
        return self.is_open or bool(self.types & example.types or self.fields & example.fields)


def leads(here: Page) -> tuple[Led, ...]:
    """Return what the findings that were not set aside lead to.

    Raises
    ------
    OwnDataError
        If what was set aside cannot be read.
    """
    aside = dismissed(here)
    listed = [each for each in found(here).listed if each.key not in aside]
    catalog = here.catalog
    return led(listed, catalog.leads.values(), catalog.indicators, catalog.initiative_types)


def chosen_field(here: Page) -> str:
    """Return the field that is looked for."""
    return here.selection[FIELD] or next(iter(here.catalog.fields))


def chosen_type(here: Page) -> str:
    """Return the type that is looked for."""
    return here.selection[TYPE] or next(iter(here.catalog.initiative_types))


def wanted_of(here: Page) -> Wanted:
    """Return what is looked for; everything where no finding leads anywhere.

    Raises
    ------
    OwnDataError
        If what was set aside cannot be read.
    """
    by, types = here.selection[BY] or BY_FINDINGS, here.catalog.initiative_types
    if by == BY_FIELD:
        field = chosen_field(here)
        of_field = frozenset(each.id for each in types.values() if each.field == field)
        return Wanted(BY_FIELD, here.catalog.fields[field].label_ja, of_field, frozenset({field}))
    if by == BY_TYPE:
        kind = chosen_type(here)
        return Wanted(BY_TYPE, types[kind].label_ja, frozenset({kind}))
    known = leads(here) if by == BY_FINDINGS else ()
    if not known:
        return Wanted(ALL)
    used = tuple(each for each in known if each.finding.key == here.selection[FINDING]) or known
    types_of_used = frozenset(name for each in used for name in each.types)
    return Wanted(BY_FINDINGS, types=types_of_used, known=known, used=used)
