"""Where access and density tell different stories: the municipalities whose two ranks lie farthest apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from carecompare.measures.standing import ranks

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True)
class AccessGap:
    """One municipality by both figures.

    ``density_rank`` and ``access_rank`` are of ``ranked`` municipalities, the highest first.
    """

    area: str
    density: float
    access: float
    density_rank: int
    access_rank: int
    ranked: int

    @property
    def difference(self) -> int:
        """Places that it stands higher by access than by density; negative where it stands lower."""
        return self.density_rank - self.access_rank


def access_gaps(density: Mapping[str, float], access: Mapping[str, float], most: int = 20) -> list[AccessGap]:
    """Return where access and density disagree most.

    Parameters
    ----------
    density, access : mapping of str to float
        Figure of each municipality; NaN where it is missing.
    most : int
        How many.

    Returns
    -------
    list of AccessGap
        The largest difference of ranks first, then by code; only municipalities that have both.
    """
    codes = sorted(code for code in density if np.isfinite([density[code], access.get(code, np.nan)]).all())
    by_density = ranks([density[code] for code in codes])
    by_access = ranks([access[code] for code in codes])
    gaps = [
        AccessGap(code, density[code], access[code], int(one), int(other), len(codes))
        for code, one, other in zip(codes, by_density, by_access, strict=True)
    ]
    return sorted(gaps, key=lambda gap: (-abs(gap.difference), gap.area))[:most]
