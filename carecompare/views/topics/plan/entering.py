"""Plan and actual as they are entered: a grid of one fiscal year, a table that was brought, exports."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from carecompare.own import EXPORTED_FIGURES
from carecompare.own.contents.plan_figures import PlanFigure, plan_changes
from carecompare.own.mieruka.plan_pairs import plan_pairs
from carecompare.text.format import era_year
from carecompare.text.own.plan_figure_words import PARTS
from carecompare.text.topics import plan_progress_words as progress_words
from carecompare.views.base.table import Table
from carecompare.views.topics.own.mieruka_upload import places_seen_from
from carecompare.views.topics.plan.figures import plan_rows
from carecompare.views.topics.plan.progress import exact_cell

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.own.contents.plan_figures import PlanFigures, PlanItem
    from carecompare.views.base.here import Page


MOST_SHOWN = 200


def grid_rows(here: Page, content: PlanFigures, year: int) -> pd.DataFrame:
    """Return the figures of a fiscal year as rows of a grid, by the key of each item.

    Returns
    -------
    DataFrame
        Columns ``item``, ``unit``, ``planned``, ``actual``, ``interim``; NaN is not yet known.
    """
    named = plan_rows(here, content)
    of = {each.item: each for each in content.figures if each.year == year}
    values = {
        part: pd.Series([getattr(of.get(key), part, None) for key in named], dtype="float64")
        for part in PARTS
    }
    texts = {
        "item": pd.Series([each.label for each in named.values()], dtype="str"),
        "unit": pd.Series([each.unit for each in named.values()], dtype="str"),
    }
    return pd.DataFrame({**texts, **values}).set_axis(list(named), axis=0)


def grid_figures(edited: pd.DataFrame, year: int) -> tuple[PlanFigure, ...]:
    """Return the figures that a grid holds; an empty cell is not yet known."""
    parts = {part: edited[part].tolist() for part in PARTS}
    figures = [
        PlanFigure(
            str(key),
            year,
            **{part: None if pd.isna(cells[place]) else float(cells[place]) for part, cells in parts.items()},
        )
        for place, key in enumerate(edited.index)
    ]
    return tuple(figures)


def exported_plan(here: Page) -> tuple[tuple[PlanItem, ...], tuple[PlanFigure, ...]]:
    """Return what the kept exports say of plan and actual; see `plan_pairs`.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    kept = here.kept(EXPORTED_FIGURES)
    return plan_pairs(kept.content.books, places_seen_from(here)) if kept else ((), ())


def preview_table(here: Page, before: PlanFigures, after: PlanFigures) -> tuple[str, Table, int]:
    """Return what saving would change: a sentence, the first rows of it, and how many there are."""
    found = plan_changes(before.figures, after.figures)
    named = {**plan_rows(here, before), **plan_rows(here, after)}
    counts = {name: sum(change == name for change, _ in found) for name in progress_words.CHANGES}
    rows = [
        (
            progress_words.CHANGES[change],
            named[each.item].label if each.item in named else each.item,
            era_year(each.year, fiscal=True),
            exact_cell(each.planned),
            exact_cell(each.actual),
            exact_cell(each.interim),
        )
        for change, each in found[:MOST_SHOWN]
    ]
    table = Table(progress_words.PREVIEW_COLUMNS, rows, numeric=frozenset({3, 4, 5}))
    return progress_words.PREVIEW.format(**counts), table, len(found)


def figures_described(here: Page, content: PlanFigures, figures: Sequence[PlanFigure]) -> str:
    """Return figures as text, a line each, for two that stand side by side."""
    named = plan_rows(here, content)
    return "\n".join(
        progress_words.FIGURE_LINE.format(
            item=named[each.item].label if each.item in named else each.item,
            year=era_year(each.year, fiscal=True),
            planned=exact_cell(each.planned).text,
            actual=exact_cell(each.actual).text,
            interim=exact_cell(each.interim).text,
        )
        for each in figures
    )
