"""Own figures as they are shown: a ring beside the published point, on the strip of the peers."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare import charts
from carecompare.comparisons import own_values
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.check_result import Checked
from carecompare.own.uploads.sheet import Sheet
from carecompare.tables import PROJECTED
from carecompare.text.own import own_data_words
from carecompare.text.own.own_upload_words import OWN_ITEM_SHOWN, TEMPLATE_COLUMNS
from carecompare.text.own.own_year_words import STATUS_WORDS
from carecompare.text.words import PEERS_ARE_NO_TARGET
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.kept import moment
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.topics.own.checks import Named, named_items
from carecompare.workbooks import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.comparisons import OwnValue
    from carecompare.file_tables import FileTable
    from carecompare.own import Kept, OwnFigure, OwnFigures, OwnItem
    from carecompare.own.uploads.known import Known
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


WAY = "own_way"


@dataclass(frozen=True)
class Editing:
    """What was there when the editing began.

    Parameters
    ----------
    rows : DataFrame
        The grid then.
    items : tuple of OwnItem
        Own items to choose from.
    """

    rows: pd.DataFrame
    items: tuple[OwnItem, ...]


def with_item(editing: Editing, item: OwnItem) -> Editing:
    """Return the beginning with one more own item to choose from; one of the same name is replaced."""
    others = tuple(each for each in editing.items if each.name != item.name)
    return replace(editing, items=(*others, item))


def grid_rows(kept: OwnFigures, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return own figures as the rows of the grid, numbered from 1.

    Parameters
    ----------
    kept : OwnFigures
        What is kept.
    labels : mapping of str to str
        Labels of the indicators by id.

    Returns
    -------
    DataFrame
        Columns ``place``, ``item``, ``year``, ``value``, ``status``, ``note``, ``source``.
    """
    places = {"": "", **{each.id: each.name for each in kept.areas}}
    items = {**labels, **{each.id: OWN_ITEM_SHOWN + each.name for each in kept.items}}
    figures = kept.figures
    return pd.DataFrame(
        {
            "place": pd.Series([places.get(each.place, each.place) for each in figures], dtype="str"),
            "item": pd.Series([items.get(each.item, each.item) for each in figures], dtype="str"),
            "year": pd.Series([each.year for each in figures], dtype="Int64"),
            "value": pd.Series([each.value for each in figures], dtype="float64"),
            "status": pd.Series([STATUS_WORDS[each.status] for each in figures], dtype="str"),
            "note": pd.Series([each.note for each in figures], dtype="str"),
            "source": pd.Series([each.source for each in figures], dtype="str"),
        }
    ).set_axis(pd.RangeIndex(1, len(figures) + 1), axis=0)


def checked_grid(edited: pd.DataFrame, known: Known) -> Checked:
    """Return what a grid holds, checked like an upload; rows are counted as the grid counts them."""
    if edited.empty:
        return Checked((), (), ())
    heading = [TEMPLATE_COLUMNS[name] for name in edited.columns]
    rows = [[_text(cell) for cell in row] for row in edited.itertuples(index=False)]
    result = checked([Sheet("", [heading, *rows])], known)
    for problem in [*result.problems, *(each.problem for each in result.doubts)]:
        if "row" in problem.fields:
            problem.fields["row"] = int(str(problem.fields["row"])) - 1
    return result


def _text(cell: object) -> str:
    return "" if cell is None or cell is pd.NA or cell != cell else cell_text(cell)  # noqa: PLR0124 - NaN


MOST_DRAWN = 30
PLACE = "own_place"


