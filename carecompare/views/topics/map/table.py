"""What the map of an indicator says in words and figures: hover, table, file. One formatting for all."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.comparisons import nationwide_frame
from carecompare.maps import hover
from carecompare.text import sentences, words
from carecompare.text.chart_words import silence
from carecompare.text.format import era_year, interval, rank, status_word
from carecompare.text.topics import map_words
from carecompare.typed_cells import figure_cell, number_cell, texts_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.passport import passport_address

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import NationwideRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


EDGE, AROUND = 3, 4


@dataclass(frozen=True)
class National:
    """Every municipality's figure of an indicator and year: the same whatever the own one is.

    Parameters
    ----------
    indicator : Indicator
        What is shown.
    year : int
        Of which year.
    listed : sequence of NationwideRow
        From `nationwide`.
    """

    indicator: Indicator
    year: int
    listed: Sequence[NationwideRow]

    @cached_property
    def rows(self) -> Mapping[str, NationwideRow]:
        """Return the rows by code."""
        return {row["area"]: row for row in self.listed}

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Return the rows as a table."""
        return nationwide_frame(self.listed)

    @cached_property
    def cells(self) -> Mapping[str, tuple[Cell | str, ...]]:
        """Return value, interval, rank and both parts as printed, in the table and under the pointer."""
        return {
            code: (
                figure_cell(row, self.indicator, silence(row["status"], row["reason"])),
                interval(row["lower"], row["upper"], self.indicator.decimals),
                rank(row["rank"]) or words.NOT_RANKED.get(row["reason"], ""),
                number_cell(row["numerator"]),
                number_cell(row["denominator"]),
            )
            for code, row in self.rows.items()
        }

    @cached_property
    def from_the_highest(self) -> Sequence[str]:
        """Return the codes from the highest figure, missing ones last."""
        ordered = self.frame.sort_values("value", ascending=False, na_position="last", kind="stable")
        return ordered["area"].tolist()

    @cached_property
    def ranked(self) -> Sequence[str]:
        """Return the codes that have a rank, from the highest figure."""
        return [code for code in self.from_the_highest if not isnan(self.rows[code]["rank"])]

    @cached_property
    def ranked_of(self) -> str:
        """Return among how many municipalities they are ranked."""
        return f"{int(self.frame['ranked'].max()):,}"


def finding(here: Page, national: National) -> str:
    """Return where the own municipality stands in the nation."""
    own = national.rows[here.own]
    figure = sentences.RankedFigure(
        own=here.own_label,
        value=float(own["value"]),
        count=float(own["numerator"]),
        status=own["status"],
        position=float(own["rank"]),
        of=int(own["ranked"]),
        among=map_words.AMONG_NATION,
        reason=own["reason"],
        insurer=here.loaded.insurers.get(here.own, ""),
    )
    return sentences.ranked(national.indicator, figure)


def hover_text(national: National, codes: Sequence[str]) -> str:
    """Return the template of what a municipality says when it is pointed at.

    Parameters
    ----------
    national : National
        Its figures.
    codes : sequence of str
        Those with an outline, in the order of the map's file.
    """
    indicator = national.indicator
    values, intervals, ranks, above, below = zip(
        *texts_of(national.cells[code] for code in codes), strict=True
    )
    both = [f"{one} ÷ {other}" if one and other else one for one, other in zip(above, below, strict=True)]
    return hover(
        f"{indicator.name_ja}（{indicator.unit_ja}）{era_year(national.year, fiscal=indicator.fiscal_year)}",
        {
            map_words.HOVER_VALUE: values,
            map_words.HOVER_INTERVAL: intervals,
            map_words.HOVER_RANK.format(of=national.ranked_of): ranks,
            map_words.HOVER_PARTS: both,
        },
    )


def national_table(here: Page, national: National) -> Table:
    """Return the ends of the national list, what stands around the own municipality, and its comparators."""
    ordered, ranked = national.from_the_highest, national.ranked
    place = ordered.index(here.own)
    few = here.peers if len(here.peers) <= 2 * (EDGE + AROUND) else ()
    around = ordered[max(0, place - AROUND) : place + AROUND + 1]
    kept = {*ranked[:EDGE], *ranked[-EDGE:], *around, *few}
    chosen = [code for code in ordered if code in kept]
    indicator, column = national.indicator, words.COLUMN
    return Table(
        columns=[
            column["name"],
            column["value"],
            column["interval"],
            map_words.NATION_RANK.format(of=national.ranked_of),
            column["numerator"],
            column["denominator"],
        ],
        rows=[(here.label(code), *national.cells[code]) for code in chosen],
        numeric=frozenset({1, 2, 3, 4, 5}),
        own_rows=frozenset(number for number, code in enumerate(chosen) if code == here.own),
        links=[
            ("", passport_address(here, indicator.id, national.rows[code]["year"], code)) for code in chosen
        ],
        caption=map_words.TABLE_CAPTION.format(edge=EDGE, around=AROUND),
    )


def national_file(frame: pd.DataFrame, indicator: Indicator) -> pd.DataFrame:
    """Return every municipality for download, unformatted."""
    column = words.COLUMN
    return pd.DataFrame(
        {
            column["area"]: frame["area"],
            column["name"]: frame["name_ja"],
            column["indicator"]: indicator.label_ja,
            column["unit"]: indicator.unit_ja,
            column["year"]: frame["year"],
            column["value"]: frame["value"],
            column["lower"]: frame["lower"],
            column["upper"]: frame["upper"],
            column["numerator"]: frame["numerator"],
            column["denominator"]: frame["denominator"],
            column["denominator_year"]: frame["denominator_year"].astype("Int64"),
            column["nation_rank"]: frame["rank"].astype("Int64"),
            column["status"]: [status_word(status) for status in frame["status"]],
            column["kind"]: [words.METHODS.get(method, "") for method in frame["method"]],
            column["note"]: [sentences.WITHHELD.get(reason, "") for reason in frame["reason"]],
        }
    )
