"""What is looked at, and the ways from the points of a town to it, each computed once."""

from __future__ import annotations

from dataclasses import dataclass
from math import isinf, isnan
from typing import TYPE_CHECKING

from carecompare.catalog import Indicator
from carecompare.comparisons.access.reach import SPEEDS, every_reach, offices_by_service, reach
from carecompare.comparisons.access.reach_summary import summaries, summary
from carecompare.own.contents.districts import DISTRICTS
from carecompare.store import points_without_position, sites, town_points
from carecompare.text import words
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_words
from carecompare.typed_cells import Cell, number_cell
from carecompare.views.base.choice import SEPARATOR, parameter
from carecompare.views.base.origins import origins_of
from carecompare.views.topics.map.files import boundary_origin

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy as np
    import pandas as pd
    from numpy.typing import NDArray

    from carecompare.comparisons.access.reach import Bridge, Offices, Reach
    from carecompare.comparisons.access.reach_summary import Summary
    from carecompare.origins import Origin
    from carecompare.views.base.choice import Known
    from carecompare.views.base.here import Page


FIRST, HOSPITAL = "110", "hospital"
CAR = next(iter(SPEEDS))
# A count that is made from the points: it knows which file they were read from.
OF_POINTS, OF_HOSPITALS, TOWN_POINTS = "home_help_offices_within_reach", "hospitals_listed", "town_points"


def _is_service(value: str, known: Known) -> bool:
    return value == HOSPITAL or value in {each.number for each in known.catalog.services.values()}


SERVICE = parameter("service", _is_service, usual=FIRST)
SPEED = parameter("speed", lambda value, _: value in SPEEDS, usual=CAR)


def share_indicator(identifier: str, label: str, label_en: str) -> Indicator:
    """Return a share of points as the pictures take it: it is of no catalogue, for the page computes it."""
    return Indicator(
        id=identifier,
        label_ja=label,
        label_en=label_en,
        topic="resources",
        kind="proportion",
        numerator=(),
        unit_ja="%",
        decimals=1,
        per=100.0,
    )


@dataclass(frozen=True)
class Ways:
    """What is kept of the ways of a town's points to each of all services."""

    land_km: NDArray[np.float64]
    over_sea: NDArray[np.bool_]


def offices(here: Page) -> Mapping[str, Offices]:
    """Return the offices of each service whose positions are known in the whole country, in our order."""

    def read() -> dict[str, Offices]:
        found = offices_by_service(sites(here.store))
        order = (*(each.number for each in here.catalog.services.values()), HOSPITAL)
        return {each: found[each] for each in order if each in found and found[each].is_collected}

    return here.cached("country", "reach offices", read)


def service_label(here: Page, service: str, *, short: bool = True) -> str:
    """Return what a service is called."""
    facility = here.catalog.facilities.get(service)
    if facility is not None:
        return facility.short_ja
    found = next(each for each in here.catalog.services.values() if each.number == service)
    return found.short_ja if short else found.label_ja


def chosen_service(here: Page) -> str:
    """Return the service that is looked at."""
    wanted = here.selection[SERVICE]
    return wanted if wanted in offices(here) else FIRST


def chosen_speed(here: Page) -> tuple[str, float]:
    """Return how one goes, and how fast in kilometres per hour."""
    name = here.selection[SPEED] or CAR
    return name, SPEEDS[name]


def bridges(here: Page) -> Sequence[Bridge]:
    """Return which islands the town says a bridge joins."""
    kept = here.kept(DISTRICTS)
    return tuple(kept.content.joined) if kept else ()


def points(here: Page) -> pd.DataFrame:
    """Return the points of the own town."""
    return here.cached("everybody", ("reach points", here.own), lambda: town_points(here.store, [here.own]))


def without_position(here: Page) -> int:
    """Return how many blocks of the own town have no position."""
    # One more than there are: nothing is remembered of what is nothing.
    key = ("reach without position", here.own)
    return here.cached("everybody", key, lambda: points_without_position(here.store, here.own) + 1) - 1


