"""What is asked about the incentive grants: items, scores, and what their table says of a municipality."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from carecompare.grant_shapes import GrantItem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from carecompare.store.files import Store


@dataclass(frozen=True)
class GrantArea:
    """What the table says of a municipality; ``insured`` None and ``size_class`` 0 are unknown."""

    union_ja: str
    insured: int | None
    size_class: int
    depopulated: bool


@dataclass(frozen=True)
class GrantYear:
    """The table of one year.

    Parameters
    ----------
    items : tuple of GrantItem
        In the order of the table.
    line_of : mapping of str to int
        Line of each municipality in the scores.
    scores : ndarray of int, shape (municipalities, items)
        Points.
    areas : mapping of str to GrantArea
        By code.
    """

    items: tuple[GrantItem, ...]
    line_of: Mapping[str, int]
    scores: NDArray[np.int16]
    areas: Mapping[str, GrantArea]


def grant_years(store: Store) -> list[int]:
    """Return the years whose table was imported, ascending."""
    found = store.cursor().execute("SELECT DISTINCT year FROM grant_items ORDER BY year").fetchall()
    return [int(year) for (year,) in found]


def grant_year(store: Store, year: int) -> GrantYear:
    """Return the table of one year; empty where it was not imported."""
    cursor = store.cursor()
    listed = cursor.execute(
        "SELECT item, fund, goal, goal_ja, grouping, number, name_ja, branch, sub, points "
        "FROM grant_items WHERE year = ? ORDER BY item",
        [year],
    ).fetchall()
    items = tuple(GrantItem(*row) for row in listed)
    about = cursor.execute(
        "SELECT area, union_ja, insured, size_class, depopulated FROM grant_areas "
        "WHERE year = ? ORDER BY area",
        [year],
    ).fetchall()
    read = cursor.execute(
        "SELECT score FROM grant_scores WHERE year = ? ORDER BY area, item", [year]
    ).fetchnumpy()["score"]
    scores = np.asarray(read, dtype=np.int16).reshape(len(about), len(items))
    return GrantYear(
        items,
        {str(area): line for line, (area, *_) in enumerate(about)},
        scores,
        {str(area): GrantArea(*said) for area, *said in about},
    )
