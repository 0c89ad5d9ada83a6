"""Pictures too tall for one screen, in several of about the same height."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts.plan import Picture

T = TypeVar("T")
# What a picture without an axis below it may be taller.
NO_AXIS_PX = 50


def in_screens(rows: Sequence[T], most: int) -> list[Sequence[T]]:
    """Return rows in pieces of about the same length, in their order.

    Parameters
    ----------
    rows : sequence
        What is listed; of nothing there is one empty piece.
    most : int
        How many fit at most; one is on a screen of its own where none does.
    """
    count = max(-(-len(rows) // max(most, 1)), 1)
    ends = [round(len(rows) * place / count) for place in range(count + 1)]
    return [rows[start:end] for start, end in pairwise(ends)]


def lower(picture: Picture | None, height_px: int) -> list[Picture]:
    """Return a picture whose marks follow its height, at most so tall; nothing of none."""
    return [] if picture is None else [{**picture, "height": min(int(picture["height"]), height_px)}]
