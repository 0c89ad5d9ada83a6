"""What one office more or one less does: the town and its neighbours before and after, and the points."""

from __future__ import annotations

from functools import partial
from math import isinf
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.access.reach import minutes
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_office_words, reach_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.reach.new_office import (
    chosen_closed,
    chosen_effect,
    chosen_place,
    closable,
    place_label,
)
from carecompare.views.topics.reach.new_office_map import NAMES, states_of
from carecompare.views.topics.reach.ways import (
    bridges,
    cautions,
    chosen_service,
    chosen_speed,
    minutes_cell,
    points,
    reach_origins,
    service_label,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.comparisons.access.new_office import Effect
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


MOST_SHOWN = 50


def effect_block(here: Page) -> Block | None:
    """Return the town and its neighbours before and after; None of a town without points."""
    return _viewed(here, "reach_office", _effect_block)


def changed_block(here: Page) -> Block | None:
    """Return the points whose way changes; None where nothing is chosen or there are no points."""
    if not (chosen_place(here) or chosen_closed(here)):
        return None
    return _viewed(here, "reach_office_points", _changed_block)


def _viewed(here: Page, view: str, make: Callable[[Page], Block]) -> Block | None:
    if not len(points(here)):
        return None
    chosen = (chosen_service(here), chosen_speed(here)[0], chosen_place(here), chosen_closed(here))
    return here.view(view, f"{chosen} {bridges(here)}", lambda: make(here))


def _effect_block(here: Page) -> Block:
    found, service = chosen_effect(here), chosen_service(here)
    columns = reach_office_words.COLUMNS
    rows = [_town(here, found, code) for code in _order(here, found)]
    subtitle = reach_office_words.SUBTITLE.format(
        service=service_label(here, service), speed=reach_words.SPEEDS[chosen_speed(here)[0]]
    )
    return Block(
        key=f"reach_office_{here.own}_{service}",
        finding=_finding(here, found),
        subtitle=subtitle,
        table=Table(
            columns=list(columns.values()),
            rows=rows,
            numeric=frozenset(range(1, len(columns))),
            own_rows=frozenset({0}),
            caption=reach_office_words.CAPTION,
        ),
        file=partial(rows_table, rows, columns),
        origins=reach_origins(here, [service]),
        notes=(reach_office_words.HOW_NEW, reach_office_words.HOW_CLOSED, *cautions(here)),
        what=subtitle,
    )


def _order(here: Page, found: Effect) -> list[str]:
    beside = sorted(
        (code for code in found.towns_after if code != here.own),
        key=lambda code: -abs(found.towns_after[code].within - found.towns_before[code].within),
    )
    return [here.own, *beside]


def _town(here: Page, found: Effect, code: str) -> tuple[Cell | str, ...]:
    before, after = found.towns_before[code], found.towns_after[code]
    return (
        here.label(code),
        number_cell(before.points),
        number_cell(before.within),
        number_cell(after.within),
        number_cell(after.within - before.within, style="signed"),
        minutes_cell(before.median),
        minutes_cell(after.median),
    )


def _change(here: Page) -> str:
    place, closed = chosen_place(here), chosen_closed(here)
    service = service_label(here, chosen_service(here))
    if place and closed:
        moved = reach_office_words.MOVED
        return moved.format(office=closable(here)[closed], place=place_label(place))
    if closed:
        return reach_office_words.TAKEN.format(office=closable(here)[closed])
    return reach_office_words.ADDED.format(place=place_label(place), service=service)


def _finding(here: Page, found: Effect) -> str:
    before, after = found.towns_before[here.own], found.towns_after[here.own]
    counted = {"own": here.own_label, "of": number(before.points), "before": number(before.within)}
    if not (chosen_place(here) or chosen_closed(here)):
        service = service_label(here, chosen_service(here))
        return reach_office_words.NOW.format(**counted, within=number(before.within), service=service)
    is_own = (found.before.points["municipality"] == here.own).to_numpy()
    said = reach_office_words.FINDING.format(
        **counted, change=_change(here), after=number(after.within), moved=_moved(found, is_own)
    )
    gained, lost = int(found.gained[~is_own].sum()), int(found.lost[~is_own].sum())
    beside = reach_office_words.AROUND.format(gained=number(gained), lost=number(lost))
    return said + (beside if gained or lost else "")


def _moved(found: Effect, is_own: np.ndarray[tuple[int], np.dtype[np.bool_]]) -> str:
    gained, lost = int(found.gained[is_own].sum()), int(found.lost[is_own].sum())
    words = {
        (True, True): reach_office_words.BOTH,
        (True, False): reach_office_words.GROWS,
        (False, True): reach_office_words.SHRINKS,
        (False, False): reach_office_words.SAME,
    }
    return words[gained > 0, lost > 0].format(gained=number(gained), lost=number(lost))


def _changed_block(here: Page) -> Block:
    found, service = chosen_effect(here), chosen_service(here)
    rows = _changed(here, found)
    columns = reach_office_words.POINT_COLUMNS
    label = service_label(here, service)
    nearer, farther = int((found.nearer > 0).sum()), int((found.farther > 0).sum())
    said = reach_office_words.POINTS_FINDING if rows else reach_office_words.POINTS_NONE
    return Block(
        key=f"reach_office_points_{here.own}_{service}",
        finding=said.format(
            service=label, all=number(len(rows)), nearer=number(nearer), farther=number(farther)
        ),
        subtitle=reach_words.SUBTITLE.format(what=_change(here)),
        table=Table(
            columns=list(columns.values()),
            rows=rows[:MOST_SHOWN],
            numeric=frozenset(place for place, name in enumerate(columns) if name in {"before", "after"}),
            caption=reach_office_words.MOST_SHOWN.format(most=MOST_SHOWN) if len(rows) > MOST_SHOWN else "",
        ),
        file=partial(rows_table, rows, columns),
        origins=reach_origins(here, [service]),
        notes=(reach_office_words.HOW_NEW, *cautions(here)),
        what=reach_words.OF_POINTS.format(what=_change(here)),
    )


def _changed(here: Page, found: Effect) -> list[tuple[Cell | str, ...]]:
    _, speed = chosen_speed(here)
    was, becomes = (minutes(each.land_km, speed) for each in (found.before, found.after))
    states = states_of(found)
    by_how_much = found.nearer + found.farther
    listed = found.before.points
    rows = np.flatnonzero(by_how_much > 0)
    # A way that begins or ends comes first, then the largest change; names decide between equal ones.
    order = sorted(rows.tolist(), key=lambda row: (not isinf(by_how_much[row]), -by_how_much[row], row))
    return [
        (
            str(listed["town"].iloc[row]) + str(listed["koaza"].iloc[row]),
            here.label(str(listed["municipality"].iloc[row])),
            minutes_cell(float(was[row])),
            minutes_cell(float(becomes[row])),
            NAMES[int(states[row])],
        )
        for row in order
    ]
