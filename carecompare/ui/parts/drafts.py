"""What a visit is writing into worksheets: it outlives a rerun and a change of page until it is saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from carecompare.errors import OwnConflictError
from carecompare.own import LineDraft, Worksheet, merged, with_evidence, without_evidence
from carecompare.ui.parts.keeping import attempt, keeper
from carecompare.views.topics.worksheet import DRAFTS, OPEN, TRAY, see_newer, sheet_kind

if TYPE_CHECKING:
    from carecompare.own import Evidence, Kept
    from carecompare.views.topics.worksheet import OpenLine, Tray


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
            see_newer(drafts, kept.content if kept else Worksheet())
            raise
        keep.save(own, sheet_kind(year), content, kept.version if kept else 0)
        drafts.clear()
        open_or_close(None)


def _keep(own: str, year: int, draft: LineDraft) -> None:
    drafts = line_drafts(own, year)
    if draft.is_changed:
        drafts[draft.line.id] = draft
    else:
        drafts.pop(draft.line.id, None)


def tray(own: str) -> dict[tuple[str, str, str], Evidence]:
    """Return the evidence of a town that waits for a line, by town, place and sentence."""
    every: Tray = st.session_state.setdefault(TRAY, {})
    return {key: evidence for key, evidence in every.items() if key[0] == own}


def put_back(own: str, evidence: Evidence) -> None:
    """Put evidence that was taken off a line into the tray."""
    st.session_state.setdefault(TRAY, {})[own, evidence.link, evidence.text] = evidence


def take_out(key: tuple[str, str, str]) -> None:
    """Take evidence out of the tray; meant for callbacks."""
    st.session_state.setdefault(TRAY, {}).pop(key, None)
