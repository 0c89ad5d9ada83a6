"""Every block that can be put into papers, by name: one registry for all that leaves the screen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.views.base.block import exhibit
from carecompare.views.base.choice import FIELD
from carecompare.views.base.here import page_for
from carecompare.views.topics import aging, decomposition, findings, home, outlook, peers, resources
from carecompare.views.topics.care_need import certification_block, chance_block
from carecompare.views.topics.finance import finance_block
from carecompare.views.topics.grant import goals as grant_goals
from carecompare.views.topics.grant import items as grant_items
from carecompare.views.topics.grant.peers import peers_block as grant_peers_block
from carecompare.views.topics.initiatives import example_list
from carecompare.views.topics.initiatives.columns import ALL
from carecompare.views.topics.initiatives.table import fields_block, types_block
from carecompare.views.topics.plan import areas as plan_areas
from carecompare.views.topics.plan import check as plan_check
from carecompare.views.topics.plan import outlook_certified, outlook_services, outlook_users
from carecompare.views.topics.plan import periods as plan_periods
from carecompare.views.topics.plan import progress as plan_progress
from carecompare.views.topics.pyramid import pyramid_block
from carecompare.views.topics.ranking import ranking_block
from carecompare.views.topics.reach import (
    beside,
    district_numbers,
    district_offices,
    district_reach,
    gaps,
    hard,
    new_office_blocks,
)
from carecompare.views.topics.reach import own as reach_own
from carecompare.views.topics.scatter import scatter_block
from carecompare.views.topics.series import any_series_block, rate_series_block, resource_series_block
from carecompare.views.topics.sheet import sheet
from carecompare.views.topics.sheet.groups import shown_groups
from carecompare.views.topics.side_by_side import side_by_side_block
from carecompare.views.topics.supply import chosen_supply_block

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from carecompare.exhibits import Exhibit
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded
    from carecompare.views.base.kept import Keeper


@dataclass(frozen=True)
class View:
    """How a block is made again.

    Parameters
    ----------
    page : str
        Where it stands: a key of ``words.PAGES``.
    block : callable
        From the page and the piece asked for to the block; None where there is nothing to show.
    """

    page: str
    block: Callable[[Page, str], Block | None]


def _finding(here: Page, part: str) -> Block | None:
    listed = findings.found(here).listed
    return next((findings.finding_block(here, each) for each in listed if each.key == part), None)


def _group(here: Page, part: str) -> Block | None:
    groups = shown_groups(here) if here.peers else []
    return next((sheet.group_block(here, each) for each in groups if each.key == part), None)


def _demand(here: Page, part: str) -> Block | None:
    return outlook.demand_block(here, part) if part in outlook.DEMANDS else None


VIEWS: Mapping[str, View] = {
    "home_population": View("home", lambda here, _: home.population_block(here)),
    "home_households": View("home", lambda here, _: home.home_households_block(here)),
    "home_resources": View("home", lambda here, _: home.home_resources_block(here)),
    "aging_level": View("aging", lambda here, _: aging.level_block(here)),
    "aging_course": View("aging", lambda here, _: aging.aging_course_block(here)),
    "aging_households": View("aging", lambda here, _: aging.households_block(here)),
    "outlook": View("aging", lambda here, _: outlook.outlook_block(here)),
    "demand": View("aging", _demand),
    "care_need": View("care_need", lambda here, _: certification_block(here)),
    "care_need_series": View("care_need", lambda here, _: rate_series_block(here)),
    "funnel": View("care_need", lambda here, _: chance_block(here)),
    "resources_field": View("resources", lambda here, _: resources.field_profile_block(here)),
    "resource": View("resources", lambda here, _: resources.resource_block(here)),
    "resource_series": View("resources", lambda here, _: resource_series_block(here)),
    "finance": View("resources", lambda here, _: finance_block(here)),
    "reach": View("reach", lambda here, _: reach_own.farthest_block(here)),
    "reach_peers": View("reach", lambda here, _: beside.peers_block(here)),
    "reach_services": View("reach", lambda here, _: reach_own.services_block(here)),
    "reach_gaps": View("reach", lambda here, _: gaps.gaps_block(here)),
    "reach_districts": View("reach_districts", lambda here, _: district_reach.district_reach_block(here)),
    "reach_district_offices": View(
        "reach_districts", lambda here, _: district_offices.district_offices_block(here)
    ),
    "reach_district_numbers": View(
        "reach_districts", lambda here, _: district_numbers.district_numbers_block(here)
    ),
    "reach_office": View("reach_offices", lambda here, _: new_office_blocks.effect_block(here)),
    "reach_office_points": View("reach_offices", lambda here, _: new_office_blocks.changed_block(here)),
    "reach_hard": View("reach", lambda here, _: hard.hard_block(here)),
    "peers": View("peers", lambda here, _: peers.peers_block(here)),
    "pyramid": View("pyramid", lambda here, _: pyramid_block(here)),
    "scatter": View("scatter", lambda here, _: scatter_block(here)),
    "ranking": View("ranking", lambda here, _: ranking_block(here)),
    "side_by_side": View("side_by_side", lambda here, _: side_by_side_block(here)),
    "series": View("series", lambda here, _: any_series_block(here)),
    "sheet_group": View("analysis_sheet", _group),
    "sheet": View("analysis_sheet", lambda here, _: sheet.sheet_block(here)),
    "decomposition": View("decomposition", lambda here, _: decomposition.decomposition_block(here)),
    "supply": View("decomposition", lambda here, _: chosen_supply_block(here)),
    "finding": View("findings", _finding),
    "initiative_types": View(
        "initiatives", lambda here, part: types_block(here, here.selection[FIELD] or ALL, part)
    ),
    "find_initiatives": View("find_initiatives", lambda here, _: example_list.list_block(here)),
    "then_and_now": View("find_initiatives", lambda here, _: example_list.chart_block(here)),
    "grant_goals": View("plan_grant", lambda here, _: grant_goals.goals_block(here)),
    "grant_peers": View("plan_grant", lambda here, _: grant_peers_block(here)),
    "grant_zero": View("plan_grant", lambda here, _: grant_items.zero_block(here)),
    "grant_steps": View("plan_grant", lambda here, _: grant_items.steps_block(here)),
    "grant_rank": View("plan_grant", lambda here, _: grant_items.rank_block(here)),
    "grant_years": View("plan_grant", lambda here, _: grant_goals.years_block(here)),
    "special_area": View("plan_areas", lambda here, _: plan_areas.special_block(here)),
    "special_area_nation": View("plan_areas", lambda here, _: plan_areas.nation_block(here)),
    "plan_check": View("plan", lambda here, _: plan_check.check_block(here)),
    "plan_item": View("plan", plan_check.item_block),
    "plan_outlook": View("plan_outlook", lambda here, _: outlook_certified.certified_outlook_block(here)),
    "plan_outlook_parts": View("plan_outlook", lambda here, _: outlook_certified.outlook_parts_block(here)),
    "plan_outlook_services": View(
        "plan_outlook", lambda here, _: outlook_services.outlook_services_block(here)
    ),
    "plan_outlook_users": View("plan_outlook", lambda here, _: outlook_users.outlook_users_block(here)),
    "plan_progress": View("plan_progress", lambda here, _: plan_progress.progress_block(here)),
    "plan_periods": View("plan_progress", lambda here, _: plan_periods.periods_block(here)),
    "initiative_fields": View("initiatives", lambda here, _: fields_block(here)),
}


def view_block(
    loaded: Loaded, view: str, part: str, query: Mapping[str, str], keep: Keeper | None = None
) -> Block | None:
    """Return a block made again from the choice it was kept with.

    Parameters
    ----------
    loaded : Loaded
        Store and definitions of today.
    view, part : str
        Which block.
    query : mapping of str to str
        The choice.
    keep : Keeper, optional
        Where a saved set is looked for; the files of the office where it is not given.

    Returns
    -------
    Block or None
        None where the view, the municipality, its saved set or the figures do not exist any more.
    """
    here = page_for(loaded, query, keep)
    if view not in VIEWS or here is None or not here.own:
        return None
    return VIEWS[view].block(here, part)


def renewed(loaded: Loaded, kept: Exhibit, keep: Keeper | None = None) -> Exhibit | None:
    """Return an exhibit with what its view shows today, or None where it shows nothing any more."""
    block = view_block(loaded, kept.view, kept.part, kept.query, keep)
    return None if block is None else exhibit(block, kept.query)
