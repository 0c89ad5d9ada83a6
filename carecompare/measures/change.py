"""How a value changes between two years, and where no change may be computed."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray


class Point(NamedTuple):
    """One point of a course, or of many courses at once: the fields broadcast.

    Parameters
    ----------
    year : array_like of int
        When.
    value : array_like of float
        NaN where missing.
    method : array_like of str
        How the value was made, such as counted or projected.
    doubtful : array_like of bool
        Where no change may be read from the value: too many ages unknown.
    """

    year: ArrayLike
    value: ArrayLike
    method: ArrayLike
    doubtful: ArrayLike = False


def change_points(earlier: Point, later: Point) -> NDArray[np.float64]:
    """Return the later value minus the earlier.

    Parameters
    ----------
    earlier, later : Point
        Of the same courses.

    Returns
    -------
    ndarray of float
        In the unit of the values (points, for percentages). NaN where a value is missing or doubtful,
        and where the two were made by different methods.
    """
    difference = np.asarray(later.value, dtype=np.float64) - np.asarray(earlier.value, dtype=np.float64)
    doubtful = np.asarray(earlier.doubtful) | np.asarray(later.doubtful)
    joined = np.asarray(earlier.method) != np.asarray(later.method)
    return np.where(doubtful | joined, np.nan, difference)


def change_percent(earlier: Point, later: Point) -> NDArray[np.float64]:
    """Return the change in percent of the earlier value.

    Parameters
    ----------
    earlier, later : Point
        Of the same courses.

    Returns
    -------
    ndarray of float
        NaN as in :func:`change_points`, and where the earlier value is not above 0.
    """
    start = np.asarray(earlier.value, dtype=np.float64)
    return np.asarray(100 * change_points(earlier, later) / np.where(start > 0, start, np.nan))
