"""Sheets of lines in a town's own words: state, words, post, evidence; no line is lost to another."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from carecompare.errors import OwnConflictError, OwnDataError
from carecompare.own.keeping.records import Content

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from carecompare.own.keeping.records import Kept


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


class SheetLine(Content, frozen=True):
    """What stands in one line of a sheet; ``post`` is a post or section, each sheet has states of its own."""

    id: str
    state: str = ""
    words: str = ""
    post: str = ""
    evidence: tuple[Evidence, ...] = ()

    @property
    def is_blank(self) -> bool:
        """Return whether nothing was written or attached."""
        return self == type(self)(self.id)


L = TypeVar("L", bound=SheetLine)


class LineSheet(Content, Generic[L], frozen=True):
    """The lines of a sheet in which something stands."""

    lines: tuple[L, ...] = ()

    def blank(self, identifier: str) -> L:
        """Return a line in which nothing was written."""
        raise NotImplementedError

    def line(self, identifier: str) -> L:
        """Return a line, a blank one where nothing was written."""
        return next((each for each in self.lines if each.id == identifier), self.blank(identifier))


S = TypeVar("S", bound=LineSheet[Any])


@dataclass(frozen=True)
class LineDraft(Generic[L]):
    """A line that is being written: as it was when that began, and as it is now."""

    began: L
    line: L

    @property
    def is_changed(self) -> bool:
        """Return whether there is anything to save."""
        return self.line != self.began


def cleaned(text: str, longest: int) -> str:
    """Return what a person typed without what no paper can show, cut to a length in characters."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return _UNFIT.sub("", lines)[:longest]


def with_evidence(line: L, evidence: Evidence) -> L:
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


def without_evidence(line: L, place: int) -> L:
    """Return a line without its evidence of a place, counted from 0."""
    kept = tuple(each for number, each in enumerate(line.evidence) if number != place)
    return msgspec.structs.replace(line, evidence=kept)


def with_lines(sheet: S, lines: Iterable[SheetLine]) -> S:
    """Return a sheet in which lines stand in place of those of the same id; blank ones are left out."""
    by_id = {each.id: each for each in sheet.lines} | {each.id: each for each in lines}
    kept = tuple(each for each in by_id.values() if not each.is_blank)
    return msgspec.structs.replace(sheet, lines=kept)


def merged(kept: Kept[S] | None, drafts: Mapping[str, LineDraft[Any]], nothing: S) -> S:
    """Return what is kept with the drafts of a visit, which may have begun from an earlier version.

    Two people who write in different lines do not meet.

    Parameters
    ----------
    kept : Kept or None
        What lies there now.
    drafts : mapping of str to LineDraft
        By line.
    nothing : LineSheet
        What stands for it where nothing is kept.

    Returns
    -------
    LineSheet
        To be saved on ``kept``.

    Raises
    ------
    OwnConflictError
        If somebody changed a line that is being written; it carries those lines of both, and no others.
    """
    sheet = kept.content if kept else nothing
    changed = {name: draft for name, draft in drafts.items() if draft.is_changed}
    met = [
        name
        for name, draft in changed.items()
        if sheet.line(name) not in {draft.began, draft.line}  # the same words twice are no quarrel
    ]
    if met:
        author, when = (kept.author, kept.saved_at.isoformat()) if kept else ("", "")
        theirs = msgspec.structs.replace(nothing, lines=tuple(sheet.line(name) for name in met))
        mine = msgspec.structs.replace(nothing, lines=tuple(changed[name].line for name in met))
        newer = replace(kept, content=theirs) if kept else None
        raise OwnConflictError(newer, mine, found=author, expected=when)
    return with_lines(sheet, (draft.line for draft in changed.values()))


def difference(last: SheetLine, now: SheetLine) -> str:
    """Return ``same``, ``changed``, ``new``, ``gone``, or nothing where both are blank."""
    if last.is_blank and now.is_blank:
        return ""
    if last.is_blank:
        return "new"
    if now.is_blank:
        return "gone"
    return "same" if last == now else "changed"
