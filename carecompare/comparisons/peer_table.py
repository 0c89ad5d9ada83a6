"""Values of all peers for several indicators, with medians and spreads: made once for a set of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import isnan
from typing import TYPE_CHECKING

from carecompare.comparisons.comparison import comparable, drawn_from, rankable
from carecompare.measures.rank_interval import Drawn, drawn_others
from carecompare.measures.standing import spread

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.rows import PeerSpread, ProfileRow, Years

# Draws of so many peers are kept for the next municipality beside them: 8 kB for each peer and indicator.
MOST_DRAWN_KEPT = 60


@dataclass(frozen=True)
class PeerTable:
    """The peers of a municipality, the same for every own municipality that has them as peers.

    Parameters
    ----------
    rows : mapping of str to sequence of ProfileRow
        One per peer in their order, by the indicators in theirs.
    """

    rows: Mapping[str, Sequence[ProfileRow]]
    _drawn: dict[int, Drawn] = field(default_factory=dict, compare=False)

    @cached_property
    def medians(self) -> Mapping[str, tuple[float, int]]:
        """Return the median by indicator, and of how many peers, without figures of insurers of several."""
        of = zip(self.rows, self.spread, strict=True)
        return {name: (found["median"], found["peers"]) for name, found in of}

    @cached_property
    def ordered(self) -> Sequence[Sequence[float]]:
        """Return by indicator the figures that are ranked, ascending."""
        ranked = ([rankable(row) for row in rows] for rows in self._lines)
        return [sorted(figure for figure in figures if not isnan(figure)) for figures in ranked]

    @cached_property
    def spread(self) -> Sequence[PeerSpread]:
        """Return the spread by indicator: how many have a figure, lowest, quartiles, highest."""
        return [
            _spread(comparable(rows), len(ranked))
            for rows, ranked in zip(self._lines, self.ordered, strict=True)
        ]

    @cached_property
    def moves(self) -> Sequence[bool]:
        """Return by indicator whether any peer's figure is uncertain."""
        return [any(drawn_from(row).moves for row in rows) for rows in self._lines]

    @cached_property
    def years(self) -> Mapping[str, Sequence[Years]]:
        """Return by indicator of which years the figures are: each ``year`` and ``denominator_year`` once."""
        pairs = (
            dict.fromkeys((row["year"], row["denominator_year"]) for row in rows) for rows in self._lines
        )
        return {
            name: [{"year": year, "denominator_year": below} for year, below in found]
            for name, found in zip(self.rows, pairs, strict=True)
        }

    @cached_property
    def _lines(self) -> Sequence[Sequence[ProfileRow]]:
        return list(self.rows.values())

    def drawn(self, place: int) -> Drawn:
        """Return the draws of the peers, of the indicator in a place."""
        kept = self._drawn.get(place)
        if kept is not None:
            return kept
        drawn = drawn_others([drawn_from(row) for row in self._lines[place]])
        if len(drawn.ordered) <= MOST_DRAWN_KEPT:
            self._drawn[place] = drawn
        return drawn


def _spread(figures: Sequence[float], many: int) -> PeerSpread:
    found = spread(figures)
    return {
        "peers": many,
        "lowest": found.lowest,
        "first": found.first,
        "median": found.median,
        "third": found.third,
        "highest": found.highest,
    }
