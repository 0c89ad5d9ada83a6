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
from carecompare.own.kinds import KINDS
from carecompare.own.known import Known, own_item_name
from carecompare.own.places import Folder, Memory
from carecompare.own.records import Kept, Kind, Saving
from carecompare.own.remarks import DISMISSED_FINDINGS, NOTES, DismissedFinding, DismissedFindings, Note
from carecompare.own.sheets import Sheet, read_sheets
from carecompare.own.shelf import Shelf
from carecompare.own.template import TemplateRow, template_rows
from carecompare.own.template_workbook import template_workbook
from carecompare.own.visit import read_visit, visit_file
from carecompare.own.worksheet import (
    WORKSHEET,
    Evidence,
    LineDraft,
    State,
    Worksheet,
    WorksheetLine,
    begun_from,
    cleaned,
    counts_by_state,
    difference,
    merged,
    with_evidence,
    with_lines,
    without_evidence,
)

__all__ = [
    "COMPARATOR_SETS",
    "DISMISSED_FINDINGS",
    "KINDS",
    "NOTES",
    "OWN_FIGURES",
    "WORKSHEET",
    "AreaKind",
    "Checked",
    "ComparatorSet",
    "ComparatorSets",
    "DismissedFinding",
    "DismissedFindings",
    "Doubt",
    "Evidence",
    "Folder",
    "Kept",
    "Kind",
    "Known",
    "LineDraft",
    "Memory",
    "Note",
    "OwnArea",
    "OwnFigure",
    "OwnFigures",
    "OwnItem",
    "Saving",
    "Sheet",
    "Shelf",
    "State",
    "TemplateRow",
    "Worksheet",
    "WorksheetLine",
    "areas_with",
    "areas_without",
    "begun_from",
    "changes",
    "checked",
    "cleaned",
    "comparator_set",
    "counts_by_state",
    "difference",
    "figures_with",
    "merged",
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
    "with_evidence",
    "with_lines",
    "without_evidence",
]
