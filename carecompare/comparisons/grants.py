"""What the scores of the incentive grants say: ranks with more points, items to regain, steps of shares."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from carecompare.grant_shapes import GrantItem

# The steps of an item by share: being within the best of all municipalities, or of those that have any value.
SHARES = (0.7, 0.5, 0.3, 0.1)
OF_THOSE_WITH_A_VALUE = 1.0
SLACK, FEWEST_SLACK = 0.02, 3


@dataclass(frozen=True)
class Ladder:
    """The steps of one item that are given by share.

    Parameters
    ----------
    places : tuple of int
        Items, from the widest step to the narrowest.
    shares : tuple of float
        Of all municipalities; the first is 1 where it stands for all that have any value.
    counts : tuple of int
        Municipalities on each step.
    """

    places: tuple[int, ...]
    shares: tuple[float, ...]
    counts: tuple[int, ...]


def rank_with(totals: NDArray[np.float64], own: float, more: float) -> int:
    """Return the rank with more points while all others keep theirs: one more than the totals above.

    Parameters
    ----------
    totals : ndarray of float
        Of all, the own one among them.
    own, more : float
        The own total, and the points added: none below zero.
    """
    return int((totals > own + more).sum()) + 1


def to_next_rank(totals: NDArray[np.float64], own: float) -> float:
    """Return how many points are missing to share the next better rank; NaN at the top."""
    above = totals[totals > own]
    return float(above.min() - own) if above.size else float("nan")


def to_regain(items: Sequence[GrantItem], scores: NDArray[np.int16], line: int, share: float) -> list[int]:
    """Return the items without a point of which many others have one, those with most points first.

    Parameters
    ----------
    items : sequence of GrantItem
        In the order of the scores.
    scores : ndarray of int, shape (municipalities, items)
        Points.
    line : int
        The own municipality's.
    share : float
        Of all municipalities that score; items below it are left out.

    Returns
    -------
    list of int
        Places. Goal 4 stands in both funds and is taken once.
    """
    scoring = (scores > 0).mean(axis=0)
    chosen = [
        place
        for place, item in enumerate(items)
        if scores[line, place] == 0 and scoring[place] >= share and not is_repeated(item)
    ]
    return sorted(chosen, key=lambda place: (-items[place].points, -scoring[place]))


def is_repeated(item: GrantItem) -> bool:
    """Return whether an item is the second copy of one: goal 4 of both funds is one set."""
    return item.fund == "support" and item.grouping == "outcome"


def ladders(items: Sequence[GrantItem], scores: NDArray[np.int16]) -> list[Ladder]:
    """Return the items that are given by share.

    Parameters
    ----------
    items : sequence of GrantItem
        In the order of the scores.
    scores : ndarray of int, shape (municipalities, items)
        Points.

    Returns
    -------
    list of Ladder
        Four steps of equal points, each held only by who holds the one before, whose numbers of
        municipalities are 70, 50, 30 and 10 % of all, or all that have a value and 50, 30 and 10 % of them.
        That is seen from the numbers; the table does not say it.
    """
    found = []
    for places in _of_four(items):
        scored = scores[:, list(places)] > 0
        counts = tuple(int(each) for each in scored.sum(axis=0))
        if (scored[:, 1:] & ~scored[:, :-1]).any():
            continue
        shares = shares_of(counts, len(scores))
        if shares:
            found.append(Ladder(places, shares, counts))
    return found


def shares_of(counts: Sequence[int], municipalities: int) -> tuple[float, ...]:
    """Return the shares that numbers of municipalities stand for, nothing where they stand for none.

    Parameters
    ----------
    counts : sequence of int
        From the widest step.
    municipalities : int
        All of them.
    """
    if _fits(counts, SHARES, municipalities):
        return SHARES
    if 0 < counts[0] < municipalities and _fits(counts[1:], SHARES[1:], counts[0]):
        return (OF_THOSE_WITH_A_VALUE, *SHARES[1:])
    return ()


def _fits(counts: Sequence[int], shares: Sequence[float], base: int) -> bool:
    slack = max(FEWEST_SLACK, SLACK * base)
    return all(0 <= count - int(base * share) <= slack for count, share in zip(counts, shares, strict=True))


def _of_four(items: Sequence[GrantItem]) -> Iterator[tuple[int, ...]]:
    """Yield the places of four steps: the branches of an indicator, or the subs of a branch."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for place, item in enumerate(items):
        if not is_repeated(item):
            parent = (item.fund, item.goal, item.grouping, item.number, item.branch if item.sub else "")
            groups.setdefault(parent, []).append(place)
    for places in groups.values():
        points = {items[place].points for place in places}
        if len(places) == len(SHARES) and len(points) == 1:
            yield tuple(places)
