"""The piece on the municipality's finance, which stands behind what it can do for its aged."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carecompare.text import words
from carecompare.text.format import rank, year_word
from carecompare.text.topics import aging_words, outlook_words
from carecompare.typed_cells import figure_cell
from carecompare.views.base.table import Table
from carecompare.views.shapes.compared import compared
from carecompare.views.shapes.passport import passport_address
from carecompare.views.shapes.profile import profile_block
from carecompare.views.shapes.ranked import finding

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.typed_cells import Cell
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


TOPIC = "finance"


def finance_block(here: Page) -> Block:
    """Return the municipality's finance beside the comparators."""
    return here.view("finance", "", lambda: _block(here))


def _block(here: Page) -> Block:
    indicators = [each for each in here.catalog.main_indicators if each.topic == TOPIC]
    first = indicators[0]
    said = finding(here, compared(here, first, here.loaded.latest[first.id]))
    remarks = [f"{each.name_ja}：{each.notes_ja}" for each in indicators]
    block = profile_block(here, TOPIC, indicators, [outlook_words.FINANCE_NOTE, *remarks], said)
    return replace(block, subtitle=outlook_words.LEGEND, plot=None, table=_table(here, indicators))


def _table(here: Page, indicators: list[Indicator]) -> Table:
    """Return the table officials expect: own, prefecture, nation, with ranks."""
    kind = here.prefecture_label[-1:]
    rows: list[tuple[Cell | str, ...]] = []
    groups: dict[int, str] = {}
    for each in indicators:
        result = compared(here, each, here.loaded.latest[each.id])
        prefecture, nation = (figure_cell(row, each) for row in result.of_role("reference"))
        if each.unit_ja != next(reversed(groups.values()), ""):
            groups[len(rows)] = each.unit_ja
        rows.append(
            (
                each.name_ja,
                figure_cell(result.own, each),
                prefecture,
                rank(result.in_prefecture.position, result.in_prefecture.of),
                nation,
                rank(result.in_nation.position, result.in_nation.of),
            )
        )
    column = words.COLUMN
    years = dict.fromkeys(year_word(here.loaded.latest[each.id], fiscal=True) for each in indicators)
    return Table(
        columns=[
            column["item"],
            column["own"],
            words.PREFECTURE_MEAN[kind],
            words.PREFECTURE_RANK[kind],
            column["nation"],
            column["nation_rank"],
        ],
        rows=rows,
        numeric=frozenset(range(1, 6)),
        own_columns=frozenset({1}),
        groups=groups,
        links=[
            ("", passport_address(here, each.id, here.loaded.latest[each.id], here.own))
            for each in indicators
        ],
        caption=outlook_words.FINANCE_CAPTION.format(
            years="、".join(years), ranks=aging_words.LEVELS_CAPTION
        ),
    )
