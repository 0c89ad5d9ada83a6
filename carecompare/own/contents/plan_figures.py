"""What a town planned and what came of it, by item and fiscal year, and by which limits it judges."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Literal

import msgspec

from carecompare.errors import OwnConflictError, OwnDataError
from carecompare.limits import Number, Year
from carecompare.own.contents.lines import LineSheet, SheetLine
from carecompare.own.keeping.records import Content, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carecompare.own.keeping.records import Kept


OWN_PREFIX = "own:"
BETWEEN = "."
MOST_FIGURES = 20_000


class PlanFigure(Content, frozen=True):
    """Plan and actual of one item and fiscal year; None is not yet known, 0 is zero.

    ``item`` is the id of an item and a measure joined by a point, or ``own:`` and the name of a `PlanItem`;
    ``interim`` is the figure at the end of September.
    """

    item: str
    year: Year
    planned: Number | None = None
    actual: Number | None = None
    interim: Number | None = None

    @property
    def key(self) -> tuple[str, int]:
        """Return what no two figures share."""
        return self.item, self.year

    @property
    def is_blank(self) -> bool:
        """Return whether nothing is known."""
        return self.planned is None and self.actual is None and self.interim is None


class PlanItem(Content, frozen=True):
    """Something a town planned that stands in no list of ours."""

    name: str
    unit: str
    reading: Literal["close", "reach"] = "close"

    @property
    def id(self) -> str:
        """Return what figures name it by."""
        return OWN_PREFIX + self.name


class Limits(Content, frozen=True):
    """Limits of the marks that a town set; see `carecompare.catalog.MarkLimits`."""

    best: Number
    good: Number
    fair: Number


class PlanFigures(Content, frozen=True):
    """Everything planned and achieved; limits that are None are those of the catalogue."""

    figures: tuple[PlanFigure, ...] = ()
    items: tuple[PlanItem, ...] = ()
    close: Limits | None = None
    reach: Limits | None = None

    def limits(self, *, close: Limits, reach: Limits) -> PlanFigures:
        """Return it with other limits.

        Raises
        ------
        OwnDataError
            If they do not follow each other.
        """
        if not 0 <= close.best <= close.good <= close.fair or not reach.best >= reach.good >= reach.fair >= 0:
            raise OwnDataError("plan_limits_wrong")
        return msgspec.structs.replace(self, close=close, reach=reach)


PLAN_FIGURES = Kind("plan_figures", PlanFigures)

Cause = Literal["", "demand", "supply", "staff", "rules", "method", "data"]
Step = Literal["", "go_on", "improve", "redesign", "end"]


class ReviewLine(SheetLine, frozen=True):
    """Why plan and actual differ, in ``words``, and what follows: ``state`` is the kind of step."""

    state: Step = ""
    cause: Cause = ""
    next: str = ""
    due: str = ""


class PlanReview(LineSheet[ReviewLine], frozen=True):
    """The items of one cycle of which something was written."""

    def blank(self, identifier: str) -> ReviewLine:
        """Return an item of which nothing was written."""
        return ReviewLine(identifier)


# One sheet per fiscal year and cycle: PLAN_REVIEW.of("2025-final"), PLAN_REVIEW.of("2026-interim").
PLAN_REVIEW = Kind("plan_review", PlanReview)


def plan_figures_with(
    kept: PlanFigures, figures: Iterable[PlanFigure], items: Iterable[PlanItem], *, anew: bool = False
) -> PlanFigures:
    """Return what is kept with new figures.

    Parameters
    ----------
    kept : PlanFigures
        What there is.
    figures : iterable of PlanFigure
        New ones. What a new one does not know stays as it was.
    items : iterable of PlanItem
        The own items they name.
    anew : bool
        Whether they take the place of everything: then what is not known any more is gone.

    Returns
    -------
    PlanFigures
        Limits are kept; own items that no figure names are left out.

    Raises
    ------
    OwnDataError
        If there would be more than 20,000.
    """
    of_key = {} if anew else {each.key: each for each in kept.figures}
    for each in figures:
        of_key[each.key] = _completed(of_key.get(each.key), each)
    left = tuple(each for each in of_key.values() if not each.is_blank)
    if len(left) > MOST_FIGURES:
        raise OwnDataError("plan_figures_too_many", found=len(left), expected=MOST_FIGURES)
    named = {each.item for each in left}
    of_id = {each.id: each for each in (*kept.items, *items)}
    return msgspec.structs.replace(
        kept, figures=left, items=tuple(each for name, each in of_id.items() if name in named)
    )


def _completed(before: PlanFigure | None, now: PlanFigure) -> PlanFigure:
    if before is None:
        return now
    return PlanFigure(
        now.item,
        now.year,
        before.planned if now.planned is None else now.planned,
        before.actual if now.actual is None else now.actual,
        before.interim if now.interim is None else now.interim,
    )


def plan_changes(before: Sequence[PlanFigure], after: Sequence[PlanFigure]) -> list[tuple[str, PlanFigure]]:
    """Return what is ``new``, ``changed`` or ``gone``, with the figure after; of one that is gone: before."""
    old, new = ({each.key: each for each in figures} for figures in (before, after))
    found = [("changed" if key in old else "new", each) for key, each in new.items() if old.get(key) != each]
    return found + [("gone", each) for key, each in old.items() if key not in new]


def plan_merged(
    kept: Kept[PlanFigures] | None, began: Iterable[PlanFigure], now: Iterable[PlanFigure]
) -> PlanFigures:
    """Return what is kept with the cells of a grid, which may have begun from an earlier version.

    Parameters
    ----------
    kept : Kept or None
        What lies there now.
    began, now : iterable of PlanFigure
        The rows of the grid as they were and as they are; only what was changed is taken over.

    Raises
    ------
    OwnConflictError
        If somebody changed a row that was changed here too; it carries those rows of both, and no others.
    """
    content = kept.content if kept else PlanFigures()
    of_key = {each.key: each for each in content.figures}
    before = {each.key: each for each in began}
    changed = {each.key: each for each in now if each != before.get(each.key, PlanFigure(*each.key))}
    met = [
        key
        for key, each in changed.items()
        if of_key.get(key, PlanFigure(*key)) not in {before.get(key, PlanFigure(*key)), each}
    ]
    if met:
        author, when = (kept.author, kept.saved_at.isoformat()) if kept else ("", "")
        theirs = PlanFigures(tuple(of_key.get(key, PlanFigure(*key)) for key in met), content.items)
        mine = PlanFigures(tuple(changed[key] for key in met), content.items)
        newer = replace(kept, content=theirs) if kept else None
        raise OwnConflictError(newer, mine, found=author, expected=when)
    left = tuple(each for each in (of_key | changed).values() if not each.is_blank)
    return msgspec.structs.replace(content, figures=left)
