"""How plan and actual agree: their ratio, and the mark it gets by given limits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Mark = Literal["best", "good", "fair", "poor", ""]
Why = Literal["", "no_plan", "no_actual", "plan_zero"]
WHOLE = 100.0
# Ratios are compared with limits as they are shown, so that 105.0 % is within five points.
SHOWN_DECIMALS = 1


@dataclass(frozen=True)
class Judgement:
    """A ratio in per cent with its mark, or why there is none."""

    ratio: float | None
    mark: Mark = ""
    why: Why = ""


def judged(
    planned: float | None,
    actual: float | None,
    limits: tuple[float, float, float],
    *,
    reaches: bool,
    part: float = 1.0,
) -> Judgement:
    """Return how an actual figure agrees with its plan.

    Parameters
    ----------
    planned, actual : float or None
        In the same unit; None is not known.
    limits : tuple of float
        Of the first three marks: points of distance from 100, or per cent reached.
    reaches : bool
        Whether more is better: then the ratio itself is held against the limits.
    part : float
        Which part of the plan is due, as a half at the end of September.

    Returns
    -------
    Judgement
        Without a ratio where either is unknown or the plan is zero.
    """
    if planned is None:
        return Judgement(None, why="no_plan")
    if actual is None:
        return Judgement(None, why="no_actual")
    if planned == 0:
        return Judgement(None, why="plan_zero")
    ratio = WHOLE * actual / (planned * part)
    shown = round(ratio, SHOWN_DECIMALS)
    distance = round(abs(shown - WHOLE), SHOWN_DECIMALS)
    marks: tuple[Mark, ...] = ("best", "good", "fair")
    for mark, limit in zip(marks, limits, strict=True):
        if shown >= limit if reaches else distance <= limit:
            return Judgement(ratio, mark)
    return Judgement(ratio, "poor")


def total_ratio(pairs: Iterable[tuple[float | None, float | None]]) -> float | None:
    """Return the ratio in per cent of the sums over pairs of plan and actual that both are known.

    Returns
    -------
    float or None
        None where no pair is known or the plans add up to zero.
    """
    known = [(planned, actual) for planned, actual in pairs if planned is not None and actual is not None]
    planned = sum(each for each, _ in known)
    return WHOLE * sum(each for _, each in known) / planned if known and planned else None
