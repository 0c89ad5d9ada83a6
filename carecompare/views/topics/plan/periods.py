"""Ratios of plan and actual by year, two periods of the plan side by side."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from carecompare.measures.plan_marks import total_ratio
from carecompare.text.format import era_year
from carecompare.text.topics import plan_progress_words as progress_words
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.plan.figures import by_year, plan_figures, plan_rows
from carecompare.views.topics.plan.progress import entered_by, ratio_cell

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.own.contents.plan_figures import PlanFigure
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


def periods_block(here: Page) -> Block | None:
    """Return the ratios of all years that have an actual, by period of the plan; None where there is none.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    content = plan_figures(here)
    figures = by_year(content)
    named = plan_rows(here, content)
    years = {
        year for (_, year), each in figures.items() if each.actual is not None and each.planned is not None
    }
    columns: list[tuple[str, str, tuple[int, ...]]] = []
    ends: dict[str, int] = {}
    for period in here.catalog.plan.periods.values():
        shown = [year for year in period.years if year in years]
        columns += [
            (f"fiscal_{year}", era_year(year, fiscal=True).partition("（")[0], (year,)) for year in shown
        ]
        if shown:
            ends[period.id] = len(columns)
            total = progress_words.PERIOD_TOTAL.format(period=period.id)
            columns.append((f"period_{period.id}", total, tuple(shown)))
    rows: list[tuple[Cell | str, ...]] = []
    groups: dict[int, str] = {}
    for key, row in named.items():
        ratios = [_ratio([figures.get((key, year)) for year in of]) for *_, of in columns]
        if any(ratio is not None for ratio in ratios):
            if row.group not in groups.values():
                groups[len(rows)] = row.group
            rows.append((row.label, *map(ratio_cell, ratios)))
    if not rows:
        return None
    in_total = [key for key, row in named.items() if row.in_total]
    totals = [_ratio([figures.get((key, year)) for key in in_total for year in of]) for *_, of in columns]
    if any(ratio is not None for ratio in totals):
        groups[len(rows)] = progress_words.TOTAL_GROUP
        rows.append((progress_words.TOTAL_COST, *map(ratio_cell, totals)))
    heads = {"item": progress_words.COLUMNS["item"], **{key: label for key, label, _ in columns}}
    return Block(
        key=f"plan_periods_{here.own}",
        finding=_periods_finding(here, {period: totals[place] for period, place in ends.items()}),
        subtitle=progress_words.PERIODS_SUBTITLE,
        table=Table(list(heads.values()), rows, numeric=frozenset(range(1, len(heads))), groups=groups),
        file=partial(rows_table, rows, heads),
        credit=entered_by(here),
        notes=(progress_words.EMPTY_NOTE,),
        view="plan_periods",
        wide=True,
    )


def _ratio(figures: Sequence[PlanFigure | None]) -> float | None:
    return total_ratio([(each.planned, each.actual) for each in figures if each is not None])


def _periods_finding(here: Page, totals: Mapping[str, float | None]) -> str:
    said = [
        progress_words.PERIOD_RATIO.format(period=period, ratio=ratio_cell(total).text)
        for period, total in totals.items()
        if total is not None
    ]
    if not said:
        return progress_words.PERIODS_FINDING_NONE.format(own=here.own_label)
    return progress_words.PERIODS_FINDING.format(own=here.own_label, ratios="、".join(said))
