"""Many indicators over all municipalities at once: where one stands in its prefecture and the nation."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.comparison import Place

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
        known = [name for name in own if name in self.line_of]
        lines = self.figures[[self.line_of[name] for name in known]]
        figures = np.array([own[name] for name in known])
        inside = self.prefectures == prefecture
        counted, above = ~np.isnan(lines), lines > figures[:, None]
        columns = (
            part.sum(axis=1).tolist()
            for each in (inside, slice(None))
            for part in (above[:, each], counted[:, each])
        )
        found = {
            name: (
                Place(nan if isnan(figure) else float(here + 1), of_here),
                Place(nan if isnan(figure) else float(everywhere + 1), of_all),
            )
            for name, figure, here, of_here, everywhere, of_all in zip(
                known, figures.tolist(), *columns, strict=True
            )
        }
        return {name: found.get(name, (nowhere, nowhere)) for name in own}
