"""The population aged 75 and over to come, and the demand it leads to."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.comparisons import prefecture_of
from carecompare.comparisons.years.supply import OLDER
from carecompare.tables import MISSING, NATION
from carecompare.text import words
from carecompare.text.format import figure_or_word, status_word
from carecompare.text.topics import outlook_words
from carecompare.typed_cells import figure_cell, number_cell
from carecompare.views.base.editions import projections, years_of_newest
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.course import course_block
from carecompare.views.shapes.missed import missed_notes
from carecompare.views.shapes.passport import passport_address, passport_links
from carecompare.views.shapes.profile import profile_block, reference_rows
from carecompare.views.topics.supply import counted_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.file_tables import FileTable
    from carecompare.rows import ValueRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


GROWTH, PEAK = "growth_75_and_over_to_2040", "year_of_75_and_over_peak"
DEMANDS = ("demand_index_medical", "demand_index_care")
COURSE_PX = 260
# The indicator of each column of the table; empty where a column holds none.
COLUMNS = ("", "", "", GROWTH, PEAK, "", *DEMANDS)


def outlook_block(here: Page) -> Block:
    """Return where the population aged 75 and over goes, with the demand it leads to."""
    return here.view("outlook", "", lambda: _outlook_block(here))


def demand_block(here: Page, name: str) -> Block:
    """Return the course of one index of demand.

    Parameters
    ----------
    here : Page
        The page with its choice.
    name : str
        One of `DEMANDS`.

    Returns
    -------
    Block
        Ready to show.
    """
    return here.view("demand", "", partial(_demand_block, here, name), part=name)


def _outlook_block(here: Page) -> Block:
    indicators = here.catalog.indicators
    drawn = [indicators[each] for each in (GROWTH, *DEMANDS)]
    codes = [here.own, *here.peers, prefecture_of(here.own), NATION]
    latest = here.loaded.latest
    shown_of = (GROWTH, PEAK, *DEMANDS)
    years = {name: latest[name] for name in shown_of}
    references = reference_rows(here, shown_of)
    values = here.loaded.figures.rows_at(years, [here.own])
    values += [row for code in (prefecture_of(here.own), NATION) for row in references[code]]
    rows = _by_place(values)

    def cells_of_peers() -> list[tuple[Cell | str, ...]]:
        of_peers = _by_place(here.loaded.figures.rows_at(years, here.peers))
        return [_cells(here, of_peers, code) for code in here.peers]

    growth, peak = rows[GROWTH, here.own], rows[PEAK, here.own]
    block = profile_block(
        here,
        "outlook",
        drawn,
        [
            *missed_notes(here),
            *(indicators[each].notes_ja for each in (GROWTH, PEAK)),
        ],
        outlook_words.outlook(here.own_label, growth, peak, projections(here)["ages"]),
    )
    cells = [
        _cells(here, rows, here.own),
        *here.cached("peers", "outlook cells", cells_of_peers),
        *(_cells(here, rows, code) for code in codes[-2:]),
    ]
    said = _said_of(here)
    headings = (words.COLUMN["name"], *(each.format(**said) for each in outlook_words.COLUMNS))
    shown = {count: years_of_newest(here, count) for each in shown_of for count in indicators[each].counts}
    return replace(
        block,
        subtitle=outlook_words.SUBTITLE.format(**said),
        what=outlook_words.WHAT.format(**said),
        origins=origins_of(here, shown),
        table=Table(
            columns=headings,
            rows=cells,
            numeric=frozenset(range(1, len(headings))),
            own_rows=frozenset({0}),
            caption=outlook_words.CAPTION.format(**said),
            kind="wide",
            links=[
                tuple(passport_address(here, each, latest[each], code) if each else "" for each in COLUMNS)
                for code in codes
            ],
        ),
        passports=passport_links(here, [rows[name, here.own] for name in shown_of]),
        file=lambda: _file(here, here.loaded.figures.rows(shown_of, codes)),
        wide=True,
    )


def _said_of(here: Page) -> dict[str, str | int]:
    """Return what the words of the block name: the years compared, and the projection."""
    growth, index = here.catalog.indicators[GROWTH], here.catalog.indicators[DEMANDS[0]]
    years = {"base": growth.base_year, "year": growth.first_year, "index_base": index.base_year}
    return {**years, "ages": projections(here)["ages"]}


def _by_place(rows: Iterable[ValueRow]) -> dict[tuple[str, str], ValueRow]:
    return {(row["indicator"], row["area"]): row for row in rows}


def _cells(here: Page, rows: Mapping[tuple[str, str], ValueRow], code: str) -> tuple[Cell | str, ...]:
    indicators = here.catalog.indicators
    growth, peak = rows[GROWTH, code], rows[PEAK, code]
    # The projection goes on from those who were counted, by its own growth.
    projected, none = float(growth["denominator"]), status_word(MISSING)
    first = counted_in(here, code, indicators[GROWTH].base_year).get(OLDER, projected)
    scale = first / projected if projected > 0 else 1.0
    return (
        here.label(code),
        number_cell(first, word=none),
        number_cell(growth["numerator"] * scale, word=none),
        figure_cell(growth, indicators[GROWTH]),
        figure_cell(peak, indicators[PEAK]),
        number_cell(peak["numerator"] * scale, word=none),
        *(figure_cell(rows[each, code], indicators[each]) for each in DEMANDS),
    )


def _file(here: Page, rows: Sequence[ValueRow]) -> FileTable:
    indicators = here.catalog.indicators
    values = pd.DataFrame(rows)
    return file_table(
        pd.DataFrame(
            {
                "area": values["area"],
                "name": [here.label(code) for code in values["area"]],
                "indicator": [indicators[each].label_ja for each in values["indicator"]],
                "unit": [indicators[each].unit_ja for each in values["indicator"]],
                "year": values["year"],
                "value": [
                    figure_or_word(row, indicators[row["indicator"]])
                    if indicators[row["indicator"]].is_a_year
                    else row["value"]
                    for row in rows
                ],
                "numerator": values["numerator"],
                "denominator": values["denominator"],
                "denominator_year": values["denominator_year"].astype("Int64"),
                "kind": [words.METHODS.get(method, "") for method in values["method"]],
            }
        )
    )


def _demand_block(here: Page, name: str) -> Block:
    return course_block(
        here, here.catalog.indicators[name], height_px=COURSE_PX, said_of=outlook_words.demand
    )
