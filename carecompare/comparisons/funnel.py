"""Every municipality by its size, and how far from the nation chance alone may take it."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from operator import itemgetter
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.comparison import reason_for_care
from carecompare.measures.funnel import funnel_limits, over_dispersion
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
        By size; ``reason`` is empty.
    reference : float
        Share of the nation, in the unit of the indicator.
    between : float
        Variance between municipalities beside chance, in squared fractions of 1.
    """

    rows: list[FunnelRow]
    reference: float
    between: float = 0.0

    @property
    def inside_chance(self) -> int:
        """Return how many lie within the 95 % that chance alone allows."""
        return sum(row["low_95"] <= row["value"] <= row["high_95"] for row in self.rows)


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
    The limits are those of `funnel_limits`, the wide ones with the variance of `over_dispersion`.
    """
    reference = _reference(values)
    found = [] if isnan(reference) else [_row(values, labels, code) for code in values.row_of]
    rows = [row for row in found if row and not row["reason"]]
    rows.sort(key=itemgetter("population"))
    shares = [row["value"] / indicator.per for row in rows]
    persons = [row["population"] for row in rows]
    between = over_dispersion(shares, persons, reference / indicator.per).variance if rows else 0.0
    return Funnel(_judged(rows, reference, indicator, between), reference, between)


def funnel_row(
    values: IndicatorYear, labels: Mapping[str, str], indicator: Indicator, area: str, between: float = 0.0
) -> FunnelRow | None:
    """Return the row of one municipality, also where its figure is not judged.

    Parameters
    ----------
    values, labels, indicator
        As for `funnel`.
    area : str
        Code.
    between : float
        That of the `Funnel`.

    Returns
    -------
    FunnelRow or None
        As in a `Funnel`; ``where`` is empty and ``reason`` says why where it is not judged. None where it or
        the nation has no figure.
    """
    reference = _reference(values)
    row = None if isnan(reference) else _row(values, labels, area)
    return row and _judged([row], reference, indicator, between)[0]


def funnel_curve(
    reference: float, indicator: Indicator, smallest: float, largest: float, between: float = 0.0
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
    between : float
        That of the `Funnel`.

    Returns
    -------
    list of FunnelCurvePoint
        By size.
    """
    sizes = np.geomspace(smallest, largest, CURVE_POINTS).tolist()
    limits = _limits(reference / indicator.per, sizes, indicator, between)
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


def _judged(
    rows: list[FunnelSize], reference: float, indicator: Indicator, between: float
) -> list[FunnelRow]:
    limits = _limits(reference / indicator.per, [row["population"] for row in rows], indicator, between)
    return [
        {**row, **ends, "where": "" if row["reason"] else _where(row["value"], ends)}
        for row, ends in zip(rows, limits, strict=True)
    ]


def _limits(share: float, sizes: list[float], indicator: Indicator, between: float) -> list[FunnelLimits]:
    columns = (
        (limits * indicator.per).tolist()
        for variance in (0.0, between)
        for confidence in (WARNING, ACTION)
        for limits in funnel_limits(share, sizes, confidence, variance)
    )
    return [
        {
            "low_95": low_95,
            "high_95": high_95,
            "low_998": low_998,
            "high_998": high_998,
            "wide_low_95": wide_low_95,
            "wide_high_95": wide_high_95,
            "wide_low_998": wide_low_998,
            "wide_high_998": wide_high_998,
        }
        for (
            low_95,
            high_95,
            low_998,
            high_998,
            wide_low_95,
            wide_high_95,
            wide_low_998,
            wide_high_998,
        ) in zip(*columns, strict=True)
    ]


def _where(value: float, ends: FunnelLimits) -> str:
    if ends["wide_low_95"] <= value <= ends["wide_high_95"]:
        return INSIDE
    return BEYOND_95 if ends["wide_low_998"] <= value <= ends["wide_high_998"] else BEYOND_998
