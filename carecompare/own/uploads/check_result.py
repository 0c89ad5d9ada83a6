"""What a check of an upload finds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carecompare.errors import OwnDataError
    from carecompare.own.contents.figures import OwnFigure, OwnItem
    from carecompare.own.uploads.doubts import Doubt
    from carecompare.own.uploads.year_labels import Status


@dataclass(frozen=True)
class Checked:
    """What an upload holds.

    Parameters
    ----------
    figures : tuple of OwnFigure
        Read; to be kept only when there is no problem.
    items : tuple of OwnItem
        The own items among them.
    problems : tuple of OwnDataError
        Every problem, in the order of the file, at most 2,000.
    doubts : tuple of Doubt
        Figures that are readable and unlikely.
    blank : int
        Cells left empty.
    unread : tuple of str
        Columns beside the figures that mean nothing here.
    more_problems : int
        Problems beyond those listed.
    left_out : tuple of OwnDataError
        Labels that cannot be read and what stands below them: the rest can be kept without them.
    readings : tuple of Reading
        Labels of years that say more than a year, as they were read.
    """

    figures: tuple[OwnFigure, ...]
    items: tuple[OwnItem, ...]
    problems: tuple[OwnDataError, ...]
    doubts: tuple[Doubt, ...] = ()
    blank: int = 0
    unread: tuple[str, ...] = ()
    more_problems: int = 0
    left_out: tuple[OwnDataError, ...] = ()
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Reading:
    """How a label of a year was read.

    Parameters
    ----------
    label : str
        As written.
    year : int
        The year of its figures.
    status : {"", "actual", "expected", "planned"}
        Which kind of figure it says they are.
    """

    label: str
    year: int
    status: Status


def replaced(figures: Sequence[OwnFigure], doubts: Iterable[Doubt]) -> tuple[OwnFigure, ...]:
    """Return the figures with every value that a doubt suggests instead."""
    suggested = {each.position: each.suggested for each in doubts if each.suggested is not None}
    return tuple(
        msgspec.structs.replace(each, value=suggested[position]) if position in suggested else each
        for position, each in enumerate(figures)
    )
