"""Items to regain, steps that are near, and the rank that more points would give."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

from carecompare.comparisons import ladders, rank_with, to_next_rank, to_regain
from carecompare.tables import NATION
from carecompare.text.format import number
from carecompare.text.topics import grant_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.grant.table import TOTAL, chosen_year, origins, table_of, totals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.comparisons import Ladder
    from carecompare.grant_shapes import GrantItem
    from carecompare.store.grants import GrantYear
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page

    Row = tuple[Cell | str, ...]

MOST_OTHERS = 0.5
STEPS = (5, 10, 20, 30, 50, 100)
SHOWN = 10


def zero_block(here: Page) -> Block | None:
    """Return the items without a point of which half of the nation has one; None without a table."""
    year = chosen_year(here)
    return _view(here, "grant_zero", year) if _has_own(here, year) else None


def steps_block(here: Page) -> Block | None:
    """Return the items given by share and the next step of each; None without a table."""
    year = chosen_year(here)
    return _view(here, "grant_steps", year) if _has_own(here, year) else None


def rank_block(here: Page) -> Block | None:
    """Return which rank more points would give; None without a table."""
    year = chosen_year(here)
    return _view(here, "grant_rank", year) if _has_own(here, year) else None


def _has_own(here: Page, year: int) -> bool:
    return bool(year) and here.own in table_of(here, year).line_of


def _view(here: Page, view: str, year: int) -> Block:
    made = {"grant_zero": _zero, "grant_steps": _steps, "grant_rank": _rank}[view]
    return here.view(view, str(year), lambda: made(here, year))


def _zero(here: Page, year: int) -> Block:
    table = table_of(here, year)
    places = to_regain(table.items, table.scores, table.line_of[here.own], MOST_OTHERS)
    scoring = table.scores > 0
    inside = [line for code, line in table.line_of.items() if code[:2] == here.own[:2]]
    peers = [code for code in here.peers if code in table.line_of and code != here.own]
    rows: list[Row] = []
    for place in places:
        scored = sum(bool(scoring[table.line_of[code], place]) for code in peers)
        rows.append(
            (
                *_named(table.items[place]),
                number_cell(table.items[place].points),
                _percent(scoring[:, place].mean()),
                _percent(scoring[inside, place].mean()),
                f"{scored}／{len(peers)}",
            )
        )
    points = sum(table.items[place].points for place in places)
    said = grant_words.ZERO_FINDING if places else grant_words.ZERO_NONE
    return _block(
        here,
        "grant_zero",
        year,
        said.format(own=here.own_label, count=len(places), points=number(points)),
        grant_words.ZERO_SUBTITLE,
        (grant_words.ITEM_COLUMNS, rows, 3),
        (grant_words.ZERO_IS_SILENT, grant_words.ALTERNATIVES),
    )


def _steps(here: Page, year: int) -> Block:
    table = table_of(here, year)
    line = table.line_of[here.own]
    rows: list[Row] = []
    points = 0
    for ladder in ladders(table.items, table.scores):
        held = int((table.scores[line, list(ladder.places)] > 0).sum())
        if held < len(ladder.places):
            rows.append(_step_row(table, ladder, held))
            points += table.items[ladder.places[held]].points
    said = grant_words.STEP_FINDING if rows else grant_words.STEP_NONE
    return _block(
        here,
        "grant_steps",
        year,
        said.format(count=len(rows), points=number(points)),
        grant_words.STEP_SUBTITLE,
        (grant_words.STEP_COLUMNS, rows, 6),
        (grant_words.STEP_HOW,),
    )


def _step_row(table: GrantYear, ladder: Ladder, held: int) -> Row:
    following = ladder.places[held]
    stands = grant_words.step_label(ladder.shares[held - 1]) if held else grant_words.NO_STEP
    count = ladder.counts[held - 1] if held else len(table.line_of)
    return (
        *_named(table.items[following]),
        grant_words.WITH_COUNT.format(step=stands, count=number(count if held else count - ladder.counts[0])),
        grant_words.WITH_COUNT.format(
            step=grant_words.step_label(ladder.shares[held]), count=number(ladder.counts[held])
        ),
        grant_words.GAP.format(ranks=number(count - ladder.counts[held])),
        number_cell(table.items[following].points),
    )


def _rank(here: Page, year: int) -> Block:
    nation, inside = totals(here, year)
    own = float(here.loaded.indicator_year(TOTAL, year).figures(here.own)["value"])
    most = grant_words.MAXIMUM["total"] - own
    added: dict[float, str] = {
        float(more): grant_words.PLUS.format(more=more) for more in STEPS if more <= most
    }
    added[0.0] = grant_words.AS_NOW
    for values, where in ((nation, here.label(NATION)), (inside, here.prefecture_label)):
        more = to_next_rank(values, own)
        if not isnan(more):
            added[more] = grant_words.TO_NEXT.format(more=number(more), where=where)
    rows: list[Row] = [
        (
            added[more],
            number_cell(own + more),
            number_cell(rank_with(nation, own, more)),
            number_cell(rank_with(inside, own, more)),
        )
        for more in sorted(added)
    ]
    now, then = rank_with(nation, own, 0), rank_with(nation, own, SHOWN)
    said = grant_words.RANK_FINDING if now > 1 else grant_words.RANK_TOP
    return _block(
        here,
        "grant_rank",
        year,
        said.format(own=here.own_label, more=SHOWN, now=number(now), then=number(then)),
        grant_words.RANK_SUBTITLE,
        (grant_words.RANK_COLUMNS, rows, 1),
        (grant_words.RANK_NOTE,),
    )


def _named(item: GrantItem) -> tuple[str, str, str]:
    return (
        grant_words.item_label(item.fund, item.goal),
        item.name_ja,
        grant_words.branch_label(item.branch, item.sub),
    )


def _percent(share: float) -> Cell:
    return number_cell(100 * float(share), 1, around="{figure}%")


def _block(
    here: Page,
    key: str,
    year: int,
    finding: str,
    subtitle: str,
    table: tuple[Mapping[str, str], list[Row], int],
    notes: tuple[str, ...],
) -> Block:
    headings, rows, first = table
    kind = here.prefecture_label[-1:]
    columns = {name: text.format(prefecture=kind) for name, text in headings.items()}
    return Block(
        key=f"{key}_{here.own}_{year}",
        finding=finding,
        subtitle=subtitle.format(year=year),
        table=Table(
            list(columns.values()), rows, numeric=frozenset(range(first, len(columns))), kind="worded"
        ),
        file=partial(rows_table, rows, columns),
        origins=origins(here, [year]),
        notes=notes,
        indicators=(TOTAL,),
    )
