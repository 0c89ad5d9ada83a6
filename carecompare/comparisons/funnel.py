"""Every municipality by its size, and how far from the nation chance alone may take it."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.comparison import reason_for_care
from carecompare.measures.funnel import funnel_limits
from carecompare.tables import NATION

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import Indicator
    from carecompare.comparisons.indicator_year import IndicatorYear
    from carecompare.rows import FunnelCurvePoint, FunnelLimits, FunnelRow, FunnelSize

INSIDE, BEYOND_95, BEYOND_998 = ("inside", "beyond_95", "beyond_998")
WARNING, ACTION = 0.95, 0.998
CURVE_POINTS = 48


@dataclass(frozen=True)
class Funnel:
    """One share of all municipalities around that of the nation: the same whatever the own one is.

    Parameters
    ----------
    rows : list of FunnelRow
        Keys ``area``, ``name_ja``, ``population``, ``value``, ``low_95``, ``high_95``, ``low_998``,
        ``high_998``, ``where`` (``inside``, ``beyond_95`` or ``beyond_998``) and ``reason`` (empty), by size.
    reference : float
        Share of the nation, in the unit of the indicator.
    """

    rows: list[FunnelRow]
    reference: float


def funnel(values: IndicatorYear, labels: Mapping[str, str], indicator: Indicator) -> Funnel:
    """Return a share of all municipalities by size, with the limits of chance around the nation.

    Parameters
    ----------
    values : IndicatorYear
        Figures of one year.
    labels : mapping of str to str
        Names by code.
    indicator : Indicator
        A share; its denominator is the size.

    Returns
    -------
    Funnel
        Without figures of an insurer of several municipalities and those from fewer than ten events. Empty
        where the nation has no figure.

    References
    ----------
    The limits are those of `funnel_limits`.
    """
    reference = _reference(values)
    found = [] if isnan(reference) else [_row(values, labels, code) for code in values.row_of]
    rows = [row for row in found if row and not row["reason"]]
    rows.sort(key=itemgetter("population"))
    return Funnel(_judged(rows, reference, indicator), reference)


def funnel_row(
    values: IndicatorYear, labels: Mapping[str, str], indicator: Indicator, area: str
) -> FunnelRow | None:
    """Return the row of one municipality, also where its figure is not judged.

    Parameters
    ----------
    values, labels, indicator
        As for `funnel`.
    area : str
        Code.

    Returns
    -------
    FunnelRow or None
        As in a `Funnel`; ``where`` is empty and ``reason`` says why where it is not judged. None where it or
        the nation has no figure.
    """
    reference = _reference(values)
    row = None if isnan(reference) else _row(values, labels, area)
    return row and _judged([row], reference, indicator)[0]


def funnel_curve(
    reference: float, indicator: Indicator, smallest: float, largest: float
) -> list[FunnelCurvePoint]:
    """Return the limits over sizes.

    Parameters
    ----------
    reference : float
        Share of the nation, in the unit of the indicator.
    indicator : Indicator
        A share.
    smallest, largest : float
        The first and the last size.

    Returns
    -------
    list of FunnelCurvePoint
        By size.
    """
    sizes = np.geomspace(smallest, largest, CURVE_POINTS).tolist()
    limits = _limits(reference / indicator.per, sizes, indicator)
    return [{"population": size, **ends} for size, ends in zip(sizes, limits, strict=True)]


def _reference(values: IndicatorYear) -> float:
    return float(values.figures(NATION)["value"])


def _row(values: IndicatorYear, labels: Mapping[str, str], area: str) -> FunnelSize | None:
    place = values.row_of.get(area)
    if place is None or not values.municipal[place]:
        return None
    figures = values.figures(area)
    if isnan(figures["value"]) or not figures["denominator"] > 0:
        return None
    return {
        "area": area,
        "name_ja": labels.get(area, area),
        "population": float(figures["denominator"]),
        "value": float(figures["value"]),
        "reason": reason_for_care(figures),
    }


def _judged(rows: list[FunnelSize], reference: float, indicator: Indicator) -> list[FunnelRow]:
    limits = _limits(reference / indicator.per, [row["population"] for row in rows], indicator)
    return [
        {**row, **ends, "where": "" if row["reason"] else _where(row["value"], ends)}
        for row, ends in zip(rows, limits, strict=True)
    ]


def _limits(share: float, sizes: list[float], indicator: Indicator) -> list[FunnelLimits]:
    columns = (
        (limits * indicator.per).tolist()
        for confidence in (WARNING, ACTION)
        for limits in funnel_limits(share, sizes, confidence)
    )
    return [
        {"low_95": low_95, "high_95": high_95, "low_998": low_998, "high_998": high_998}
        for low_95, high_95, low_998, high_998 in zip(*columns, strict=True)
    ]


def _where(value: float, ends: FunnelLimits) -> str:
    if ends["low_95"] <= value <= ends["high_95"]:
        return INSIDE
    return BEYOND_95 if ends["low_998"] <= value <= ends["high_998"] else BEYOND_998