def own_block(here: Page, kept: Kept[OwnFigures], figures: Sequence[OwnFigure], place: str) -> Block:
    """Return the block of the own figures of one place.

    Parameters
    ----------
    here : Page
        The page with its choice.
    kept : Kept
        All own figures, with their version.
    figures : sequence of OwnFigure
        Those of the place; not empty.
    place : str
        Its name.

    Returns
    -------
    Block
        Ready to show. Own figures stand beside published ones and change none of them.
    """
    known = {each.id: each for each in here.catalog.main_indicators}
    compared = [each for each in figures if each.item in known]
    rows = here.loaded.figures.rows(sorted({each.item for each in compared}), [here.own, *here.peers])
    if figures[0].place:
        # How many live in a part says nothing beside how many live in a town.
        rows = [row for row in rows if known[row["indicator"]].kind != "amount"]
    beside = own_values([(each.item, each.year, each.value) for each in compared], rows, here.own, here.peers)
    of_key = {(each.item, each.year): each for each in beside}
    order = {name: position for position, name in enumerate(known)}
    ordered = sorted(figures, key=lambda each: (order.get(each.item, len(order)), each.item, each.year))
    drawable = {name for name, each in known.items() if not each.is_a_year}
    drawn = [of_key[each.item, each.year] for each in ordered if each.item in drawable]
    notes = [own_data_words.PUBLISHED_YEAR_NOTE, own_data_words.SAME_DEFINITION_NOTE, PEERS_ARE_NO_TARGET]
    if any(each.status == PROJECTED for each in beside):
        notes.insert(1, own_data_words.PROJECTED_NOTE)
    if len(drawn) > MOST_DRAWN:
        notes.insert(0, own_data_words.CHART_CUT.format(most=MOST_DRAWN))
    years: dict[str, set[int]] = {}
    for each in beside:
        if not math.isnan(each.published_year):
            for count in known[each.item].counts:
                years.setdefault(count, set()).add(int(each.published_year))
    own_source = own_data_words.OWN_SOURCE.format(
        own=here.own_label, version=kept.version, author=kept.author, when=moment(kept.saved_at)
    )
    return Block(
        key=f"own_data_{here.own}_{figures[0].place or 'all'}",
        finding=_finding(place, figures, beside),
        subtitle=own_data_words.LEGEND,
        chart=charts.own_values(drawn[:MOST_DRAWN], known) if drawn else None,
        table=_table(here, kept.content, ordered, of_key),
        file=partial(_file, here, kept.content, ordered, of_key, place),
        origins=origins_of(here, {count: sorted(found) for count, found in years.items()}),
        notes=(*notes, own_source),
    )


def _finding(place: str, figures: Sequence[OwnFigure], beside: Sequence[OwnValue]) -> str:
    known = [each for each in beside if not math.isnan(each.published)]
    if not known:
        return own_data_words.FINDING_NONE.format(place=place, count=len(figures))
    above = sum(each.value > each.published for each in known)
    below = sum(each.value < each.published for each in known)
    return own_data_words.FINDING.format(place=place, count=len(figures), above=above, below=below)


def _table(
    here: Page, content: OwnFigures, figures: Sequence[OwnFigure], of_key: dict[tuple[str, int], OwnValue]
) -> Table:
    items = named_items(here, content)
    column = own_data_words.COLUMN
    rows = []
    for each in figures:
        item = items.get(each.item, Named(each.item))
        beside = _beside(of_key.get((each.item, each.year)), item)
        status = own_data_words.IN_BRACKETS.get(each.status, "")
        rows.append((item.with_unit, item.exact_cell(each.value), f"{each.year}{status}", *beside))
    headings = ("item", "own", "year", "published", "published_year", "difference", "median")
    return Table(
        columns=[column[each] for each in headings],
        rows=rows,
        numeric=frozenset(range(1, 7)),
        own_columns=frozenset({1}),
        with_own=frozenset({2, 5, 6}),
    )


def _beside(beside: OwnValue | None, item: Named) -> tuple[Cell | str, ...]:
    if beside is None or (math.isnan(beside.published) and not beside.peers):
        return ("", "", "", "")
    status = own_data_words.IN_BRACKETS.get(beside.status, "")
    return (
        item.cell(beside.published),
        "" if math.isnan(beside.published) else f"{beside.published_year:.0f}{status}",
        item.cell(beside.value - beside.published),
        item.cell(beside.median),
    )


def _file(
    here: Page,
    content: OwnFigures,
    figures: Sequence[OwnFigure],
    of_key: dict[tuple[str, int], OwnValue],
    place: str,
) -> FileTable:
    items = named_items(here, content)
    beside = [of_key.get((each.item, each.year)) for each in figures]
    return file_table(
        pd.DataFrame(
            {
                "place": place,
                "item": [items.get(each.item, Named(each.item)).name for each in figures],
                "unit": [items.get(each.item, Named(each.item)).unit for each in figures],
                "year": [each.year for each in figures],
                "own": [each.value for each in figures],
                "status": [STATUS_WORDS[each.status] for each in figures],
                "published": [each.published if each else math.nan for each in beside],
                "published_year": pd.array(
                    [
                        int(each.published_year) if each and each.published_year > 0 else None
                        for each in beside
                    ],
                    dtype="Int64",
                ),
                "median": [each.median if each else math.nan for each in beside],
                "lowest": [each.lowest if each else math.nan for each in beside],
                "highest": [each.highest if each else math.nan for each in beside],
                "note": [each.note for each in figures],
                "source": [each.source for each in figures],
            }
        ),
        own_data_words.COLUMN,
        years=("year", "published_year"),
    )
