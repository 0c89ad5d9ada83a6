"""Tables that are wider than a page, in parts that fit it."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

import msgspec

from carecompare.letter_widths import width_em

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.exhibits import Grid


MOST_COLUMNS = 12
NARROW = 4


def column_parts(grid: Grid) -> list[list[int]]:
    """Return the columns of each part; each begins with the words in front of the first number."""
    many = len(grid.columns)
    if not grid.rows:
        return []
    if many <= MOST_COLUMNS:
        return [list(range(many))]
    first_number = min(grid.numeric, default=1)
    lead = list(range(first_number if first_number < NARROW else 1))
    rest = [column for column in range(many) if column not in lead]
    # Parts about as wide as each other: one column alone would fill a page.
    parts = ceil(len(rest) / (MOST_COLUMNS - len(lead)))
    step = ceil(len(rest) / parts)
    return [[*lead, *rest[first : first + step]] for first in range(0, len(rest), step)]


def with_columns(grid: Grid, columns: Sequence[int], *, is_first: bool) -> Grid:
    """Return some columns of a table; its caption stands over the first part alone."""
    return msgspec.structs.replace(
        grid,
        columns=tuple(grid.columns[column] for column in columns),
        rows=tuple(tuple(row[column] for column in columns) for row in grid.rows),
        numeric=tuple(new for new, column in enumerate(columns) if column in grid.numeric),
        own_columns=tuple(new for new, column in enumerate(columns) if column in grid.own_columns),
        caption=grid.caption if is_first else "",
    )


def column_shares(grid: Grid) -> tuple[float, ...]:
    """Return widths by the longest words of each column, none of them too narrow or too wide."""
    longest = [
        max(width_em(name) * 0.7, *(width_em(row[column]) for row in grid.texts))
        for column, name in enumerate(grid.columns)
    ]
    return tuple(min(max(each, 4.0), 22.0) for each in longest)
