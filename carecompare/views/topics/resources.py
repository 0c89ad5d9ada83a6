"""The density of resources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carecompare.text import words
from carecompare.text.files import plot_words
from carecompare.views.base.choice import BASIS, FIELD, ITEM, YEAR
from carecompare.views.shapes.profile import profile_block
from carecompare.views.shapes.ranked import ranked_block

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


TOPIC = "resources"


def resources_of(here: Page, field: str) -> list[Indicator]:
    """Return the densities of a field on their customary basis, in the catalogue's order."""
    return here.cached("everybody", "resources", lambda: _resources(here)).get(field, [])


def _resources(here: Page) -> dict[str, list[Indicator]]:
    of: dict[str, list[Indicator]] = {}
    for each in here.catalog.main_indicators:
        if each.topic == TOPIC:
            of.setdefault(each.field, []).append(each)
    return of


def fields_with_resources(here: Page) -> list[str]:
    """Return the fields that have a density."""
    return [each for each in here.catalog.fields if resources_of(here, each)]


def chosen_field(here: Page) -> str:
    """Return the field that is looked at."""
    known = fields_with_resources(here)
    return here.selection[FIELD] if here.selection[FIELD] in known else known[0]


def chosen_resource(here: Page) -> Indicator:
    """Return the resource that is looked at, on its customary basis."""
    of_field = resources_of(here, chosen_field(here))
    wanted = [each for each in of_field if each.id == here.selection[ITEM]]
    return wanted[0] if wanted else of_field[0]


def field_profile_block(here: Page) -> Block:
    """Return one municipality across the resources of the chosen field."""
    field = chosen_field(here)
    name = f"{field} {here.selection[BASIS]}"
    return here.view("resources_field", name, lambda: _profile_block(here, field))


def _profile_block(here: Page, field: str) -> Block:
    indicators = [here.catalog.on_basis(each, here.selection[BASIS]) for each in resources_of(here, field)]
    absent = [each.name_ja for each in indicators if each.id not in here.loaded.latest]
    missing = f"{words.NOT_COLLECTED_LIST}{'、'.join(absent)}" if absent else ""
    remarks = (missing, here.catalog.fields[field].gap_ja, words.RESOURCES_CENSUS_NOTE)
    block = profile_block(
        here, f"resources_{field}_{here.selection[BASIS] or 'customary'}", indicators, remarks
    )
    return replace(block, what=plot_words.PROFILE_OF.format(field=here.catalog.fields[field].label_ja))


def shown_resource(here: Page) -> tuple[Indicator, int]:
    """Return the chosen resource on the chosen population, and the year that is looked at."""
    indicator = here.catalog.on_basis(chosen_resource(here), here.selection[BASIS])
    wanted = int(here.selection[YEAR] or 0)
    known = here.loaded.years[indicator.id]
    return indicator, wanted if wanted in known else here.loaded.latest[indicator.id]


def resource_block(here: Page) -> Block | None:
    """Return the chosen resource across municipalities, None where it was not collected."""
    return resource_view(here) if chosen_resource(here).id in here.loaded.latest else None


def resource_view(here: Page) -> Block:
    """Return the block of the chosen resource, ready to be put into papers."""
    indicator, year = shown_resource(here)
    remarks = (words.RESOURCES_CENSUS_NOTE,)
    return here.view(
        "resource", f"{indicator.id} {year}", lambda: ranked_block(here, indicator, year, remarks)
    )
