"""What a mark says when it is pointed at."""

from __future__ import annotations

import math
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
    from carecompare.tables import Row

TOOLTIP_COLUMNS = [f"tooltip_{key}" for key in TOOLTIP]


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


def tooltip_words(row: Row, indicator: Indicator) -> dict[str, str]:
    """Return the tooltip of one row in words.

    Parameters
    ----------
    row : Row
        Keys ``name_ja``, ``year``, ``value``, ``lower``, ``upper``, ``status``, ``reason`` and, where there
        are any, ``numerator``, ``denominator``, ``denominator_year``.
    indicator : Indicator
        What the value is.

    Returns
    -------
    dict of str to str
        One entry ``tooltip_<key>`` for each key of ``TOOLTIP``.
    """
    value = _figure(row, "value")
    figure = figure_with_unit(value, indicator)
    state, reason = str(row["status"]), str(row["reason"])
    year = _figure(row, "year")
    return {
        "tooltip_name": str(row["name_ja"]),
        "tooltip_indicator": indicator.name_ja,
        "tooltip_value": figure or silence(state, reason),
        "tooltip_range": interval(_figure(row, "lower"), _figure(row, "upper"), indicator.decimals),
        "tooltip_parts": _parts(row, year),
        "tooltip_year": _year(indicator, year),
        "tooltip_state": "。".join(filter(None, (status_word(state), WITHHELD.get(reason, "")))),
    }


def _year(indicator: Indicator, year: float) -> str:
    if math.isnan(year):
        return ""
    return (FISCAL_YEAR if indicator.fiscal_year else YEAR).format(year=round(year))


def _parts(row: Row, year: float) -> str:
    above, below = number(_figure(row, "numerator")), number(_figure(row, "denominator"))
    if not (above and below):
        return above
    below_year = _figure(row, "denominator_year")
    if not math.isnan(below_year) and below_year != year:
        return PARTS_OF_YEAR.format(numerator=above, denominator=below, year=round(below_year))
    return PARTS.format(numerator=above, denominator=below)


def _figure(row: Row, column: str) -> float:
    given = row.get(column)
    return float(given) if isinstance(given, int | float) else float("nan")
