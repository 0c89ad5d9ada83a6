"""What the map of an indicator says in words and figures: hover and table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.maps import hover
from carecompare.text import words
from carecompare.text.format import era_year
from carecompare.text.topics import map_words
from carecompare.typed_cells import texts_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.passport import passport_address

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.views.base.here import Page
    from carecompare.views.shapes.national import National


EDGE, AROUND = 3, 4


def hover_text(national: National, codes: Sequence[str]) -> str:
    """Return the template of what a municipality says when it is pointed at.

    Parameters
    ----------
    national : National
        Its figures.
    codes : sequence of str
        Those with an outline, in the order of the map's file.
    """
    indicator = national.indicator
    values, intervals, ranks, above, below = zip(
        *texts_of(national.cells[code] for code in codes), strict=True
    )
    both = [f"{one} ÷ {other}" if one and other else one for one, other in zip(above, below, strict=True)]
    return hover(
        f"{indicator.name_ja}（{indicator.unit_ja}）{era_year(national.year, fiscal=indicator.fiscal_year)}",
        {
            map_words.HOVER_VALUE: values,
            map_words.HOVER_INTERVAL: intervals,
            map_words.HOVER_RANK.format(of=national.ranked_of): ranks,
            map_words.HOVER_PARTS: both,
        },
    )


def national_table(here: Page, national: National) -> Table:
    """Return the ends of the national list, what stands around the own municipality, and its comparators."""
    ordered, ranked = national.from_the_highest, national.ranked
    place = ordered.index(here.own)
    few = here.peers if len(here.peers) <= 2 * (EDGE + AROUND) else ()
    around = ordered[max(0, place - AROUND) : place + AROUND + 1]
    kept = {*ranked[:EDGE], *ranked[-EDGE:], *around, *few}
    chosen = [code for code in ordered if code in kept]
    indicator, column = national.indicator, words.COLUMN
    return Table(
        columns=[
            column["name"],
            column["value"],
            column["interval"],
            map_words.NATION_RANK.format(of=national.ranked_of),
            column["numerator"],
            column["denominator"],
        ],
        rows=[(here.label(code), *national.cells[code]) for code in chosen],
        numeric=frozenset({1, 2, 3, 4, 5}),
        own_rows=frozenset(number for number, code in enumerate(chosen) if code == here.own),
        links=[
            ("", passport_address(here, indicator.id, national.rows[code]["year"], code)) for code in chosen
        ],
        caption=map_words.TABLE_CAPTION.format(edge=EDGE, around=AROUND),
    )
