"""From the papers of a town to a deck: the usual twelve, and what changed since they were put there."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from carecompare.exhibits import changed_cells
from carecompare.reports.slides.deck import SlideItem
from carecompare.views.base.block import exhibit
from carecompare.views.files.registry import renewed, view_block
from carecompare.views.topics import findings, resources
from carecompare.views.topics.initiatives.columns import ALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carecompare.exhibits import ChangedCell, Exhibit
    from carecompare.own import Meeting, MeetingItem
    from carecompare.views.base.here import Page
    from carecompare.views.base.installation import Loaded
    from carecompare.views.base.kept import Keeper


STANDARD_SLIDES = 12
FIELD = "field"  # given by its place among the fields with resources
# View, part, and what of the choice it is made for. What stands out comes first, where it is not among
# these; `INSTEAD` stands in where one of these shows nothing.
STANDARD: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("aging_level", "", {"item": "share_65_and_over"}),
    ("aging_level", "", {"item": "share_75_and_over"}),
    ("aging_course", "", {"item": "share_65_and_over"}),
    ("aging_households", "", {}),
    ("outlook", "", {}),
    ("care_need", "", {"item": "certification_rate"}),
    ("decomposition", "", {}),
    ("resources_field", "", {FIELD: "0"}),
    ("resources_field", "", {FIELD: "1"}),
    ("peers", "", {}),
    ("initiative_fields", "", {}),
)
INSTEAD: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("supply", "", {}),
    ("finance", "", {}),
    ("demand", "demand_index_care", {}),
    ("home_resources", "", {}),
    ("aging_level", "", {"item": "share_85_and_over"}),
    ("initiative_types", ALL, {}),
)


@dataclass(frozen=True)
class RenewedItem:
    """An item of the papers with what its view shows today.

    Parameters
    ----------
    item : MeetingItem
        As it is kept.
    now : Exhibit or None
        None where the view shows nothing any more.
    cells : tuple of ChangedCell
        Figures that are not what they were.
    """

    item: MeetingItem
    now: Exhibit | None
    cells: tuple[ChangedCell, ...]

    @property
    def has_changed(self) -> bool:
        """Return whether figures or finding are not what they were."""
        return self.now is not None and (bool(self.cells) or self.now.title != self.item.exhibit.title)

    def slide(self) -> SlideItem:
        """Return it as a slide: with the figures of today, or, where there are none, with those it had."""
        kept = self.item.exhibit
        if self.now is None:
            return SlideItem(kept, self.item.title, stale=True)
        return SlideItem(self.now, self.item.title, before=kept if self.has_changed else None)


def renewed_items(loaded: Loaded, papers: Meeting, keep: Keeper | None = None) -> list[RenewedItem]:
    """Return the papers with what their views show today."""
    found = []
    for item in papers.items:
        now = renewed(loaded, item.exhibit, keep)
        cells = changed_cells(item.exhibit.grid, now.grid) if now is not None else ()
        found.append(RenewedItem(item, now, cells))
    return found


def standard_exhibits(here: Page) -> list[Exhibit]:
    """Return the twelve views that say most about any municipality.

    Parameters
    ----------
    here : Page
        Gives the municipality and its comparators.

    Returns
    -------
    list of Exhibit
        Twelve where the figures allow it; fewer only where too many views show nothing.
    """
    usual = list(_made(here, STANDARD))
    said = {each.title for each in usual}
    first = (each for each in _made(here, _findings(here)) if each.title not in said)
    made = [*islice(first, 1), *usual]
    made += islice(_made(here, INSTEAD), STANDARD_SLIDES - len(made))
    return made


def _findings(here: Page) -> list[tuple[str, str, dict[str, str]]]:
    return [("finding", each.key, {}) for each in findings.found(here).listed]


def _made(here: Page, wanted: Sequence[tuple[str, str, dict[str, str]]]) -> Iterator[Exhibit]:
    """Return the views that show something, each made when it is asked for."""
    base = here.selection.comparators_alone.as_query()
    for view, part, changes in wanted:
        query = base | changes
        if FIELD in changes:
            known = resources.fields_with_resources(here)
            query[FIELD] = known[min(int(changes[FIELD]), len(known) - 1)]
        block = view_block(here.loaded, view, part, query, here.keeper)
        if block is not None:
            yield exhibit(block, query)
