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
from carecompare.own.initiative_check import Problem, Terms, checked_initiative
from carecompare.own.initiative_table import ReadTable, initiatives_workbook, read_initiatives, table_rows
from carecompare.own.initiatives import (
    INITIATIVES,
    Initiative,
    Initiatives,
    firmest,
    initiative,
    initiatives_from,
    initiatives_with,
    initiatives_without,
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
    "INITIATIVES",
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
    "Initiative",
    "Initiatives",
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
    "Problem",
    "ReadTable",
    "Saving",
    "Sheet",
    "Shelf",
    "TemplateRow",
    "Terms",
    "areas_with",
    "areas_without",
    "changes",
    "checked",
    "checked_initiative",
    "comparator_set",
    "figures_with",
    "firmest",
    "initiative",
    "initiatives_from",
    "initiatives_with",
    "initiatives_without",
    "initiatives_workbook",
    "meeting_item",
    "meeting_moved",
    "meeting_renewed",
    "meeting_titled",
    "meeting_with",
    "meeting_without",
    "own_item_name",
    "read_initiatives",
    "read_sheets",
    "read_visit",
    "replaced",
    "sets_renamed",
    "sets_with",
    "sets_without",
    "table_rows",
    "template_rows",
    "template_workbook",
    "visit_file",
]
