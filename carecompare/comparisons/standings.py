"""Many indicators over all municipalities at once: where one stands in its prefecture and the nation."""

from __future__ import annotations

from dataclasses import dataclass, field
from math import nan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.comparison import Place, place_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray


@dataclass(frozen=True)
class Standings:
    """The figures that are ranked.

    Parameters
    ----------
    line_of : mapping of str to int
        Where each indicator stands.
    figures : ndarray of float, shape (i, m)
        By indicator and municipality; NaN where there is none or it is an insurer's of several.
    prefectures : ndarray of str, shape (m,)
        Two digits of each municipality.
    """

    line_of: Mapping[str, int]
    figures: NDArray[np.float64]
    prefectures: NDArray[np.str_]
    # What was asked for once: by prefecture, and by nothing for the nation.
    _ordered: dict[str, list[NDArray[np.float64]]] = field(default_factory=dict, compare=False)

    def places(self, own: Mapping[str, float], prefecture: str) -> dict[str, tuple[Place, Place]]:
        """Return where figures stand.

        Parameters
        ----------
        own : mapping of str to float
            Figure by indicator; NaN where it is not ranked.
        prefecture : str
            Two digits.

        Returns
        -------
        dict of str to tuple of Place
            By indicator: in the prefecture, in the nation; from the highest, ties share the lower number.
        """
        nowhere = Place(nan, 0)
        inside, everywhere = self._ordered_in(prefecture), self._ordered_in("")
        found = dict.fromkeys(own, (nowhere, nowhere))
        for name, figure in own.items():
            line = self.line_of.get(name)
            if line is not None:
                found[name] = (place_in(inside[line], figure), place_in(everywhere[line], figure))
        return found

    def _ordered_in(self, prefecture: str) -> list[NDArray[np.float64]]:
        """Return the figures of each indicator that are there, ascending, of a prefecture or the nation."""
        if prefecture not in self._ordered:
            figures = self.figures[:, self.prefectures == prefecture] if prefecture else self.figures
            self._ordered[prefecture] = [np.sort(line[~np.isnan(line)]) for line in figures]
        return self._ordered[prefecture]
