"""The sheet as officials' table and as a file."""

from __future__ import annotations

from dataclasses import replace
from math import isnan
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from carecompare.tables import INCOMPLETE
from carecompare.text import words
from carecompare.text.format import figure_or_word, rank, year_of
from carecompare.text.sentences import WITHHELD
from carecompare.text.topics import sheet_words
from carecompare.typed_cells import FIGURE, figure_cell, number_cell
from carecompare.views.base.file_columns import file_table, shared_unit
from carecompare.views.base.table import Table
from carecompare.views.shapes.passport import passport_address
from carecompare.views.topics.sheet.groups import gap_units, whole_sheet

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons import Place
    from carecompare.file_tables import FileTable
    from carecompare.rows import FigureRow, SheetLine
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page
    from carecompare.views.topics.sheet.groups import Group


def sheet_table(here: Page, groups: Sequence[Group], caption: str = "") -> Table:
    """Return lines in the columns that officials expect.

    Parameters
    ----------
    here : Page
        The page with its choice.
    groups : sequence of Group
        Each with its heading above its rows.
    caption : str
        What the table holds.

    Returns
    -------
    Table
        項目, 自町, 県平均, 県内順位, 全国平均, 全国順位, then the peers; every figure leads to its passport.
    """
    kind = here.prefecture_label[-1:]
    mean = words.PREFECTURE_MEAN.get(kind, words.COLUMN["prefecture"])
    inside = words.PREFECTURE_RANK.get(kind, words.COLUMN["prefecture_rank"])
    columns = [each.format(mean=mean, rank=inside) for each in sheet_words.COLUMNS]
    # Each row stands in the table of its group and in that of all.
    known = here.cached("choice", "sheet rows", lambda: _rows(here, columns))
    rows: list[_Row] = []
    headings: dict[int, str] = {}
    for group in groups:
        headings[len(rows)] = group.label
        rows += [known[line["indicator"]] for line in group.lines]
    return replace(
        _table(columns, rows),
        groups=headings if len(groups) > 1 else {},
        caption=caption,
        written=[each.html for each in rows],
    )


# Columns of the file that hold figures of the line, beside the standard ones.
FIGURES = ("value", "lowest", "first", "third", "highest")


class _Row(NamedTuple):
    """A line: its cells, the addresses of the passports of its figures, each in its column, and its HTML."""

    cells: tuple[Cell | str, ...]
    addresses: tuple[str, ...]
    html: str = ""


def _rows(here: Page, columns: Sequence[str]) -> dict[str, _Row]:
    """Return every line by its indicator."""

    def address(name: str, figures: FigureRow) -> str:
        return (
            "" if isnan(figures["year"]) else passport_address(here, name, figures["year"], figures["area"])
        )

    units, lines = gap_units(here), whole_sheet(here).lines
    rows = [
        _Row(
            _cells(here, line, units.get(name, "")),
            ("", address(name, line), address(name, line["prefecture"]), "", address(name, line["nation"])),
        )
        for name, line in lines.items()
    ]
    written = _table(columns, rows).rows_html
    return {name: row._replace(html=html) for name, row, html in zip(lines, rows, written, strict=True)}


def _table(columns: Sequence[str], rows: Sequence[_Row]) -> Table:
    return Table(
        columns=columns,
        rows=[each.cells for each in rows],
        links=[each.addresses for each in rows],
        numeric=frozenset({1, 2, 3, 4, 5, 6, 7, 9}),
        centred=frozenset({8}),
        own_columns=frozenset({1}),
        with_own=frozenset({6, 10}),
        kind="sheet",
    )


def _cells(here: Page, line: SheetLine, unit: str) -> tuple[Cell | str, ...]:
    indicator = here.catalog.indicators[line["indicator"]]
    withheld = words.NOT_RANKED.get(line["reason"], "")
    return (
        f"{indicator.name_ja}（{indicator.unit_ja}）",
        figure_cell(line, indicator, withheld),
        _reference(line["prefecture"], indicator),
        _placed(line["in_prefecture"]) or withheld,
        _reference(line["nation"], indicator),
        _placed(line["in_nation"]) or withheld,
        ""
        if indicator.is_a_year
        else number_cell(line["median"], indicator.decimals, unit=indicator.unit_ja),
        sheet_words.placed(line),
        sheet_words.TRENDS.get(line["trend"], ""),
        sheet_words.difference(line, unit),
        year_of(line["year"], indicator),
    )


def _reference(row: FigureRow, indicator: Indicator) -> Cell:
    """Return the figure of a prefecture or the nation; a total says that it is one."""
    is_total = indicator.kind == "amount" and not indicator.denominator and not isnan(row["value"])
    around = sheet_words.TOTAL if is_total else FIGURE
    if row["method"] == INCOMPLETE:
        around = sheet_words.PART.format(figure=around)
    return figure_cell(row, indicator, words.NOT_RANKED.get(row["method"], ""), around)


def _placed(place: Place) -> str:
    return rank(place.position, place.of)


def sheet_file(here: Page, lines: Sequence[SheetLine], analyses: Mapping[str, str]) -> FileTable:
    """Return lines with everything that is known of them, unformatted, one row per indicator.

    Parameters
    ----------
    here : Page
        The page with its choice.
    lines : sequence of SheetLine
        Of a sheet.
    analyses : mapping of str to str
        What the officials wrote, by topic.

    Returns
    -------
    FileTable
        The analysis of a topic stands in the first row of the topic.
    """
    units = gap_units(here)
    written = dict(analyses)
    rows = []
    for line in lines:
        indicator = here.catalog.indicators[line["indicator"]]
        field = here.catalog.fields.get(indicator.field)
        near = {name: line[name] for name in ("value", "lower", "upper", "numerator", "denominator")}
        spread = {
            name: None if indicator.is_a_year else line[name]
            for name in ("lowest", "first", "median", "third", "highest")
        }
        known = {
            "topic": here.catalog.topics[indicator.topic].label_ja,
            "field": field.label_ja if field else "",
            "indicator": indicator.label_ja,
            "unit": indicator.unit_ja,
            "year": int(line["year"]) if not isnan(line["year"]) else None,
            **near,
            "note": WITHHELD.get(line["reason"], "")
            or ("" if line["value"] == line["value"] else figure_or_word(line, indicator)),
            "prefecture": line["prefecture"]["value"],
            "prefecture_rank": line["in_prefecture"].position,
            "prefecture_of": line["in_prefecture"].of,
            "nation": line["nation"]["value"],
            "nation_rank": line["in_nation"].position,
            "nation_of": line["in_nation"].of,
            **spread,
            "peers": int(line["peers"]),
            "rank": line["rank"],
            "of": line["of"],
            "best": line["best"],
            "worst": line["worst"],
            "beyond": words.BEYOND.get(line["beyond"], ""),
            "distance": line["distance"],
            "gap": line["gap"],
            "gap_unit": "" if isnan(line["gap"]) else units.get(indicator.id, ""),
            "trend": sheet_words.trend(line),
            "analysis": written.pop(indicator.topic, ""),
        }
        rows.append(known)
    whole = dict.fromkeys(("prefecture_rank", "nation_rank", "rank", "best", "worst"), "Int64")
    unit = shared_unit([here.catalog.indicators[line["indicator"]] for line in lines])
    return file_table(pd.DataFrame(rows).astype(whole), sheet_words.FILE, unit=unit, figures=FIGURES)
