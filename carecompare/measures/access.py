"""How much supply is within reach of each place: two-step floating catchment areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from carecompare.errors import MeasureError
from carecompare.measures.rates import checked_counts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import ArrayLike, NDArray

CATCHMENT_MINUTES = 30.0
# Weights of the three zones of ten minutes each.
ZONES = ((10.0, 1.0), (20.0, 0.68), (30.0, 0.22))


def access(
    supply: ArrayLike,
    populations: ArrayLike,
    minutes: ArrayLike,
    zones: Sequence[tuple[float, float]] = ((CATCHMENT_MINUTES, 1.0),),
) -> NDArray[np.float64]:
    """Return the supply within reach per person of each place.

    Each site's supply is shared among all whom it reaches; each place adds up the shares it reaches.

    Parameters
    ----------
    supply : array_like, shape (sites,)
        Size of each site.
    populations : array_like, shape (places,)
        Persons of each place.
    minutes : array_like, shape (places, sites)
        Travel time; NaN where there is no way.
    zones : sequence of (float, float)
        Upper end in minutes, included, and weight of each zone, from the nearest. One zone is the plain
        method, `ZONES` the enhanced one.

    Returns
    -------
    ndarray of float, shape (places,)
        Supply per person. Times the populations it adds up to the supply of all sites that reach someone.

    Raises
    ------
    MeasureError
        If a number is negative or infinite, or the times are not of places by sites.

    References
    ----------
    Luo W, Qi Y (2009). An enhanced two-step floating catchment area (E2SFCA) method for measuring spatial
    accessibility to primary care physicians. Health & Place 15: 1100-1107.
    """
    sites, places = checked_counts(supply, "supply"), checked_counts(populations, "population")
    times = checked_counts(minutes, "minutes")
    if times.shape != (places.size, sites.size):
        raise MeasureError("times_not_places_by_sites", found=times.shape, expected=(places.size, sites.size))
    weights = np.select([times <= end for end, _ in zones], [weight for _, weight in zones], 0.0)
    reached = weights.T @ places
    ratios = np.divide(sites, reached, out=np.zeros_like(sites), where=reached > 0)
    return np.asarray(weights @ ratios)
