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
    place, site = np.nonzero(weights)
    return shared_out(sites[:, None], places, place, site, weights[place, site])[:, 0]


def shared_out(
    supply: NDArray[np.float64],
    populations: NDArray[np.float64],
    place: NDArray[np.intp],
    site: NDArray[np.intp],
    weights: NDArray[np.float64] | None = None,
) -> NDArray[np.float64]:
    """Return the supply within reach per person, from the pairs that reach each other alone.

    Parameters
    ----------
    supply : ndarray of float, shape (sites, kinds)
        Size of each site, of several kinds of supply at once.
    populations : ndarray of float, shape (places,)
        Persons of each place.
    place, site : ndarray of int, shape (pairs,)
        Which place reaches which site.
    weights : ndarray of float, shape (pairs,), optional
        Of the zone of each pair; 1 when not given.

    Returns
    -------
    ndarray of float, shape (places, kinds)
        As :func:`access`.
    """
    people = populations[place] if weights is None else populations[place] * weights
    reached = np.bincount(site, weights=people, minlength=len(supply))[:, None]
    ratios = np.divide(supply, reached, out=np.zeros_like(supply), where=reached > 0)
    found = np.empty((len(populations), supply.shape[1]))
    for kind in range(supply.shape[1]):
        share = ratios[site, kind] if weights is None else ratios[site, kind] * weights
        found[:, kind] = np.bincount(place, weights=share, minlength=len(populations))
    return found
