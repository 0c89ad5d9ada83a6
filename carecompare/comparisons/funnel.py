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
    from carecompare.comparisons.everywhere import Everywhere
    from carecompare.tables import Row

INSIDE, BEYOND_95, BEYOND_998 = ("inside", "beyond_95", "beyond_998")
WARNING, ACTION = 0.95, 0.998
CURVE_POINTS = 48


@dataclass(frozen=True)
class Funnel:
    """One share of all municipalities around that of the nation: the same whatever the own one is.

    Parameters
    ----------
    rows : list of Row
        Keys ``area``, ``name_ja``, ``population``, ``value``, ``low_95``, ``high_95``, ``low_998``,
        ``high_998`` (chance alone), the same with ``wide_`` before them (chance, and as much as places differ
        anyway), ``where`` (``inside``, ``beyond_95`` or ``beyond_998`` of the wide ones) and ``reason``
        (empty), by size.
    reference : float
        Share of the nation, in the unit of the indicator.
    between : float
        Variance between municipalities beside chance, in squared fractions of 1.
    """

    rows: list[Row]
    reference: float
    between: float = 0.0

    @property
    def inside_chance(self) -> int:
        """Return how many lie within the 95 % that chance alone allows."""
        return sum(row["low_95"] <= row["value"] <= row["high_95"] for row in self.rows)


def funnel(values: Everywhere, labels: Mapping[str, str], indicator: Indicator) -> Funnel:
    """Return a share of all municipalities by size, with the limits of chance around the nation.

    Parameters
    ----------
    values : Everywhere
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
    values: Everywhere, labels: Mapping[str, str], indicator: Indicator, area: str, between: float = 0.0
) -> Row | None:
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
    Row or None
        As in a `Funnel`; ``where`` is empty and ``reason`` says why where it is not judged. None where it or
        the nation has no figure.
    """
    reference = _reference(values)
    row = None if isnan(reference) else _row(values, labels, area)
    return row and _judged([row], reference, indicator, between)[0]


def funnel_curve(
    reference: float, indicator: Indicator, smallest: float, largest: float, between: float = 0.0
) -> list[Row]:
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
    list of Row
        Key ``population`` and the limits of a `Funnel`.
    """
    sizes = np.geomspace(smallest, largest, CURVE_POINTS).tolist()
    limits = _limits(reference / indicator.per, sizes, indicator, between)
    return [{"population": size, **ends} for size, ends in zip(sizes, limits, strict=True)]


def _reference(values: Everywhere) -> float:
    return float(values.figures(NATION)["value"])


def _row(values: Everywhere, labels: Mapping[str, str], area: str) -> Row | None:
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


def _judged(rows: list[Row], reference: float, indicator: Indicator, between: float) -> list[Row]:
    limits = _limits(reference / indicator.per, [row["population"] for row in rows], indicator, between)
    both = [row | ends for row, ends in zip(rows, limits, strict=True)]
    return [row | {"where": "" if row["reason"] else _where(row)} for row in both]


def _limits(share: float, sizes: list[float], indicator: Indicator, between: float) -> list[Row]:
    columns = {
        f"{wide}{end}_{name}": (limits * indicator.per).tolist()
        for wide, variance in (("", 0.0), ("wide_", between))
        for name, confidence in (("95", WARNING), ("998", ACTION))
        for end, limits in zip(
            ("low", "high"), funnel_limits(share, sizes, confidence, variance), strict=True
        )
    }
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _where(row: Row) -> str:
    if row["wide_low_95"] <= row["value"] <= row["wide_high_95"]:
        return INSIDE
    return BEYOND_95 if row["wide_low_998"] <= row["value"] <= row["wide_high_998"] else BEYOND_998
