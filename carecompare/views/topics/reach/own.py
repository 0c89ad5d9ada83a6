"""The own town by itself: how many points reach a service, the farthest blocks, service by service."""

from __future__ import annotations

from math import isinf
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.comparisons.access.reach import WITHIN_MINUTES
from carecompare.comparisons.access.reach_summary import farthest_towns, summary
from carecompare.text import words
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_words
from carecompare.typed_cells import FIGURE, number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import file_table, rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.reach.persons import persons, persons_shares
from carecompare.views.topics.reach.visitors import of_visitor
from carecompare.views.topics.reach.ways import (
    bridges,
    cautions,
    chosen_service,
    chosen_speed,
    minutes_cell,
    minutes_word,
    offices,
    own_summaries,
    points,
    reach_origins,
    reached,
    service_label,
    share_word,
)

if TYPE_CHECKING:
    from carecompare.comparisons.access.reach_summary import Summary
    from carecompare.file_tables import FileTable
    from carecompare.rows import FarthestRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


MOST_SHOWN = 20
EVERY = 1_000_000


def what(here: Page) -> str:
    """Return service, way and how it is computed, as it stands under a title."""
    service, (speed, _) = chosen_service(here), chosen_speed(here)
    return reach_words.WHAT.format(service=service_label(here, service), speed=reach_words.SPEEDS[speed])


def farthest_block(here: Page) -> Block | None:
    """Return the blocks of the own town with the longest way; None of a town without points."""
    if not len(points(here)):
        return None
    service, (speed, _) = chosen_service(here), chosen_speed(here)
    return here.view("reach", f"{service} {speed} {bridges(here)}", lambda: _farthest_block(here))


def _farthest_block(here: Page) -> Block:
    service, (_, speed) = chosen_service(here), chosen_speed(here)
    ways = reached(here, service)
    rows, found = farthest_towns(ways, speed, MOST_SHOWN), summary(ways, speed)
    subtitle = reach_words.SUBTITLE.format(what=what(here))
    return Block(
        key=f"reach_{here.own}_{service}",
        finding=reach_words.FINDING.format(
            own=here.own_label,
            of=number(found.points),
            within=number(found.within),
            share=share_word(found.share),
            service=service_label(here, service),
            median=minutes_word(found.median),
            town=rows[0]["town"] + rows[0]["koaza"],
            farthest=_way_word(rows[0]),
        ),
        subtitle=subtitle,
        table=_farthest_table(here, rows),
        file=lambda: _farthest_file(here, farthest_towns(ways, speed, EVERY)),
        origins=reach_origins(here, [service]),
        notes=cautions(here),
        what=reach_words.OF_POINTS.format(what=what(here)),
    )


def _way_word(row: FarthestRow) -> str:
    if isinf(row["land_minutes"]) and row["minutes"] is not None:
        return reach_words.ACROSS.format(minutes=number(row["minutes"]))
    return minutes_word(row["land_minutes"])


def _farthest_table(here: Page, rows: list[FarthestRow]) -> Table:
    columns = reach_words.FARTHEST_COLUMNS
    # Wards have no names here: their codes are shown where a name alone would mean two blocks.
    has_wards = len({(row["town"], row["koaza"]) for row in rows}) < len(rows)
    # Only where an office stands on the island beside a nearer one over the sea are there two times.
    has_two = any(row["over_sea"] and not isinf(row["land_minutes"]) for row in rows)
    names = [
        "town",
        *(["ward"] if has_wards else []),
        "minutes",
        *(["land_minutes"] if has_two else []),
        "road_km",
        "office_name",
    ]
    cells: list[tuple[Cell | str, ...]] = [
        (
            row["town"] + row["koaza"],
            *([row["ward"]] if has_wards else []),
            number_cell(row["minutes"], around=reach_words.SEA_FIGURE if row["over_sea"] else FIGURE),
            *([minutes_cell(row["land_minutes"])] if has_two else []),
            number_cell(row["road_km"], 1),
            _office(here, row),
        )
        for row in rows
    ]
    numeric = {"minutes", "land_minutes", "road_km"}
    return Table(
        columns=[columns[name] for name in names],
        rows=cells,
        numeric=frozenset(place for place, name in enumerate(names) if name in numeric),
        caption=reach_words.FARTHEST_CAPTION.format(most=MOST_SHOWN),
    )


def _office(here: Page, row: FarthestRow) -> str:
    name, area = row["office_name"] or "", row["office_area"]
    if area is None or area == here.own:
        return name
    return words.WITH_PREFECTURE.format(name=name, prefecture=here.label(area))


def _farthest_file(here: Page, rows: list[FarthestRow]) -> FileTable:
    columns = reach_words.FARTHEST_COLUMNS
    frame = pd.DataFrame(rows, columns=list(columns))
    shown = frame.assign(
        office_area=[here.label(row["office_area"]) if row["office_area"] else "" for row in rows],
        over_sea=[reach_words.OVER_SEA if row["over_sea"] else "" for row in rows],
        land_minutes=[
            reach_words.NO_WAY if isinf(row["land_minutes"]) else row["land_minutes"] for row in rows
        ],
    )
    return file_table(shown, columns)


def services_block(here: Page) -> Block | None:
    """Return how many points reach each service; None of a town without points."""
    if not len(points(here)):
        return None
    speed, _ = chosen_speed(here)
    if persons(here) is not None:
        return of_visitor(here, "reach_services", lambda: _services_block(here))
    return here.view("reach_services", f"{speed} {bridges(here)}", lambda: _services_block(here))


def _services_block(here: Page) -> Block:
    name, speed = chosen_speed(here)
    found = own_summaries(here, speed)
    people, shares = persons(here), persons_shares(here)
    column = reach_words.SERVICES_COLUMNS | (reach_words.SERVICES_PERSONS if people else {})
    ordered = sorted(found.items(), key=lambda each: -each[1].share)
    half = sum(each.median <= WITHIN_MINUTES for each in found.values())
    speed_word = reach_words.SPEEDS[name]
    return Block(
        key=f"reach_services_{here.own}",
        finding=reach_words.SERVICES_FINDING.format(own=here.own_label, all=len(found), within=half),
        subtitle=reach_words.SUBTITLE.format(what=speed_word),
        table=Table(
            columns=list(column.values()),
            rows=[
                (
                    service_label(here, service),
                    *_cells(each),
                    *(number_cell(100 * share, 1) for share in shares.get(service, ())),
                )
                for service, each in ordered
            ],
            numeric=frozenset(range(1, len(column))),
            caption=reach_words.SERVICES_CAPTION.format(points=number(len(points(here)))),
        ),
        file=lambda: rows_table(
            (
                (
                    service_label(here, service, short=False),
                    *_values(each),
                    *(100 * share for share in shares.get(service, ())),
                )
                for service, each in ordered
            ),
            column,
        ),
        origins=reach_origins(here, list(offices(here))),
        notes=(*cautions(here), reach_words.NOT_COMPLETE, *([people.said] if people else [])),
        what=reach_words.OF_POINTS.format(what=speed_word),
    )


def _cells(found: Summary) -> tuple[Cell, ...]:
    return (
        number_cell(100 * found.share, 1),
        number_cell(found.within),
        *(minutes_cell(each) for each in (found.median, found.ninth_decile, found.farthest)),
        number_cell(found.over_sea),
    )


def _values(found: Summary) -> tuple[float | str, ...]:
    times = (found.median, found.ninth_decile, found.farthest)
    ways = (reach_words.NO_WAY if isinf(each) else each for each in times)
    return (100 * found.share, found.within, *ways, found.over_sea)
