"""What a town keeps of its own: versioned, never overwritten, never lost."""

from carecompare.own.comparator_sets import (
    COMPARATOR_SETS,
    ComparatorSet,
    ComparatorSets,
    comparator_set,
    sets_renamed,
    sets_with,
    sets_without,
)
from carecompare.own.kinds import KINDS
from carecompare.own.places import Folder, Memory
from carecompare.own.records import Kept, Kind, Saving
from carecompare.own.remarks import DISMISSED_FINDINGS, NOTES, DismissedFinding, DismissedFindings, Note
from carecompare.own.shelf import Shelf
from carecompare.own.visit import read_visit, visit_file

__all__ = [
    "COMPARATOR_SETS",
    "DISMISSED_FINDINGS",
    "KINDS",
    "NOTES",
    "ComparatorSet",
    "ComparatorSets",
    "DismissedFinding",
    "DismissedFindings",
    "Folder",
    "Kept",
    "Kind",
    "Memory",
    "Note",
    "Saving",
    "Shelf",
    "comparator_set",
    "read_visit",
    "sets_renamed",
    "sets_with",
    "sets_without",
    "visit_file",
]
