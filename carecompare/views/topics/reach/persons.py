"""Persons as weights of the points, from what the town brought; they are the visitor's alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.comparisons.access.reach import WITHIN_MINUTES, minutes
from carecompare.comparisons.access.reach_summary import summary
from carecompare.own.contents.persons import PERSONS
from carecompare.text.format import number
from carecompare.text.own import mesh_words
from carecompare.views.base.kept import moment
from carecompare.views.topics.reach.ways import (
    chosen_service,
    chosen_speed,
    own_ways,
    points,
    reached,
    share_word,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    from numpy.typing import NDArray

    from carecompare.own.contents.persons import TownPersons
    from carecompare.own.keeping.records import Kept
    from carecompare.views.base.here import Page


@dataclass(frozen=True)
class Persons:
    """Persons at each point of the own town: all, aged 65 and over, 75 and over; and what says whence."""

    population: NDArray[np.float64]
    aged_65: NDArray[np.float64]
    aged_75: NDArray[np.float64]
    said: str


def persons(here: Page) -> Persons | None:
    """Return the persons that the own town brought, or None."""

    def read() -> tuple[Persons | None]:
        kept = here.kept(PERSONS)
        if kept is None or not kept.content.points:
            return (None,)
        held = kept.content.at(points(here))
        if not held.sum() > 0:
            return (None,)
        return (Persons(held[:, 0], held[:, 1], held[:, 2], _said(kept)),)

    return here.cached("visitor", "reach persons", read)[0]


def _said(kept: Kept[TownPersons]) -> str:
    content = kept.content
    line = mesh_words.CREDIT.format(
        layout=mesh_words.LAYOUTS[content.layout],
        year=content.year,
        file=content.file,
        version=kept.version,
        author=kept.author,
        when=moment(kept.saved_at),
    )
    left = mesh_words.LEFT.format(count=number(content.left_65), areas=number(len(content.unmatched)))
    return line + (left if content.left_65 >= 1 else "")


def persons_line(here: Page) -> str:
    """Return how many of the aged reach the chosen service in time, in a sentence; empty without persons."""
    people = persons(here)
    if people is None:
        return ""
    ways, (_, speed) = reached(here, chosen_service(here)), chosen_speed(here)
    old, oldest = (summary(ways, speed, each) for each in (people.aged_65, people.aged_75))
    return mesh_words.LINE.format(
        aged_65=number(old.weight),
        within_65=number(old.within),
        share_65=share_word(old.share),
        aged_75=number(oldest.weight),
        within_75=number(oldest.within),
        share_75=share_word(oldest.share),
    )


def persons_shares(here: Page) -> Mapping[str, tuple[float, float]]:
    """Return the shares of those aged 65 and over and 75 and over in time, 0 to 1, by service."""
    people, (_, speed) = persons(here), chosen_speed(here)
    if people is None:
        return {}
    shares = {}
    for service, ways in own_ways(here).items():
        is_within = minutes(ways.land_km, speed) <= WITHIN_MINUTES
        shares[service] = (_share(people.aged_65, is_within), _share(people.aged_75, is_within))
    return shares


def _share(weights: NDArray[np.float64], chosen: NDArray[np.bool_]) -> float:
    total = float(weights.sum())
    return float(weights[chosen].sum()) / total if total > 0 else float("nan")
