"""Which figures of a municipality differ from the medians of its peers, judged together."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, Final

import numpy as np

from carecompare.comparisons.few import RATES
from carecompare.measures.many_comparisons import (
    FALSE_SHARE,
    count_p_values,
    false_discovery_cutoff,
    share_p_values,
)
from carecompare.measures.rates import WILSON

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.rows import JudgedRow, UnjudgedLine, Way

HIGHER: Final = "higher"
LOWER: Final = "lower"
SIMILAR: Final = "similar"


@dataclass(frozen=True)
class Judged:
    """The figures of one municipality that were judged beside its peers.

    Parameters
    ----------
    p_values : mapping of str to float
        By indicator.
    cutoff : float
        Up to which of them a difference is believed: of those believed 5 % may be chance on average.
    """

    p_values: Mapping[str, float]
    cutoff: float

    @property
    def by_chance(self) -> float:
        """Return how many would differ at 95 % by chance alone, were nothing different."""
        return FALSE_SHARE * len(self.p_values)

    def differs(self, indicator: str) -> bool:
        """Return whether a figure differs from the median of the peers beyond chance."""
        return self.p_values.get(indicator, nan) <= self.cutoff


def judged(lines: Sequence[JudgedRow | UnjudgedLine]) -> Judged:
    """Judge all figures of a municipality together.

    Parameters
    ----------
    lines : sequence of JudgedRow or UnjudgedLine
        VALUES of the municipality with ``reason`` and the ``median`` of its peers, one per indicator.

    Returns
    -------
    Judged
        Of the shares and counts with neither a reason for care nor a missing median: the median is taken as
        a fixed number. The false discovery rate is controlled over all of them.

    References
    ----------
    `false_discovery_cutoff`.
    """
    chances = p_values(lines)
    known = {
        line["indicator"]: chance for line, chance in zip(lines, chances, strict=True) if not isnan(chance)
    }
    return Judged(known, false_discovery_cutoff(list(known.values())))


def ways(lines: Sequence[JudgedRow | UnjudgedLine], by: Judged) -> list[Way]:
    """Return which way figures differ from the median, for the cutoff of all figures of the municipality.

    Parameters
    ----------
    lines : sequence of JudgedRow or UnjudgedLine
        As for `judged`; they need not be among the figures judged (the same one per other residents is not).
    by : Judged
        All figures of the municipality.

    Returns
    -------
    list of Way
        ``higher``, ``lower``, ``similar``, or empty where it is not judged.
    """
    return [
        ""
        if isnan(chance)
        else SIMILAR
        if chance > by.cutoff
        else HIGHER
        if line["value"] > line["median"]
        else LOWER
        for line, chance in zip(lines, p_values(lines), strict=True)
    ]


def p_values(lines: Sequence[JudgedRow | UnjudgedLine]) -> list[float]:
    """Return the chance of each figure, NaN where it is not judged."""
    count, population, value, median = (
        np.array([line[name] for line in lines], dtype=np.float64)
        for name in ("numerator", "denominator", "value", "median")
    )
    is_judged = np.array([line["method"] in RATES and not line["reason"] for line in lines], dtype=bool)
    is_share = np.array([line["method"] == WILSON for line in lines], dtype=bool)
    with np.errstate(divide="ignore", invalid="ignore"):
        # The median in events: what would be counted if the figure were the median.
        expected = count * median / value
        shares = share_p_values(count, population, expected / population)
    found = np.where(is_share, shares, count_p_values(count, expected))
    chances: list[float] = np.where(is_judged, found, np.nan).tolist()
    return chances
