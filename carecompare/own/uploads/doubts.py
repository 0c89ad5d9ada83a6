"""Figures that can be read and are unlikely: thousands for ones, fractions for per cent, far leaps."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.own.uploads.layout import VALUE
from carecompare.text.format import rounded
from carecompare.text.own.own_upload_words import PER_CENT

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.errors import OwnDataError, OwnDataProblem
    from carecompare.own.contents.figures import OwnFigure
    from carecompare.own.uploads.layout import Entry


# What a figure is mistaken by when its unit was another one, and a figure of per cent when it is a fraction.
FACTORS = (1_000.0, 10_000.0)
OF_PER_CENT = (100.0, 10.0)
# Of these any size is likely beside any other, but hardly just a hundredth or a tenth.
ANY_SIZE = ("change", "index")
A_YEAR = "year"
NEAR = 0.3
FAR = 5.0
# Where so much is published, nothing at all is unlikely.
MUCH = 5.0


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
    if not published or indicator.kind == A_YEAR or (figure.place and indicator.kind == "amount"):
        return None
    nearest = min(published, key=lambda known: (abs(known - figure.year), -known))
    beside, value = published[nearest], figure.value
    # Written as the tables write it, or with two figures where that would be nothing.
    written = rounded(beside, indicator.decimals)
    fields = {"expected": written or float(f"{beside:.2g}"), "year": nearest}
    if value == 0:
        is_unlikely = beside >= MUCH and indicator.kind not in ANY_SIZE
        return (
            Doubt(entry.problem("own_doubt_zero", VALUE, **fields), position, None) if is_unlikely else None
        )
    if beside == 0 or (beside < 0 and indicator.kind not in ANY_SIZE):
        return None
    for suggested, name in _meant(value, indicator):
        if abs(suggested / beside - 1) < NEAR:
            return Doubt(entry.problem(name, VALUE, suggestion=suggested, **fields), position, suggested)
    if indicator.kind not in ANY_SIZE and not 1 / FAR <= value / beside <= FAR:
        return Doubt(entry.problem("own_doubt_far", VALUE, **fields), position, None)
    return None


def doubts_of_own_items(
    figures: Sequence[OwnFigure], entries: Sequence[Entry], per_cent: set[str]
) -> list[Doubt]:
    """Return what is odd about figures of own items beside the same item's other years in the file.

    Parameters
    ----------
    figures : sequence of OwnFigure
        What was read.
    entries : sequence of Entry
        Where each stands.
    per_cent : set of str
        Ids of the own items that are in per cent.

    Returns
    -------
    list of Doubt
        Figures that are a hundredth of the largest one of the same item and place.
    """
    largest: dict[tuple[str, str], OwnFigure] = {}
    for each in figures:
        if each.item in per_cent:
            before = largest.setdefault((each.place, each.item), each)
            if abs(each.value) > abs(before.value):
                largest[each.place, each.item] = each
    found = []
    for position, (each, entry) in enumerate(zip(figures, entries, strict=True)):
        beside = largest.get((each.place, each.item))
        if beside is None or beside.value == 0 or abs(each.value) > 1:
            continue
        suggested = _exact(each.value * OF_PER_CENT[0])
        if abs(suggested / beside.value - 1) < NEAR:
            fields = {"expected": beside.value, "year": beside.year, "suggestion": suggested}
            problem = entry.problem("own_doubt_fraction_of_own", VALUE, **fields)
            found.append(Doubt(problem, position, suggested))
    return found


def _meant(value: float, indicator: Indicator) -> list[tuple[float, OwnDataProblem]]:
    """Return the figures that may be meant, each with the doubt that proposes it."""
    if indicator.unit_ja == PER_CENT or indicator.kind == "index":
        hundred, ten = OF_PER_CENT
        return [
            (_exact(value * hundred), "own_doubt_fraction"),
            (_exact(value * ten), "own_doubt_tenth"),
        ]
    found = [meant for factor in FACTORS for meant in (value * factor, value / factor)]
    return [(_exact(each), "own_doubt_unit") for each in found]


def _exact(value: float) -> float:
    return float(f"{value:.12g}")
