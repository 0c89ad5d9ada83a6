"""Every kind of content, by name: a visitor's file may hold these and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from carecompare.own.comparator_sets import COMPARATOR_SETS
from carecompare.own.districts import DISTRICTS
from carecompare.own.figures import OWN_FIGURES
from carecompare.own.frozen import FROZEN, FROZEN_VIEW
from carecompare.own.initiatives import INITIATIVES
from carecompare.own.meeting import MEETING
from carecompare.own.mieruka_figures import EXPORTED_FIGURES
from carecompare.own.remarks import DISMISSED_FINDINGS, NOTES
from carecompare.own.slide_template import SLIDE_TEMPLATE
from carecompare.own.worksheet import WORKSHEET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.own.records import Kind

KINDS: Mapping[str, Kind[Any]] = {
    each.name: each
    for each in (
        COMPARATOR_SETS,
        NOTES,
        DISMISSED_FINDINGS,
        OWN_FIGURES,
        EXPORTED_FIGURES,
        INITIATIVES,
        MEETING,
        SLIDE_TEMPLATE,
        WORKSHEET,
        DISTRICTS,
        FROZEN,
        FROZEN_VIEW,
    )
}
