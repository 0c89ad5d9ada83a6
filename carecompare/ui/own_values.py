"""Own figures as they are shown: a ring beside the published point, on the strip of the peers."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare import charts
from carecompare.comparisons import OwnValue, own_values
from carecompare.tables import PROJECTED
from carecompare.text import own_data_words as words
from carecompare.text.own_year_words import STATUS_WORDS
from carecompare.text.words import PEERS_ARE_NO_TARGET
from carecompare.ui.blocks import Block, show
from carecompare.ui.html import Table
from carecompare.ui.keeping import keeper, moment
from carecompare.ui.origins import origins_of
from carecompare.ui.own_checks import Named, named_items, names_of_places

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.own import Kept, OwnFigure, OwnFigures
    from carecompare.typed_cells import Cell
    from carecompare.ui.frame import Page

MOST_DRAWN = 30
PLACE = "own_place"


def show_own_values(here: Page, kept: Kept[OwnFigures] | None) -> None:
    """Draw the own figures of one place beside the published ones and the peers."""
    if kept is None or not kept.content.figures:
        st.info(words.NOTHING if keeper().mode == "readonly" else words.NOTHING_YET)
        return
    names = names_of_places(here, kept.content)
    used = [each for each in names if any(figure.place == each for figure in kept.content.figures)]
    place = used[0]
    if len(used) > 1:
        place = st.selectbox(words.PLACE, options=used, format_func=names.__getitem__, key=PLACE)
    figures = [each for each in kept.content.figures if each.place == place]
    show(here, own_block(here, kept, figures, names[place]))
    _show_remarks(here, kept.content, figures)


def _show_remarks(here: Page, content: OwnFigures, figures: Sequence[OwnFigure]) -> None:
    items = named_items(here, content)
    rows = [
        (items.get(each.item, Named(each.item)).name, str(each.year), each.note, each.source)
        for each in figures
        if each.note or each.source
    ]
    if rows:
        headings = [words.COLUMN[each] for each in ("item", "year", "note", "source")]
        with st.expander(words.REMARKS.format(count=len(rows))):
            st.html(Table(headings, rows).html())


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
    notes = [words.PUBLISHED_YEAR_NOTE, words.SAME_DEFINITION_NOTE, PEERS_ARE_NO_TARGET]
    if any(each.status == PROJECTED for each in beside):
        notes.insert(1, words.PROJECTED_NOTE)
    if len(drawn) > MOST_DRAWN:
        notes.insert(0, words.CHART_CUT.format(most=MOST_DRAWN))
    years: dict[str, set[int]] = {}
    for each in beside:
        if not math.isnan(each.published_year):
            for count in known[each.item].counts:
                years.setdefault(count, set()).add(int(each.published_year))
    own_source = words.OWN_SOURCE.format(
        own=here.own_label, version=kept.version, author=kept.author, when=moment(kept.saved_at)
    )
    return Block(
        key=f"own_data_{here.own}_{figures[0].place or 'all'}",
        finding=_finding(place, figures, beside),
        subtitle=words.LEGEND,
        chart=charts.own_values(drawn[:MOST_DRAWN], known) if drawn else None,
        table=_table(here, kept.content, ordered, of_key),
        file=partial(_file, here, kept.content, ordered, of_key, place),
        origins=origins_of(here, {count: sorted(found) for count, found in years.items()}),
        notes=(*notes, own_source),
    )


def _finding(place: str, figures: Sequence[OwnFigure], beside: Sequence[OwnValue]) -> str:
    known = [each for each in beside if not math.isnan(each.published)]
    if not known:
        return words.FINDING_NONE.format(place=place, count=len(figures))
    above = sum(each.value > each.published for each in known)
    below = sum(each.value < each.published for each in known)
    return words.FINDING.format(place=place, count=len(figures), above=above, below=below)


def _table(
    here: Page, content: OwnFigures, figures: Sequence[OwnFigure], of_key: dict[tuple[str, int], OwnValue]
) -> Table:
    items = named_items(here, content)
    column = words.COLUMN
    rows = []
    for each in figures:
        item = items.get(each.item, Named(each.item))
        beside = _beside(of_key.get((each.item, each.year)), item)
        status = words.IN_BRACKETS.get(each.status, "")
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
    status = words.IN_BRACKETS.get(beside.status, "")
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
) -> pd.DataFrame:
    items = named_items(here, content)
    column = words.COLUMN
    beside = [of_key.get((each.item, each.year)) for each in figures]
    return pd.DataFrame(
        {
            column["place"]: place,
            column["item"]: [items.get(each.item, Named(each.item)).name for each in figures],
            column["unit"]: [items.get(each.item, Named(each.item)).unit for each in figures],
            column["year"]: [each.year for each in figures],
            column["own"]: [each.value for each in figures],
            column["status"]: [STATUS_WORDS[each.status] for each in figures],
            column["published"]: [each.published if each else math.nan for each in beside],
            column["published_year"]: pd.array(
                [int(each.published_year) if each and each.published_year > 0 else None for each in beside],
                dtype="Int64",
            ),
            column["median"]: [each.median if each else math.nan for each in beside],
            column["lowest"]: [each.lowest if each else math.nan for each in beside],
            column["highest"]: [each.highest if each else math.nan for each in beside],
            column["note"]: [each.note for each in figures],
            column["source"]: [each.source for each in figures],
        }
    )
