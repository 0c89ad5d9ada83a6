"""Every municipality by its size, and how far from the nation chance alone may take it."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.comparison import reason_for_care
from carecompare.measures.funnel import funnel_limits
from carecompare.tables import NATION

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from carecompare.catalog import Indicator
    from carecompare.comparisons.everywhere import Everywhere
    from carecompare.tables import Row

INSIDE, BEYOND_95, BEYOND_998 = WHERE = ("inside", "beyond_95", "beyond_998")
WARNING, ACTION = 0.95, 0.998
CURVE_POINTS = 48


@dataclass(frozen=True)
class Funnel:
    """One share of all municipalities around that of the nation.

    Parameters
    ----------
    rows : list of Row
        Keys ``area``, ``name_ja``, ``role`` (``own``, ``peer`` or ``other``), ``population``, ``value``,
        ``low_95``, ``high_95``, ``low_998``, ``high_998``, ``where`` (one of `WHERE`, or empty) and
        ``reason``; the own one first, the others by size. Without the own one where it has no figure.
    curve : list of Row
        The limits over sizes, from the smallest to the largest.
    reference : float
        Share of the nation, in the unit of the indicator.
    """

    rows: list[Row]
    curve: list[Row]
    reference: float

    @property
    def own(self) -> Row | None:
        """Return the own row, or None."""
        return next((row for row in self.rows if row["role"] == "own"), None)

    @property
    def judged(self) -> list[Row]:
        """Return the rows that are inside or outside."""
        return [row for row in self.rows if row["where"]]


def funnel(
    values: Everywhere, labels: Mapping[str, str], indicator: Indicator, own: str, peers: Collection[str]
) -> Funnel:
    """Return a share of all municipalities by size, with the limits of chance around the nation.

    Parameters
    ----------
    values : Everywhere
        Figures of one year.
    labels : mapping of str to str
        Names by code.
    indicator : Indicator
        A share; its denominator is the size.
    own : str
        Code of the own municipality.
    peers : collection of str
        Codes of the comparators.

    Returns
    -------
    Funnel
        A figure of an insurer of several municipalities is shown for the own one only, and not judged;
        neither are fewer than ten events. Empty where the nation has no figure.

    References
    ----------
    The limits are those of `funnel_limits`.
    """
    reference = float(values.figures(NATION)["value"])
    compared = frozenset(peers)
    rows: list[Row] = []
    for code, place in values.row_of.items():
        if not values.municipal[place] or isnan(reference):
            continue
        figures = values.figures(code)
        reason = reason_for_care(figures)
        if isnan(figures["value"]) or not figures["denominator"] > 0 or (reason and code != own):
            continue
        rows.append(
            {
                "area": code,
                "name_ja": labels.get(code, code),
                "role": "own" if code == own else "peer" if code in compared else "other",
                "population": float(figures["denominator"]),
                "value": float(figures["value"]),
                "reason": reason,
            }
        )
    rows.sort(key=lambda row: (row["role"] != "own", row["population"]))
    share = reference / indicator.per
    for row, limits in zip(rows, _limits(share, [row["population"] for row in rows], indicator), strict=True):
        row.update(limits)
        row["where"] = "" if row["reason"] else _where(row)
    sizes = [row["population"] for row in rows]
    over = np.geomspace(min(sizes), max(sizes), CURVE_POINTS).tolist() if sizes else []
    curve = [
        {"population": size, **limits}
        for size, limits in zip(over, _limits(share, over, indicator), strict=True)
    ]
    return Funnel(rows, curve, reference)


def _limits(share: float, sizes: list[float], indicator: Indicator) -> list[Row]:
    columns = {
        f"{end}_{name}": (limits * indicator.per).tolist()
        for name, confidence in (("95", WARNING), ("998", ACTION))
        for end, limits in zip(("low", "high"), funnel_limits(share, sizes, confidence), strict=True)
    }
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def _where(row: Row) -> str:
    if row["low_95"] <= row["value"] <= row["high_95"]:
        return INSIDE
    return BEYOND_95 if row["low_998"] <= row["value"] <= row["high_998"] else BEYOND_998
