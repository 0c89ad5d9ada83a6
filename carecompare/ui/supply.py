"""The pieces that set the offices of today against the population to come."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

import streamlit as st

from carecompare.charts import Prospect, prospect
from carecompare.comparisons import supply
from carecompare.comparisons.supply import AGED, FEW_OFFICES, NO_PROJECTION, OLDER, SERIES
from carecompare.store import figures_of_counts
from carecompare.text import supply_words
from carecompare.text.format import interval, number
from carecompare.ui.blocks import Block, show, source_line
from carecompare.ui.html import Table, plain
from carecompare.ui.selection import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd

    from carecompare.catalog import Indicator
    from carecompare.comparisons import Supply
    from carecompare.ui.frame import Page

SERVED = ("population_75_and_over",)
HUNDRED = 100


def services(here: Page) -> list[Indicator]:
    """Return the densities per 1,000 residents aged 75 and over that have figures, in order."""
    return [
        each
        for each in here.catalog.main_indicators
        if each.kind == "density" and each.denominator == SERVED and each.id in here.loaded.latest
    ]


def show_supply(here: Page) -> None:
    """Draw the chooser of a service and what its offices would have to be, or why this is not known."""
    known = services(here)
    if not known:
        st.info(supply_words.NO_SERVICE)
        return
    chosen = next((each for each in known if each.id == here.selection.item), known[0])
    set_widget("item", chosen.id)
    st.selectbox(
        supply_words.SERVICE,
        options=[each.id for each in known],
        format_func=lambda each: here.catalog.indicators[each].name_ja,
        key=widget_key("item"),
        on_change=choose_from_widget,
        args=("item",),
    )
    result = here.remembered(f"supply {chosen.id}", lambda: supply_of(here, chosen))
    if result.reason == NO_PROJECTION:
        st.info(plain(supply_words.NO_PROJECTION.format(own=here.own_label)))
        return
    show(here.remembered(f"supply {chosen.id} block", lambda: supply_block(here, chosen, result)))


def supply_of(here: Page, service: Indicator) -> Supply:
    """Return the offices of a service against the population to come."""
    counts = figures_of_counts(here.store, [*service.numerator, *SERIES], [here.own])
    return supply(counts, service.numerator, here.loaded.latest[service.id], here.own)


def supply_block(here: Page, service: Indicator, result: Supply) -> Block:
    """Return the block of supply against demand.

    Parameters
    ----------
    here : Page
        The page with its choice.
    service : Indicator
        Whose offices.
    result : Supply
        With a projection.

    Returns
    -------
    Block
        Offices where there are ten or more, else the growth of the population.
    """
    older, aged = result.last(OLDER), result.last(AGED)
    by_growth = bool(result.reason)
    if by_growth or older is None or aged is None:
        pairs = [None if row is None else (int(row["year"]), float(row["growth"])) for row in (older, aged)]
        finding = supply_words.growth(here.own_label, result.year, pairs[0], pairs[1])
    else:
        later = [(int(row["year"]), float(row["needed"])) for row in (older, aged)]
        finding = supply_words.needed(
            here.own_label, service, (result.year, result.offices), later[0], later[1]
        )
    notes = [supply_words.NOT_A_TARGET]
    if by_growth:
        said = supply_words.REASON[result.reason]
        notes.append(said.format(service=service.name_ja, offices=number(result.offices)))
    else:
        notes.append(supply_words.RANGE_IS)
    notes.append(supply_words.HOW.format(year=result.year, service=service.name_ja))
    counts = dict.fromkeys(service.numerator, (result.year,)) | dict.fromkeys(SERIES, range(2100))
    subtitle = (
        supply_words.SUBTITLE_GROWTH.format(year=result.year)
        if by_growth
        else supply_words.SUBTITLE.format(service=service.name_ja)
    )
    return Block(
        key=f"supply_{service.id}_{here.own}",
        finding=finding,
        subtitle=subtitle,
        chart=prospect(result.rows, SERIES, _shown(result, by_growth=by_growth)),
        table=_table(result),
        file=partial(_file, result),
        source=source_line(here, counts),
        notes=tuple(notes),
    )


def _shown(result: Supply, *, by_growth: bool) -> Prospect:
    names = (supply_words.SERIES[OLDER], supply_words.SERIES[AGED])
    if by_growth:
        title = supply_words.AXIS_GROWTH.format(year=result.year)
        return Prospect("growth", HUNDRED, band=False, now=HUNDRED, now_text="", title=title, names=names)
    return Prospect(
        "needed",
        1.0,
        band=True,
        now=result.offices,
        now_text=supply_words.NOW.format(offices=number(result.offices)),
        title=supply_words.AXIS_OFFICES,
        names=names,
    )


def _table(result: Supply) -> Table:
    column = supply_words.COLUMN
    decimals = 1 if result.reason == FEW_OFFICES else 0
    by_place = {(row["series"], row["year"]): row for row in result.rows.to_dict("records")}
    years = sorted({year for _, year in by_place})
    rows = []
    for year in years:
        older, aged = (by_place.get((each, year)) for each in SERIES)
        rows.append(
            (
                supply_words.YEAR.format(year=year),
                *(_cells(older, decimals) if older is not None else ("", "", "")),
                *(_cells(aged, decimals)[:2] if aged is not None else ("", "")),
            )
        )
    return Table(
        list(column.values()),
        rows,
        numeric=frozenset(range(1, len(column))),
        caption=supply_words.CAPTION.format(year=result.year),
    )


def _cells(row: Mapping[Hashable, Any], decimals: int) -> tuple[str, str, str]:
    return (
        number(row["population"]),
        number(row["needed"], decimals),
        interval(row["lower"], row["upper"], decimals),
    )


def _file(result: Supply) -> pd.DataFrame:
    named = result.rows.assign(series=result.rows["series"].map(supply_words.SERIES))
    return named.rename(columns=supply_words.FILE_COLUMN)
