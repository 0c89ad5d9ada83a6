"""Whether a series of five points moves one way by more than its uncertainty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np

from carecompare.errors import MeasureError
from carecompare.measures.intervals import normal_quantile

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

POINTS = 5
UP: Final = "up"
DOWN: Final = "down"
NO_CHANGE: Final = "no_change"
NOT_JUDGED: Final = "not_judged"
# χ² of one degree of freedom at 99.8 %.
SIGNIFICANT = normal_quantile(0.998) ** 2
ROUNDING = 1e-12
# A 95 % interval is this many standard errors wide.
WIDTH_IN_ERRORS = 3.92


class Trend(NamedTuple):
    """Where a series goes.

    Parameters
    ----------
    direction : ndarray of str
        ``up``, ``down``, ``no_change``, or ``not_judged`` where a point or a limit is missing.
    slope : ndarray of float
        In the unit of the values per step.
    chi_square : ndarray of float
        Of the slope, on one degree of freedom.
    """

    direction: NDArray[np.str_]
    slope: NDArray[np.float64]
    chi_square: NDArray[np.float64]


def recent_trend(values: ArrayLike, lower: ArrayLike, upper: ArrayLike) -> Trend:
    """Return the trend of five points at equal distances in time.

    A line weighted by the inverse variances is laid through the points. It goes up or down when its slope
    is significant at 99.8 % and no point alone makes its sign: each fit without one point has it too.
    Not meant for indirectly standardised values, nor for periods of several years that overlap.

    Parameters
    ----------
    values, lower, upper : array_like, shape (…, 5)
        From the earliest to the latest, with 95 % limits.

    Returns
    -------
    Trend
        Of shape (…).

    Raises
    ------
    MeasureError
        If the last axis does not hold five points.

    References
    ----------
    The rule of recent trends of Public Health England's Fingertips: ``../shared/methods.md``, section 7.
    """
    points, low, high = np.broadcast_arrays(
        *(np.asarray(each, dtype=np.float64) for each in (values, lower, upper))
    )
    if points.shape[-1:] != (POINTS,):
        raise MeasureError("trend_needs_five_points", found=points.shape[-1] if points.ndim else 1)
    errors = (high - low) / WIDTH_IN_ERRORS
    weights = 1 / np.where(errors > 0, errors, np.nan) ** 2
    slope, variance = _fit(points, weights)
    chi_square = slope**2 / variance
    # A point without weight is as good as left out.
    without_one, _ = _fit(points[..., None, :], weights[..., None, :] * (1 - np.eye(POINTS)))
    # A fit without any slope counts as rising: what rounding leaves of it must not.
    nothing = ROUNDING * np.abs(points).max(axis=-1)
    rises = without_one >= -nothing[..., None]
    keeps = (rises == (slope >= 0)[..., None]).all(axis=-1)
    direction = np.select(
        [np.isnan(chi_square), ~(keeps & (chi_square > SIGNIFICANT)), slope > 0],
        [NOT_JUDGED, NO_CHANGE, UP],
        DOWN,
    )
    return Trend(direction, np.asarray(slope), np.asarray(chi_square))


def _fit(
    points: NDArray[np.float64], weights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """Return slope and its variance."""
    steps = np.arange(1.0, POINTS + 1)
    total = weights.sum(-1)
    middle = (weights * steps).sum(-1) / total
    spread = (weights * (steps - middle[..., None]) ** 2).sum(-1)
    return (weights * (steps - middle[..., None]) * points).sum(-1) / spread, 1 / spread
