"""Where letters go so that none lies on another; known before the browser draws."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from carecompare.letter_widths import width_em

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


NICE_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
TICKS = 6
# A whisker may pass the longest mark by this much; beyond, it is cut and ends in an arrow, so that one
# small place does not press all others flat.
LONGEST_WHISKER = 1.25
TINY = 1e-9


def spread(wanted: Sequence[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Return positions as near to the wanted ones as a least distance between neighbours allows.

    Parameters
    ----------
    wanted : sequence of float
        In any order; equal ones keep the order given.
    gap : float
        Least distance between neighbours, in the same unit.
    lowest, highest : float
        Ends. With more labels than room, the distance is kept and the highest ones pass the end.

    Returns
    -------
    list of float
        In the order of ``wanted``.

    References
    ----------
    Barlow, Bartholomew, Bremner & Brunk (1972). Statistical inference under order restrictions:
    the pool-adjacent-violators algorithm gives the positions with the least sum of squared shifts.
    """
    order = sorted(range(len(wanted)), key=wanted.__getitem__)
    blocks: list[tuple[float, int]] = []  # mean and size; a later block never lies below an earlier one
    for rank, index in enumerate(order):
        mean, size = wanted[index] - rank * gap, 1
        while blocks and blocks[-1][0] > mean:
            before, many = blocks.pop()
            mean, size = (before * many + mean * size) / (many + size), many + size
        blocks.append((mean, size))
    room = max(highest - lowest - (len(order) - 1) * gap, 0.0)
    level = [min(max(mean, lowest), lowest + room) for mean, size in blocks for _ in range(size)]
    placed = [0.0] * len(order)
    for rank, index in enumerate(order):
        placed[index] = level[rank] + rank * gap
    return placed


@lru_cache(maxsize=4096)
def text_width_px(text: str, size_px: float) -> float:
    """Return how wide one line of text in letters of a size is at most, in pixels."""
    return size_px * width_em(text)


def axis_end(values: Iterable[float], uppers: Iterable[float]) -> float:
    """Return where an axis from zero ends.

    Parameters
    ----------
    values : iterable of float
        What is marked; NaN is left out.
    uppers : iterable of float
        Upper limits of intervals; NaN is left out.

    Returns
    -------
    float
        The highest value or limit, the latter at most a quarter above the former. Where nothing is above
        zero the limits alone count, and without any it is 1.
    """
    highest = max((value for value in values if not math.isnan(value)), default=0.0)
    limit = max((upper for upper in uppers if not math.isnan(upper)), default=0.0)
    if highest > 0:
        return float(max(highest, min(limit, highest * LONGEST_WHISKER)))
    return float(limit) if limit > 0 else 1.0


def axis_span(values: Sequence[float], uppers: Iterable[float]) -> tuple[float, float]:
    """Return where an axis that holds zero starts and ends.

    Parameters
    ----------
    values : sequence of float
        What is marked; NaN is left out.
    uppers : iterable of float
        Upper limits of intervals; NaN is left out.

    Returns
    -------
    tuple of float
        Zero and `axis_end`; where a value is below zero, the lowest value, and zero where none is above.
    """
    known = [value for value in values if not math.isnan(value)]
    start = min([0.0, *known])
    end = 0.0 if start < 0 and max(known) <= 0 else axis_end(known, uppers)
    return start, end


def ticks(highest: float, lowest: float = 0.0) -> list[float]:
    """Return round positions from zero up to a value, and down to one below zero.

    Parameters
    ----------
    highest : float
        Above zero, or zero where the lowest is below it.
    lowest : float
        Zero or below.

    Returns
    -------
    list of float
        At distances of 1, 2, 2.5 or 5 times a power of ten, about six of them.
    """
    step = _step(highest - lowest)
    first, last = math.ceil(lowest / step - TINY), math.floor(highest / step + TINY)
    return [round(place * step, 10) for place in range(first, last + 1)]


def rounded_up(highest: float) -> float:
    """Return the first round position that is not below a value.

    Parameters
    ----------
    highest : float
        Above zero.

    Returns
    -------
    float
        A multiple of the distance between `ticks`.
    """
    step = _step(highest)
    return round(math.ceil(highest / step - TINY) * step, 10)


def tick_format(highest: float) -> str:
    """Return the format in which the `ticks` up to a value are written without loss.

    Parameters
    ----------
    highest : float
        Above zero.

    Returns
    -------
    str
        Of d3-format, with thousands separated.
    """
    step = _step(highest)
    decimals = next(digits for digits in range(12) if abs(round(step, digits) - step) < TINY * step)
    return f",.{decimals}f"


def _step(highest: float) -> float:
    rough = highest / TICKS
    power = 10.0 ** math.floor(math.log10(rough))
    return next(step * power for step in NICE_STEPS if step * power >= rough * (1 - TINY))
