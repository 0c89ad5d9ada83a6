"""How many offices would keep the density of today as the population they serve changes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from carecompare.measures.intervals import count_limits
from carecompare.measures.rates import checked_counts, quotient

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import ArrayLike, NDArray


class Needed(NamedTuple):
    """Offices needed in each year, with the limits that the count of today leaves."""

    value: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]


def offices_needed(offices: float, population_now: float, populations: ArrayLike) -> Needed:
    """Return the offices that later populations would need at the density of today.

    Parameters
    ----------
    offices : float
        Counted today.
    population_now : float
        Persons served today, from the same series as the later ones.
    populations : array_like
        Persons served later.

    Returns
    -------
    Needed
        In offices; missing where nobody is served today. The limits are those of the count (exact below ten,
        Byar's from ten on) and say nothing of the error of the projection.

    Raises
    ------
    MeasureError
        If a number is negative or infinite.
    """
    counted, later = checked_counts(offices, "numerator"), checked_counts(populations, "denominator")
    growth = quotient(later, checked_counts(population_now, "denominator"))
    limits = count_limits(counted)
    return Needed(counted * growth, limits.lower * growth, limits.upper * growth)
