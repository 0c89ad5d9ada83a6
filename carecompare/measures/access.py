"""How much supply is within reach of each place: two-step floating catchment areas."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

CATCHMENT_MINUTES = 30.0


def shared_out(
    supply: NDArray[np.float64],
    populations: NDArray[np.float64],
    place: NDArray[np.intp],
    site: NDArray[np.intp],
) -> NDArray[np.float64]:
    """Return the supply within reach per person of each place, from the pairs that reach each other.

    Each site's supply is shared among all whom it reaches; each place adds up the shares it reaches.

    Parameters
    ----------
    supply : ndarray of float, shape (sites, kinds)
        Size of each site, of several kinds of supply at once.
    populations : ndarray of float, shape (places,)
        Persons of each place.
    place, site : ndarray of int, shape (pairs,)
        Which place reaches which site.

    Returns
    -------
    ndarray of float, shape (places, kinds)
        Supply per person. Times the populations it adds up to the supply of all sites that reach someone.

    References
    ----------
    Luo W, Wang F (2003). Measures of spatial accessibility to health care in a GIS environment: synthesis and
    a case study in the Chicago region. Environment and Planning B 30: 865-884.
    """
    reached = np.bincount(site, weights=populations[place], minlength=len(supply))[:, None]
    ratios = np.divide(supply, reached, out=np.zeros_like(supply), where=reached > 0)
    found = np.empty((len(populations), supply.shape[1]))
    for kind in range(supply.shape[1]):
        found[:, kind] = np.bincount(place, weights=ratios[site, kind], minlength=len(populations))
    return found
