"""The blocks that visiting and day services hardly reach, by a town's criteria: a list, no designation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.access.reach import DETOUR, WITHIN_MINUTES, minutes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from carecompare.comparisons.access.reach import Reach


BlockKey = tuple[str, str]
FAR, SEA, CUT_OFF, REMARK = "far", "sea", "cut_off", "remark"


@dataclass(frozen=True)
class Criteria:
    """What makes a block hard to reach.

    Parameters
    ----------
    services : tuple of str
        Services that are looked at.
    minutes : float
        A way longer than this is far.
    speed : float
        Kilometres per hour.
    over_sea : bool
        Whether a block whose nearest office lies over the sea belongs to the list, however near it is.
    all_services : bool
        Whether every service must be hard to reach, or one is enough.
    """

    services: tuple[str, ...]
    minutes: float = WITHIN_MINUTES
    speed: float = 30.0
    over_sea: bool = True
    all_services: bool = False


@dataclass(frozen=True)
class Evidence:
    """Why a block is hard to reach for one service, or what the town remarks.

    ``kind`` is ``far``, ``sea`` (nearest office over the sea), ``cut_off`` (no office on its island at all)
    or ``remark``. ``minutes`` and ``road_km`` are those of the block's farthest point to the ``office`` over
    land; of ``sea`` and ``cut_off`` to the nearest by straight line. ``points`` of ``of`` points are so.
    """

    kind: str
    service: str = ""
    minutes: float = float("nan")
    road_km: float = float("nan")
    office: str = ""
    office_name: str = ""
    office_area: str = ""
    points: int = 0
    of: int = 0
    remark: str = ""


@dataclass(frozen=True)
class HardBlock:
    """A block of the list with its evidence and the persons it weighs, where they are known."""

    ward: str
    town: str
    evidence: tuple[Evidence, ...]
    persons: float | None = None


def hard_to_reach(
    reached: Mapping[str, Reach],
    criteria: Criteria,
    remarks: Mapping[BlockKey, str] | None = None,
    persons: NDArray[np.float64] | None = None,
) -> list[HardBlock]:
    """Return the blocks that fulfil the criteria, and those the town remarks on.

    Parameters
    ----------
    reached : mapping of str to Reach
        Of each service, over the same points of one town.
    criteria : Criteria
        What the town sets.
    remarks : mapping of tuple of str to str, optional
        The town's own words (snow, buses, an office's area of operation) by ward and block: such a block is
        in the list whatever the distances say.
    persons : ndarray of float, optional
        Persons of each point.

    Returns
    -------
    list of HardBlock
        The longest way first, then by name. Every line has its evidence.
    """
    given = {key: text.strip() for key, text in (remarks or {}).items() if text.strip()}
    found: dict[BlockKey, list[Evidence]] = {}
    places: dict[BlockKey, list[int]] = {}
    keys: list[BlockKey] = []
    for service in criteria.services:
        ways = reached[service]
        if not places:
            keys = list(zip(ways.points["ward"].tolist(), ways.points["town"].tolist(), strict=True))
            places = _places(keys)
        # Of thousands of blocks a few are looked at closely.
        for key in {keys[row] for row in np.flatnonzero(_is_hard(ways, criteria))}:
            held = _evidence(ways, service, np.array(places[key]), criteria)
            found.setdefault(key, []).append(held)
    needed = len(criteria.services) if criteria.all_services else 1
    listed = {key: held for key, held in found.items() if len(held) >= needed}
    for key, text in given.items():
        listed.setdefault(key, found.get(key, [])).append(Evidence(REMARK, remark=text))
    lines = [
        HardBlock(
            *key,
            tuple(held),
            None if persons is None or key not in places else float(persons[places[key]].sum()),
        )
        for key, held in listed.items()
    ]
    return sorted(lines, key=lambda line: (-_longest(line), line.ward, line.town))


def _places(keys: Sequence[BlockKey]) -> dict[BlockKey, list[int]]:
    found: dict[BlockKey, list[int]] = {}
    for row, key in enumerate(keys):
        found.setdefault(key, []).append(row)
    return found


def _is_hard(reached: Reach, criteria: Criteria) -> NDArray[np.bool_]:
    """Return the points that one of the criteria names; no way over land takes infinitely long."""
    is_far = minutes(reached.land_km, criteria.speed) > criteria.minutes
    return is_far | reached.over_sea if criteria.over_sea else is_far


def _evidence(reached: Reach, service: str, rows: NDArray[np.intp], criteria: Criteria) -> Evidence:
    """Return the gravest reason of a block, one of whose points is hard to reach."""
    land = minutes(reached.land_km[rows], criteria.speed)
    straight = minutes(reached.km[rows], criteria.speed)
    cut_off, sea = np.isinf(land), reached.over_sea[rows]
    if cut_off.any():
        kind, chosen, site, km = CUT_OFF, cut_off, reached.nearest, reached.km
    elif criteria.over_sea and sea.any():
        kind, chosen, site, km = SEA, sea, reached.nearest, reached.km
    else:
        kind, chosen, site, km = FAR, land > criteria.minutes, reached.on_land, reached.land_km
    times = land if kind == FAR else straight
    worst = rows[np.where(chosen, times, -1.0).argmax()]
    number = int(site[worst])
    office = reached.offices.iloc[number] if number >= 0 else None
    return Evidence(
        kind,
        service,
        float(km[worst]) * DETOUR / criteria.speed * 60,
        float(km[worst]) * DETOUR,
        "" if office is None else str(office["office"]),
        "" if office is None else str(office["name_ja"]),
        "" if office is None else str(office["municipality"]),
        int(chosen.sum()),
        len(rows),
    )


def _longest(line: HardBlock) -> float:
    return max((each.minutes for each in line.evidence if each.kind != REMARK), default=-1.0)
