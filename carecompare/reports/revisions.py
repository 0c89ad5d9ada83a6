"""What has changed between two states of one table."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.exhibits import Grid

Key = tuple[str, ...]


@dataclass(frozen=True)
class Revision:
    """One cell: headings of its row and column, and what stood and stands there.

    ``then`` or ``now`` is None where the row or the column was not there.
    """

    row: str
    column: str
    then: str | None
    now: str | None


def revisions(then: Grid, now: Grid) -> list[Revision]:
    """Return every cell that changed.

    Parameters
    ----------
    then, now : Grid
        Two states of one table. Rows and columns are matched by what they are called, not by where they
        stand: a table that is only ordered anew has no revision.

    Returns
    -------
    list of Revision
        In the order of the earlier table, then what is new. A row or a column that is gone, or new, is one
        revision without a heading of the other kind.
    """
    columns_then, columns_now = (_keyed([(heading,) for heading in each.columns]) for each in (then, now))
    named = [_named(each) for each in (then, now)]
    repeated = {
        first for rows in named for first, many in Counter(row[0] for row in rows).items() if many > 1
    }
    rows_then, rows_now = (_keyed([row if row[0] in repeated else row[:1] for row in rows]) for rows in named)
    found = [
        Revision(
            _heading(row),
            _heading(column),
            then.texts[at][place],
            now.texts[rows_now[row]][columns_now[column]],
        )
        for row, at in rows_then.items()
        if row in rows_now
        for column, place in columns_then.items()
        if column in columns_now and place
    ]
    changed = [each for each in found if each.then != each.now]
    changed += [Revision("", _heading(each), "", None) for each in columns_then if each not in columns_now]
    changed += [Revision("", _heading(each), None, "") for each in columns_now if each not in columns_then]
    changed += [Revision(_heading(each), "", "", None) for each in rows_then if each not in rows_now]
    changed += [Revision(_heading(each), "", None, "") for each in rows_now if each not in rows_then]
    return changed


def _named(grid: Grid) -> list[Key]:
    """Return what each row is called: its heading, its group, and a second cell that is a word."""
    group = ""
    named: list[Key] = []
    for place, row in enumerate(grid.texts):
        group = grid.groups.get(place, group)
        # As in 2020年・推計.
        second = (row[1],) if len(row) > 1 and 1 not in grid.numeric else ()
        named.append((row[0], group, *second))
    return named


def _keyed(keys: Iterable[Key]) -> dict[Key, int]:
    """Return where each key stands; of equal ones each its own."""
    seen: Counter[Key] = Counter()
    placed: dict[Key, int] = {}
    for place, key in enumerate(keys):
        seen[key] += 1
        placed[(*key, str(seen[key]))] = place
    return placed


def _heading(key: Key) -> str:
    return " ".join(part for part in (key[0], *key[2:-1]) if part)
