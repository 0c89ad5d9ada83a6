"""What a town writes beside the figures: a note per topic, and findings it has set aside."""

from __future__ import annotations

from carecompare.own.keeping.records import Content, Kind

LONGEST_NOTE = 10_000


class Note(Content, frozen=True):
    """The analysis of one topic in the town's own words."""

    text: str = ""


class DismissedFinding(Content, frozen=True):
    """A finding that is no longer shown, and why."""

    id: str
    reason: str = ""


class DismissedFindings(Content, frozen=True):
    """Every finding set aside; undo is to restore an earlier version, or to leave one out."""

    findings: tuple[DismissedFinding, ...] = ()


# One note per topic: NOTES.of("care_need"). People writing on two topics do not meet.
NOTES = Kind("notes", Note)
DISMISSED_FINDINGS = Kind("dismissed_findings", DismissedFindings)
