"""Persons as weights of the points, from what the town brought; they are the visitor's alone."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.own.contents.persons import PERSONS
from carecompare.text.format import number
from carecompare.text.own import mesh_words
from carecompare.views.base.kept import moment
from carecompare.views.topics.reach.ways import points

if TYPE_CHECKING:
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
