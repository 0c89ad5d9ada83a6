"""Where a new office would help, and what closing one would take, for a town and its neighbours."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.comparisons.access.reach import WITHIN_MINUTES, Offices, minutes, reach
from carecompare.comparisons.access.reach_summary import summaries

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from carecompare.comparisons.access.reach import Bridge, Reach
    from carecompare.comparisons.access.reach_summary import Summary


NEW = "new"


@dataclass(frozen=True)
class Effect:
    """What a change of offices does.

    Parameters
    ----------
    before, after : Reach
        Of the same points.
    within : ndarray of bool
        Points that are within the time afterwards.
    gained, lost : ndarray of bool
        Points that come within the time over land and were not, and those that fall out of it.
    nearer, farther : ndarray of float
        Minutes that each point's way over land becomes shorter or longer; infinite where there was or is
        none.
    towns_before, towns_after : dict of str to Summary
        Of each municipality among the points.
    """

    before: Reach
    after: Reach
    within: NDArray[np.bool_]
    gained: NDArray[np.bool_]
    lost: NDArray[np.bool_]
    nearer: NDArray[np.float64]
    farther: NDArray[np.float64]
    towns_before: dict[str, Summary]
    towns_after: dict[str, Summary]


def with_office(
    offices: Offices, municipality: str, latitude: float, longitude: float, island: int
) -> Offices:
    """Return the offices with a new one.

    Parameters
    ----------
    offices : Offices
        Of one service.
    municipality : str
        Where it would stand.
    latitude, longitude : float
        Its position in degrees.
    island : int
        The island it would stand on.
    """
    new = pd.DataFrame(
        {
            "service": offices.listed["service"].iloc[:1].tolist() or [""],
            "office": [NEW],
            "municipality": [municipality],
            "name_ja": [""],
            "latitude": [latitude],
            "longitude": [longitude],
            "island": [island],
        }
    )
    return Offices(pd.concat([offices.listed, new], ignore_index=True), offices.is_collected)


def without_office(offices: Offices, office: str) -> Offices:
    """Return the offices without those of a number."""
    kept = offices.listed[offices.listed["office"] != office].reset_index(drop=True)
    return Offices(kept, offices.is_collected)


def effect(
    points: pd.DataFrame,
    offices: Offices,
    changed: Offices,
    speed: float,
    bridges: Sequence[Bridge] = (),
    within: float = WITHIN_MINUTES,
) -> Effect:
    """Return what a change of offices does to points.

    Parameters
    ----------
    points : DataFrame
        Of the town and its neighbours: an office serves across borders.
    offices, changed : Offices
        Of one service, before and after.
    speed : float
        Kilometres per hour.
    bridges : sequence of Bridge
        What the town knows of its islands.
    within : float
        Minutes.
    """
    before = reach(points, offices, bridges)
    after = before if changed is offices else reach(points, changed, bridges)
    was, becomes = minutes(before.land_km, speed), minutes(after.land_km, speed)
    same = was == becomes
    towns = summaries(before, speed)
    with np.errstate(invalid="ignore"):
        saved = np.where(same, 0.0, was - becomes)
    return Effect(
        before,
        after,
        becomes <= within,
        (was > within) & (becomes <= within),
        (was <= within) & (becomes > within),
        np.maximum(saved, 0.0),
        np.maximum(-saved, 0.0),
        towns,
        towns if after is before else summaries(after, speed),
    )
