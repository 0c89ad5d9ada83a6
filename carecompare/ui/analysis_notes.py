"""分析欄: what officials write of each topic in their own words, kept with its author and every version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import OwnConflictError
from carecompare.own import NOTES, Note
from carecompare.own.remarks import LONGEST_NOTE
from carecompare.text import sheet_words as words
from carecompare.ui.history import show_undo
from carecompare.ui.html import plain
from carecompare.ui.keeping import attempt, keeper, moment, show_author, show_outcome

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.own import Kept
    from carecompare.ui.frame import Page

DRAFTS = "analysis_drafts"
OPEN = "analysis_open"


@dataclass(frozen=True)
class Draft:
    """What is being written: the version it began from with its text, and the text now."""

    version: int
    began: str
    text: str

    @property
    def is_changed(self) -> bool:
        """Return whether there is anything to save."""
        return self.text != self.began


def analysis_notes(here: Page) -> Mapping[str, Kept[Note]]:
    """Return what the own municipality has written of each topic, for pages, prints and exports.

    Parameters
    ----------
    here : Page
        The page with its choice.

    Returns
    -------
    mapping of str to Kept
        By topic in the catalogue's order, with version, author and time; topics without words are left out.

    Raises
    ------
    OwnDataError
        If a file cannot be read.
    """
    return {topic: kept for topic, kept in _kept(here).items() if kept is not None and kept.content.text}


def _kept(here: Page) -> Mapping[str, Kept[Note] | None]:
    """Return what was saved last of each topic; None where nothing ever was."""
    return here.once("analysis", lambda: {topic: here.kept(NOTES.of(topic)) for topic in here.catalog.topics})


def show_note(here: Page, topic: str) -> None:
    """Draw the analysis of a topic, and where it is written once it is asked for.

    Parameters
    ----------
    here : Page
        The page with its choice.
    topic : str
        Id.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    label = here.catalog.topics[topic].label_ja
    kept = _kept(here)[topic]
    opened, drafts = here.once("analysis under way", lambda: (st.session_state.get(OPEN), _drafts()))
    is_open = opened == (here.own, topic)
    with st.container(border=True, key=f"note_{topic}"):
        st.html(note_html(label, kept))
        draft = drafts.get((here.own, topic))
        if draft is not None and draft.is_changed and not is_open:
            st.caption(words.NOTE_DRAFT)
        st.button(
            words.NOTE_CLOSE if is_open else words.NOTE_WRITE,
            key=f"note_open_{topic}",
            icon=":material/edit_note:",
            on_click=_open,
            args=(None if is_open else (here.own, topic),),
        )
        if is_open:
            _show_editor(here.own, topic, label, kept)


def note_html(label: str, kept: Kept[Note] | None) -> str:
    """Return an analysis as HTML, its lines as they were written, with version, author and time."""
    heading = f"<p class='cc-analysis-title'>{escape(words.NOTE_OF.format(topic=label))}</p>"
    if kept is None or not kept.content.text:
        return f"{heading}<p class='cc-note'>{escape(words.NOTE_EMPTY)}</p>"
    line = words.NOTE_LINE.format(version=kept.version, when=moment(kept.saved_at), author=kept.author)
    text = escape(kept.content.text)
    return f"{heading}<div class='cc-analysis'>{text}</div><p class='cc-note'>{escape(line)}</p>"


def _show_editor(own: str, topic: str, label: str, kept: Kept[Note] | None) -> None:
    show_outcome(lambda content: content.text if isinstance(content, Note) else "")
    draft = _drafts().get((own, topic))
    version, text = (kept.version, kept.content.text) if kept else (0, "")
    if draft is None or not draft.is_changed:
        draft = Draft(version, text, text)
        _drafts()[own, topic] = draft
    elif kept is not None and kept.version != draft.version:
        st.warning(
            plain(
                words.NOTE_NEWER.format(version=kept.version, author=kept.author, when=moment(kept.saved_at))
            )
        )
    widget = _widget(own, topic)
    if st.session_state.get(widget) != draft.text:
        st.session_state[widget] = draft.text
    show_author()
    st.text_area(
        words.NOTE_OF.format(topic=label),
        key=widget,
        height=180,
        max_chars=LONGEST_NOTE,
        placeholder=words.NOTE_PLACEHOLDER,
        help=words.NOTE_HELP,
        on_change=_take_text,
        args=(own, topic),
    )
    refusal = keeper().refusal
    if refusal:
        st.caption(refusal)
    st.button(
        words.NOTE_SAVE,
        key=f"note_save_{topic}",
        type="primary",
        disabled=bool(refusal),
        help=refusal or None,
        on_click=_save,
        args=(own, topic, label),
    )
    show_undo(own, NOTES.of(topic), version, Note(), words.NOTE_UNDONE_FIRST.format(topic=label))


def _drafts() -> dict[tuple[str, str], Draft]:
    """Return what this visit is writing; it outlives closing the box and changing the page."""
    drafts: dict[tuple[str, str], Draft] = st.session_state.setdefault(DRAFTS, {})
    return drafts


def _widget(own: str, topic: str) -> str:
    return f"note_text_{own}_{topic}"


def _open(place: tuple[str, str] | None) -> None:
    st.session_state[OPEN] = place


def _take_text(own: str, topic: str) -> None:
    draft = _drafts()[own, topic]
    _drafts()[own, topic] = replace(draft, text=str(st.session_state[_widget(own, topic)]))


def _save(own: str, topic: str, label: str) -> None:
    draft = _drafts()[own, topic]
    with attempt(words.NOTE_SAVED.format(topic=label)):
        try:
            kept = keeper().save(own, NOTES.of(topic), Note(draft.text), draft.version)
        except OwnConflictError as conflict:
            # Both are shown now: whoever saves again has seen the other's words.
            newer = keeper().kept(own, NOTES.of(topic))
            if newer is not None and newer == conflict.newer:
                _drafts()[own, topic] = Draft(newer.version, newer.content.text, draft.text)
            raise
        _drafts()[own, topic] = Draft(kept.version, kept.content.text, kept.content.text)