def reached(here: Page, service: str) -> Reach:
    """Return what the points of the own town reach."""
    known = bridges(here)
    key = ("reach", here.own, service, known)
    return here.cached("everybody", key, lambda: reach(points(here), offices(here)[service], known))


def own_summaries(here: Page, speed: float) -> Mapping[str, Summary]:
    """Return how well the points of the own town reach each service, by service."""
    key = ("reach summaries", here.own, bridges(here), speed)
    return here.cached(
        "everybody",
        key,
        lambda: {service: summary(ways, speed) for service, ways in own_ways(here).items()},
    )


def own_ways(here: Page) -> Mapping[str, Ways]:
    """Return the ways over land from each point of the own town to each service."""
    known = bridges(here)

    def made() -> dict[str, Ways]:
        every = every_reach(points(here), offices(here), known)
        return {service: Ways(each.land_km, each.over_sea) for service, each in every.items()}

    return here.cached("everybody", ("reach ways", here.own, known), made)


def peers_summaries(here: Page, service: str, speed: float) -> Mapping[str, Summary]:
    """Return the same of each comparator that has points."""
    if not here.peers:
        return {}
    found = here.cached(
        "peers",
        f"reach peers {service}",
        lambda: reach(
            here.cached("peers", "reach points", lambda: town_points(here.store, here.peers)),
            offices(here)[service],
        ),
    )
    return here.cached("peers", f"reach peers {service} {speed}", lambda: summaries(found, speed))


def minutes_cell(minutes: float) -> Cell:
    """Return minutes as a cell; without a way over land there are none."""
    if isinf(minutes):
        return Cell(None, word=reach_words.NO_WAY)
    return number_cell(minutes, word=words.NO_FIGURE)


def minutes_word(minutes: float) -> str:
    """Return minutes in a sentence."""
    if isinf(minutes) or isnan(minutes):
        return reach_words.NO_WAY
    return reach_words.MINUTES.format(minutes=number(minutes))


def share_word(share: float) -> str:
    """Return a share in percent, as it stands in a sentence: never 100 or 0 of what is not."""
    percent = 100 * share
    is_whole = percent in {0.0, 100.0}
    return number(percent, 0 if is_whole or 1 <= percent <= 99 else 1)  # noqa: PLR2004 - percent


def reach_origins(here: Page, services: Sequence[str]) -> tuple[Origin, ...]:
    """Return the publications behind a view of the ways to some services."""
    counts = [OF_HOSPITALS if each == HOSPITAL else f"care_offices_{each}" for each in services]
    of_points = [each for each in _read_for(here, [OF_POINTS]) if each.source == TOWN_POINTS]
    return (*of_points, *_read_for(here, counts), boundary_origin(here))


def _read_for(here: Page, counts: Sequence[str]) -> Sequence[Origin]:
    # Positions are those of the newest list.
    known = {count: [each.year for each in here.loaded.origins.get(count, [])] for count in counts}
    return origins_of(here, {count: [max(years)] for count, years in known.items() if years})


def cautions(here: Page) -> tuple[str, ...]:
    """Return what is said under every picture of the page; that points are no people stands above it."""
    absent = without_position(here)
    left_out = reach_words.LEFT_OUT.format(number=number(absent)) if absent else ""
    return (
        reach_words.HOW,
        reach_words.POSITIONS,
        *([reach_words.SEA_NOTE] if _has_sea(here) else []),
        *([left_out] if left_out else []),
    )


def _has_sea(here: Page) -> bool:
    """Return whether a point of the town lies on another island than the first, or looks over the sea."""
    if not len(points(here)):
        return False
    islands = points(here)["island"].to_numpy()
    return bool((islands != islands[0]).any() or reached(here, chosen_service(here)).over_sea.any())


def codes_of(joined: str) -> tuple[str, ...]:
    """Return the services that a parameter holds."""
    return tuple(each for each in joined.split(SEPARATOR) if each)
