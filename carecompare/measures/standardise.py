"""Rates made comparable between populations of different ages: indirect standardisation.

Strata (age bands) are the first axis; what remains broadcasts. A missing number in any stratum makes a
missing result.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.measures.intervals import count_limits
from carecompare.measures.rates import NO_INTERVAL, Estimate, checked_counts, quotient

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

INDIRECT = "indirect"


class Ratio(NamedTuple):
    """What was counted against what the reference rates lead to expect.

    Parameters
    ----------
    expected : ndarray of float
        Events that the populations would have at the reference rates.
    value, lower, upper : ndarray of float
        Counted ÷ expected with its limits; 1 means as in the reference.
    """

    expected: NDArray[np.float64]
    value: NDArray[np.float64]
    lower: NDArray[np.float64]
    upper: NDArray[np.float64]


def indirect_ratio(
    count: ArrayLike,
    populations: ArrayLike,
    reference_counts: ArrayLike,
    reference_populations: ArrayLike,
    *,
    confidence: float = 0.95,
) -> Ratio:
    """Return the ratio of counted to expected events.

    Parameters
    ----------
    count : array_like, shape (…)
        Events of all strata together.
    populations : array_like, shape (strata, …)
        Persons in each stratum.
    reference_counts, reference_populations : array_like, shape (strata, …)
        Events and persons in each stratum of the reference.
    confidence : float
        Coverage of the two-sided interval: exact below ten events, Byar's from ten on.

    Returns
    -------
    Ratio
        Missing where nothing is expected.

    Raises
    ------
    MeasureError
        If a number is negative or infinite, or the confidence is not between 0 and 1.

    References
    ----------
    Breslow NE, Day NE (1987). Statistical Methods in Cancer Research, volume II: The Design and Analysis
    of Cohort Studies. IARC, pages 65-72.
    """
    events = checked_counts(count, "numerator")
    rates = quotient(
        checked_counts(reference_counts, "reference_numerator"),
        checked_counts(reference_populations, "reference_denominator"),
    )
    expected = np.sum(checked_counts(populations, "denominator") * rates, axis=0)
    limits = count_limits(events, confidence)
    return Ratio(
        np.asarray(expected),
        quotient(events, expected),
        quotient(limits.lower, expected),
        quotient(limits.upper, expected),
    )


def indirect_rate(
    count: ArrayLike,
    populations: ArrayLike,
    reference_counts: ArrayLike,
    reference_populations: ArrayLike,
    *,
    per: float = 1.0,
    confidence: float = 0.95,
) -> Estimate:
    """Return the indirectly standardised rate: the ratio times the crude rate of the reference.

    Parameters
    ----------
    count, populations, reference_counts, reference_populations, confidence
        As for `indirect_ratio`.
    per : float
        Unit of the result: 1 for a fraction, 100 for percent.

    Returns
    -------
    Estimate
        The reference itself keeps its crude rate exactly.

    Raises
    ------
    MeasureError
        As for `indirect_ratio`.

    References
    ----------
    Breslow NE, Day NE (1987), as for `indirect_ratio`.
    """
    ratio = indirect_ratio(count, populations, reference_counts, reference_populations, confidence=confidence)
    events, persons = (
        np.sum(np.asarray(each, dtype=np.float64), axis=0)
        for each in (reference_counts, reference_populations)
    )
    crude = per * quotient(events, persons)
    value = ratio.value * crude
    method = np.where(np.isnan(value), NO_INTERVAL, INDIRECT)
    return Estimate(value, ratio.lower * crude, ratio.upper * crude, method)
