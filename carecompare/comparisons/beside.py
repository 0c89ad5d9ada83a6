"""The comparators of several indicators as rows, columns and spreads: made once for a set of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from math import isnan, nan
from statistics import median
from typing import TYPE_CHECKING, Any

import numpy as np

from carecompare.comparisons.comparison import RATES, UNKNOWN_AGES, drawn_from
from carecompare.measures.rank_interval import Drawn, drawn_others
from carecompare.tables import INSURER_LEVEL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from carecompare.tables import Row

FEWEST_FOR_QUARTILES = 4
# Draws of so many peers are kept for the next municipality beside them: 8 kB for each peer and indicator.
MOST_DRAWN_KEPT = 60
QUARTILES = (0.25, 0.5, 0.75)
UNCERTAIN = (*RATES, UNKNOWN_AGES)
DRAWN_FROM = ("value", "lower", "upper", "numerator", "denominator")


@dataclass(frozen=True)
class Beside:
    """The peers of a municipality: whoever they stand beside, they say the same.

    Parameters
    ----------
    rows : mapping of str to list of Row
        One per peer in their order, by the indicators in theirs.
    """

    rows: Mapping[str, Sequence[Row]]
    _drawn: dict[int, Drawn] = field(default_factory=dict, compare=False)

    @cached_property
    def medians(self) -> Mapping[str, tuple[float, int]]:
        """Return the median by indicator, and of how many peers, without figures of insurers of several."""
        known = {
            indicator: [
                row["value"] for row in rows if not isnan(row["value"]) and row["status"] != INSURER_LEVEL
            ]
            for indicator, rows in self.rows.items()
        }
        return {name: (median(found) if found else nan, len(found)) for name, found in known.items()}

    @cached_property
    def columns(self) -> Mapping[str, NDArray[Any]]:
        """Return what ranks are drawn from, each of shape (indicators, peers)."""
        return {name: self._column(name, float) for name in DRAWN_FROM} | {
            "method": self._column("method", np.str_)
        }

    @cached_property
    def ranked(self) -> NDArray[np.float64]:
        """Return the figures that are ranked, NaN where one is an insurer's of several municipalities."""
        return np.where(self._column("status", np.str_) == INSURER_LEVEL, np.nan, self.columns["value"])

    @cached_property
    def spread(self) -> Sequence[Mapping[str, float]]:
        """Return the spread by indicator: how many, lowest, quartiles, highest."""
        found = {name: column.tolist() for name, column in _spread(self.ranked).items()}
        return [dict(zip(found, line, strict=True)) for line in zip(*found.values(), strict=True)]

    @cached_property
    def moves(self) -> Sequence[bool]:
        """Return by indicator whether any peer's figure is uncertain."""
        return [bool(each.any()) for each in np.isin(self.columns["method"], UNCERTAIN)]

    def drawn(self, place: int) -> Drawn:
        """Return the draws of the peers, of the indicator in a place."""
        kept = self._drawn.get(place)
        if kept is not None:
            return kept
        columns = {name: column[place] for name, column in self.columns.items()}
        drawn = drawn_others(drawn_from(self.ranked[place], columns))
        if len(drawn.value) <= MOST_DRAWN_KEPT:
            self._drawn[place] = drawn
        return drawn

    def _column(self, name: str, kind: type) -> NDArray[Any]:
        given = [[row[name] for row in of_indicator] for of_indicator in self.rows.values()]
        many = len(given[0]) if given else 0
        return np.array(given, dtype=kind).reshape(len(given), many)


def _spread(figures: NDArray[np.float64]) -> dict[str, NDArray[np.float64]]:
    """Return the spread of each line of figures, some of them missing."""
    ordered = np.sort(figures, axis=1)
    many = np.count_nonzero(~np.isnan(ordered), axis=1)
    if ordered.shape[1] == 0:
        nothing = np.full(len(ordered), np.nan)
        return {"peers": many.astype(float)} | dict.fromkeys(
            ("lowest", "first", "median", "third", "highest"), nothing
        )

    def at(share: float) -> NDArray[np.float64]:
        place = share * np.maximum(many - 1, 0)
        below = np.floor(place).astype(int)
        above = np.minimum(below + 1, np.maximum(many - 1, 0))
        low, high = (np.take_along_axis(ordered, each[:, None], axis=1)[:, 0] for each in (below, above))
        found: NDArray[np.float64] = low + (high - low) * (place - below)
        return found

    first, median, third = (at(share) for share in QUARTILES)
    few = many < FEWEST_FOR_QUARTILES
    return {
        "peers": many.astype(float),
        "lowest": at(0.0),
        "first": np.where(few, np.nan, first),
        "median": median,
        "third": np.where(few, np.nan, third),
        "highest": at(1.0),
    }
