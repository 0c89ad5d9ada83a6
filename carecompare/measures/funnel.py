"""How far a share may lie from a reference by chance alone, by the size of its population."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from carecompare.measures.intervals import Limits, normal_quantile

if TYPE_CHECKING:
    from numpy.typing import ArrayLike


def funnel_limits(share: ArrayLike, population: ArrayLike, confidence: float = 0.95) -> Limits:
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

    Returns
    -------
    Limits
        Fractions of 1, cut off at 0 and 1. Care figures differ by more than chance almost everywhere: most
        municipalities lie outside.

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
    spread = z * np.sqrt(reference * (1 - reference) / np.where(persons > 0, persons, np.nan))
    return Limits(np.maximum(reference - spread, 0.0), np.minimum(reference + spread, 1.0))
