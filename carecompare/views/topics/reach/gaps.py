"""Where offices within reach and offices per resident tell different stories, over the whole nation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.comparisons.access.access_gaps import access_gaps
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block, years_behind_all
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from carecompare.comparisons.access.access_gaps import AccessGap
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


DENSITY, ACCESS = (
    "care_offices_110_per_1000_75_and_over",
    "home_help_offices_within_reach_per_1000_75_and_over",
)
MOST_SHOWN, EVERY = 20, 10_000


def gaps_block(here: Page) -> Block | None:
    """Return the municipalities whose ranks by density and by reach lie farthest apart, the own one too."""
    if not {DENSITY, ACCESS} <= here.loaded.latest.keys():
        return None
    return here.view("reach_gaps", "", lambda: _block(here))


def _block(here: Page) -> Block:
    every = here.cached("everybody", "reach access gaps", lambda: _every(here))
    own = next((each for each in every if each.area == here.own), None)
    shown = every[:MOST_SHOWN]
    if own is not None and own not in shown:
        shown = [own, *shown]
    rows = [_row(here, each) for each in shown]
    columns = reach_words.GAPS_COLUMNS
    behind = {
        count: years
        for indicator in (DENSITY, ACCESS)
        for count, years in years_behind_all(here, here.catalog.indicators[indicator]).items()
    }
    said = reach_words.GAPS_NONE if own is None else reach_words.GAPS_FINDING
    return Block(
        key=f"reach_gaps_{here.own}",
        finding=said.format(
            own=here.own_label,
            of=number(len(every)),
            density=number(own.density_rank) if own else "",
            access=number(own.access_rank) if own else "",
        ),
        subtitle=reach_words.GAPS_SUBTITLE,
        table=Table(
            columns=list(columns.values()),
            rows=rows,
            numeric=frozenset(range(1, len(columns))),
            own_rows=frozenset(place for place, each in enumerate(shown) if each.area == here.own),
            caption=reach_words.GAPS_CAPTION.format(most=MOST_SHOWN),
        ),
        file=lambda: rows_table((_row(here, each) for each in every), columns),
        origins=origins_of(here, behind),
        notes=(reach_words.GAPS_NOTE,),
        what=reach_words.GAPS_SUBTITLE,
    )


def _every(here: Page) -> list[AccessGap]:
    density, access = (_figures(here, indicator) for indicator in (DENSITY, ACCESS))
    return access_gaps(density, access, EVERY)


def _figures(here: Page, indicator: str) -> dict[str, float]:
    columns = here.loaded.indicator_year(indicator, here.loaded.latest[indicator]).columns
    known = zip(columns["area"].tolist(), columns["value"].tolist(), strict=True)
    return {area: value for area, value in known if area in here.loaded.municipalities}


def _row(here: Page, gap: AccessGap) -> tuple[Cell | str, ...]:
    return (
        here.full_label(gap.area),
        number_cell(gap.density, 2),
        number_cell(gap.density_rank),
        number_cell(gap.access, 2),
        number_cell(gap.access_rank),
        number_cell(gap.difference, style="signed"),
    )
