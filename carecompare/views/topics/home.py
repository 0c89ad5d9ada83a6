"""A town at a glance: population, households, resources, initiatives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carecompare.tables import OBSERVED
from carecompare.text import sentences
from carecompare.text.topics import aging_words
from carecompare.views.shapes.compared import compared
from carecompare.views.shapes.course import course_block
from carecompare.views.shapes.missed import beside_notes
from carecompare.views.shapes.profile import profile_block
from carecompare.views.shapes.ranked import finding, has_value

if TYPE_CHECKING:
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


AGING = "share_65_and_over"
HOUSEHOLDS = ("share_living_alone_65_and_over", "share_couple_65_and_over")
RESOURCES = (
    "hospitals_per_100000",
    "clinics_per_100000",
    "physicians_per_100000",
    "care_home_places_per_1000_75_and_over",
    "day_care_places_per_1000_75_and_over",
    "care_offices_730_per_1000_75_and_over",
)
FEW_LINES = 5
MOST_COMMON = 5
LOW_PX = 220


def population_block(here: Page) -> Block:
    """Return the course of aging in few lines."""
    return here.view("home_population", "", lambda: _population_block(here))


def _population_block(here: Page) -> Block:
    indicator = here.catalog.indicators[AGING]
    result = compared(here, indicator, here.loaded.latest[AGING])
    population = here.catalog.indicators["population"]
    rows = here.loaded.figures.rows([population.id, population.projected_id], [here.own])
    known = [(row["indicator"], row["status"], row["year"], row["value"]) for row in rows if has_value(row)]
    counted = [(year, value) for _, status, year, value in known if status == OBSERVED]
    projected = [(year, value) for name, _, year, value in known if name == population.projected_id]
    newest = counted[-1] if counted else None
    same = next((each for each in projected if newest and each[0] == newest[0]), None)
    block = course_block(here, indicator, most=FEW_LINES, height_px=LOW_PX)
    said = sentences.population(here.own_label, newest, same, projected[-1] if projected else None)
    cautions = (note for note in block.notes if note != aging_words.COURSE_RULE)
    return replace(
        block, finding=finding(here, result), notes=(said, *beside_notes(here, population), *cautions)
    )


def home_households_block(here: Page) -> Block:
    """Return the households of the aged beside the comparators."""
    return here.view("home_households", "", lambda: _households_block(here))


def _households_block(here: Page) -> Block:
    shown = [here.catalog.indicators[each] for each in HOUSEHOLDS]
    alone, couple = (compared(here, each, here.loaded.latest[each.id]) for each in shown)
    said = sentences.households(
        here.own_label, float(alone.own["value"]), float(couple.own["value"]), alone.year
    )
    return profile_block(here, "home_households", shown, finding=said)


def home_resources_block(here: Page) -> Block:
    """Return six resources beside the comparators."""
    shown = [here.catalog.indicators[each] for each in RESOURCES]
    return here.view("home_resources", "", lambda: profile_block(here, "home_resources", shown))


def cases_by_type(here: Page) -> dict[str, int]:
    """Return in how many cases each type of initiative is."""
    cases = here.catalog.cases.values()
    return {
        each.label_ja: sum(any(mark.id == each.id for mark in one.types) for one in cases)
        for each in here.catalog.initiative_types.values()
    }


MOST_FINDINGS = 3
MOST_PEERS = 5
