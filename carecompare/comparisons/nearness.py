"""How near some municipalities are to the own one among all of the country."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.peers import Peers
from carecompare.measures.likeness import contributions, distances, rebased

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.comparisons.peers import FeatureTable


@dataclass(frozen=True)
class Nearness:
    """Municipalities from the nearest to the farthest.

    Parameters
    ----------
    peers : Peers
        Those asked for that can be compared, the nearest first, each explained; ``stays`` is not drawn.
    places : tuple of int
        Which nearest of the country each is, from 1.
    of : int
        How many of the country can be compared, without the own one.
    """

    peers: Peers
    places: tuple[int, ...]
    of: int

    def place(self, code: str) -> int | None:
        """Return which nearest a municipality is, or None where it cannot be compared."""
        return self.places[self.peers.codes.index(code)] if code in self.peers.codes else None


def nearness(table: FeatureTable, own: str, weights: Mapping[str, float], codes: Sequence[str]) -> Nearness:
    """Find how near some municipalities are.

    Parameters
    ----------
    table : FeatureTable
        From `feature_table`.
    own : str
        Code of the own municipality, which is left out.
    weights : mapping of str to float
        By feature.
    codes : sequence of str
        Which ones, each once.

    Returns
    -------
    Nearness
        Places count from 1 over the whole country; equally near ones share a place.

    Raises
    ------
    MeasureError
        If a weight is negative or not finite, or none is above 0.
    """
    row = table.row_of[own]
    weighed = table.weights(weights)
    apart = distances(table.standard, row, weighed)
    in_order = np.sort(apart[~np.isnan(apart)])[1:]  # without the own one, which is nearest to itself
    rows = sorted({table.row_of[code] for code in codes} - {row})
    members = np.array([each for each in rows if not isnan(apart[each])], dtype=np.intp)
    members = members[np.argsort(apart[members], kind="stable")]
    missing = np.isnan(table.standard[row]) & (weighed > 0)
    found = Peers(
        table=table,
        own=own,
        codes=tuple(table.codes[each] for each in members),
        weights=weighed,
        distance=rebased(apart)[members],
        shares=contributions(table.standard[[row, *members]], 0, weighed)[1:],
        stays=np.full(members.size, np.nan),
        lacking=tuple(each for each, is_missing in zip(table.features, missing, strict=True) if is_missing),
        is_comparable=not bool(np.isnan(apart[row])),
    )
    places = tuple(int(each) + 1 for each in np.searchsorted(in_order, apart[members], side="left"))
    return Nearness(found, places, len(in_order))
