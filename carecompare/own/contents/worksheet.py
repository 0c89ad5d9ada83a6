"""The worksheet of a town and fiscal year: what it knows of each line, in its words, and on what evidence."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Literal

import msgspec

from carecompare.errors import OwnConflictError, OwnDataError
from carecompare.own.keeping.records import Content, Kind

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from carecompare.own.keeping.records import Kept


State = Literal["", "known", "partly", "unknown", "not_applicable"]

LONGEST_WORDS = 1_000
LONGEST_POST = 60
LONGEST_DUE = 40
LONGEST_TEXT = 600
MOST_FIGURES = 12
MOST_EVIDENCE = 20
# What a workbook cannot hold, and what nobody types on purpose: controls other than the end of a line.
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


class Evidence(Content, frozen=True):
    """A figure or finding as it was when it was attached: nothing here follows later figures.

    ``text`` is its sentence, ``subject`` what, unit and year, ``figures`` the own figures beside it, ``link``
    leads to the same view and begins with the name of its page.
    """

    text: str
    taken_at: datetime
    subject: str = ""
    figures: tuple[str, ...] = ()
    source: str = ""
    link: str = ""


class WorksheetLine(Content, frozen=True):
    """What stands in one line; ``post`` is a post or section, ``due`` is as it was written."""

    id: str
    state: State = ""
    words: str = ""
    post: str = ""
    due: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Return whether nothing was written or attached."""
        return self == WorksheetLine(self.id)


class Worksheet(Content, frozen=True):
    """The lines in which something stands; ``begun_from`` is the year whose words it began with, or 0."""

    lines: tuple[WorksheetLine, ...] = ()
    begun_from: int = 0

    def line(self, identifier: str) -> WorksheetLine:
        """Return a line, a blank one where nothing was written."""
        return next((each for each in self.lines if each.id == identifier), WorksheetLine(identifier))


# One sheet per fiscal year: WORKSHEET.of("2026").
WORKSHEET = Kind("worksheet", Worksheet)


@dataclass(frozen=True)
class LineDraft:
    """A line that is being written: as it was when that began, and as it is now."""

    began: WorksheetLine
    line: WorksheetLine

    @property
    def is_changed(self) -> bool:
        """Return whether there is anything to save."""
        return self.line != self.began


def cleaned(text: str, longest: int) -> str:
    """Return what a person typed without what no paper can show, cut to a length in characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNFIT.sub("", lines)[:longest]


def with_evidence(line: WorksheetLine, evidence: Evidence) -> WorksheetLine:
    """Return a line with one more piece of evidence; the same one is not added twice, whenever it was taken.

    Raises
    ------
    OwnDataError
        If there are 20 already.
    """
    if any(msgspec.structs.replace(each, taken_at=evidence.taken_at) == evidence for each in line.evidence):
        return line
    if len(line.evidence) >= MOST_EVIDENCE:
        raise OwnDataError("own_evidence_too_many", expected=MOST_EVIDENCE)
    return msgspec.structs.replace(line, evidence=(*line.evidence, evidence))


def without_evidence(line: WorksheetLine, place: int) -> WorksheetLine:
    """Return a line without its evidence of a place, counted from 0."""
    kept = tuple(each for number, each in enumerate(line.evidence) if number != place)
    return msgspec.structs.replace(line, evidence=kept)


def with_lines(sheet: Worksheet, lines: Iterable[WorksheetLine]) -> Worksheet:
    """Return a sheet in which lines stand in place of those of the same id; blank ones are left out."""
    by_id = {each.id: each for each in sheet.lines} | {each.id: each for each in lines}
    kept = tuple(each for each in by_id.values() if not each.is_blank)
    return msgspec.structs.replace(sheet, lines=kept)


def merged(kept: Kept[Worksheet] | None, drafts: Mapping[str, LineDraft]) -> Worksheet:
    """Return what is kept with the drafts of a visit, which may have begun from an earlier version.

    Two people who write in different lines do not meet.

    Parameters
    ----------
    kept : Kept or None
        What lies there now.
    drafts : mapping of str to LineDraft
        By line.

    Returns
    -------
    Worksheet
        To be saved on ``kept``.

    Raises
    ------
    OwnConflictError
        If somebody changed a line that is being written; it carries those lines of both, and no others.
    """
    sheet = kept.content if kept else Worksheet()
    changed = {name: draft for name, draft in drafts.items() if draft.is_changed}
    met = [
        name
        for name, draft in changed.items()
        if sheet.line(name) not in {draft.began, draft.line}  # the same words twice are no quarrel
    ]
    if met:
        author, when = (kept.author, kept.saved_at.isoformat()) if kept else ("", "")
        theirs = Worksheet(tuple(sheet.line(name) for name in met))
        mine = Worksheet(tuple(changed[name].line for name in met))
        newer = replace(kept, content=theirs) if kept else None
        raise OwnConflictError(newer, mine, found=author, expected=when)
    return with_lines(sheet, (draft.line for draft in changed.values()))


def begun_from(last: Worksheet, year: int, left_out: Collection[str]) -> Worksheet:
    """Return the sheet of a year that begins with the words of an earlier one.

    Parameters
    ----------
    last : Worksheet
        The earlier one.
    year : int
        Its fiscal year.
    left_out : collection of str
        Lines that are written anew every year.
    """
    return Worksheet(tuple(each for each in last.lines if each.id not in left_out), begun_from=year)


def difference(last: WorksheetLine, now: WorksheetLine) -> str:
    """Return ``same``, ``changed``, ``new``, ``gone``, or nothing where both are blank."""
    if last.is_blank and now.is_blank:
        return ""
    if last.is_blank:
        return "new"
    if now.is_blank:
        return "gone"
    return "same" if last == now else "changed"


def counts_by_state(sheet: Worksheet, lines: Iterable[str]) -> dict[str, int]:
    """Return how many of the lines are in each state; the empty state is one not looked at yet."""
    counts = {"known": 0, "partly": 0, "unknown": 0, "not_applicable": 0, "": 0}
    for name in lines:
        counts[sheet.line(name).state] += 1
    return counts
