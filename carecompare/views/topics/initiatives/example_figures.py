"""The examples one by one: what binds and parts, and the figures of their municipality then and now."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.tables import INSURER_LEVEL, MISSING, NOT_COLLECTED, UNKNOWN_AGES
from carecompare.text import words
from carecompare.text.format import figure_or_word, status_word, year_word
from carecompare.text.topics import aging_words, find_words
from carecompare.typed_cells import FIGURE, figure_cell
from carecompare.views.base.block import years_behind
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table, link, notes
from carecompare.views.shapes.profile import counts_shown
from carecompare.views.topics.initiatives.registered import labels_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons import Nearness
    from carecompare.file_tables import FileTable
    from carecompare.origins import Origin
    from carecompare.rows import ValueRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page
    from carecompare.views.topics.initiatives.examples import Example


# One way of counting then and now: 65+ as the census counted them, not the base of the projection.
FIGURES = (
    "population",
    "share_65_and_over_as_counted",
    "share_75_and_over",
    "share_85_and_over",
    "share_living_alone_65_and_over",
    "certification_rate",
)
THEN = (2010, 2015)
MOST_CARDS = 12
MOST_LINKS = 4


def place_line(near: Nearness, place: int) -> str:
    """Return at which place from the nearest a municipality stands, of how many."""
    return find_words.PLACE_OF.format(of=f"{near.of:,}", place=f"{place:,}")


def fitting_types_line(here: Page, each: Example, wanted: Collection[str]) -> str:
    """Return the types of an example that were looked for, or how many it has."""
    shared = [name for name in here.catalog.initiative_types if name in each.types and name in wanted]
    if not wanted:
        return find_words.NO_FITTING.format(count=len(each.types))
    return find_words.FITTING.format(types=labels_of(here, shared) or words.UNCONFIRMED)


def source_links(addresses: Sequence[str]) -> str:
    """Return the HTML of the addresses of an example, the first few as links."""
    if not addresses:
        return ""
    # Only what begins with http was taken for an address; it is escaped like every other text.
    shown = "".join(f"<br>{link(each, each)}" for each in addresses[:MOST_LINKS])
    rest = len(addresses) - MOST_LINKS
    more = find_words.MORE_LINKS.format(count=rest) if rest > 0 else ""
    return f"<p class='cc-note cc-links'>{escape(find_words.LINKS)}{shown}</p>{notes(more)}"


def then_and_now_table(here: Page, each: Example) -> Table:
    """Return the figures of the municipality of an example then and now, beside the own ones."""
    name, own = here.label(each.area), here.own_label
    theirs, mine = then_and_now_of(here, each.area).cells, then_and_now_of(here, here.own).cells
    rows = [
        (heading, *(theirs[item, year] for year in (*THEN, now)), mine[item, now])
        for item, now, heading in _headings(here)
    ]
    return Table(
        columns=[
            find_words.ITEM,
            *(find_words.THEN.format(name=name, year=year_word(year)) for year in THEN),
            find_words.NOW.format(name=name),
            find_words.NOW.format(name=own),
        ],
        rows=rows,
        numeric=frozenset({1, 2, 3, 4}),
        own_columns=frozenset({4}),
        faint=frozenset({status_word(NOT_COLLECTED), status_word(MISSING)}),
        kind="heat",
    )


def _headings(here: Page) -> list[tuple[str, int, str]]:
    """Return the items with the year of now and the words of both: in every card the same."""
    return here.cached(
        "everybody", "headings of then and now", lambda: [_heading(here, item) for item in FIGURES]
    )


def _heading(here: Page, item: str) -> tuple[str, int, str]:
    indicator, now = here.catalog.indicators[item], here.loaded.latest[item]
    year = year_word(now, fiscal=indicator.fiscal_year)
    return item, now, find_words.ROW.format(name=indicator.name_ja, unit=indicator.unit_ja, year=year)


@dataclass(frozen=True)
class ThenAndNow:
    """The figures of one municipality.

    Parameters
    ----------
    rows : mapping of tuple of (str, int) to ValueRow
        By item and year; none where nothing was collected.
    cells : mapping of tuple of (str, int) to Cell or str
        The same as they are shown.
    years : frozenset of tuple
        Item, year and year of the denominator of each figure.
    """

    rows: Mapping[tuple[str, int], ValueRow]
    cells: Mapping[tuple[str, int], Cell | str]
    years: frozenset[tuple[str, int, float]]


def then_and_now_of(here: Page, area: str) -> ThenAndNow:
    """Return the figures of a municipality then and now, the same whoever looks at it."""
    return here.cached("everybody", ("then and now", area), lambda: _then_and_now(here, area))


def _then_and_now(here: Page, area: str) -> ThenAndNow:
    now = {item: here.loaded.latest[item] for item in FIGURES}
    of_years = (*(dict.fromkeys(FIGURES, year) for year in THEN), now)
    found = (row for years in of_years for row in here.loaded.figures.rows_at(years, [area]))
    rows = {(row["indicator"], row["year"]): row for row in found}
    wanted = [(item, year) for item in FIGURES for year in (*THEN, now[item])]
    return ThenAndNow(
        rows=rows,
        cells={each: _cell(rows.get(each), here.catalog.indicators[each[0]]) for each in wanted},
        years=frozenset((*each, row["denominator_year"]) for each, row in rows.items()),
    )


def _cell(row: ValueRow | None, indicator: Indicator) -> Cell | str:
    """Return a figure with what there is to say of it, or the word that stands in its place."""
    if row is None:
        return status_word(NOT_COLLECTED)
    if row["status"] == INSURER_LEVEL and not isnan(row["value"]):
        return figure_cell(row, indicator, around=find_words.INSURER)
    if row["method"] != UNKNOWN_AGES:
        return figure_cell(row, indicator)
    if isnan(row["value"]):
        return figure_or_word(row, indicator) + aging_words.HOLLOW_MARK
    return figure_cell(row, indicator, around=FIGURE + aging_words.HOLLOW_MARK)


def figures_source(
    here: Page, listed: Sequence[Example], items: Sequence[str] = FIGURES
) -> tuple[Origin, ...]:
    """Return the publications of the figures of some examples and of the own municipality."""
    codes = [here.own, *(each.area for each in listed)]
    # The same years of many municipalities lie behind the same counts, whoever is looked at.
    shown = frozenset().union(*(then_and_now_of(here, code).years for code in codes))
    return here.cached("everybody", ("figures source", shown, *items), lambda: _source(here, shown, items))


def _source(
    here: Page, shown: Collection[tuple[str, int, float]], items: Sequence[str]
) -> tuple[Origin, ...]:
    behind = (
        years_behind(
            here.catalog.indicators[item],
            [{"year": year, "denominator_year": below} for name, year, below in shown if name == item],
            projected=False,
        )
        for item in items
    )
    return origins_of(here, counts_shown(behind))


def figures_file(here: Page, listed: Sequence[Example], near: Nearness, wanted: Collection[str]) -> FileTable:
    """Return the list with the figures of then and now, one row per example, item and year."""
    places = [(each, near.place(each.area), each.area) for each in listed]
    rows = []
    for each, place, area in [*places, (None, None, here.own)]:
        shared = [name for name in here.catalog.initiative_types if each and name in each.types]
        for item in FIGURES:
            for year in (*THEN, here.loaded.latest[item]):
                row = then_and_now_of(here, area).rows.get((item, year))
                rows.append(
                    {
                        "place": place,
                        "of": near.of,
                        "area": area,
                        "name": here.full_label(area),
                        "title": each.title if each else words.OWN,
                        "types": labels_of(here, [name for name in shared if not wanted or name in wanted]),
                        "evidence": each.evidence if each else "",
                        "indicator": here.catalog.indicators[item].label_ja,
                        "year": year,
                        "value": row["value"] if row else None,
                        "status": status_word(row["status"] if row else NOT_COLLECTED),
                    }
                )
    return file_table(pd.DataFrame(rows).astype({"place": "Int64"}), find_words.FILE_COLUMNS)
