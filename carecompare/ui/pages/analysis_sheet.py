"""分析欄: what officials write of each topic in their own words, kept with its author and every version."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import OwnConflictError
from carecompare.own import NOTES, Note
from carecompare.own.contents.remarks import LONGEST_NOTE
from carecompare.text import words
from carecompare.text.topics import sheet_words
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import attempt, keeper, save_button, show_author, show_outcome
from carecompare.ui.parts.print_style import SHEET_PRINT_STYLE
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.kept import moment
from carecompare.views.base.table import notes, plain
from carecompare.views.shapes.profile import sheet_indicators
from carecompare.views.topics.sheet.groups import ONLY, SORT, TOPIC, shown_groups, whole_sheet
from carecompare.views.topics.sheet.notes import (
    DRAFTS,
    OPEN,
    Draft,
    analysis_notes,
    kept_notes,
    note_html,
    note_widget,
)
from carecompare.views.topics.sheet.sheet import FEWEST_PEERS, group_block, sheet_block, sheet_remarks
from carecompare.views.topics.sheet.table import sheet_file

if TYPE_CHECKING:
    from carecompare.own import Kept
    from carecompare.views.base.here import Page


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
    kept = kept_notes(here)[topic]
    opened, drafts = here.cached(
        "visitor", "analysis under way", lambda: (st.session_state.get(OPEN), _drafts())
    )
    is_open = opened == (here.own, topic)
    with st.container(border=True, key=f"note_{topic}"):
        st.html(note_html(label, kept))
        draft = drafts.get((here.own, topic))
        if draft is not None and draft.is_changed and not is_open:
            st.caption(sheet_words.NOTE_DRAFT)
        st.button(
            sheet_words.NOTE_CLOSE if is_open else sheet_words.NOTE_WRITE,
            key=f"note_open_{topic}",
            icon=":material/edit_note:",
            on_click=_open,
            args=(None if is_open else (here.own, topic),),
        )
        if is_open:
            _show_editor(here.own, topic, label, kept)


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
                sheet_words.NOTE_NEWER.format(
                    version=kept.version, author=kept.author, when=moment(kept.saved_at)
                )
            )
        )
    widget = note_widget(own, topic)
    if st.session_state.get(widget) != draft.text:
        st.session_state[widget] = draft.text
    show_author()
    st.text_area(
        sheet_words.NOTE_OF.format(topic=label),
        key=widget,
        height=180,
        max_chars=LONGEST_NOTE,
        placeholder=sheet_words.NOTE_PLACEHOLDER,
        help=sheet_words.NOTE_HELP,
        on_change=_take_text,
        args=(own, topic),
    )
    refusal = keeper().refusal
    if refusal:
        st.caption(refusal)
    save_button(sheet_words.NOTE_SAVE, _save, (own, topic, label), key=f"note_save_{topic}")
    show_undo(own, NOTES.of(topic), version, Note(), sheet_words.NOTE_UNDONE_FIRST.format(topic=label))


def _drafts() -> dict[tuple[str, str], Draft]:
    """Return what this visit is writing; it outlives closing the box and changing the page."""
    drafts: dict[tuple[str, str], Draft] = st.session_state.setdefault(DRAFTS, {})
    return drafts


def _open(place: tuple[str, str] | None) -> None:
    st.session_state[OPEN] = place


def _take_text(own: str, topic: str) -> None:
    draft = _drafts()[own, topic]
    _drafts()[own, topic] = replace(draft, text=str(st.session_state[note_widget(own, topic)]))


def _save(own: str, topic: str, label: str) -> None:
    draft = _drafts()[own, topic]
    with attempt(sheet_words.NOTE_SAVED.format(topic=label)):
        try:
            kept = keeper().save(own, NOTES.of(topic), Note(draft.text), draft.version)
        except OwnConflictError as conflict:
            # Both are shown now: whoever saves again has seen the other's words.
            newer = keeper().kept(own, NOTES.of(topic))
            if newer is not None and newer == conflict.newer:
                _drafts()[own, topic] = Draft(newer.version, newer.content.text, draft.text)
            raise
        _drafts()[own, topic] = Draft(kept.version, kept.content.text, kept.content.text)


def show_sheet_switches(here: Page) -> None:
    """Draw how the sheet is ordered and what of it is shown."""
    st.html(SHEET_PRINT_STYLE)
    left, middle, right = st.columns([4, 4, 3], vertical_alignment="bottom")
    for place, parameter, label, options in (
        (left, SORT, sheet_words.SORT, sheet_words.SORTS),
        (middle, ONLY, sheet_words.ONLY, sheet_words.ONLYS),
    ):
        set_widget(parameter.name, here.selection[parameter])
        place.segmented_control(
            label,
            options=list(options),
            format_func=options.__getitem__,
            required=True,
            key=widget_key(parameter.name),
            on_change=choose_from_widget,
            args=(parameter.name,),
        )
    topics = dict.fromkeys(here.catalog.indicators[name].topic for name in whole_sheet(here).lines)
    set_widget("topic", here.selection[TOPIC])
    right.selectbox(
        sheet_words.TOPIC,
        options=["", *topics],
        format_func=lambda each: here.catalog.topics[each].label_ja if each else sheet_words.ALL_TOPICS,
        key=widget_key("topic"),
        on_change=choose_from_widget,
        args=("topic",),
    )


def show_sheet(here: Page) -> None:
    """Draw the groups of the sheet, each a picture, with the officials' own analysis of each topic."""
    lines = list(whole_sheet(here).lines.values())
    st.subheader(sheet_words.overview(here.own_label, lines))
    st.html(notes(sheet_words.breakdown(lines)))
    kind = here.prefecture_label[-1:]
    prefecture = words.PREFECTURE_MEAN.get(kind, words.COLUMN["prefecture"])
    if here.peers:
        st.caption(sheet_words.LEGEND.format(prefecture=prefecture))
    else:
        st.info(sheet_words.NO_PEERS)
    with st.expander(words.HOW_TO_READ):
        st.html(notes(sheet_words.LEAD, *sheet_remarks(here)))
    if 0 < len(here.peers) < FEWEST_PEERS:
        st.info(sheet_words.FEW_PEERS.format(count=len(here.peers)))
    groups = shown_groups(here)
    if not groups:
        st.info(sheet_words.NOTHING_LEFT)
    topics = list(dict.fromkeys(group.topic for group in groups if group.topic))
    for place, group in enumerate(groups):
        if here.peers:
            section(group.label)
            show(here, group_block(here, group))
        is_last = place + 1 == len(groups) or groups[place + 1].topic != group.topic
        if group.topic and is_last and here.peers:
            show_note(here, group.topic)
    if not topics or not here.peers:
        section(sheet_words.NOTES)
        for topic in dict.fromkeys(each.topic for each in sheet_indicators(here)):
            if here.selection[TOPIC] in {"", topic}:
                show_note(here, topic)


def show_sheet_table(here: Page) -> None:
    """Draw all lines shown as one table in the officials' order, with the file of them."""
    written = {topic: note.content.text for topic, note in analysis_notes(here).items()}
    lines = [line for group in shown_groups(here) for line in group.lines]
    # The file is asked for outside this script, where no visit is known: it takes the analyses along.
    show(here, sheet_block(here), file=partial(sheet_file, here, lines, written))
