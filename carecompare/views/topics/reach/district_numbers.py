"""The town's own figures by district: one item over all districts, with the rules for small numbers."""

from __future__ import annotations

from functools import partial
from math import isnan, nan
from typing import TYPE_CHECKING

from carecompare.catalog import Indicator
from carecompare.charts import ranked_bars, ranked_plot, ranked_screens
from carecompare.comparisons.access.district_figures import FEW, DistrictShare, district_shares
from carecompare.own.contents.districts import DISTRICTS
from carecompare.own.uploads.district_figures import figure_rows
from carecompare.tables import MISSING, OBSERVED
from carecompare.text import words
from carecompare.text.format import interval, number
from carecompare.text.topics.reach import reach_district_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.kept import moment
from carecompare.views.base.table import Table
from carecompare.views.topics.reach.districts import kept_districts
from carecompare.views.topics.reach.visitors import of_visitor

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.own.contents.districts import DistrictFigure, Districts
    from carecompare.rows import ComparisonRow
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


LONGEST = 80
OF_YEAR = "@"
# Item and year, as they stand together in a link.
FIGURE = parameter("figure", lambda value, _: len(value) <= LONGEST)


def figure_items(districts: Districts) -> list[tuple[str, int]]:
    """Return the items that any district has a figure of, each with its years, the latest first."""
    found = {(each.item, each.year) for held in districts.districts for each in held.figures}
    order = {item: place for place, item in enumerate(dict.fromkeys(item for item, _ in _listed(districts)))}
    return sorted(found, key=lambda each: (order[each[0]], -each[1]))


def _listed(districts: Districts) -> list[tuple[str, int]]:
    return [(each.item, each.year) for held in districts.districts for each in held.figures]


def chosen_item(here: Page) -> tuple[str, int] | None:
    """Return which item of which year is looked at; None where there is none."""
    items = figure_items(kept_districts(here)[0])
    wanted = here.selection[FIGURE]
    named = {f"{item}{OF_YEAR}{year}": (item, year) for item, year in items}
    return named.get(wanted) or (items[0] if items else None)


def district_numbers_block(here: Page) -> Block | None:
    """Return the districts by the chosen figure; None where there are none."""
    if chosen_item(here) is None:
        return None
    return of_visitor(here, "reach_district_numbers", lambda: _block(here))


def _block(here: Page) -> Block:
    kept, chosen = here.kept(DISTRICTS), chosen_item(here)
    if kept is None or chosen is None:  # asked for where both are there
        raise ValueError(chosen)
    item, year = chosen
    held = {
        each.name: [figure for figure in each.figures if (figure.item, figure.year) == chosen]
        for each in kept.content.districts
    }
    shares = district_shares(held, item)
    is_share = any(not isnan(each.share) for each in shares.values())
    indicator = _indicator(item, held, is_share=is_share)
    rows = _bars(shares, indicator, is_share=is_share)
    column = reach_district_words.FIGURES_COLUMNS
    cells = [_row(name, each) for name, each in shares.items()]
    sources = dict.fromkeys(each.source for figures in held.values() for each in figures if each.source)
    named = reach_district_words.FIGURES_SOURCES.format(sources="、".join(sources))
    every = {each.name: each.figures for each in kept.content.districts}
    return Block(
        key=f"reach_district_numbers_{here.own}",
        finding=_finding(item, shares, held),
        subtitle=reach_district_words.FIGURES_SUBTITLE.format(
            item=item, year=reach_district_words.YEARS.format(first=year)
        ),
        chart=ranked_bars(rows, indicator),
        staged=partial(ranked_screens, rows, indicator),
        table=Table(columns=list(column.values()), rows=cells, numeric=frozenset({1, 2, 3, 4})),
        file=lambda: rows_table(figure_rows(every), reach_district_words.ENTER_COLUMNS, years=("year",)),
        credit=reach_district_words.FIGURES_CREDIT.format(
            own=here.own_label, version=kept.version, author=kept.author, when=moment(kept.saved_at)
        ),
        notes=(*([named] if sources else []), reach_district_words.FIGURES_NOTE),
        plot=partial(ranked_plot, rows, indicator),
        what=item,
    )


def _indicator(item: str, held: Mapping[str, list[DistrictFigure]], *, is_share: bool) -> Indicator:
    unit = next((each.unit for figures in held.values() for each in figures if each.unit), "")
    return Indicator(
        id="district_figure",
        label_ja=item,
        label_en="figure of a district",
        topic="resources",
        kind="proportion" if is_share else "amount",
        numerator=(),
        unit_ja="%" if is_share else unit,
        decimals=1 if is_share else 0,
        per=100.0 if is_share else 1.0,
    )


def _bars(
    shares: Mapping[str, DistrictShare], indicator: Indicator, *, is_share: bool
) -> list[ComparisonRow]:
    return [
        {
            "area": name,
            "year": 0,
            "indicator": indicator.id,
            "value": 100 * each.share if is_share else each.value,
            "lower": 100 * each.lower if is_share else nan,
            "upper": 100 * each.upper if is_share else nan,
            "numerator": each.value,
            "denominator": nan if each.of is None else each.of,
            "denominator_year": nan,
            "method": "wilson" if is_share else "none",
            "status": MISSING if isnan(each.value) else OBSERVED,
            "name_ja": name,
            "reason": "few_events" if each.reason == FEW else "",
            "role": "own",
            "rank": nan,
            "ranked": 0,
            "gap": nan,
        }
        for name, each in shares.items()
    ]


def _finding(item: str, shares: Mapping[str, DistrictShare], held: Mapping[str, list[DistrictFigure]]) -> str:
    judged = [(name, each) for name, each in shares.items() if not each.reason and not isnan(each.share)]
    if len(judged) > 1:
        judged.sort(key=lambda pair: -pair[1].share)
        (best, high), (worst, low) = judged[0], judged[-1]
        said = reach_district_words.FIGURES_FINDING.format(
            item=item,
            best=best,
            worst=worst,
            high=number(100 * high.share, 1),
            low=number(100 * low.share, 1),
        )
        is_apart = high.lower > low.upper
        return said + (
            reach_district_words.FIGURES_APART if is_apart else reach_district_words.FIGURES_OVERLAP
        )
    counts = [each.value for each in shares.values() if not isnan(each.value)]
    if all(figure.of is None for figures in held.values() for figure in figures):
        unit = next((each.unit for figures in held.values() for each in figures if each.unit), "")
        total = number(sum(counts), 0 if all(each == int(each) for each in counts) else 1)
        return reach_district_words.FIGURES_SUM.format(item=item, count=len(counts), total=total, unit=unit)
    return reach_district_words.FIGURES_FEW.format(item=item)


def _row(name: str, share: DistrictShare) -> tuple[Cell | str, ...]:
    decimals = 0 if isnan(share.value) or share.value == int(share.value) else 1
    return (
        name,
        number_cell(share.value, decimals, word=words.NO_FIGURE),
        number_cell(share.of),
        number_cell(100 * share.share, 1),
        "" if isnan(share.lower) else interval(100 * share.lower, 100 * share.upper, 1),
        reach_district_words.REASONS.get(share.reason, ""),
    )
