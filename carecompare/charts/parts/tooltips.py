"""What a mark says when it is pointed at."""

from __future__ import annotations

from functools import lru_cache
from math import isnan, nan
from typing import TYPE_CHECKING

import altair as alt

from carecompare.text.chart_words import (
    FISCAL_YEAR,
    PARTS,
    PARTS_OF_YEAR,
    TOOLTIP,
    YEAR,
    figure_with_unit,
    silence,
)
from carecompare.text.format import interval, number, status_word
from carecompare.text.sentences import WITHHELD

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.rows import NamedRow, Reason
    from carecompare.tables import Status


FIGURES = ("value", "lower", "upper", "numerator", "denominator", "year", "denominator_year")
NUMERIC = (int, float)
MOST_KEPT = 8192
TOOLTIP_COLUMNS = [f"tooltip_{key}" for key in TOOLTIP]
# What a `tooltip_line` holds: of one indicator, which its picture names.
LINE_COLUMNS = ("year", "value", *(name for name in TOOLTIP_COLUMNS if name != "tooltip_indicator"))
# Only numbers are parsed: an empty text would become the word null.
LINE_FORMAT = {"type": "tsv", "parse": {"year": "number", "value": "number"}}


def tooltip(*without: str) -> list[alt.Tooltip]:
    """Return the lines of a tooltip over the columns of `tooltip_words`.

    Parameters
    ----------
    *without : str
        Keys of ``TOOLTIP`` to leave out.

    Returns
    -------
    list of Tooltip
        In the order of ``TOOLTIP``.
    """
    return [
        alt.Tooltip(f"tooltip_{key}:N", title=title) for key, title in TOOLTIP.items() if key not in without
    ]


def tooltip_words(row: NamedRow, indicator: Indicator) -> dict[str, str]:
    """Return the tooltip of one row in words.

    Parameters
    ----------
    row : NamedRow
        With its name.
    indicator : Indicator
        What the value is.

    Returns
    -------
    dict of str to str
        One entry ``tooltip_<key>`` for each key of ``TOOLTIP``. Kept for the next who asks: not to be
        changed.
    """
    return _words(
        indicator,
        row["name_ja"],
        row["status"],
        row["reason"],
        *map(row.get, FIGURES),
    )


def tooltip_line(row: NamedRow, indicator: Indicator) -> str:
    """Return a row with its tooltip as a line of `LINE_FORMAT`, a quarter as long as a row would be.

    Parameters
    ----------
    row : NamedRow
        As for `tooltip_words`.
    indicator : Indicator
        What the value is.

    Returns
    -------
    str
        A cell for each of `LINE_COLUMNS`.
    """
    words = tooltip_words(row, indicator)
    return "\t".join((str(row["year"]), str(row["value"]), *map(words.__getitem__, LINE_COLUMNS[2:])))


# Comparators stay the same while the own municipality changes.
@lru_cache(MOST_KEPT)
def _words(
    indicator: Indicator, name: str, state: Status, reason: Reason, *figures: object
) -> dict[str, str]:
    value, lower, upper, above, below, year, below_year = map(_figure, figures)
    return {
        "tooltip_name": name,
        "tooltip_indicator": indicator.name_ja,
        "tooltip_value": figure_with_unit(value, indicator) or silence(state, reason),
        "tooltip_range": interval(lower, upper, indicator.decimals),
        "tooltip_parts": _parts(above, below, year, below_year),
        "tooltip_year": _year(indicator, year),
        "tooltip_state": "。".join(filter(None, (status_word(state), WITHHELD.get(reason, "")))),
    }


def _year(indicator: Indicator, year: float) -> str:
    if isnan(year):
        return ""
    return (FISCAL_YEAR if indicator.fiscal_year else YEAR).format(year=round(year))


def _parts(numerator: float, denominator: float, year: float, below_year: float) -> str:
    above, below = number(numerator), number(denominator)
    if not (above and below):
        return above
    if not isnan(below_year) and below_year != year:
        return PARTS_OF_YEAR.format(numerator=above, denominator=below, year=round(below_year))
    return PARTS.format(numerator=above, denominator=below)


def _figure(given: object) -> float:
    return float(given) if isinstance(given, NUMERIC) else nan
