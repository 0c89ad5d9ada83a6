"""What a mark says when it is pointed at."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import altair as alt

from carecompare.text.chart_words import PARTS, PARTS_OF_YEAR, TOOLTIP, YEAR, figure_with_unit, silence
from carecompare.text.format import interval, number, status_word
from carecompare.text.sentences import WITHHELD

if TYPE_CHECKING:
    from collections.abc import Hashable, Mapping

    import pandas as pd

    from carecompare.catalog import Indicator

TOOLTIP_COLUMNS = [f"tooltip_{key}" for key in TOOLTIP]


def tooltip(*without: str) -> list[alt.Tooltip]:
    """Return the lines of a tooltip over the columns of `with_tooltip`.

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


def with_tooltip(
    rows: pd.DataFrame, indicators: Mapping[str, Indicator], indicator: str = ""
) -> pd.DataFrame:
    """Return rows with their tooltip in words.

    Parameters
    ----------
    rows : DataFrame
        Columns ``name_ja``, ``year``, ``value``, ``lower``, ``upper``, ``status``, ``reason`` and, where
        there are any, ``numerator``, ``denominator``, ``denominator_year``, ``indicator``.
    indicators : mapping of str to Indicator
        By id.
    indicator : str
        Id of the one that all rows are of; without it, the column ``indicator`` tells.

    Returns
    -------
    DataFrame
        With one column ``tooltip_<key>`` for each key of ``TOOLTIP``.
    """
    described = [
        _words(row, indicators[indicator or str(row["indicator"])]) for row in rows.to_dict("records")
    ]
    return rows.assign(**{f"tooltip_{key}": [each[key] for each in described] for key in TOOLTIP})


def _words(row: Mapping[Hashable, object], indicator: Indicator) -> dict[str, str]:
    value = _figure(row, "value")
    figure = figure_with_unit(value, indicator.decimals, indicator.unit_ja)
    state, reason = str(row["status"]), str(row["reason"])
    year = _figure(row, "year")
    return {
        "name": str(row["name_ja"]),
        "indicator": indicator.name_ja,
        "value": figure or silence(state, reason),
        "range": interval(_figure(row, "lower"), _figure(row, "upper"), indicator.decimals),
        "parts": _parts(row, year),
        "year": YEAR.format(year=round(year)) if not math.isnan(year) else "",
        "state": "。".join(filter(None, (status_word(state), WITHHELD.get(reason, "")))),
    }


def _parts(row: Mapping[Hashable, object], year: float) -> str:
    above, below = number(_figure(row, "numerator")), number(_figure(row, "denominator"))
    if not (above and below):
        return above
    below_year = number(_figure(row, "denominator_year")).replace(",", "")
    if below_year and below_year != number(year).replace(",", ""):
        return PARTS_OF_YEAR.format(numerator=above, denominator=below, year=below_year)
    return PARTS.format(numerator=above, denominator=below)


def _figure(row: Mapping[Hashable, object], column: str) -> float:
    given = row.get(column)
    return float(given) if isinstance(given, int | float) else float("nan")
