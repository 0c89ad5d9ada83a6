"""The figures of a picture as a plot that office programs can draw and edit."""

from __future__ import annotations

from math import isnan
from typing import TYPE_CHECKING

from carecompare.charts.ranked_bars import from_the_highest, is_line
from carecompare.exhibits import Plot, Series
from carecompare.tables import INSURER_LEVEL

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.tables import Row


def ranked_plot(compared: Sequence[Row], indicator: Indicator) -> Plot:
    """Return the bars of one indicator across municipalities.

    Parameters
    ----------
    compared : sequence of Row
        COMPARISON rows of one indicator and year.
    indicator : Indicator
        What is compared.

    Returns
    -------
    Plot
        From the highest; a municipality without a value comes last with a gap.
    """
    places = sorted((row for row in compared if row["role"] != "reference"), key=from_the_highest)
    return Plot(
        kind="bars",
        categories=tuple(row["name_ja"] for row in places),
        series=(Series(indicator.name_ja, tuple(_value(row) for row in places), role="peer"),),
        unit=indicator.unit_ja,
        decimals=indicator.decimals,
        own=next((place for place, row in enumerate(places) if row["role"] == "own"), -1),
        hollow=tuple(
            place for place, row in enumerate(places) if row["reason"] != "" or row["status"] == INSURER_LEVEL
        ),
        references=tuple(
            (row["name_ja"], float(row["value"]))
            for row in compared
            if row["role"] == "reference" and is_line(row, indicator)
        ),
    )


def _value(row: Row) -> float | None:
    return None if isnan(row["value"]) else float(row["value"])
