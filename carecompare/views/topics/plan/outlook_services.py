"""見込み: offices of each service beside the certified to come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carecompare.comparisons.few import FEW_EVENTS
from carecompare.text.format import signed
from carecompare.text.topics import plan_outlook_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.topics.plan.outlook import (
    PERCENT,
    outlook_notes,
    outlook_origins,
    plan_outlook,
)
from carecompare.views.topics.supply import services

if TYPE_CHECKING:
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page
    from carecompare.views.topics.plan.outlook import Outlook


# The first year of the period after the next, and the year looked at.
NEAR = 2030


def factors_of(result: Outlook) -> list[tuple[str, str, float]]:
    """Return how many times the certified of today there would be: key and words of the column, factor."""
    now = result.now
    found = []
    for place, each in enumerate(result.scenarios, 1):
        for year in dict.fromkeys((NEAR, result.aim)):
            later = each.at(year)
            if now is not None and later is not None:
                heading = plan_outlook_words.LATER_COLUMN.format(year=year, name=each.label)
                found.append((f"assumption_{place}_{year}", heading, later.certified / now.certified))
    return found


def change_of(result: Outlook) -> str:
    """Return by how many per cent the certified change under the first assumption."""
    later = result.scenarios[0].at(result.aim)
    if result.now is None or later is None:
        return ""
    return signed((later.certified / result.now.certified - 1) * PERCENT)


def outlook_services_block(here: Page) -> Block | None:
    """Return the offices that would keep those of today for each certified, None where that is not known."""
    result = plan_outlook(here)
    if result.reason:
        return None
    names = " ".join(each.name for each in result.scenarios)
    return here.view("plan_outlook_services", names, lambda: _services_block(here, result))


def _services_block(here: Page, result: Outlook) -> Block:
    factors, now = factors_of(result), result.now
    rows: list[list[Cell | str]] = []
    known = services(here)
    years = {each.id: here.loaded.latest[each.id] for each in known}
    found = {row["indicator"]: row for row in here.loaded.figures.rows_at(years, [here.own])}
    for each in known:
        offices = float(found[each.id]["numerator"]) if each.id in found else 0.0
        if now is None or not offices > 0:
            continue
        decimals = 1 if offices < FEW_EVENTS else 0
        later = [number_cell(offices * factor, decimals) for *_, factor in factors]
        per = number_cell(offices / now.certified * PERCENT, 2)
        rows.append([each.name_ja, number_cell(offices), per, *later])
    columns = plan_outlook_words.SERVICES_COLUMNS | {key: heading for key, heading, _ in factors}
    counts = {count: (years[each.id],) for each in known for count in each.numerator}
    return Block(
        key=f"plan_outlook_services_{here.own}",
        finding=plan_outlook_words.SERVICES_FINDING.format(
            own=here.own_label, year=result.aim, change=change_of(result)
        ),
        subtitle="",
        what=plan_outlook_words.SERVICES_WHAT,
        table=Table(
            list(columns.values()),
            rows,
            numeric=frozenset(range(1, len(columns))),
            caption=plan_outlook_words.CAPTION.format(
                first=result.scenarios[0].name, second=result.scenarios[1].name
            ),
        ),
        file=partial(rows_table, rows, columns),
        origins=(*outlook_origins(here, result), *origins_of(here, counts)),
        notes=(
            plan_outlook_words.SERVICES_NOTE,
            plan_outlook_words.SERVICES_AGES,
            *outlook_notes(here, result),
        ),
        indicators=tuple(each.id for each in known),
    )
