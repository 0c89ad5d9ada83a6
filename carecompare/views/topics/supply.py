"""The offices of today against the population to come."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from math import nan
from operator import itemgetter
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import Prospect, prospect, prospect_plot
from carecompare.comparisons import supply
from carecompare.comparisons.years.supply import AGED, FEW_OFFICES, NO_PROJECTION, OLDER, SERIES
from carecompare.store import counts_of_municipalities
from carecompare.tables import PROJECTED
from carecompare.text.format import interval, number
from carecompare.text.topics import supply_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import ITEM
from carecompare.views.base.editions import projections
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.comparisons import Supply
    from carecompare.file_tables import FileTable
    from carecompare.rows import CountFigure, SupplyRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


SERVED = ("population_75_and_over",)
OFFICES = "care_offices_"
HUNDRED = 100
# The share whose numerator holds the persons counted last, by the projection that goes on from there.
COUNTED_IN = {OLDER: "share_75_and_over", AGED: "share_65_and_over"}


def services(here: Page) -> list[Indicator]:
    """Return the densities of offices per 1,000 residents aged 75 and over that have figures.

    Where places are counted beside designations they stand for the service.
    """
    known = [each for each in here.catalog.main_indicators if each.id in here.loaded.latest]
    designations = {each.places_of for each in known}
    return [
        each
        for each in known
        if each.denominator == SERVED
        and all(count.startswith(OFFICES) for count in each.places_of or each.numerator)
        and each.numerator not in designations
    ]


def chosen_service(here: Page) -> Indicator:
    """Return the service that is looked at; there must be one with figures."""
    known = services(here)
    return next((each for each in known if each.id == here.selection[ITEM]), known[0])


def chosen_supply_block(here: Page) -> Block | None:
    """Return supply against demand of the chosen service, None without a projection of the population."""
    if not services(here):
        return None
    chosen = chosen_service(here)
    result = here.cached("choice", f"supply {chosen.id}", lambda: supply_of(here, chosen))
    if result.reason == NO_PROJECTION:
        return None
    return here.view("supply", chosen.id, lambda: supply_block(here, chosen, result))


def supply_of(here: Page, service: Indicator) -> Supply:
    """Return the offices of a service against the population to come."""
    year = here.loaded.latest[service.id]
    counted = here.loaded.figures.rows([service.id], [here.own])
    offices = next((float(row["numerator"]) for row in counted if row["year"] == year), nan)
    return supply(_projected(here), offices, year, counted_in(here, here.own, year))


def people_to_come(here: Page) -> Supply:
    """Return the aged population of the own municipality from the census year on, without any office."""
    return here.cached(
        "choice",
        "people to come",
        lambda: _people_to_come(here, here.loaded.latest[COUNTED_IN[OLDER]]),
    )


def _people_to_come(here: Page, year: int) -> Supply:
    return supply(_projected(here), nan, year, counted_in(here, here.own, year))


def counted_in(here: Page, area: str, year: int) -> dict[str, float]:
    """Return the persons counted in a year by the series that projects them, where they were counted.

    Parameters
    ----------
    here : Page
        The page.
    area : str
        Code.
    year : int
        Of the census; in other years nobody was counted.
    """
    years = dict.fromkeys(COUNTED_IN.values(), year)
    found = {row["indicator"]: row for row in here.loaded.figures.rows_at(years, [area])}
    return {
        series: float(found[name]["numerator"])
        for series, name in COUNTED_IN.items()
        if name in found and found[name]["status"] != PROJECTED
    }


def _projected(here: Page) -> list[CountFigure]:
    """Return the projected aged of the own municipality, from those of all: read once, 20 ms and 5 MB."""
    of_area = here.cached("everybody", "projected", lambda: counts_of_municipalities(here.store, SERIES))
    return of_area.get(here.own, [])


def growth_block(here: Page, result: Supply) -> Block:
    """Return the block of the aged population to come, with that of the first year as 100.

    Parameters
    ----------
    here : Page
        The page with its choice.
    result : Supply
        With a projection.

    Returns
    -------
    Block
        Its finding says how far both ages grow or shrink.
    """
    pairs = [
        None if row is None else (int(row["year"]), float(row["growth"]))
        for row in (result.last(OLDER), result.last(AGED))
    ]
    return Block(
        key=f"people_{here.own}",
        finding=supply_words.growth(here.own_label, result.year, pairs[0], pairs[1]),
        subtitle=supply_words.SUBTITLE_GROWTH.format(year=result.year, **projections(here)),
        chart=prospect(result.rows, SERIES, _shown(result, by_growth=True)),
        staged=lambda height_px: [prospect(result.rows, SERIES, _shown(result, by_growth=True), height_px)],
        plot=partial(
            prospect_plot, result.rows, SERIES, _shown(result, by_growth=True), supply_words.UNIT_INDEX
        ),
        what=supply_words.WHAT_GROWTH.format(year=result.year),
        table=_table(result),
        file=partial(_file, result),
        origins=origins_of(here, dict.fromkeys(SERIES, range(result.year, 2100))),
    )


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
    how = supply_words.HOW.format(year=result.year, service=service.name_ja, **projections(here))
    counts = {count: range(result.year, 2100) for count in SERIES}
    counts |= {count: range(result.year, result.year + 1) for count in service.numerator}
    older, aged = result.last(OLDER), result.last(AGED)
    if result.reason or older is None or aged is None:
        block = growth_block(here, result)
        said = supply_words.REASON.get(result.reason, "")
        why = said.format(service=service.name_ja, offices=number(result.offices))
        return replace(
            block,
            key=f"supply_{service.id}_{here.own}",
            notes=(why, how, supply_words.NOT_A_TARGET),
            origins=origins_of(here, counts),
        )
    highest = max((row for row in result.rows if row["series"] == OLDER), key=itemgetter("needed"))
    points = [(int(row["year"]), float(row["needed"])) for row in (highest, older, aged)]
    return Block(
        key=f"supply_{service.id}_{here.own}",
        finding=supply_words.needed(here.own_label, service, (result.year, result.offices), points),
        subtitle=supply_words.SUBTITLE.format(service=service.name_ja, **projections(here)),
        chart=prospect(result.rows, SERIES, _shown(result, by_growth=False)),
        staged=lambda height_px: [prospect(result.rows, SERIES, _shown(result, by_growth=False), height_px)],
        plot=partial(
            prospect_plot, result.rows, SERIES, _shown(result, by_growth=False), supply_words.AXIS_OFFICES
        ),
        what=supply_words.WHAT.format(service=service.name_ja),
        table=_table(result),
        file=partial(_file, result),
        origins=origins_of(here, counts),
        notes=(_range(result, older["year"]), supply_words.NOT_A_TARGET, supply_words.RANGE_IS, how),
        indicators=(service.id,),
    )


def _range(result: Supply, year: int) -> str:
    """Return the range of the last year that both assumptions reach, with the interval of the count."""
    rows = [row for row in result.rows if row["year"] == year]
    lowest, highest = min(row["lower"] for row in rows), max(row["upper"] for row in rows)
    return supply_words.RANGE.format(year=year, lowest=number(lowest), highest=number(highest))


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
    """Return the years as rows; offices only where there are any."""
    column = supply_words.COLUMN
    with_offices = result.offices > 0
    names = [name for name in column if with_offices or name in {"year", "older", "aged"}]
    decimals = 1 if result.reason == FEW_OFFICES else 0
    by_place = {(row["series"], row["year"]): row for row in result.rows}
    rows = []
    for year in sorted({year for _, year in by_place}):
        cells: dict[str, Cell | str] = {"year": supply_words.YEAR.format(year=year)}
        for name, series in (("older", OLDER), ("aged", AGED)):
            row = by_place.get((series, year))
            cells |= _cells(name, row, decimals)
        rows.append([cells[name] for name in names])
    return Table(
        [column[name] for name in names],
        rows,
        numeric=frozenset(range(1, len(names))),
        caption=supply_words.CAPTION.format(year=result.year) if with_offices else "",
    )


def _cells(name: str, row: SupplyRow | None, decimals: int) -> dict[str, Cell | str]:
    if row is None:
        return dict.fromkeys((name, f"{name}_needed", f"{name}_range"), supply_words.NOT_PROJECTED)
    return {
        name: number_cell(row["population"]),
        f"{name}_needed": number_cell(row["needed"], decimals),
        f"{name}_range": interval(row["lower"], row["upper"], decimals),
    }


def _file(result: Supply) -> FileTable:
    named = [row | {"series": supply_words.SERIES[row["series"]]} for row in result.rows]
    return file_table(pd.DataFrame(named), supply_words.FILE_COLUMN, years=("year",))
