"""What a visit is writing into worksheets: it outlives a rerun and a change of page until it is saved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from carecompare.errors import OwnConflictError
from carecompare.own import WORKSHEET, LineDraft, Worksheet, merged, with_evidence, without_evidence
from carecompare.ui.keeping import attempt, keeper

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.own import Evidence, Kept, Kind, WorksheetLine

DRAFTS = "worksheet_drafts"
OPEN = "worksheet_open"


@dataclass(frozen=True)
class OpenLine:
    """The line whose editor is open: town, fiscal year, id and words."""

    own: str
    year: int
    id: str
    label: str


def sheet_kind(year: int) -> Kind[Worksheet]:
    """Return what the sheet of a fiscal year is kept as."""
    return WORKSHEET.of(str(year))


def kept_worksheet(own: str, year: int) -> Kept[Worksheet] | None:
    """Return the sheet of a town and fiscal year as it was saved last, for pages, prints and exports.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    return keeper().kept(own, sheet_kind(year))


def line_drafts(own: str, year: int) -> dict[str, LineDraft]:
    """Return what is being written in a sheet, by line."""
    every: dict[tuple[str, int], dict[str, LineDraft]] = st.session_state.setdefault(DRAFTS, {})
    return every.setdefault((own, year), {})


def unsaved(own: str, year: int) -> dict[str, LineDraft]:
    """Return the drafts in which there is anything to save."""
    return {name: each for name, each in line_drafts(own, year).items() if each.is_changed}


def open_line(own: str) -> OpenLine | None:
    """Return the line of a town that is open for writing, or None."""
    opened: OpenLine | None = st.session_state.get(OPEN)
    return opened if opened is not None and opened.own == own else None


def open_or_close(line: OpenLine | None) -> None:
    """Open the editor of a line, or none; meant for callbacks."""
    st.session_state[OPEN] = line


def draft_on(own: str, year: int, identifier: str, sheet: Worksheet) -> LineDraft:
    """Return the draft of a line on what is kept; one that nothing was written in follows it."""
    draft = line_drafts(own, year).get(identifier)
    if draft is not None and draft.is_changed:
        return draft
    line = sheet.line(identifier)
    return LineDraft(line, line)


def draft_of(own: str, year: int, identifier: str) -> LineDraft:
    """Return the draft of a line on what is kept now.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = kept_worksheet(own, year)
    return draft_on(own, year, identifier, kept.content if kept else Worksheet())


def change_line(own: str, year: int, identifier: str, **changes: object) -> None:
    """Write parts of a line into its draft; meant for callbacks."""
    with attempt():
        draft = draft_of(own, year, identifier)
        _keep(own, year, replace(draft, line=msgspec.structs.replace(draft.line, **changes)))


def add_evidence(line: OpenLine, evidence: Evidence) -> bool:
    """Attach evidence to the draft of a line; return whether it is there."""
    with attempt():
        draft = draft_of(line.own, line.year, line.id)
        _keep(line.own, line.year, replace(draft, line=with_evidence(draft.line, evidence)))
        return True
    return False


def remove_evidence(line: OpenLine, place: int) -> Evidence | None:
    """Take evidence off the draft of a line and return it; None where the line cannot be read."""
    with attempt():
        draft = draft_of(line.own, line.year, line.id)
        _keep(line.own, line.year, replace(draft, line=without_evidence(draft.line, place)))
        return draft.line.evidence[place]
    return None


def discard(own: str, year: int, identifier: str) -> None:
    """Forget what was written in a line and not saved; meant for callbacks."""
    line_drafts(own, year).pop(identifier, None)


def save_drafts(own: str, year: int, success: str) -> None:
    """Save everything that was written in a sheet as its next version; meant for callbacks."""
    drafts = line_drafts(own, year)
    keep = keeper()
    with attempt(success):
        kept = keep.kept(own, sheet_kind(year))
        try:
            content = merged(kept, drafts)
        except OwnConflictError:
            _see_newer(drafts, kept.content if kept else Worksheet())
            raise
        keep.save(own, sheet_kind(year), content, kept.version if kept else 0)
        drafts.clear()
        open_or_close(None)


def _see_newer(drafts: dict[str, LineDraft], newer: Worksheet) -> None:
    """Both are shown now: whoever saves again has seen the other's words."""
    for name, draft in drafts.items():
        if draft.is_changed:
            drafts[name] = replace(draft, began=newer.line(name))


def _keep(own: str, year: int, draft: LineDraft) -> None:
    drafts = line_drafts(own, year)
    if draft.is_changed:
        drafts[draft.line.id] = draft
    else:
        drafts.pop(draft.line.id, None)


def shown_lines(kept: Worksheet, drafts: Mapping[str, LineDraft]) -> dict[str, WorksheetLine]:
    """Return the lines as they are shown: what is kept, with what is being written in its place."""
    shown = {each.id: each for each in kept.lines}
    return shown | {name: draft.line for name, draft in drafts.items()}
