"""Whether the scores of every municipality add up, and whether its rank is that of its total."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from carecompare.cells import number
from carecompare.errors import SourceError
from carecompare.sources.publishers.grants.columns import GOALS, letters
from carecompare.sources.publishers.grants.headings import OUTCOME_GOAL

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from numpy.typing import NDArray

    from carecompare.sources.publishers.grants.columns import Headings
    from carecompare.sources.publishers.grants.rows import GrantRows

MOST_APART = 0.05
GROUPS = ("process", "activity")


def check_sums(headings: Headings, rows: GrantRows, names: Mapping[str, str]) -> Iterator[SourceError]:
    """Yield what does not add up.

    Parameters
    ----------
    headings : Headings
        Where everything stands.
    rows : GrantRows
        What was read; a municipality with a cell that is no number is not added up, all others are.
    names : mapping of str to str
        Of municipalities, by code.

    Yields
    ------
    SourceError
        An item above its points; a municipality whose cells do not add up to the total of a group, whose
        groups not to that of a goal, goals not to a fund, funds not to the grand total; goal 4 is in both.
        The branch of an alternative that does not count is stored as zero, so cells add up exactly; points of
        items do not add up to what a goal can give, and are not compared with it. Only where all this holds
        and every row was read, a rank that is not one more than the totals above it.
    """
    if not rows.areas:
        return
    whole = (rows.scores >= 0).all(axis=1)
    for each in rows.totals.values():
        whole &= each >= 0
    points = np.array([item.points for item in headings.items])
    over = rows.scores > points
    for place, at in np.argwhere(over):
        item = headings.items[at]
        yield SourceError(
            "grant_score_exceeds",
            row=rows.numbers[place],
            column=letters(item.column),
            area=names[rows.areas[place]],
            found=int(rows.scores[place, at]),
            expected=item.points,
        )
    wrong = False
    for total, found in _sums(headings, rows):
        for place in np.flatnonzero(whole & (found != rows.totals[total])):
            wrong = True
            yield SourceError(
                "grant_does_not_add_up",
                row=rows.numbers[place],
                column=letters(headings.totals[total]),
                area=names[rows.areas[place]],
                found=int(found[place]),
                expected=int(rows.totals[total][place]),
            )
    if not (rows.problems or wrong or over.any()) and rows.ranks is not None:
        yield from _ranks(headings, rows, names)


def differing_means(headings: Headings, rows: GrantRows) -> list[str]:
    """Return the totals whose mean over all municipalities is not the one that the table prints."""
    printed = {name: number(text) for name, text in headings.means.items()}
    return [
        name
        for name, mean in printed.items()
        if mean is not None and abs(float(rows.totals[name].mean()) - mean) > MOST_APART
    ]


def _sums(headings: Headings, rows: GrantRows) -> Iterator[tuple[str, NDArray[np.int64]]]:
    for fund in ("promotion", "support"):
        for goal in GOALS.values():
            parts = [f"{fund}_goal_{goal}_{each}" for each in GROUPS] if goal != OUTCOME_GOAL else []
            for part, grouping in zip(parts, GROUPS, strict=False):
                yield part, _of_items(headings, rows, fund, goal, grouping)
            name = f"{fund}_goal_{goal}"
            if parts:
                yield name, rows.totals[parts[0]] + rows.totals[parts[1]]
            else:
                yield name, _of_items(headings, rows, fund, goal, "outcome")
        goals = [rows.totals[f"{fund}_goal_{goal}"] for goal in GOALS.values()]
        yield fund, np.sum(goals, axis=0)
    yield "total", rows.totals["promotion"] + rows.totals["support"]


def _of_items(headings: Headings, rows: GrantRows, fund: str, goal: int, grouping: str) -> NDArray[np.int64]:
    chosen = [
        place
        for place, item in enumerate(headings.items)
        if (item.fund, item.goal, item.grouping) == (fund, goal, grouping)
    ]
    summed: NDArray[np.int64] = rows.scores[:, chosen].sum(axis=1)
    return summed


def _ranks(headings: Headings, rows: GrantRows, names: Mapping[str, str]) -> Iterator[SourceError]:
    if rows.ranks is None:
        return
    ordered = np.sort(rows.totals["total"])
    above = len(ordered) - np.searchsorted(ordered, rows.totals["total"], side="right")
    for place in np.flatnonzero(above + 1 != rows.ranks):
        yield SourceError(
            "grant_rank_wrong",
            row=rows.numbers[place],
            column=letters(headings.rank),
            area=names[rows.areas[place]],
            found=int(rows.ranks[place]),
            expected=int(above[place] + 1),
        )
