"""One indicator of one year over every municipality: what the map and the ranking of all show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.comparisons import nationwide
from carecompare.tables import COMPARISON_COLUMNS, ESTIMATED, PROJECTED
from carecompare.text import sentences, words
from carecompare.text.chart_words import silence
from carecompare.text.format import interval, rank, status_word
from carecompare.text.topics import map_words
from carecompare.typed_cells import figure_cell, number_cell
from carecompare.views.base.block import years_behind, years_behind_all
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.installation import POPULATION
from carecompare.views.base.origins import origins_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.file_tables import FileTable
    from carecompare.origins import Origin
    from carecompare.rows import NationwideRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page

OF_ONE_MUNICIPALITY = ("role", "quartile", "gap")
COLUMNS = tuple(name for name in COMPARISON_COLUMNS if name not in OF_ONE_MUNICIPALITY)


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
    behind : mapping of str to frozenset of int
        Of which years the counts behind them are.
    origins : tuple of Origin
        The publications behind them.
    """

    indicator: Indicator
    year: int
    listed: Sequence[NationwideRow]
    behind: Mapping[str, frozenset[int]]
    origins: tuple[Origin, ...]

    @cached_property
    def rows(self) -> Mapping[str, NationwideRow]:
        """Return the rows by code."""
        return {row["area"]: row for row in self.listed}

    @cached_property
    def frame(self) -> pd.DataFrame:
        """Return the rows as a table: COMPARISON without what belongs to one own municipality."""
        return pd.DataFrame(self.listed, columns=list(COLUMNS))

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

    @cached_property
    def is_projected(self) -> bool:
        """Return whether any figure comes from a projection."""
        return any(row["status"] in {ESTIMATED, PROJECTED} for row in self.listed)


def national_of(here: Page, indicator: Indicator, year: int) -> National:
    """Return every municipality's figure of an indicator and year, made once for all visitors."""

    def made() -> National:
        labels = {code: here.label(code) for code in here.loaded.municipalities}
        rows = nationwide(here.loaded.indicator_year(indicator.id, year), labels, indicator, year)
        later = {row["status"] in {ESTIMATED, PROJECTED} for row in rows}
        behind = years_behind(indicator, rows, observed=False in later, projected=True in later)
        return National(indicator, year, rows, behind, origins_of(here, behind))

    return here.cached("country", f"national {indicator.id} {year}", made)


def origins_of_all(here: Page, *behind: Mapping[str, frozenset[int]]) -> tuple[Origin, ...]:
    """Return the publications behind several figures that stand together, and behind populations."""
    of_population = years_behind_all(here, here.catalog.indicators[POPULATION])
    together: dict[str, frozenset[int]] = {}
    for each in (*behind, of_population):
        for count, years in each.items():
            together[count] = together.get(count, frozenset()) | years
    return origins_of(here, together)


def finding(here: Page, national: National, among: str = map_words.AMONG_NATION) -> str:
    """Return where the own municipality stands in the nation."""
    own = national.rows[here.own]
    return finding_among(here, national, among, float(own["rank"]), int(own["ranked"]))


def finding_among(here: Page, national: National, among: str, position: float, of: int) -> str:
    """Return where the own municipality stands among some municipalities of the nation.

    Parameters
    ----------
    here : Page
        With an own municipality.
    national : National
        The figures.
    among : str
        Words for the municipalities, as in ``全国の``.
    position : float
        Its rank among them from the highest; NaN where none is given.
    of : int
        How many of them are ranked.
    """
    own = national.rows[here.own]
    figure = sentences.RankedFigure(
        own=here.own_label,
        value=float(own["value"]),
        count=float(own["numerator"]),
        status=own["status"],
        position=position,
        of=of,
        among=among,
        reason=own["reason"],
        insurer=here.loaded.insurers.get(here.own, ""),
    )
    return sentences.ranked(national.indicator, figure)


def national_file(frame: pd.DataFrame, indicator: Indicator) -> FileTable:
    """Return municipalities for download, unformatted."""
    return file_table(
        pd.DataFrame(
            {
                "area": frame["area"],
                "name": frame["name_ja"],
                "indicator": indicator.label_ja,
                "unit": indicator.unit_ja,
                "year": frame["year"],
                "value": frame["value"],
                "lower": frame["lower"],
                "upper": frame["upper"],
                "numerator": frame["numerator"],
                "denominator": frame["denominator"],
                "denominator_year": frame["denominator_year"].astype("Int64"),
                "nation_rank": frame["rank"].astype("Int64"),
                "status": [status_word(status) for status in frame["status"]],
                "kind": [words.METHODS.get(method, "") for method in frame["method"]],
                "note": [sentences.WITHHELD.get(reason, "") for reason in frame["reason"]],
            }
        ),
        unit=indicator.unit_ja,
    )
