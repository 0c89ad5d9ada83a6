"""How much of the difference between two rates lies in the ages and how much in the rates by age."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.errors import MeasureError
from carecompare.measures.intervals import normal_quantile
from carecompare.measures.rates import checked_counts

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class Decomposition(NamedTuple):
    """A difference of two crude rates in parts that add up to it.

    Parameters
    ----------
    own, other : float
        The crude rates.
    structure, rates : ndarray of float, shape (strata,)
        What each stratum adds by its share of the population, and by its rate.
    rates_error : float
        Standard error of the sum of ``rates``.
    """

    own: float
    other: float
    structure: NDArray[np.float64]
    rates: NDArray[np.float64]
    rates_error: float

    @property
    def difference(self) -> float:
        """Return own minus other."""
        return self.own - self.other

    def rates_limits(self, confidence: float = 0.95) -> tuple[float, float]:
        """Return the limits of what the rates by age add."""
        z = normal_quantile(confidence)
        total = float(self.rates.sum())
        return total - z * self.rates_error, total + z * self.rates_error


def decomposition(
    counts: ArrayLike,
    populations: ArrayLike,
    other_counts: ArrayLike,
    other_populations: ArrayLike,
    *,
    per: float = 1.0,
) -> Decomposition:
    """Part the difference of two rates into age structure and rates by age, symmetrically.

    Shares are weighted by the mean of the two rates of their stratum, and rates by the mean of the two
    shares, so that neither side is the standard and nothing is left over. The mean of the two crude rates
    is taken off the rates that weight the shares: this changes no sum, as shares add up to 1, and a
    stratum then adds where it is larger than elsewhere and its rate above the mean, or smaller and below.

    Parameters
    ----------
    counts, populations : array_like, shape (strata,)
        Events and persons of the own population.
    other_counts, other_populations : array_like, shape (strata,)
        Of the one it is compared with.
    per : float
        Unit of the result: 100 for percentage points.

    Returns
    -------
    Decomposition
        Exchanging the two changes every sign and nothing else.

    Raises
    ------
    MeasureError
        If a number is negative, infinite or missing, a stratum has nobody, or a count exceeds its persons.

    References
    ----------
    Kitagawa EM (1955). Components of a difference between two rates. Journal of the American Statistical
    Association 50: 1168-1194. Das Gupta P (1993). Standardization and decomposition of rates. US Bureau of
    the Census, P23-186.
    """
    shares, rates, variances = zip(
        _of(counts, populations), _of(other_counts, other_populations), strict=True
    )
    crude = [float(share @ rate) for share, rate in zip(shares, rates, strict=True)]
    mean_rates, mean_shares = (rates[0] + rates[1]) / 2, (shares[0] + shares[1]) / 2
    structure = (shares[0] - shares[1]) * (mean_rates - sum(crude) / 2)
    by_rates = (rates[0] - rates[1]) * mean_shares
    error = float(np.sqrt(mean_shares**2 @ (variances[0] + variances[1])))
    return Decomposition(crude[0] * per, crude[1] * per, structure * per, by_rates * per, error * per)


def _of(
    counts: ArrayLike, populations: ArrayLike
) -> tuple[NDArray[np.float64], NDArray[np.float64], NDArray[np.float64]]:
    """Return shares, rates and the variances of the rates."""
    events, persons = checked_counts(counts, "numerator"), checked_counts(populations, "denominator")
    wrong = np.flatnonzero(~(persons > 0) | ~(events <= persons))
    if wrong.size:
        row = int(wrong[0])
        raise MeasureError(
            "stratum_without_rate", row=row, found=float(events[row]), expected=float(persons[row])
        )
    rates = events / persons
    return persons / persons.sum(), rates, rates * (1 - rates) / persons


class CountChange(NamedTuple):
    """A change of a number of events in parts that add up to it, in events.

    Parameters
    ----------
    size, structure, rates : float
        What follows from how many persons there are, from how they divide, and from their rates.
    """

    size: float
    structure: float
    rates: float

    @property
    def total(self) -> float:
        """Return later minus now."""
        return self.size + self.structure + self.rates


def count_change(
    counts: ArrayLike, populations: ArrayLike, later_counts: ArrayLike, later_populations: ArrayLike
) -> CountChange:
    """Return a change of a number of events in parts: persons, their structure, their rates.

    Parameters
    ----------
    counts, populations : array_like, shape (strata,)
        Events and persons now.
    later_counts, later_populations : array_like, shape (strata,)
        The same later.

    Returns
    -------
    CountChange
        Each part at the mean of now and later of the others; exchanging the two changes every sign.

    Raises
    ------
    MeasureError
        As for `decomposition`.

    References
    ----------
    As for `decomposition`: a number is the crude rate times the persons.
    """
    parts = decomposition(later_counts, later_populations, counts, populations, per=1)
    now, later = (float(np.sum(np.asarray(each, dtype=float))) for each in (populations, later_populations))
    mean_size, mean_rate = (now + later) / 2, (parts.own + parts.other) / 2
    return CountChange(
        (later - now) * mean_rate,
        float(parts.structure.sum()) * mean_size,
        float(parts.rates.sum()) * mean_size,
    )
