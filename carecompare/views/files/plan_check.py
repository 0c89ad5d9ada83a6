"""The check of a plan off the screen: the views behind an item, its paper, its workbook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from urllib.parse import urlencode

import msgspec

from carecompare.reports.papers.tables import PaperTable, tables_paper
from carecompare.reports.workbooks.worksheet import WordSheet, worksheet_workbook
from carecompare.text.own import worksheet_words
from carecompare.text.topics import plan_words
from carecompare.text.words import PAGES
from carecompare.views.base.block import grid
from carecompare.views.base.kept import moment
from carecompare.views.files.paper_pieces import made_today
from carecompare.views.files.paper_worksheet import evidence_rows
from carecompare.views.files.registry import VIEWS
from carecompare.views.topics.plan.check import (
    check_block,
    check_kind,
    item_block,
    lines_of,
)
from carecompare.views.topics.plan.found import found_of
from carecompare.views.topics.worksheet import evidence_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import CheckItem
    from carecompare.exhibits import Grid
    from carecompare.own import CheckLine, Evidence, Kept, PlanCheck
    from carecompare.reports.papers.paper import Paper
    from carecompare.typed_cells import Cell
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


# Millimetres of the five columns, and of the words and the post that the town wrote.
SHARES = (26, 58, 20, 60, 70)
WRITTEN_SHARES = (26, 178, 30)
FIGURE_SHARES = (84, 26, 30, 30, 30, 34, 26)
WIDTHS = (22, 40, 12, 40, 50, 60, 18)
FIGURE_WIDTHS = (22, 44, 16, 16, 16, 16, 20, 16)
FOUND_WIDTHS = (22, 24, 110)
# Of the columns of the sheet: the own figure, prefecture, nation, median and rank among the peers, the year.
PRINTED = (0, 1, 2, 4, 6, 7, 10)


@dataclass(frozen=True)
class ShownView:
    """A view behind an item: the address that opens it from any page, the key of its page, what it shows."""

    address: str
    page: str
    block: Block


def page_address(here: Page, page: str, query: Mapping[str, str]) -> str:
    """Return the address of a page beside the one that is open, for the same choice with other parameters."""
    script = PAGES[page][2].rpartition("/")[2].removesuffix(".py")
    return f"./{'' if page == 'home' else script}?{urlencode(here.selection.changed(**query).as_query())}"


def shown_views(here: Page, item: CheckItem) -> list[ShownView]:
    """Return the views of an item that show something for this town."""
    shown = []
    for each in item.view:
        view = VIEWS[each.name]
        chosen = replace(here, selection=here.selection.changed(**each.query))
        block = view.block(chosen, each.part)
        if block is not None and block.finding:
            shown.append(ShownView(page_address(here, view.page, each.query), view.page, block))
    return shown


def evidence_for(here: Page, item: CheckItem) -> tuple[Evidence, ...]:
    """Return what the dashboard shows of an item now, as evidence: its figures, then its views."""
    figures = item_block(here, item.id)
    found = [] if figures is None else [evidence_of(figures, page_address(here, "plan", {}))]
    return (*found, *(evidence_of(each.block, each.address) for each in shown_views(here, item)))


def _title(here: Page) -> str:
    return plan_words.TITLE.format(own=here.own_label, period=here.catalog.plan.draft.period)


def check_paper(here: Page) -> Paper:
    """Return the check as saved on A4: the table, what the town wrote, the figures of each item.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    kept = here.kept(check_kind(here))
    block = check_block(here)
    tables = [PaperTable("", grid(block.table), SHARES)]
    written = _written_rows(here, kept)
    if written:
        columns = (plan_words.COLUMNS["item"], *plan_words.WRITTEN_COLUMNS)
        words = msgspec.structs.replace(grid(block.table), columns=columns, rows=tuple(written), caption="")
        tables.append(PaperTable(plan_words.WRITTEN_COLUMNS[0], words, WRITTEN_SHARES))
    tables += _figure_tables(here)
    return tables_paper(
        _title(here),
        here.full_label(here.own),
        made_today(),
        block.notes,
        tables,
        block.source,
    )


def _written_rows(here: Page, kept: Kept[PlanCheck] | None) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for identifier, line in lines_of(kept).items():
        said = [line.words] if line.words else []
        said += [
            worksheet_words.EXPORT_EVIDENCE.format(text=each.text, when=moment(each.taken_at))
            for each in line.evidence
        ]
        if identifier not in here.catalog.plan.items:
            said += [each for each in (line.place, line.instead) if each]
        if said or line.post:
            rows.append((_label(here, identifier), "\n".join(said), line.post))
    return rows


