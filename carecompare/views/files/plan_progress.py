"""Plan and actual off the screen: the paper for the committee, and the workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from carecompare.reports.papers.tables import PaperTable, tables_paper
from carecompare.reports.workbooks.worksheet import WordSheet, worksheet_workbook
from carecompare.text.format import era_year
from carecompare.text.own import worksheet_words
from carecompare.text.topics import plan_progress_words as progress_words
from carecompare.views.base.block import grid
from carecompare.views.files.paper_pieces import made_today
from carecompare.views.topics.plan.figures import chosen_cycle, plan_figures, plan_rows
from carecompare.views.topics.plan.periods import periods_block
from carecompare.views.topics.plan.progress import (
    cycle_notes,
    exact_cell,
    progress_block,
    review_lines,
    said_cells,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.reports.papers.paper import Paper
    from carecompare.typed_cells import Cell
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


# Millimetres of the ten columns of the judgement.
SHARES = (44, 13, 20, 20, 17, 17, 26, 46, 46, 28)
WIDTHS = (40, 10, 14, 14, 12, 12, 24, 50, 50, 24)
PERIOD_WIDTH, ITEM_WIDTH = 13, 44


def title_of(here: Page) -> str:
    """Return the title of the papers of a cycle."""
    cycle = chosen_cycle(here)
    label = progress_words.cycle_label(cycle.year, cycle.name)
    return progress_words.TITLE.format(own=here.own_label, cycle=label)


def progress_paper(here: Page) -> Paper:
    """Return the judgement of a cycle on A4, with the two periods side by side.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    cycle = chosen_cycle(here)
    shown, periods = progress_block(here), periods_block(here)
    tables = []
    if shown is not None:
        whole = msgspec.structs.replace(grid(shown.table), rows=(*shown.table.rows, *_gone(here)))
        tables.append(PaperTable(shown.finding, whole, SHARES))
    if periods is not None:
        tables.append(PaperTable(progress_words.PERIODS_TITLE, grid(periods.table), (), (periods.finding,)))
    credit = next((each.source for each in (shown, periods) if each is not None), progress_words.NOTHING)
    return tables_paper(
        title_of(here), here.full_label(here.own), made_today(), cycle_notes(here, cycle), tables, credit
    )


def _gone(here: Page) -> list[tuple[Cell | str, ...]]:
    """Return the words of items that the table of the cycle does not show: nothing of them is lost."""
    block = progress_block(here)
    shown = {str(row[0]) for row in block.table.rows} if block else set()
    named = plan_rows(here, plan_figures(here))
    rows: list[tuple[Cell | str, ...]] = []
    for identifier, line in review_lines(here, chosen_cycle(here)).items():
        row = named.get(identifier)
        label = row.label if row else progress_words.OTHER_ITEM.format(id=identifier)
        if label not in shown:
            rows.append((label, "", "", "", "", "", "", *said_cells(line)))
    return rows


def progress_workbook(here: Page) -> bytes:
    """Return the judgement of a cycle, the periods and all entered figures as a workbook.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    shown, periods = progress_block(here), periods_block(here)
    notes = cycle_notes(here, chosen_cycle(here))
    content = plan_figures(here)
    named = plan_rows(here, content)
    entered: list[tuple[Cell | str, ...]] = [
        (
            named[each.item].label if each.item in named else each.item,
            named[each.item].unit if each.item in named else "",
            era_year(each.year, fiscal=True),
            exact_cell(each.planned),
            exact_cell(each.actual),
            exact_cell(each.interim),
        )
        for each in sorted(content.figures, key=lambda each: (each.item, each.year))
    ]
    sheets = [
        _sheet(here, 0, notes, shown, WIDTHS, _gone(here)),
        _sheet(here, 1, (), periods, (), []),
        WordSheet(
            progress_words.SHEETS[2],
            title_of(here),
            (progress_words.EMPTY_NOTE,),
            tuple(zip(progress_words.FIGURES_COLUMNS, (ITEM_WIDTH, 10, 22, 14, 14, 14), strict=True)),
            entered,
            footer=worksheet_words.EXPORT_PAGE,
        ),
    ]
    return worksheet_workbook(sheets)


def _sheet(
    here: Page,
    place: int,
    notes: Sequence[str],
    block: Block | None,
    widths: Sequence[int],
    more: Sequence[Sequence[Cell | str]],
) -> WordSheet:
    if block is None:
        columns = ((progress_words.COLUMNS["item"], ITEM_WIDTH),)
        return WordSheet(progress_words.SHEETS[place], title_of(here), (progress_words.NOTHING,), columns, [])
    wide = widths or (ITEM_WIDTH, *(PERIOD_WIDTH for _ in block.table.columns[1:]))
    return WordSheet(
        progress_words.SHEETS[place],
        title_of(here),
        (block.finding, *notes, block.source),
        tuple(zip(block.table.columns, wide, strict=True)),
        [*block.table.rows, *more],
        block.table.groups,
        worksheet_words.EXPORT_PAGE,
    )
