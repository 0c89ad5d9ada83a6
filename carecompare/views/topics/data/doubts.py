"""The piece of the page on the health of the data that counts what lists leave out or count twice."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from carecompare.comparisons import CODE_DIGITS
from carecompare.store import counts_in_year
from carecompare.tables import NATION
from carecompare.text.data import health_words
from carecompare.text.format import number
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.shapes.who_is_counted import who_is_counted
from carecompare.views.topics.data.health import BY_SOURCE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from carecompare.views.base.here import Page

BEDS = "hospital_beds"


class Doubt(NamedTuple):
    """A kind of doubt: its key, how many places it concerns, and some of them in words."""

    key: str
    places: int
    examples: str


def doubts_block(here: Page) -> Block:
    """Return how many municipalities each doubt about the publishers' lists concerns."""
    return here.cached("everybody", "data_health doubts", partial(_block, here))


def _block(here: Page) -> Block:
    found = [*_beds(here), *_offices(here), *_insured(here)]
    rows = [
        (
            health_words.DOUBT_ROWS[each.key][0],
            number_cell(each.places),
            each.examples,
            health_words.DOUBT_ROWS[each.key][1],
        )
        for each in found
    ]
    some = sum(each.places > 0 for each in found)
    return Block(
        key="data_health_doubts",
        finding=health_words.DOUBTS_FINDING.format(kinds=len(found), found=some),
        subtitle=health_words.DOUBTS_SUBTITLE,
        table=Table(list(health_words.DOUBTS_COLUMNS.values()), rows, numeric=frozenset({1})),
        file=partial(rows_table, rows, health_words.DOUBTS_COLUMNS),
        credit=BY_SOURCE,
    )


def _doubt(here: Page, key: str, said: Mapping[str, str]) -> Doubt:
    """Return a doubt about areas; ``said`` says each in the template of its kind, the clearest first."""
    names = [text.format(name=here.label(area)) for area, text in said.items()]
    return Doubt(key, len(said), health_words.some(names))


def _beds(here: Page) -> Iterator[Doubt]:
    gaps = [gap for gap in here.loaded.gaps.get(BEDS, ()) if gap.area != NATION]
    part = sorted((gap for gap in gaps if gap.known > 0), key=lambda gap: gap.known - gap.expected)
    said = {
        gap.area: health_words.DOUBT_PART.format(
            name="{name}", expected=number(gap.expected), known=number(gap.known)
        )
        for gap in part
    }
    yield _doubt(here, "beds_part", {area: text for area, text in said.items() if len(area) == CODE_DIGITS})
    yield _doubt(
        here, "beds_part_prefectures", {area: text for area, text in said.items() if len(area) < CODE_DIGITS}
    )
    yield _doubt(here, "beds_unlisted", {gap.area: "{name}" for gap in gaps if gap.listed == 0})


def _offices(here: Page) -> Iterator[Doubt]:
    counts = here.catalog.counts
    places = {each.id: each.places_of for each in counts.values() if each.places_of}
    silent = {
        gap.area: "{name}" for name in places for gap in here.loaded.gaps.get(name, ()) if gap.listed == 0
    }
    yield _doubt(here, "offices_unlisted", silent)
    for name, designations in places.items():
        yield _shared_places(here, name, designations)
    left = [each.number for each in here.catalog.services.values() if each.abolished]
    for count in (f"care_offices_{each}" for each in left):
        held = {
            area: row[count]
            for area, row in _latest(here, count).items()
            if len(area) == CODE_DIGITS and row[count] > 0
        }
        said = {
            area: health_words.DOUBT_ABOLISHED.format(name="{name}", offices=number(value))
            for area, value in sorted(held.items(), key=lambda each: (-each[1], each[0]))
        }
        yield _doubt(here, "abolished", said)


def _shared_places(here: Page, name: str, designations: tuple[str, ...]) -> Doubt:
    figures = {
        area: (sum(row[each] for each in designations), row[name])
        for area, row in _latest(here, name, *designations).items()
        if row.keys() >= {name, *designations}
    }
    fewer = {
        area: (total, places)
        for area, (total, places) in figures.items()
        if len(area) == CODE_DIGITS and places < total
    }
    largest = sorted(fewer.items(), key=lambda each: (each[1][1] - each[1][0], each[0]))
    said = {
        area: health_words.DOUBT_PLACES.format(
            name="{name}", designations=number(total), places=number(places)
        )
        for area, (total, places) in largest
    }
    doubt = _doubt(here, name, said)
    if NATION not in figures:
        return doubt
    total, places = figures[NATION]
    nation = health_words.DOUBT_NATION.format(
        said=doubt.examples, designations=number(total), places=number(places)
    )
    return doubt._replace(examples=nation)


def _insured(here: Page) -> Iterator[Doubt]:
    every = who_is_counted(here)
    for way in ("fewer", "more"):
        found = {area: each for area, each in every.items() if each.way == way}
        said = {
            area: health_words.DOUBT_INSURED.format(
                name="{name}", insured=number(each.insured), residents=number(each.residents)
            )
            for area, each in sorted(found.items(), key=lambda one: -abs(one[1].insured - one[1].residents))
        }
        yield _doubt(here, way, said)


def _latest(here: Page, *counts: str) -> dict[str, dict[str, float]]:
    """Return the figures of the latest year of the first count, by area and count."""
    years = [each.year for each in here.loaded.origins.get(counts[0], ())]
    return counts_in_year(here.store, counts, max(years)) if years else {}
