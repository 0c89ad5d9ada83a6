"""What figures stand on (areas, codes, boundaries, groups): which of it a file changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.sources.figures import (
    AREAS_FILE,
    BOUNDARIES_FILE,
    CHANGES_FILE,
    CODE_CHANGES_FILE,
    INSURERS_FILE,
    NEIGHBOURS_FILE,
    TOWN_POINTS_FILE,
)
from carecompare.sources.places import GROUP_FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from carecompare.sources.places import Places


# A file of these replaces every row: what was there before is no origin of them any more.
WHOLE_LISTS = frozenset({BOUNDARIES_FILE, NEIGHBOURS_FILE, *GROUP_FILES})


def ground_of(before: Places, after: Places) -> Iterator[tuple[str, pd.DataFrame, pd.DataFrame]]:
    """Yield the lists that a file changes.

    Parameters
    ----------
    before, after : Places
        What figures stand on before and after the file.

    Yields
    ------
    tuple of str, DataFrame and DataFrame
        Name of the table, its rows before, its rows after.
    """
    if after is before:
        return
    if not after.areas.equals(before.areas):
        yield AREAS_FILE, before.areas, after.areas
    if not after.changes.equals(before.changes):
        yield CHANGES_FILE, before.changes, after.changes
    if after.boundaries is not before.boundaries:
        yield BOUNDARIES_FILE, _drawn(before), _drawn(after)
        yield NEIGHBOURS_FILE, before.neighbours, after.neighbours
    if not after.members.equals(before.members):
        yield INSURERS_FILE, before.members, after.members
    if not after.code_changes.equals(before.code_changes):
        yield CODE_CHANGES_FILE, before.code_changes, after.code_changes
    if not after.town_points.equals(before.town_points):
        yield TOWN_POINTS_FILE, before.town_points, after.town_points
    for name in GROUP_FILES:
        groups = before.groups_of(name), after.groups_of(name)
        if not groups[1].equals(groups[0]):
            yield name, *groups


def _drawn(places: Places) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "area": list(places.boundaries.keys()),
            "shape": [shape.wkb for shape in places.boundaries.values()],
        }
    )


def is_as_before(held: pd.DataFrame | None, column: pd.DataFrame) -> bool:
    """Return whether a column holds the very same figures in the same order: most of a file read again.

    Parameters
    ----------
    held : DataFrame or None
        ``area`` and ``value`` at hand.
    column : DataFrame
        The same of the file.
    """
    if held is None or len(held) != len(column):
        return False
    return np.array_equal(held["area"].to_numpy(), column["area"].to_numpy()) and np.array_equal(
        held["value"].to_numpy(), column["value"].to_numpy(), equal_nan=True
    )
