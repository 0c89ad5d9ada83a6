"""The islands of a town, and those that it says a bridge joins."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from carecompare.comparisons.access.reach import islands_of
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_words
from carecompare.views.topics.reach.ways import bridges, points

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.views.base.here import Page


MOST_NAMES = 3


def islands(here: Page) -> Mapping[str, str]:
    """Return what each island of the own town is called, by a block that lies on no other, largest first.

    An island whose every block lies on another one too has no name of its own, and is left out.
    """
    return here.cached("everybody", ("reach islands", here.own), lambda: _islands(here))


def _islands(here: Page) -> dict[str, str]:
    every = islands_of(points(here))
    on = Counter(name for _, names in every for name in names)
    found = {}
    for _, names in every:
        own = [name for name in names if on[name] == 1]
        if own:
            said = "、".join(own[:MOST_NAMES])
            more = reach_words.ISLAND_MORE.format(count=number(len(names)))
            found[own[0]] = said + (more if len(names) > MOST_NAMES else "")
    return found


def joined_islands(here: Page) -> list[str]:
    """Return the islands that bridges join, as `islands` names them."""
    ends = {town for bridge in bridges(here) for municipality, town in bridge if municipality == here.own}
    return [block for block in islands(here) if block in ends]
