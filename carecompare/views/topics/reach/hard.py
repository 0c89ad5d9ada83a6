"""The list of blocks that services hardly reach, by the town's criteria: for the plan, no designation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.comparisons.access.hard_to_reach import FAR, Criteria, hard_to_reach
from carecompare.text.format import number
from carecompare.text.topics import reach_words
from carecompare.typed_cells import FIGURE, number_cell, values_of
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.table import Table
from carecompare.views.topics.reach.ways import (
    HOSPITAL,
    bridges,
    cautions,
    chosen_speed,
    codes_of,
    offices,
    points,
    reach_origins,
    reached,
    service_label,
)

if TYPE_CHECKING:
    from carecompare.comparisons.access.hard_to_reach import Evidence, HardBlock
    from carecompare.typed_cells import Cell
    from carecompare.views.base.choice import Known
    from carecompare.views.base.here import Page


MINUTES_OFFERED = ("10", "15", "20", "30", "45", "60", "90")
USUAL_MINUTES = "30"
# Home help and day service: what visits and what is visited.
USUAL_SERVICES = ("110", "150")


def _are_services(value: str, known: Known) -> bool:
    numbers = {each.number for each in known.catalog.services.values()} | {HOSPITAL}
    return set(codes_of(value)) <= numbers


HARD_SERVICES = parameter("hard", _are_services)
HARD_MINUTES = parameter("beyond", lambda value, _: value in MINUTES_OFFERED, usual=USUAL_MINUTES)
HARD_RULE = parameter("rule", lambda value, _: value in reach_words.HARD_RULES)


def hard_services(here: Page) -> tuple[str, ...]:
    """Return the services of the criteria that have positions, the usual ones where none is chosen."""
    wanted = [each for each in codes_of(here.selection[HARD_SERVICES]) if each in offices(here)]
    return tuple(wanted) or USUAL_SERVICES


def hard_minutes(here: Page) -> str:
    """Return beyond how many minutes a block is far."""
    return here.selection[HARD_MINUTES] or USUAL_MINUTES


def hard_block(here: Page) -> Block | None:
    """Return the list; None of a town without points."""
    if not len(points(here)):
        return None
    chosen = (hard_services(here), hard_minutes(here), here.selection[HARD_RULE], chosen_speed(here)[0])
    return here.view("reach_hard", f"{chosen} {bridges(here)}", lambda: _hard_block(here))


def _hard_block(here: Page) -> Block:
    services, (name, speed) = hard_services(here), chosen_speed(here)
    rule = here.selection[HARD_RULE]
    criteria = Criteria(
        services=services, minutes=float(hard_minutes(here)), speed=speed, all_services=rule == "all"
    )
    found = hard_to_reach({each: reached(here, each) for each in services}, criteria)
    every = number(len(points(here)[["ward", "town"]].drop_duplicates()))
    said = reach_words.HARD_FINDING if found else reach_words.HARD_NONE
    what = reach_words.HARD_WHAT.format(
        services="、".join(service_label(here, each) for each in services),
        minutes=hard_minutes(here),
        speed=reach_words.SPEEDS[name],
        rule=reach_words.HARD_RULES[rule],
    )
    has_wards = len({line.town for line in found}) < len(found)
    columns = [text for key, text in reach_words.HARD_COLUMNS.items() if key != "ward" or has_wards]
    rows = [_line(here, line, each, has_wards=has_wards) for line in found for each in line.evidence]
    numeric = {reach_words.HARD_COLUMNS[key] for key in ("minutes", "road_km", "points")}
    return Block(
        key=f"reach_hard_{here.own}",
        finding=said.format(own=here.own_label, all=every, found=number(len(found))),
        subtitle=reach_words.SUBTITLE.format(what=what),
        table=Table(
            columns=columns,
            rows=rows,
            numeric=frozenset(place for place, text in enumerate(columns) if text in numeric),
        ),
        file=lambda: pd.DataFrame(values_of(rows), columns=columns),
        origins=reach_origins(here, services),
        notes=(reach_words.HARD_NOTE, *cautions(here)),
        what=what,
    )


def _line(here: Page, line: HardBlock, each: Evidence, *, has_wards: bool) -> tuple[Cell | str, ...]:
    return (
        *([line.ward] if has_wards else []),
        line.town,
        reach_words.HARD_KINDS[each.kind],
        service_label(here, each.service),
        number_cell(each.minutes, around=FIGURE if each.kind == FAR else reach_words.SEA_FIGURE),
        number_cell(each.road_km, 1),
        each.office_name,
        here.label(each.office_area) if each.office_area else "",
        reach_words.OF.format(points=number(each.points), of=number(each.of)),
    )
