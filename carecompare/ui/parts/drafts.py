"""What a visit is writing into sheets of lines: it outlives a rerun and a change of page until saved."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import msgspec
import streamlit as st

from carecompare.errors import OwnConflictError
from carecompare.own import LineDraft, merged, with_evidence, without_evidence
from carecompare.ui.parts.keeping import attempt, keeper
from carecompare.views.topics.worksheet import DRAFTS, OPEN, TRAY, see_newer

if TYPE_CHECKING:
    from carecompare.own import Evidence, Kind, LineSheet, SheetLine
    from carecompare.own.contents.lines import L
    from carecompare.views.topics.worksheet import OpenLine, Tray


def line_drafts(own: str, sheet: Kind[Any]) -> dict[str, LineDraft[Any]]:
    """Return what is being written in a sheet, by line."""
    every: dict[tuple[str, str], dict[str, LineDraft[Any]]] = st.session_state.setdefault(DRAFTS, {})
    return every.setdefault((own, sheet.folder), {})


def unsaved(own: str, sheet: Kind[Any]) -> dict[str, LineDraft[Any]]:
    """Return the drafts in which there is anything to save."""
    return {name: each for name, each in line_drafts(own, sheet).items() if each.is_changed}


def open_line(own: str) -> OpenLine | None:
    """Return the line of a town that is open for writing, or None."""
    opened: OpenLine | None = st.session_state.get(OPEN)
    return opened if opened is not None and opened.own == own else None


def open_or_close(line: OpenLine | None) -> None:
    """Open the editor of a line, or none; meant for callbacks."""
    st.session_state[OPEN] = line


def draft_on(place: OpenLine, sheet: LineSheet[L]) -> LineDraft[L]:
    """Return the draft of a line on what is kept; one that nothing was written in follows it."""
    draft = line_drafts(place.own, place.sheet).get(place.id)
    if draft is not None and draft.is_changed:
        return draft
    line = sheet.line(place.id)
    return LineDraft(line, line)


def draft_of(place: OpenLine) -> LineDraft[Any]:
    """Return the draft of a line on what is kept now.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = keeper().kept(place.own, place.sheet)
    return draft_on(place, kept.content if kept else place.sheet.content())


def change_line(place: OpenLine, seen: SheetLine, /, **changes: object) -> None:
    """Write parts of a line into its draft, which begins from the line as it was seen; meant for callbacks.

    What others saved since the page was drawn was not seen: saving tells of it and does not write over it.
    """
    draft = _draft_from(place, seen)
    _keep(place, replace(draft, line=msgspec.structs.replace(draft.line, **changes)))


def add_evidence(place: OpenLine, *evidence: Evidence) -> bool:
    """Attach evidence to the draft of a line; return whether it is there."""
    with attempt():
        draft = draft_of(place)
        line = draft.line
        for each in evidence:
            line = with_evidence(line, each)
        _keep(place, replace(draft, line=line))
        return True
    return False


def remove_evidence(place: OpenLine, seen: SheetLine, number: int) -> Evidence:
    """Take evidence off the draft of a line, which begins from the line as it was seen, and return it."""
    draft = _draft_from(place, seen)
    _keep(place, replace(draft, line=without_evidence(draft.line, number)))
    taken: Evidence = draft.line.evidence[number]
    return taken


def discard(place: OpenLine) -> None:
    """Forget what was written in a line and not saved; meant for callbacks."""
    line_drafts(place.own, place.sheet).pop(place.id, None)


def save_drafts(own: str, sheet: Kind[Any], success: str) -> None:
    """Save everything that was written in a sheet as its next version; meant for callbacks."""
    drafts = line_drafts(own, sheet)
    keep = keeper()
    with attempt(success):
        kept = keep.kept(own, sheet)
        nothing = sheet.content()
        try:
            content = merged(kept, drafts, nothing)
        except OwnConflictError:
            see_newer(drafts, kept.content if kept else nothing)
            raise
        keep.save(own, sheet, content, kept.version if kept else 0)
        drafts.clear()
        open_or_close(None)


def _draft_from(place: OpenLine, seen: SheetLine) -> LineDraft[Any]:
    draft = line_drafts(place.own, place.sheet).get(place.id)
    return draft if draft is not None and draft.is_changed else LineDraft(seen, seen)


def _keep(place: OpenLine, draft: LineDraft[Any]) -> None:
    drafts = line_drafts(place.own, place.sheet)
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
