"""What every printed paper of a municipality says: whose it is, when it was made, who is compared with."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from carecompare.clock import today
from carecompare.exhibits import Grid
from carecompare.origins import source_text
from carecompare.text import comparator_words, words
from carecompare.text.files import paper_words
from carecompare.text.format import date
from carecompare.views.base.here import group_name
from carecompare.views.topics.sheet.groups import shown_groups
from carecompare.views.topics.sheet.sheet import lines_source
from carecompare.views.topics.sheet.table import sheet_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.views.base.here import Page
    from carecompare.views.topics.sheet.groups import Group


PDF = "application/pdf"
# Of the columns of the sheet, from the own figure to the rank among the comparators, then the year.
ITEM, OWN = 0, 1
PRINTED = (1, 2, 3, 4, 5, 6, 7, 10)
FEW_NAMES = 5


def made_today() -> str:
    """Return when and with what a paper is made."""
    return paper_words.MADE.format(
        date=date(today().isoformat()), product=words.PRODUCT, subtitle=words.PRODUCT_SUBTITLE
    )


def compared_with(here: Page) -> str:
    """Return who the comparators are; a few of them by their names."""
    if not here.peers:
        return paper_words.NO_PEERS
    label = here.comparators_label
    group = group_name(here)
    if group:
        label = f"{label}「{group}」"
    if len(here.peers) <= FEW_NAMES:
        label = f"{label}：{comparator_words.listed_all([here.label(code) for code in here.peers])}"
    return paper_words.AMONG.format(among=paper_words.COUNTED.format(name=label, count=len(here.peers)))


def subtitle(here: Page) -> str:
    """Return who is compared with and how the figures are read."""
    return f"{compared_with(here)}。{paper_words.READING}"


def by_topic(here: Page) -> Page:
    """Return the same choice with the whole sheet in the catalogue's order."""
    return replace(here, selection=here.selection.changed(sort="", only="", topic=""))


def topic_groups(here: Page) -> list[Group]:
    """Return the lines of the sheet that a paper of fixed size has room for, by topic and field.

    However the page is sorted; what is not ``in_brief`` in the catalogue stands on the page alone.
    """
    indicators = here.catalog.indicators
    brief = (
        group._replace(lines=tuple(line for line in group.lines if indicators[line["indicator"]].in_brief))
        for group in shown_groups(by_topic(here))
    )
    return [group for group in brief if group.lines]


def sheet_grid(here: Page, groups: Sequence[Group], columns: Sequence[int] = PRINTED) -> Grid:
    """Return lines as a printed table.

    Parameters
    ----------
    here : Page
        The page with its choice.
    groups : sequence of Group
        Each with its heading above its rows.
    columns : sequence of int
        Which columns of the sheet, in their order; the unit stands in one of its own after the item.

    Returns
    -------
    Grid
        The own column is headed by the name of the municipality.
    """
    table = sheet_table(here, groups)
    names = [here.own_label if place == OWN else name for place, name in enumerate(table.columns)]
    shown = [here.catalog.indicators[line["indicator"]] for group in groups for line in group.lines]
    # A narrow column would break the longer words of the page over two lines.
    short = {words.NOT_RANKED["few_residents"]: paper_words.FEW_RESIDENTS}
    return Grid(
        columns=(names[ITEM], words.COLUMN["unit"], *(names[place] for place in columns)),
        rows=tuple(
            (each.name_ja, each.unit_ja, *(short.get(row[place], row[place]) for place in columns))
            for each, row in zip(shown, table.texts, strict=True)
        ),
        numeric=tuple(new for new, place in enumerate(columns, 2) if place in table.numeric),
        own_columns=tuple(new for new, place in enumerate(columns, 2) if place == OWN),
        groups=dict(table.groups),
    )


def sheet_source(here: Page, groups: Sequence[Group]) -> str:
    """Return the source line of lines of the sheet."""
    shown = [here.catalog.indicators[line["indicator"]] for group in groups for line in group.lines]
    return source_text(lines_source(here, shown))
