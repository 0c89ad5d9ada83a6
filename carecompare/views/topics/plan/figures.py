"""Plan and actual of a town by item: names, cycles, judgements."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from carecompare.clock import today
from carecompare.measures.plan_marks import judged
from carecompare.own.contents.plan_figures import (
    BETWEEN,
    PLAN_FIGURES,
    PLAN_REVIEW,
    Limits,
    PlanFigure,
    PlanFigures,
)
from carecompare.text.own import plan_figure_words
from carecompare.views.base.choice import parameter

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import MarkLimits
    from carecompare.measures.plan_marks import Judgement
    from carecompare.own import Kind
    from carecompare.own.contents.plan_figures import PlanReview
    from carecompare.views.base.here import Page


CycleName = Literal["final", "interim"]
_CYCLE = re.compile(r"(20[0-9]{2})-(final|interim)", re.ASCII)
# Fiscal year and cycle, as in 2026-interim; empty for the one that is due.
CYCLE = parameter("cycle", lambda value, _: bool(_CYCLE.fullmatch(value)))
APRIL, OCTOBER = 4, 10
HALF = 0.5
# The measure of which a total over services is made.
COST = "cost"


@dataclass(frozen=True)
class Cycle:
    """One judgement: of a whole fiscal year in the June after it, or of its first half in October."""

    year: int
    name: CycleName

    @property
    def part(self) -> str:
        """Return its name in links and folders."""
        return f"{self.year}-{self.name}"

    @property
    def is_interim(self) -> bool:
        """Return whether it is of the end of September."""
        return self.name == "interim"

    def actual(self, figure: PlanFigure) -> float | None:
        """Return what came of a plan by then."""
        return figure.interim if self.is_interim else figure.actual


def cycle_due() -> Cycle:
    """Return the judgement that is due: from April the last year's, from October this year's first half."""
    date = today()
    if APRIL <= date.month < OCTOBER:
        return Cycle(date.year - 1, "final")
    return Cycle(date.year if date.month >= OCTOBER else date.year - 1, "interim")


def chosen_cycle(here: Page) -> Cycle:
    """Return the judgement that is looked at."""
    found = _CYCLE.fullmatch(here.selection[CYCLE])
    if found is None:
        return cycle_due()
    return Cycle(int(found[1]), "interim" if found[2] == "interim" else "final")


def review_kind(cycle: Cycle) -> Kind[PlanReview]:
    """Return what the words of a cycle are kept as."""
    return PLAN_REVIEW.of(cycle.part)


@dataclass(frozen=True)
class PlanRow:
    """What is planned: its name, unit and group, how it is judged, and whether its cost is in the total."""

    key: str
    label: str
    unit: str
    group: str
    reaches: bool
    interim: float = 1.0
    in_total: bool = False


def plan_figures(here: Page) -> PlanFigures:
    """Return what the town entered; private to the visitor.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = here.kept(PLAN_FIGURES)
    return kept.content if kept else PlanFigures()


def plan_rows(here: Page, content: PlanFigures) -> dict[str, PlanRow]:
    """Return every item with its measures by the key of its figures, then the town's own."""
    guide = here.catalog.plan
    rows = {}
    for item in guide.progress_items.values():
        for name in item.measures:
            measure = guide.progress_measures[name]
            key = f"{item.id}{BETWEEN}{name}"
            rows[key] = PlanRow(
                key,
                plan_figure_words.MEASURED.format(item=item.label_ja, measure=measure.label_ja),
                measure.unit_ja,
                item.group_ja,
                reaches=item.reading == "reach",
                interim=HALF if measure.interim == "half" else 1.0,
                in_total=item.in_total and name == COST,
            )
    for own in content.items:
        rows[own.id] = PlanRow(
            own.id, own.name, own.unit, plan_figure_words.OWN_GROUP, reaches=own.reading == "reach"
        )
    return rows


def limits_of(here: Page, content: PlanFigures, *, reaches: bool) -> tuple[float, float, float]:
    """Return the limits of the marks: the town's own, else those of the catalogue."""
    marks = here.catalog.plan.marks
    found: Limits | MarkLimits = (content.reach or marks.reach) if reaches else (content.close or marks.close)
    return found.best, found.good, found.fair


def judged_row(
    here: Page, content: PlanFigures, row: PlanRow, figure: PlanFigure, *, cycle: Cycle
) -> Judgement:
    """Return how plan and actual of an item agree in a cycle."""
    return judged(
        figure.planned,
        cycle.actual(figure),
        limits_of(here, content, reaches=row.reaches),
        reaches=row.reaches,
        part=row.interim if cycle.is_interim else 1.0,
    )


def by_year(content: PlanFigures) -> Mapping[tuple[str, int], PlanFigure]:
    """Return the figures by item and fiscal year."""
    return {each.key: each for each in content.figures}
