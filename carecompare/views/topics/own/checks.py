"""What an upload or a grid is checked against, and how its problems and changes are shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from carecompare.comparisons import municipal, observed
from carecompare.own import OwnFigures
from carecompare.own.uploads.known import known_from
from carecompare.text.format import year_word
from carecompare.text.own import own_data_words
from carecompare.text.own.own_year_words import STATUS_WORDS
from carecompare.typed_cells import number_cell
from carecompare.views.base.kept import READ_FROM_KEPT
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.own.uploads.check_result import Reading
    from carecompare.own.uploads.known import Known
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


MOST_SHOWN = 200
MOST_DECIMALS = 6
MOST_READINGS = 12


def published_figures(here: Page) -> Mapping[str, Mapping[int, float]]:
    """Return the observed figures of the own municipality by indicator and year."""

    def read() -> dict[str, dict[int, float]]:
        items = [each.id for each in here.catalog.main_indicators]
        return observed(here.loaded.figures.rows(items, [here.own]))

    return here.cached("everybody", ("published of", here.own), read)


def known_to(here: Page, kept: OwnFigures) -> Known:
    """Return what entries of the own municipality are checked against."""
    towns = municipal(here.loaded.areas)
    entered = (kept.areas, kept.items)
    return known_from(here.own, towns, here.catalog.main_indicators, published_figures(here), entered)


@dataclass(frozen=True)
class Named:
    """How an item is called and how its figures are written."""

    name: str
    unit: str = ""
    decimals: int = 0
    is_a_year: bool = False

    @property
    def with_unit(self) -> str:
        """Return name and unit."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    def text(self, value: float) -> str:
        """Return a published figure."""
        return self.cell(value).text

    def exact(self, value: float) -> str:
        """Return a typed figure with all the decimals it was typed with."""
        return self.exact_cell(value).text

    def cell(self, value: float) -> Cell:
        """Return a published figure as a cell."""
        return number_cell(value, self.decimals, style="year" if self.is_a_year else "number", unit=self.unit)

    def exact_cell(self, value: float) -> Cell:
        """Return a typed figure as a cell, with all the decimals it was typed with."""
        _, _, after = f"{value:.10f}".rstrip("0").partition(".")
        return msgspec.structs.replace(
            self.cell(value), decimals=max(self.decimals, min(len(after), MOST_DECIMALS))
        )


def named_items(here: Page, kept: OwnFigures) -> dict[str, Named]:
    """Return how every item is called by its id."""
    known = {
        each.id: Named(each.name_ja, each.unit_ja, each.decimals, each.is_a_year)
        for each in here.catalog.main_indicators
    }
    return known | {each.id: Named(each.name, each.unit) for each in kept.items}


def names_of_places(here: Page, kept: OwnFigures) -> dict[str, str]:
    """Return the name of every place by its id."""
    return {
        "": own_data_words.PLACE_ITSELF.format(own=here.own_label),
        **{each.id: each.name for each in kept.areas},
    }


def problem_table(rows: Sequence[Sequence[str]]) -> Table:
    """Return problems of an upload as a table: where, what was found, what to do."""
    first = 0 if any(row[0] for row in rows) else 1  # a text file has no sheets
    return Table(
        own_data_words.PROBLEM_COLUMNS[first:], [row[first:] for row in rows], numeric=frozenset({1 - first})
    )


def readings_line(readings: Sequence[Reading]) -> str:
    """Return how labels of years were read, for example ``令和7年3月末→2024年``."""
    said = [
        own_data_words.READING.format(label=each.label, year=year_and_status(each.year, each.status))
        for each in readings[:MOST_READINGS]
    ]
    return "、".join(said) + (own_data_words.AND_MORE if len(readings) > MOST_READINGS else "")


def year_and_status(year: int, status: str) -> str:
    """Return a year with the kind of its figure, for example ``2025年（見込み）``."""
    word = STATUS_WORDS[status]
    return f"{year_word(year)}（{word}）" if word else year_word(year)


def described(here: Page, content: object) -> str:
    """Return own figures as lines, for two that met."""
    if not isinstance(content, OwnFigures):
        return ""
    items, places = named_items(here, content), names_of_places(here, content)
    return "\n".join(
        own_data_words.CONFLICT_LINE.format(
            place=places.get(each.place, each.place),
            item=items.get(each.item, Named(each.item)).name,
            year=each.year,
            value=items.get(each.item, Named(each.item)).exact(each.value),
        )
        for each in content.figures[:MOST_SHOWN]
    )


UPLOADED = f"{READ_FROM_KEPT}checked"


def grid_slot(own: str) -> str:
    """Return the name of the grid of own figures."""
    return f"own_{own}"


KINDS = ("csv", "xlsx", "txt", "tsv")
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
