"""The scores by fund and goal, beside prefecture, nation and peers, and over the years."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.exhibits import Plot, Series
from carecompare.tables import NATION
from carecompare.text.format import number, rank
from carecompare.text.topics import grant_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.shapes.compared import compared
from carecompare.views.shapes.profile import profile_block
from carecompare.views.topics.grant.table import (
    TOTAL,
    chosen_year,
    origins,
    scores,
    table_of,
    totals,
    years,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.catalog import Indicator
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


def goals_block(here: Page) -> Block | None:
    """Return the table of funds and goals; None where no table was imported."""
    year = chosen_year(here)
    return here.view("grant_goals", str(year), lambda: _goals(here, year)) if year else None


def _goals(here: Page, year: int) -> Block:
    indicators = scores(here)
    kind = here.prefecture_label[-1:]
    rows = [_row(here, each, year) for each in indicators]
    whole = compared(here, here.catalog.indicators[TOTAL], year)
    said = grant_words.GOALS_FINDING.format(
        own=here.own_label,
        score=number(whole.own["value"]),
        rank=number(whole.in_nation.position),
        prefecture=kind,
        in_prefecture=number(whole.in_prefecture.position),
        year=year,
    )
    columns = {name: text.format(prefecture=kind) for name, text in grant_words.GOALS_COLUMNS.items()}
    what = grant_words.GOALS_WHAT.format(year=year)
    notes = (*_about(here, year), grant_words.GOALS_NOTE, grant_words.GOAL_FOUR, grant_words.ZERO_IS_SILENT)
    drawn = profile_block(here, "grant", indicators, (), said) if year == max(years(here)) else None
    block = Block(
        key=f"grant_goals_{here.own}_{year}",
        finding=said,
        subtitle=what,
        what=what,
        table=Table(
            list(columns.values()),
            rows,
            numeric=frozenset(range(1, len(columns) - 1)),
            own_columns=frozenset({2}),
            kind="worded",
        ),
        file=partial(rows_table, rows, columns),
        origins=origins(here, [year]),
        notes=notes,
        plot=partial(_plot, here, indicators, year),
        indicators=tuple(each.id for each in indicators),
        wide=True,
    )
    return block if drawn is None else replace(block, chart=drawn.chart, passports=drawn.passports)


def _row(here: Page, indicator: Indicator, year: int) -> tuple[Cell | str, ...]:
    result = compared(here, indicator, year)
    name, most = grant_words.indicator_label(indicator.id)
    own = float(result.own["value"])
    prefecture, nation = (float(row["value"]) for row in result.of_role("reference"))
    inside = totals(here, year, indicator.id)[1]
    peers = [row["value"] for row in result.of_role("peer") if not isnan(row["value"])]
    return (
        name,
        number_cell(most),
        number_cell(own),
        number_cell(prefecture, 1),
        number_cell(float(np.median(inside)) if inside.size else None, 1),
        rank(result.in_prefecture.position, result.in_prefecture.of),
        number_cell(nation, 1),
        rank(result.in_nation.position, result.in_nation.of),
        number_cell(own - prefecture, 1, style="signed"),
        number_cell(own - nation, 1, style="signed"),
        number_cell(float(np.median(peers)) if peers else None, 1),
        grant_words.FOUR_WAYS[own >= nation, own >= prefecture],
    )


def _plot(here: Page, indicators: list[Indicator], year: int) -> Plot:
    goals = [each for each in indicators if "_goal_" in each.id]
    results = [compared(here, each, year) for each in goals]
    prefecture, nation = zip(
        *([float(row["value"]) for row in each.of_role("reference")] for each in results), strict=True
    )
    own = tuple(float(each.own["value"]) for each in results)
    return Plot(
        kind="columns",
        categories=tuple(grant_words.indicator_label(each.id)[0] for each in goals),
        series=(
            Series(here.own_label, own, role="own"),
            Series(here.prefecture_label, tuple(prefecture), role="reference"),
            Series(here.label(NATION), tuple(nation), role="reference"),
        ),
        unit=goals[0].unit_ja,
        decimals=1,
    )


def _about(here: Page, year: int) -> Iterator[str]:
    """Yield what is said of the union, and of municipalities of the same size and kind."""
    table = table_of(here, year)
    about = table.areas.get(here.own)
    if about is None:
        return
    column = here.loaded.indicator_year(TOTAL, year)
    score = {code: column.figures(code)["value"] for code in table.areas}
    if about.union_ja:
        prefecture = here.own[:2]
        members = [
            (score[code], each.insured)
            for code, each in table.areas.items()
            if each.union_ja == about.union_ja and code[:2] == prefecture
        ]
        said = {"count": float(len(members)), "mean": float(np.mean([value for value, _ in members]))}
        weights = [weight for _, weight in members if weight]
        if len(weights) == len(members):
            said["weighted"] = float(np.average([value for value, _ in members], weights=weights))
        yield grant_words.union(here.own_label, about.union_ja, said)
    alike = [
        score[code]
        for code, each in table.areas.items()
        if (each.size_class, each.depopulated) == (about.size_class, about.depopulated)
    ]
    if about.size_class and len(alike) > 1:
        yield grant_words.GROUP.format(
            size=grant_words.SIZES[about.size_class],
            depopulated=grant_words.DEPOPULATED[about.depopulated],
            count=number(len(alike)),
            rank=number(1 + sum(each > score[here.own] for each in alike)),
            median=number(float(np.median(alike)), 1),
        )


def years_block(here: Page) -> Block | None:
    """Return the scores of every year imported side by side; None where none was."""
    known = years(here)
    return here.view("grant_years", "", lambda: _years(here, known)) if known else None


def _years(here: Page, known: list[int]) -> Block:
    rows: list[tuple[Cell | str, ...]] = []
    by_year: dict[int, tuple[float, float]] = {}
    for each in scores(here):
        cells: list[Cell | str] = [grant_words.indicator_label(each.id)[0]]
        for year in known:
            result = compared(here, each, year)
            own, nation = float(result.own["value"]), float(result.of_role("reference")[-1]["value"])
            if each.id == TOTAL:
                by_year[year] = own, nation
            cells += [
                number_cell(own),
                number_cell(nation, 1),
                number_cell(100 * own / nation if nation else None, 1),
            ]
        rows.append(tuple(cells))
    first, last = known[0], known[-1]
    if len(known) > 1:
        said = grant_words.YEARS_FINDING.format(
            own=here.own_label,
            first=first,
            last=last,
            then=number(by_year[first][0]),
            now=number(by_year[last][0]),
            nation_then=number(by_year[first][1], 1),
            nation_now=number(by_year[last][1], 1),
        )
    else:
        said = grant_words.YEARS_ONE.format(own=here.own_label, year=last, now=number(by_year[last][0]))
    columns = {"item": grant_words.YEARS_ITEM}
    columns |= {
        f"{name}_{year}": text.format(year=year)
        for year in known
        for name, text in grant_words.YEARS_COLUMNS.items()
    }
    own_columns = frozenset(range(1, len(columns), 3))
    return Block(
        key=f"grant_years_{here.own}",
        finding=said,
        subtitle=grant_words.YEARS_SUBTITLE,
        table=Table(
            list(columns.values()),
            rows,
            numeric=frozenset(range(1, len(columns))),
            own_columns=own_columns,
        ),
        file=partial(rows_table, rows, columns),
        origins=origins(here, known),
        notes=(*_changes(here, known), grant_words.YEARS_NOTE),
        indicators=tuple(each.id for each in scores(here)),
    )


def _changes(here: Page, known: list[int]) -> Iterator[str]:
    if len(known) == 1:
        return
    first, last = known[-2:]
    before, now = (_of_own(here, year) for year in (first, last))
    same = before.keys() & now.keys()
    yield grant_words.CHANGES.format(
        first=first,
        last=last,
        same=number(len(same)),
        gained=number(sum(not before[key] and bool(now[key]) for key in same)),
        lost=number(sum(bool(before[key]) and not now[key] for key in same)),
    )


def _of_own(here: Page, year: int) -> dict[tuple[object, ...], int]:
    table = table_of(here, year)
    line = table.line_of.get(here.own)
    if line is None:
        return {}
    return {item.key: int(score) for item, score in zip(table.items, table.scores[line], strict=True)}
