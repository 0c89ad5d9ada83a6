"""Every kind of content, by name: a visitor's file may hold these and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.own.contents.bookmarks import BOOKMARKS
from carecompare.own.contents.comparator_sets import COMPARATOR_SETS
from carecompare.own.contents.districts import DISTRICTS
from carecompare.own.contents.figure_book import FIGURE_BOOK
from carecompare.own.contents.figure_ledger import FIGURE_LEDGER
from carecompare.own.contents.figures import OWN_FIGURES
from carecompare.own.contents.frozen import FROZEN, FROZEN_VIEW
from carecompare.own.contents.hard_list import HARD_LIST
from carecompare.own.contents.initiatives import INITIATIVES
from carecompare.own.contents.meeting import MEETING
from carecompare.own.contents.persons import PERSONS
from carecompare.own.contents.plan_check import PLAN_CHECK
from carecompare.own.contents.plan_figures import PLAN_FIGURES, PLAN_REVIEW
from carecompare.own.contents.remarks import DISMISSED_FINDINGS, NOTES
from carecompare.own.contents.slide_template import SLIDE_TEMPLATE
from carecompare.own.contents.worksheet import WORKSHEET
from carecompare.own.mieruka.figures import EXPORTED_FIGURES

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from carecompare.own.keeping.records import Kind


KINDS: Mapping[str, Kind[Any]] = {
    each.name: each
    for each in (
        COMPARATOR_SETS,
        BOOKMARKS,
        NOTES,
        DISMISSED_FINDINGS,
        OWN_FIGURES,
        EXPORTED_FIGURES,
        INITIATIVES,
        MEETING,
        SLIDE_TEMPLATE,
        WORKSHEET,
        DISTRICTS,
        PLAN_CHECK,
        PERSONS,
        HARD_LIST,
        PLAN_FIGURES,
        PLAN_REVIEW,
        FROZEN,
        FROZEN_VIEW,
        FIGURE_BOOK,
        FIGURE_LEDGER,
    )
}


def kind_of(folder: str) -> Kind[Any] | None:
    """Return the kind whose versions lie in a folder, None where there is no such kind."""
    name, _, part = folder.partition(".")
    if name not in KINDS:
        return None
    return KINDS[name].of(part) if part else KINDS[name]
