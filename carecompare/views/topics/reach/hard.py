"""The list of blocks that services hardly reach, by the town's criteria: for the plan, no designation."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carecompare.comparisons.access.hard_to_reach import FAR, REMARK, Criteria, hard_to_reach
from carecompare.comparisons.access.reach import SPEEDS
from carecompare.own.contents.hard_list import HARD_LIST, HardList
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_hard_words, reach_words
from carecompare.typed_cells import FIGURE, number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.kept import moment
from carecompare.views.base.table import Table
from carecompare.views.topics.reach.persons import persons
from carecompare.views.topics.reach.visitors import of_visitor
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
    from carecompare.comparisons.access.hard_to_reach import BlockKey, Evidence, HardBlock
    from carecompare.typed_cells import Cell
    from carecompare.views.base.choice import Known
    from carecompare.views.base.here import Page


MINUTES_OFFERED = ("10", "15", "20", "30", "45", "60", "90")
USUAL_MINUTES = "30"
# Home help and day service: what visits and what is visited.
USUAL_SERVICES = ("110", "150")
# A link that says so asks for the usual value, whatever the town has kept.
USUAL = "usual"


def _are_services(value: str, known: Known) -> bool:
    numbers = {each.number for each in known.catalog.services.values()} | {HOSPITAL}
    return set(codes_of(value)) <= numbers


HARD_SERVICES = parameter("hard", _are_services)
HARD_MINUTES = parameter("beyond", lambda value, _: value in MINUTES_OFFERED)
HARD_SPEED = parameter("way", lambda value, _: value in SPEEDS)
HARD_RULE = parameter("rule", lambda value, _: value in {*reach_hard_words.RULES, USUAL})
HARD_SEA = parameter("sea", lambda value, _: value in {*reach_hard_words.SEAS, USUAL})


def kept_list(here: Page) -> tuple[HardList, int]:
    """Return the criteria and remarks that the town keeps, and their version."""
    kept = here.kept(HARD_LIST)
    return (kept.content, kept.version) if kept else (HardList(), 0)


def hard_services(here: Page) -> tuple[str, ...]:
    """Return the services of the criteria that have positions: of the link, kept, or the usual ones."""
    for wanted in (codes_of(here.selection[HARD_SERVICES]), kept_list(here)[0].services):
        known = tuple(each for each in wanted if each in offices(here))
        if known:
            return known
    return USUAL_SERVICES


def hard_minutes(here: Page) -> str:
    """Return beyond how many minutes a block is far."""
    kept = kept_list(here)[0].minutes
    return here.selection[HARD_MINUTES] or (kept if kept in MINUTES_OFFERED else USUAL_MINUTES)


def hard_rule(here: Page) -> str:
    """Return whether all services must be hard to reach (``all``) or one is enough (empty)."""
    return _chosen(here.selection[HARD_RULE], kept_list(here)[0].rule)


def hard_sea(here: Page) -> str:
    """Return whether the sea alone puts a block into the list (empty) or does not (``off``)."""
    return _chosen(here.selection[HARD_SEA], kept_list(here)[0].sea)


def _chosen(asked: str, kept: str) -> str:
    return "" if asked == USUAL else asked or kept


def hard_speed(here: Page) -> tuple[str, float]:
    """Return how one goes in the list: as the link says, as is kept, else as the page does."""
    kept = kept_list(here)[0].speed
    name = here.selection[HARD_SPEED] or (kept if kept in SPEEDS else chosen_speed(here)[0])
    return name, SPEEDS[name]


def as_kept(here: Page) -> HardList:
    """Return the criteria that are looked at with the remarks that are kept: what saving would keep."""
    return HardList(
        hard_services(here),
        hard_minutes(here),
        hard_speed(here)[0],
        hard_rule(here),
        hard_sea(here),
        kept_list(here)[0].remarks,
    )


def remarks_of(content: HardList) -> dict[BlockKey, str]:
    """Return what the town wrote by ward and block, with the kinds in front."""
    column = reach_hard_words.REMARK_COLUMNS
    return {
        (each.ward, each.town): "。".join(
            reach_hard_words.REMARK_PART.format(kind=column[kind], text=text)
            for kind in ("snow", "bus", "operation", "other")
            if (text := getattr(each, kind))
        )
        for each in content.remarks
    }


def hard_lines(here: Page) -> list[HardBlock]:
    """Return the blocks of the list with their evidence."""
    return here.cached("visitor", "hard lines", lambda: _lines(here))


def _lines(here: Page) -> list[HardBlock]:
    criteria = Criteria(
        services=hard_services(here),
        minutes=float(hard_minutes(here)),
        speed=hard_speed(here)[1],
        over_sea=not hard_sea(here),
        all_services=hard_rule(here) == "all",
    )
    people = persons(here)
    known = set(zip(points(here)["ward"].tolist(), points(here)["town"].tolist(), strict=True))
    written = {key: text for key, text in remarks_of(kept_list(here)[0]).items() if key in known}
    weights = None if people is None else people.aged_65
    ways = {each: reached(here, each) for each in criteria.services}
    return hard_to_reach(ways, criteria, written, weights)


def hard_block(here: Page) -> Block | None:
    """Return the list; None of a town without points."""
    if not len(points(here)):
        return None
    if is_of_the_town(here):
        return of_visitor(here, "reach_hard", lambda: _hard_block(here))
    return here.view("reach_hard", hard_choice(here), lambda: _hard_block(here))


def is_of_the_town(here: Page) -> bool:
    """Return whether the list rests on what the town keeps, which is nobody else's."""
    return bool(kept_list(here)[1]) or persons(here) is not None