def _figure_tables(here: Page) -> list[PaperTable]:
    """Return the figures of all items as one table, each item with its heading."""
    whole: Grid | None = None
    rows: list[tuple[Cell | str, ...]] = []
    groups: dict[int, str] = {}
    for item in here.catalog.plan.items.values():
        block = item_block(here, item.id)
        if block is not None:
            whole = _narrowed(grid(block.table))
            groups[len(rows)] = _label(here, item.id)
            rows += whole.rows
    if whole is None:
        return []
    every = msgspec.structs.replace(whole, rows=tuple(rows), groups=groups, caption="")
    return [PaperTable(plan_words.PAPER_FIGURES, every, FIGURE_SHARES)]


def _narrowed(whole: Grid) -> Grid:
    return msgspec.structs.replace(
        whole,
        columns=tuple(whole.columns[place] for place in PRINTED),
        rows=tuple(tuple(row[place] for place in PRINTED) for row in whole.rows),
        numeric=tuple(new for new, place in enumerate(PRINTED) if place in whole.numeric),
        own_columns=tuple(new for new, place in enumerate(PRINTED) if place in whole.own_columns),
    )


def check_workbook(here: Page, address: str) -> bytes:
    """Return the check as saved as a workbook: the table, the figures, what the town brought, its evidence.

    Parameters
    ----------
    here : Page
        The page with its choice.
    address : str
        Of the server; links begin with it.

    Raises
    ------
    OwnDataError
        If what the town keeps cannot be read.
    """
    kept = here.kept(check_kind(here))
    lines = lines_of(kept)
    block = check_block(here)
    notes = (*block.notes, block.source)
    items = here.catalog.plan.items
    rows = [
        (*row, line.words if line else "", line.post if line else "")
        for row, line in zip(block.table.texts, map(lines.get, items), strict=True)
    ]
    rows += [
        (
            worksheet_words.OTHER_LINE.format(id=each.id),
            "",
            "",
            each.place,
            each.instead,
            each.words,
            each.post,
        )
        for each in lines.values()
        if each.id not in items
    ]
    columns = (*plan_words.COLUMNS.values(), *plan_words.WRITTEN_COLUMNS)
    return worksheet_workbook(
        [
            _sheet(here, 0, notes, columns, WIDTHS, rows),
            _sheet(here, 1, (), plan_words.FIGURE_COLUMNS, FIGURE_WIDTHS, _figure_rows(here)),
            _sheet(here, 2, (), plan_words.FOUND_COLUMNS, FOUND_WIDTHS, _found_rows(here)),
            _sheet(
                here,
                3,
                (worksheet_words.ATTACH_HELP,),
                worksheet_words.EXPORT_EVIDENCE_COLUMNS,
                (26, 50, 30, 44, 44, 16, 40),
                _evidence_rows(here, lines, address),
            ),
        ]
    )


def _sheet(
    here: Page,
    place: int,
    notes: Sequence[str],
    columns: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[Cell | str]],
) -> WordSheet:
    return WordSheet(
        plan_words.SHEETS[place],
        _title(here),
        notes,
        tuple(zip(columns, widths, strict=True)),
        rows,
        footer=worksheet_words.EXPORT_PAGE,
    )


def _figure_rows(here: Page) -> list[tuple[Cell | str, ...]]:
    """Return the figures of all items."""
    return [
        (_label(here, item.id), *row)
        for item in here.catalog.plan.items.values()
        if (block := item_block(here, item.id)) is not None
        for row in _narrowed(grid(block.table)).rows
    ]


def _found_rows(here: Page) -> list[tuple[str, ...]]:
    rows: list[tuple[str, ...]] = []
    for item in here.catalog.plan.items.values():
        found, name = found_of(here, item), plan_words.item_label(item.number_ja, item.label_ja)
        rows += [(name, plan_words.EXPORTS_TITLE, each) for each in found.exports]
        rows += [(name, plan_words.OWN_TITLE, each) for each in (*found.own, *found.kept)]
        rows += [(name, plan_words.MISSING_TITLE, each) for each in found.missing]
    return rows


def _evidence_rows(here: Page, lines: Mapping[str, CheckLine], address: str) -> list[tuple[str, ...]]:
    return [row for line in lines.values() for row in evidence_rows(line, _label(here, line.id), address)]


def _label(here: Page, identifier: str) -> str:
    item = here.catalog.plan.items.get(identifier)
    return plan_words.item_label(item.number_ja, item.label_ja) if item else identifier
