"""What a town keeps of its own: versioned, never overwritten, never lost.

Its files are read where they lie and never enter the store. They are small (reading takes milliseconds),
what was saved is there at once, a build that is killed cannot touch them, and no figure of a town's own can
get into what is computed from the published ones.
"""

from carecompare.own.contents.comparator_sets import (
    COMPARATOR_SETS,
    ComparatorSet,
    ComparatorSets,
    comparator_set,
    sets_renamed,
    sets_with,
    sets_without,
)
from carecompare.own.contents.figures import (
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
from carecompare.own.contents.frozen import (
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
from carecompare.own.contents.initiatives import (
    INITIATIVES,
    Initiative,
    Initiatives,
    firmest,
    initiative,
    initiatives_from,
    initiatives_with,
    initiatives_without,
)
from carecompare.own.contents.lines import (
    Evidence,
    LineDraft,
    LineSheet,
    SheetLine,
    cleaned,
    difference,
    merged,
    with_evidence,
    with_lines,
    without_evidence,
)
from carecompare.own.contents.meeting import (
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
from carecompare.own.contents.plan_check import PLAN_CHECK, CheckLine, CheckState, PlanCheck
from carecompare.own.contents.remarks import (
    DISMISSED_FINDINGS,
    NOTES,
    DismissedFinding,
    DismissedFindings,
    Note,
)
from carecompare.own.contents.slide_template import SLIDE_TEMPLATE, SlideTemplate, slide_template
from carecompare.own.contents.worksheet import (
    WORKSHEET,
    State,
    Worksheet,
    WorksheetLine,
    begun_from,
    counts_by_state,
)
from carecompare.own.keeping.kinds import KINDS
from carecompare.own.keeping.records import Kept, Kind, Saving
from carecompare.own.keeping.shelf import Shelf
from carecompare.own.keeping.storage import Folder, Memory
from carecompare.own.keeping.visit import read_visit, visit_file
from carecompare.own.mieruka.beside import SameFigure, same_figures
from carecompare.own.mieruka.exports import Exports, read_exports
from carecompare.own.mieruka.figures import (
    EXPORTED_FIGURES,
    ExportedBook,
    ExportedFigures,
    ExportedSeries,
    exports_with,
)
from carecompare.own.mieruka.files import exported_files, files_below, is_export
from carecompare.own.mieruka.health import Remark, health, own_series
from carecompare.own.mieruka.places import Places, places_from
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.check_result import Checked, Reading, replaced
from carecompare.own.uploads.doubts import Doubt
from carecompare.own.uploads.initiative_check import Problem, Terms, checked_initiative
from carecompare.own.uploads.initiative_table import (
    ReadTable,
    initiatives_workbook,
    read_initiatives,
    table_rows,
)
from carecompare.own.uploads.known import Known, known_from, own_item_name
from carecompare.own.uploads.sheet import Sheet
from carecompare.own.uploads.sheets import read_sheets
from carecompare.own.uploads.template import TemplateRow, template_rows
from carecompare.own.uploads.template_workbook import template_workbook

__all__ = [
    "COMPARATOR_SETS",
    "DISMISSED_FINDINGS",
    "EXPORTED_FIGURES",
    "FROZEN",
    "FROZEN_VIEW",
    "INITIATIVES",
    "KINDS",
    "MEETING",
    "NOTES",
    "OWN_FIGURES",
    "PLAN_CHECK",
    "SLIDE_TEMPLATE",
    "WORKSHEET",
    "AreaKind",
    "CheckLine",
    "CheckState",
    "Checked",
    "ComparatorSet",
    "ComparatorSets",
    "DismissedFinding",
    "DismissedFindings",
    "Doubt",
    "Evidence",
    "ExportedBook",
    "ExportedFigures",
    "ExportedSeries",
    "Exports",
    "Folder",
    "FrozenDefinition",
    "FrozenEntry",
    "FrozenSource",
    "FrozenView",
    "FrozenViews",
    "Initiative",
    "Initiatives",
    "Kept",
    "Kind",
    "Known",
    "LineDraft",
    "LineSheet",
    "Meeting",
    "MeetingItem",
    "Memory",
    "Note",
    "OwnArea",
    "OwnFigure",
    "OwnFigures",
    "OwnItem",
    "Places",
    "PlanCheck",
    "Problem",
    "ReadTable",
    "Reading",
    "Remark",
    "SameFigure",
    "Saving",
    "Sheet",
    "SheetLine",
    "Shelf",
    "SlideTemplate",
    "State",
    "TemplateRow",
    "Terms",
    "Worksheet",
    "WorksheetLine",
    "areas_with",
    "areas_without",
    "begun_from",
    "changes",
    "checked",
    "checked_initiative",
    "cleaned",
    "comparator_set",
    "counts_by_state",
    "difference",
    "exported_files",
    "exports_with",
    "figures_with",
    "files_below",
    "firmest",
    "frozen_entry",
    "frozen_renamed",
    "frozen_view",
    "frozen_with",
    "frozen_without",
    "health",
    "initiative",
    "initiatives_from",
    "initiatives_with",
    "initiatives_without",
    "initiatives_workbook",
    "is_export",
    "known_from",
    "meeting_item",
    "meeting_moved",
    "meeting_renewed",
    "meeting_titled",
    "meeting_with",
    "meeting_without",
    "merged",
    "own_item_name",
    "own_series",
    "places_from",
    "read_exports",
    "read_initiatives",
    "read_sheets",
    "read_visit",
    "replaced",
    "same_figures",
    "sets_renamed",
    "sets_with",
    "sets_without",
    "slide_template",
    "table_rows",
    "template_rows",
    "template_workbook",
    "visit_file",
    "with_evidence",
    "with_lines",
    "without_evidence",
]
