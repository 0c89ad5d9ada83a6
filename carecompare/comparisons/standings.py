"""Many indicators over all municipalities at once: where one stands in its prefecture and the nation."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import nan
from typing import TYPE_CHECKING

from carecompare.comparisons.comparison import place_in
from carecompare.comparisons.indicator_year import Ordered
from carecompare.rows import Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Standings:
    """The figures that are ranked.

    Parameters
    ----------
    line_of : mapping of str to int
        Where each indicator stands.
    figures : ndarray of float, shape (i, m)
        By indicator and municipality; NaN where there is none that may be ranked; see `figures_ranked`.
    prefectures : ndarray of int, shape (m,)
        Number of each municipality's.
    """

    line_of: Mapping[str, int]
    figures: NDArray[np.float64]
    prefectures: NDArray[np.int8]

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
        found = dict.fromkeys(own, (nowhere, nowhere))
        for name, figure in own.items():
            line = self.line_of.get(name)
            if line is not None:
                ordered = self._ordered[line]
                found[name] = (place_in(ordered.inside(prefecture), figure), place_in(ordered.nation, figure))
        return found

    @cached_property
    def _ordered(self) -> list[Ordered]:
        return [Ordered(line, self.prefectures) for line in self.figures]