def hard_choice(here: Page) -> str:
    """Return what of the choice the list depends on."""
    chosen = (hard_services(here), hard_minutes(here), hard_rule(here), hard_sea(here), hard_speed(here)[0])
    return f"{chosen} {bridges(here)}"


def _hard_block(here: Page) -> Block:
    found = hard_lines(here)
    people = persons(here)
    has_wards = len({line.town for line in found}) < len(found)
    has_remarks = any(each.kind == REMARK for line in found for each in line.evidence)
    left_out = {
        *(["ward"] if not has_wards else []),
        *(["persons"] if people is None else []),
        *(["remark"] if not has_remarks else []),
    }
    names = [name for name in reach_hard_words.COLUMNS if name not in left_out]
    rows = [
        tuple(cells[name] for name in names)
        for line in found
        for each in line.evidence
        for cells in (_cells(here, line, each),)
    ]
    columns = {name: reach_hard_words.COLUMNS[name] for name in names}
    what = _what(here)
    return Block(
        key=f"reach_hard_{here.own}",
        finding=_finding(here, found),
        subtitle=reach_words.SUBTITLE.format(what=what),
        table=Table(
            columns=list(columns.values()),
            rows=rows,
            numeric=frozenset(
                place
                for place, name in enumerate(names)
                if name in {"minutes", "road_km", "points", "persons"}
            ),
        ),
        file=partial(rows_table, rows, columns),
        origins=reach_origins(here, hard_services(here)),
        notes=(
            reach_hard_words.NOTE,
            *([reach_hard_words.REMARK_NOTE] if has_remarks else []),
            *_kept_note(here),
            *([people.said] if people else []),
            *cautions(here),
        ),
        what=reach_words.OF_POINTS.format(what=what),
    )


def _kept_note(here: Page) -> tuple[str, ...]:
    kept = here.kept(HARD_LIST)
    if kept is None or as_kept(here) != kept.content:
        return ()
    said = reach_hard_words.KEPT
    return (said.format(version=kept.version, author=kept.author, when=moment(kept.saved_at)),)


def _what(here: Page) -> str:
    return reach_hard_words.WHAT.format(
        services="、".join(service_label(here, each) for each in hard_services(here)),
        minutes=hard_minutes(here),
        sea="" if hard_sea(here) else reach_hard_words.WHAT_SEA,
        speed=reach_words.SPEEDS[hard_speed(here)[0]],
        rule=reach_hard_words.RULES[hard_rule(here)],
    )


def _finding(here: Page, found: list[HardBlock]) -> str:
    every = number(len(points(here)[["ward", "town"]].drop_duplicates()))
    criteria_alone = [line for line in found if any(each.kind != REMARK for each in line.evidence)]
    said = reach_hard_words.FINDING if criteria_alone else reach_hard_words.NONE
    line = said.format(own=here.own_label, all=every, found=number(len(criteria_alone)))
    remarked = len(found) - len(criteria_alone)
    return line + (reach_hard_words.REMARKED.format(remarked=number(remarked)) if remarked else "")


def _cells(here: Page, line: HardBlock, each: Evidence) -> dict[str, Cell | str]:
    is_remark = each.kind == REMARK
    return {
        "ward": line.ward,
        "town": line.town,
        "kind": reach_hard_words.KINDS[each.kind],
        "service": "" if is_remark else service_label(here, each.service),
        # A way of 15.2 minutes belongs to a list of those beyond 15, and says why.
        "minutes": number_cell(
            each.minutes, 1, around=FIGURE if each.kind in {FAR, REMARK} else reach_words.SEA_FIGURE
        ),
        "road_km": number_cell(each.road_km, 1),
        "office": each.office_name,
        "area": here.label(each.office_area) if each.office_area else "",
        "points": ""
        if is_remark
        else reach_hard_words.OF.format(points=number(each.points), of=number(each.of)),
        "persons": number_cell(line.persons),
        "remark": each.remark,
    }
