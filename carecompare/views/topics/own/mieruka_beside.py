"""Exported figures beside the published ones."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

from carecompare.text.format import number, year_word
from carecompare.text.own import mieruka_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.file_tables import FileTable
    from carecompare.own.mieruka.beside import SameFigure
    from carecompare.views.base.here import Page


Beside = list[tuple["Indicator", "SameFigure", float]]


def published_beside(
    here: Page, indicators: Sequence[str], areas: Sequence[str]
) -> Mapping[tuple[str, str, int], float]:
    """Return the published figures beside exported ones, by indicator, area and year."""
    rows = here.loaded.figures.rows(indicators, areas)
    return {
        (row["indicator"], row["area"], int(row["year"])): float(row["value"])
        for row in rows
        if not math.isnan(row["value"])
    }


def beside_block(here: Page, beside: Beside) -> Block:
    """Return exported figures beside the published ones as a block."""
    rows = []
    same = 0
    for indicator, each, value in beside:
        decimals = indicator.decimals
        same += number(each.value, decimals) == number(value, decimals)
        rows.append(
            (
                indicator.name_ja,
                f"{each.series} {each.label}",
                here.label(each.area),
                year_word(each.year, fiscal=indicator.fiscal_year),
                number_cell(each.value, decimals),
                number_cell(value, decimals),
                number_cell(each.value - value, decimals, style="signed"),
            )
        )
    finding = mieruka_words.BESIDE_FINDING.format(count=len(beside), same=same, differ=len(beside) - same)
    return Block(
        key=f"mieruka_beside_{here.own}",
        finding=finding,
        subtitle="",
        table=Table(
            list(mieruka_words.BESIDE_COLUMNS.values()),
            rows,
            numeric=frozenset({3, 4, 5, 6}),
            own_columns=frozenset({4}),
            with_own=frozenset({3}),
        ),
        file=partial(_beside_file, here, beside),
        credit=mieruka_words.BESIDE_SOURCE,
        notes=(mieruka_words.BESIDE_NOTE,),
    )


def _beside_file(here: Page, beside: Beside) -> FileTable:
    return rows_table(
        (
            (
                indicator.name_ja,
                f"{each.series} {each.label}",
                here.label(each.area),
                each.year,
                each.value,
                value,
                each.value - value,
            )
            for indicator, each, value in beside
        ),
        mieruka_words.BESIDE_COLUMNS,
        years=("year",),
    )
