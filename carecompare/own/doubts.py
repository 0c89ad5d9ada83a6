"""Figures that can be read and are unlikely: thousands for ones, fractions for per cent, far leaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.own.layout import VALUE
from carecompare.text.own_upload_words import PER_CENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import Indicator
    from carecompare.errors import OwnDataError, OwnDataProblem
    from carecompare.own.figures import OwnFigure
    from carecompare.own.layout import Entry

# What a figure is mistaken by when its unit was another one.
FACTORS = (1_000.0, 10_000.0)
HUNDRED = 100.0
# Of these any size is likely beside any other.
ANY_SIZE = ("change", "index", "year")
NEAR = 0.3
FAR = 5.0


@dataclass(frozen=True)
class Doubt:
    """A figure to look at again.

    Parameters
    ----------
    problem : OwnDataError
        Where it stands and what is odd.
    position : int
        Of the figure among those read.
    suggested : float or None
        What may be meant.
    """

    problem: OwnDataError
    position: int
    suggested: float | None


def doubt(
    entry: Entry, figure: OwnFigure, indicator: Indicator, published: Mapping[int, float], position: int
) -> Doubt | None:
    """Return what is odd about a figure beside the published one nearest in time, or None.

    Parameters
    ----------
    entry : Entry
        Where it stands.
    figure : OwnFigure
        What was read.
    indicator : Indicator
        What it is a figure of.
    published : mapping of int to float
        The town's published figures by year.
    position : int
        Of the figure among those read.

    Returns
    -------
    Doubt or None
        An amount of a part of the town is not compared with the town's.
    """
    if not published or indicator.kind in ANY_SIZE or (figure.place and indicator.kind == "amount"):
        return None
    nearest = min(published, key=lambda known: (abs(known - figure.year), -known))
    beside, value = published[nearest], figure.value
    if beside <= 0 or value == 0:
        return None
    # Written as the tables write it, or with two figures where that would be nothing.
    written = f"{beside:.{indicator.decimals}f}"
    fields = {"expected": float(written) or float(f"{beside:.2g}"), "year": nearest}
    for suggested in _meant(value, indicator):
        if abs(suggested / beside - 1) < NEAR:
            name: OwnDataProblem = "own_doubt_fraction" if indicator.unit_ja == PER_CENT else "own_doubt_unit"
            return Doubt(entry.problem(name, VALUE, suggestion=suggested, **fields), position, suggested)
    if not 1 / FAR <= value / beside <= FAR:
        return Doubt(entry.problem("own_doubt_far", VALUE, **fields), position, None)
    return None


def _meant(value: float, indicator: Indicator) -> list[float]:
    """Return the figures that may be meant."""
    if indicator.unit_ja == PER_CENT:
        found = [value * HUNDRED] if abs(value) <= 1 else []
    else:
        found = [meant for factor in FACTORS for meant in (value * factor, value / factor)]
    return [float(f"{each:.12g}") for each in found]
