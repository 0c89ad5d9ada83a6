"""The comparators of the sheet as rows, columns and spreads: made once for a set of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

import numpy as np

from carecompare.tables import INSURER_LEVEL

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from carecompare.tables import Row

FEWEST_FOR_QUARTILES = 4
QUARTILES = (0.25, 0.5, 0.75)
DRAWN_FROM = ("value", "lower", "upper", "numerator", "denominator")


@dataclass(frozen=True)
class Beside:
    """The peers of a municipality: whoever they stand beside, they say the same.

    Parameters
    ----------
    rows : mapping of str to list of Row
        From `peer_rows`, by the indicators of the sheet in their order.
    """

    rows: Mapping[str, Sequence[Row]]

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
