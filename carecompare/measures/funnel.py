"""How far a share may lie from a reference by chance alone, by the size of its population."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.measures.intervals import Limits, normal_quantile

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


# Of the scores at either end so many are drawn in, so that a few outliers do not widen the funnel for all.
WINSORISED = 0.1
FEWEST_SCORED = 10


class OverDispersion(NamedTuple):
    """How much more shares differ than chance lets them.

    Parameters
    ----------
    ratio : float
        φ: mean of the squared winsorised scores, 1 where chance explains everything; NaN of fewer than ten.
    variance : float
        τ²: variance between places beside chance, in squared fractions of 1; 0 where there is none.
    """

    ratio: float
    variance: float


def over_dispersion(shares: ArrayLike, populations: ArrayLike, share: float) -> OverDispersion:
    """Return how much more shares differ from a reference than chance lets them.

    Parameters
    ----------
    shares, populations : array_like, shape (n,)
        Of all places: fractions of 1, persons.
    share : float
        The reference.

    Returns
    -------
    OverDispersion
        By the method of moments, from scores of which a tenth at either end is winsorised.

    References
    ----------
    Spiegelhalter DJ (2005). Handling over-dispersion of performance indicators. Quality and Safety in Health
    Care 14: 347-351; DerSimonian R, Laird N (1986). Controlled Clinical Trials 7: 177-188.
    """
    given, persons = (np.asarray(each, dtype=np.float64) for each in (shares, populations))
    if given.size < FEWEST_SCORED:
        return OverDispersion(float("nan"), 0.0)
    variance = share * (1 - share) / persons
    scores = (given - share) / np.sqrt(variance)
    low, high = np.quantile(scores, [WINSORISED, 1 - WINSORISED])
    ratio = float(np.mean(np.clip(scores, low, high) ** 2))
    weights = 1 / variance
    weighed = weights.sum() - (weights**2).sum() / weights.sum()
    return OverDispersion(ratio, max((given.size * ratio - (given.size - 1)) / float(weighed), 0.0))


def funnel_limits(
    share: ArrayLike, population: ArrayLike, confidence: float = 0.95, between: float = 0.0
) -> Limits:
    """Return the shares within which a population of that size stays by chance around a reference.

    They are the shares whose score interval (Wilson's) just touches the reference, which is the normal
    interval around it. For counts the same question is answered by `exact_limits` of the events.

    Parameters
    ----------
    share : array_like
        The reference, a fraction of 1.
    population : array_like
        Persons; none gives no limits.
    confidence : float
        Coverage of the two limits together.
    between : float
        Variance between places beside chance, from `over_dispersion`.

    Returns
    -------
    Limits
        Fractions of 1, cut off at 0 and 1. Care figures differ by more than chance almost everywhere: most
        municipalities lie outside the limits of chance alone.

    Raises
    ------
    MeasureError
        If the confidence is not between 0 and 1.

    References
    ----------
    Spiegelhalter DJ (2005). Funnel plots for comparing institutional performance. Statistics in Medicine
    24: 1185-1202.
    """
    z = normal_quantile(confidence)
    reference = np.asarray(share, dtype=np.float64)
    persons = np.asarray(population, dtype=np.float64)
    by_chance = reference * (1 - reference) / np.where(persons > 0, persons, np.nan)
    spread = z * np.sqrt(by_chance + between)
    return Limits(np.maximum(reference - spread, 0.0), np.minimum(reference + spread, 1.0))
