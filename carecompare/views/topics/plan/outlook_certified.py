"""見込み: the certified under both assumptions, and what their change is made of."""

from __future__ import annotations

from functools import partial
from math import nan
from typing import TYPE_CHECKING

from carecompare.charts import Prospect, prospect, prospect_plot
from carecompare.comparisons.decomposition import BANDS
from carecompare.comparisons.years.certified import change_in_parts
from carecompare.exhibits import Plot, Series
from carecompare.text.format import number
from carecompare.text.topics import decomposition_words, plan_outlook_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.editions import projections
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.decomposition import RATE
from carecompare.views.topics.plan.outlook import (
    PERCENT,
    SERIES,
    chosen_pair,
    outlook_notes,
    outlook_origins,
    plan_outlook,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.file_tables import FileTable
    from carecompare.rows import SupplyRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page
    from carecompare.views.topics.plan.outlook import Outlook


def certified_outlook_block(here: Page) -> Block | None:
    """Return how many would be certified under both assumptions, None where nothing can be said."""
    result = plan_outlook(here)
    if result.reason:
        return None
    return here.view("plan_outlook", chosen_pair(here), lambda: _certified_block(here, result))


def _certified_block(here: Page, result: Outlook) -> Block:
    now = result.now
    if now is None:  # a reason was said instead
        raise AssertionError
    first, second = result.scenarios
    ends = [(result.aim, each.at(result.aim)) for each in result.scenarios]
    said = [(year, end.certified if end else nan) for year, end in ends]
    rows = list(_rows(result))
    shown = Prospect(
        "needed",
        1.0,
        band=False,
        now=now.certified,
        now_text=plan_outlook_words.NOW.format(year=now.year, figure=number(now.certified)),
        title=plan_outlook_words.AXIS,
        names=(first.label, second.label),
    )
    return Block(
        key=f"plan_outlook_{here.own}",
        finding=plan_outlook_words.certified(here.own_label, (now.year, now.certified), said[0], said[1]),
        subtitle=plan_outlook_words.SUBTITLE.format(
            first=first.name, second=second.name, year=now.year, **projections(here)
        ),
        chart=prospect(rows, SERIES, shown),
        staged=lambda height_px: [prospect(rows, SERIES, shown, height_px)],
        plot=partial(prospect_plot, rows, SERIES, shown, plan_outlook_words.PERSONS_UNIT),
        table=_table(result),
        file=partial(_file, result),
        origins=outlook_origins(here, result),
        notes=outlook_notes(here, result),
        indicators=(RATE,),
        what=plan_outlook_words.WHAT,
        wide=True,
    )


def _rows(result: Outlook) -> Iterator[SupplyRow]:
    for series, scenario in zip(SERIES, result.scenarios, strict=True):
        begin = scenario.years[0].certified
        for each in scenario.years:
            yield {
                "series": series,
                "year": each.year,
                "population": each.persons,
                "growth": each.certified / begin,
                "needed": each.certified,
                "lower": nan,
                "upper": nan,
            }


def _table(result: Outlook) -> Table:
    first, second = result.scenarios
    named = [
        column.format(name=each.label)
        for each in result.scenarios
        for column in (plan_outlook_words.CERTIFIED_COLUMN, plan_outlook_words.RATE_COLUMN)
    ]
    rows: list[list[Cell | str]] = []
    for one, other in zip(first.years, second.years, strict=True):
        ages: list[Cell | str] = (
            [plan_outlook_words.NO_AGES] * len(BANDS)
            if one.by_age is None
            else [number_cell(each) for each in one.by_age[0].tolist()]
        )
        rows.append(
            [
                plan_outlook_words.YEAR.format(year=one.year),
                *ages,
                number_cell(one.persons),
                number_cell(one.certified),
                number_cell(one.certified / one.persons * PERCENT, 1),
                number_cell(other.certified),
                number_cell(other.certified / other.persons * PERCENT, 1),
                number_cell(other.certified - one.certified, style="signed"),
            ]
        )
    columns = [*plan_outlook_words.COLUMNS, *named, plan_outlook_words.DIFFERENCE_COLUMN]
    return Table(
        columns,
        rows,
        numeric=frozenset(range(1, len(columns))),
        caption=plan_outlook_words.CAPTION.format(first=first.name, second=second.name),
    )


def _file(result: Outlook) -> FileTable:
    rows = []
    for scenario in result.scenarios:
        for each in scenario.years:
            rows.append((each.year, scenario.name, plan_outlook_words.ALL_AGES, each.persons, each.certified))
            if each.by_age is not None:
                rows += [
                    (each.year, scenario.name, decomposition_words.BAND[band], *each.by_age[:, at].tolist())
                    for at, band in enumerate(BANDS)
                ]
    return rows_table(rows, plan_outlook_words.FILE_COLUMNS, years=("year",))


def outlook_parts_block(here: Page) -> Block | None:
    """Return what the change to the year looked at is made of, None where nothing can be said."""
    result = plan_outlook(here)
    if result.reason:
        return None
    return here.view("plan_outlook_parts", chosen_pair(here), lambda: _parts_block(here, result))


def _parts_block(here: Page, result: Outlook) -> Block:
    now, years = result.now, (result.persons.first, result.aim)
    rows: list[tuple[str, float, float, tuple[float, float, float, float]]] = []
    for each in result.scenarios:
        later = each.at(result.aim)
        parts = change_in_parts(now, later) if now and later else None
        if now and later and parts:
            sizes = (parts.total, parts.size, parts.structure, parts.rates)
            name = plan_outlook_words.NAMED.format(label=each.label, name=each.name)
            rows.append((name, now.certified, later.certified, sizes))
    cells: list[list[Cell | str]] = [
        [name, number_cell(first), number_cell(last), *(number_cell(each, style="signed") for each in sizes)]
        for name, first, last, sizes in rows
    ]
    columns = {
        name: text.format(first=years[0], last=years[1])
        for name, text in plan_outlook_words.PARTS_COLUMNS.items()
    }
    series = tuple(
        Series(each.label, row[3][1:], role="peer" if place else "own")
        for place, (each, row) in enumerate(zip(result.scenarios, rows, strict=False))
    )
    finding = plan_outlook_words.parts(here.own_label, years, rows[0][3]) if rows else ""
    return Block(
        key=f"plan_outlook_parts_{here.own}",
        finding=finding or plan_outlook_words.PARTS_UNKNOWN,
        subtitle="",
        what=plan_outlook_words.PARTS_WHAT.format(first=years[0], last=years[1]),
        table=Table(list(columns.values()), cells, numeric=frozenset(range(1, len(columns)))),
        file=lambda: rows_table(((*row[:3], *row[3]) for row in rows), columns),
        plot=lambda: (
            Plot("columns", plan_outlook_words.PARTS, series, plan_outlook_words.PERSONS_UNIT, 0)
            if series
            else None
        ),
        origins=outlook_origins(here, result),
        notes=(plan_outlook_words.PARTS_NOTE, *outlook_notes(here, result)),
        indicators=(RATE,),
    )
