"""The districts of a town side by side: reach, offices, own figures, with the rules for small numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np
import shapely

from carecompare.comparisons.access.reach_summary import summary
from carecompare.measures.rates import proportion

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    from numpy.typing import NDArray

    from carecompare.comparisons.access.reach import Reach
    from carecompare.comparisons.access.reach_summary import Summary


# With fewer than ten persons or offices the figure is shown and neither ranked nor coloured.
FEWEST = 10
FEW, MISSING, NOT_A_SHARE = "few", "missing", "not_a_share"

# Ward and name of a block.
BlockKey = tuple[str, str]


class Figure(Protocol):
    """A figure that a town keeps of a district."""

    @property
    def item(self) -> str:
        """What is counted."""

    @property
    def value(self) -> float:
        """The number."""

    @property
    def of(self) -> float | None:
        """What it is a part of, or None."""


@dataclass(frozen=True)
class DistrictShare:
    """A figure of a district: the count, and its share with limits where it is a part of something.

    ``reason`` says why it is neither ranked nor coloured: ``few`` below ten, ``missing``, ``not_a_share`` for
    a part that exceeds its whole; empty where it may be.
    """

    value: float
    of: float | None
    share: float
    lower: float
    upper: float
    reason: str


def districts_of_points(points: pd.DataFrame, of_block: Mapping[BlockKey, str]) -> NDArray[np.str_]:
    """Return the district of each point, empty where its block is in none.

    Parameters
    ----------
    points : DataFrame
        TOWN_POINTS of the town.
    of_block : mapping of tuple of str to str
        District by ward and name of the block.
    """
    names = [of_block.get(key, "") for key in zip(points["ward"], points["town"], strict=True)]
    return np.array(names, dtype=str)


def district_reach(
    reached: Reach,
    of_point: NDArray[np.str_],
    speed: float,
    weights: NDArray[np.float64] | None = None,
) -> dict[str, Summary]:
    """Return how well each district reaches a service, by its name.

    Parameters
    ----------
    reached : Reach
        Of the town's points.
    of_point : ndarray of str
        Of :func:`districts_of_points`.
    speed : float
        Kilometres per hour.
    weights : ndarray of float, optional
        Persons of each point.
    """
    names = [str(name) for name in dict.fromkeys(of_point.tolist()) if name]
    return {name: summary(reached, speed, weights, of_point == name) for name in names}


def district_offices(
    points: pd.DataFrame, of_point: NDArray[np.str_], offices: pd.DataFrame
) -> dict[str, Counter[str]]:
    """Return the number of offices of each service in each district.

    Parameters
    ----------
    points : DataFrame
        TOWN_POINTS of the town, with positions.
    of_point : ndarray of str
        Of :func:`districts_of_points`.
    offices : DataFrame
        Of :func:`carecompare.store.sites`, of the town alone.

    Returns
    -------
    dict of str to Counter of str
        By district, then by service. An office belongs to the district of the nearest point: blocks are given
        by points alone. Offices nearest to a point of no district are counted under an empty name.
    """
    counted: dict[str, Counter[str]] = {
        str(name): Counter() for name in dict.fromkeys(of_point.tolist()) if name
    }
    if not len(points) or not len(offices):
        return counted
    scale = np.cos(np.radians(float(points["latitude"].mean())))
    tree = shapely.STRtree(
        shapely.points(points["longitude"].to_numpy() * scale, points["latitude"].to_numpy())
    )
    near = tree.nearest(
        shapely.points(offices["longitude"].to_numpy() * scale, offices["latitude"].to_numpy())
    )
    for service, place in zip(offices["service"], near.tolist(), strict=True):
        counted.setdefault(str(of_point[place]), Counter())[service] += 1
    return counted


def district_shares(figures: Mapping[str, Sequence[Figure]], item: str) -> dict[str, DistrictShare]:
    """Return a figure of each district, by the rules for small numbers.

    Parameters
    ----------
    figures : mapping of str to sequence of Figure
        Of each district.
    item : str
        Which figure.

    Returns
    -------
    dict of str to DistrictShare
        By district; of several years the last one given. Shares are 0 to 1 with Wilson limits of 95 %.
    """
    return {name: _share([each for each in held if each.item == item]) for name, held in figures.items()}


def _share(held: Sequence[Figure]) -> DistrictShare:
    nothing = float("nan")
    if not held:
        return DistrictShare(nothing, None, nothing, nothing, nothing, MISSING)
    value, whole = held[-1].value, held[-1].of
    reason = FEW if value < FEWEST else ""
    if whole is None or whole <= 0:
        return DistrictShare(value, whole, nothing, nothing, nothing, reason)
    if value > whole:
        return DistrictShare(value, whole, nothing, nothing, nothing, NOT_A_SHARE)
    found = proportion([value], [whole], per=1.0)
    limits = float(found.lower[0]), float(found.upper[0])
    return DistrictShare(value, whole, float(found.value[0]), *limits, reason)
