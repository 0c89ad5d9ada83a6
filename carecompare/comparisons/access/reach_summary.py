"""How many points of a town reach a service, beside other towns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from carecompare.comparisons.access.reach import DETOUR, WITHIN_MINUTES, minutes
from carecompare.measures.standing import ranks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from carecompare.comparisons.access.reach import Reach
    from carecompare.rows import FarthestRow


# With fewer points one of them decides: the share is shown and not ranked.
FEWEST_POINTS = 10
MEDIAN, NINTH_DECILE = 0.5, 0.9


class OverLand(Protocol):
    """Ways of n points over land: what a summary is made of."""

    @property
    def land_km(self) -> NDArray[np.float64]:
        """Straight distance on the same island; infinite where there is no office."""

    @property
    def over_sea(self) -> NDArray[np.bool_]:
        """Whether the nearest office of all lies over the sea."""


@dataclass(frozen=True)
class Summary:
    """How well points reach a service over land.

    Parameters
    ----------
    points : int
        Points of the town.
    weight : float
        What they weigh together: their number, or persons.
    within : float
        Weight of those with an office on their island within the time.
    over_sea : float
        Weight of those whose nearest office lies over the sea.
    cut_off : float
        Weight of those without any office on their island.
    median, ninth_decile, farthest : float
        Minutes that half, nine tenths, all of the weight do not exceed; infinite where there is no way over
        land, NaN without any weight.
    """

    points: int
    weight: float
    within: float
    over_sea: float
    cut_off: float
    median: float
    ninth_decile: float
    farthest: float

    @property
    def share(self) -> float:
        """Share of the weight within the time, 0 to 1; NaN without any weight."""
        return self.within / self.weight if self.weight > 0 else float("nan")

    @property
    def reason(self) -> str:
        """Why it is not ranked: ``missing`` without points, ``few`` with too few of them, else nothing."""
        if not self.points or not self.weight > 0:
            return "missing"
        return "few" if self.points < FEWEST_POINTS else ""


def summary(
    reached: OverLand,
    speed: float,
    weights: NDArray[np.float64] | None = None,
    chosen: NDArray[np.bool_] | None = None,
    within: float = WITHIN_MINUTES,
) -> Summary:
    """Return how well points reach a service.

    Parameters
    ----------
    reached : OverLand
        What each point reaches, such as a `Reach`.
    speed : float
        Kilometres per hour.
    weights : ndarray of float, optional
        Persons of each point; without them each counts one, and points are no persons.
    chosen : ndarray of bool, optional
        Which points: those of a district.
    within : float
        Minutes.

    Returns
    -------
    Summary
        Of each quantile the time of a real point, the first at which so much of the weight is reached.
    """
    picked = np.ones(len(reached.land_km), dtype=bool) if chosen is None else chosen
    times = minutes(reached.land_km[picked], speed)
    each = (np.ones(len(reached.land_km)) if weights is None else weights)[picked]
    order = np.argsort(times, kind="stable")
    total = float(each.sum())
    upto = np.cumsum(each[order])
    weighed = order[each[order] > 0]

    def quantile(share: float) -> float:
        if not len(weighed):
            return float("nan")
        at = int(np.searchsorted(upto, share * total * (1 - 1e-12)))
        return float(times[order[min(at, len(order) - 1)]])

    return Summary(
        points=int(picked.sum()),
        weight=total,
        within=float(each[times <= within].sum()),
        over_sea=float(each[reached.over_sea[picked]].sum()),
        cut_off=float(each[np.isinf(times)].sum()),
        median=quantile(MEDIAN),
        ninth_decile=quantile(NINTH_DECILE),
        farthest=float(times[weighed[-1]]) if len(weighed) else float("nan"),
    )


def summaries(reached: Reach, speed: float) -> dict[str, Summary]:
    """Return the summary of each municipality among the points, by code."""
    towns = reached.points["municipality"].to_numpy(dtype=str)
    return {str(code): summary(reached, speed, chosen=towns == code) for code in np.unique(towns)}


def summary_ranks(found: Mapping[str, Summary]) -> dict[str, tuple[int | None, int]]:
    """Return the rank of each municipality by its share within the time, the highest first.

    Parameters
    ----------
    found : mapping of str to Summary
        Own town and peers.

    Returns
    -------
    dict of str to tuple of int or None and int
        Rank and how many are ranked. None for a town with fewer than ten points. Points differ in size from
        town to town: the rank is of points, not of people.
    """
    codes = list(found)
    shares = [found[code].share if not found[code].reason else float("nan") for code in codes]
    placed = ranks(shares, descending=True)
    ranked = int(np.isfinite(shares).sum())
    return {
        code: (None if np.isnan(rank) else int(rank), ranked)
        for code, rank in zip(codes, placed, strict=True)
    }


def farthest_towns(reached: Reach, speed: float, most: int = 20) -> list[FarthestRow]:
    """Return the blocks of a town that have the longest way, each with its farthest point.

    Parameters
    ----------
    reached : Reach
        Of one municipality.
    speed : float
        Kilometres per hour.
    most : int
        How many.

    Returns
    -------
    list of FarthestRow
        Those without a way over land first.
    """
    points, times = reached.points, minutes(reached.land_km, speed)
    straight = minutes(reached.km, speed)
    keys = list(zip(points["ward"], points["town"], strict=True))
    worst: dict[tuple[str, str], int] = {}
    number: dict[tuple[str, str], int] = {}
    for place, key in enumerate(keys):
        number[key] = number.get(key, 0) + 1
        held = worst.get(key)
        if held is None or (times[place], straight[place]) > (times[held], straight[held]):
            worst[key] = place
    order = sorted(worst.values(), key=lambda place: (-times[place], -straight[place], keys[place]))
    chosen = order[:most]
    sites = reached.nearest[chosen]
    found = points[["ward", "town", "koaza"]].iloc[chosen]
    named = reached.offices[["office", "name_ja", "municipality"]].reindex(sites)
    return [
        {
            "ward": ward,
            "town": town,
            "koaza": koaza,
            "points": number[keys[place]],
            "office": office if site >= 0 else None,
            "office_name": name if site >= 0 else None,
            "office_area": area if site >= 0 else None,
            "distance_km": float(reached.km[place]),
            "road_km": float(reached.km[place]) * DETOUR,
            "minutes": float(straight[place]),
            "over_sea": bool(reached.over_sea[place]),
            "land_minutes": float(times[place]),
        }
        for place, site, (ward, town, koaza), (office, name, area) in zip(
            chosen,
            sites.tolist(),
            found.itertuples(index=False, name=None),
            named.itertuples(index=False, name=None),
            strict=True,
        )
    ]
