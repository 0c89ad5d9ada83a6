"""What a town keeps of its own: versioned, never overwritten, never lost."""

from carecompare.own.check import Checked, checked, replaced
from carecompare.own.comparator_sets import (
    COMPARATOR_SETS,
    ComparatorSet,
    ComparatorSets,
    comparator_set,
    sets_renamed,
    sets_with,
    sets_without,
)
from carecompare.own.doubts import Doubt
from carecompare.own.figures import (
    OWN_FIGURES,
    AreaKind,
    OwnArea,
    OwnFigure,
    OwnFigures,
    OwnItem,
    areas_with,
    areas_without,
    changes,
    figures_with,
)
from carecompare.own.frozen import (
    FROZEN,
    FROZEN_VIEW,
    FrozenDefinition,
    FrozenEntry,
    FrozenSource,
    FrozenView,
    FrozenViews,
    frozen_entry,
    frozen_renamed,
    frozen_view,
    frozen_with,
    frozen_without,
)
from carecompare.own.kinds import KINDS
from carecompare.own.known import Known, own_item_name
from carecompare.own.meeting import (
    MEETING,
    Meeting,
    MeetingItem,
    meeting_item,
    meeting_moved,
    meeting_renewed,
    meeting_titled,
    meeting_with,
    meeting_without,
)
from carecompare.own.places import Folder, Memory
from carecompare.own.records import Kept, Kind, Saving
from carecompare.own.remarks import DISMISSED_FINDINGS, NOTES, DismissedFinding, DismissedFindings, Note
from carecompare.own.sheets import Sheet, read_sheets
from carecompare.own.shelf import Shelf
from carecompare.own.template import TemplateRow, template_rows
from carecompare.own.template_workbook import template_workbook
from carecompare.own.visit import read_visit, visit_file

__all__ = [
    "COMPARATOR_SETS",
    "DISMISSED_FINDINGS",
    "FROZEN",
    "FROZEN_VIEW",
    "KINDS",
    "MEETING",
    "NOTES",
    "OWN_FIGURES",
    "AreaKind",
    "Checked",
    "ComparatorSet",
    "ComparatorSets",
    "DismissedFinding",
    "DismissedFindings",
    "Doubt",
    "Folder",
    "FrozenDefinition",
    "FrozenEntry",
    "FrozenSource",
    "FrozenView",
    "FrozenViews",
    "Kept",
    "Kind",
    "Known",
    "Meeting",
    "MeetingItem",
    "Memory",
    "Note",
    "OwnArea",
    "OwnFigure",
    "OwnFigures",
    "OwnItem",
    "Saving",
    "Sheet",
    "Shelf",
    "TemplateRow",
    "areas_with",
    "areas_without",
    "changes",
    "checked",
    "comparator_set",
    "figures_with",
    "frozen_entry",
    "frozen_renamed",
    "frozen_view",
    "frozen_with",
    "frozen_without",
    "meeting_item",
    "meeting_moved",
    "meeting_renewed",
    "meeting_titled",
    "meeting_with",
    "meeting_without",
    "own_item_name",
    "read_sheets",
    "read_visit",
    "replaced",
    "sets_renamed",
    "sets_with",
    "sets_without",
    "template_rows",
    "template_workbook",
    "visit_file",
]
