"""Why plan and actual differ, and what follows: one item at a time, kept by cycle."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import cleaned
from carecompare.own.contents.lines import LONGEST_DUE, LONGEST_POST, LONGEST_WORDS
from carecompare.own.contents.plan_figures import PlanReview
from carecompare.text.own import worksheet_words
from carecompare.text.topics import plan_progress_words as progress_words
from carecompare.ui.parts.drafts import change_line, draft_on, save_drafts, unsaved
from carecompare.ui.parts.evidence import show_evidence
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import save_button
from carecompare.ui.parts.widgets import section, show_in
from carecompare.views.base.kept import moment
from carecompare.views.base.table import notes, plain
from carecompare.views.topics.plan.figures import review_kind
from carecompare.views.topics.plan.progress import judged_items, judgement_words
from carecompare.views.topics.worksheet import OpenLine

if TYPE_CHECKING:
    from carecompare.own import Kept
    from carecompare.own.contents.plan_figures import ReviewLine
    from carecompare.views.base.here import Page
    from carecompare.views.topics.plan.figures import Cycle


TALL_PX = 110
ITEM = "plan_reason_item"
LONGEST = {"words": LONGEST_WORDS, "next": LONGEST_WORDS, "post": LONGEST_POST, "due": LONGEST_DUE}


def show_reasons(here: Page, cycle: Cycle) -> None:
    """Draw the choice of an item, its editor, and the button that saves what was written."""
    section(progress_words.REASONS)
    st.html(notes(progress_words.REASONS_NOTE))
    own, kind = here.own, review_kind(cycle)
    kept = here.kept(kind)
    items = {each.row.key: f"{each.row.label}　{judgement_words(each)}" for each in judged_items(here, cycle)}
    if st.session_state.get(ITEM) not in items:
        st.session_state[ITEM] = None
    chosen = st.selectbox(
        progress_words.CHOOSE,
        options=list(items),
        index=None,
        format_func=items.__getitem__,
        placeholder=progress_words.CHOOSE_PLACEHOLDER,
        key=ITEM,
    )
    if chosen is not None:
        place = OpenLine(own, kind, chosen, items[chosen])
        _show_editor(place, kept, cycle)
    count = len(unsaved(own, kind))
    label = progress_words.cycle_label(cycle.year, cycle.name)
    save, undo = st.columns([2, 3], vertical_alignment="bottom")
    save_button(
        worksheet_words.SAVE.format(count=count) if count else worksheet_words.SAVE_NOTHING,
        save_drafts,
        (own, kind, progress_words.SAVED_REVIEW.format(cycle=label)),
        key="plan_review_save",
        place=save,
        not_ready="" if count else worksheet_words.NOTHING_DRAFTED,
        width="stretch",
    )
    with undo:
        version = kept.version if kept else 0
        show_undo(own, kind, version, PlanReview(), progress_words.UNDONE_REVIEW.format(cycle=label))
    if count:
        st.html(notes(worksheet_words.UNSAVED_NOTE.format(count=count)))


def _show_editor(place: OpenLine, kept: Kept[PlanReview] | None, cycle: Cycle) -> None:
    content = kept.content if kept else PlanReview()
    draft = draft_on(place, content)
    began, line = draft.began, draft.line
    if draft.is_changed and kept is not None and content.line(place.id) != began:
        when = moment(kept.saved_at)
        st.warning(plain(worksheet_words.NEWER.format(version=kept.version, author=kept.author, when=when)))

    def key(name: str) -> str:
        return f"plan_reason_{name}_{place.own}_{cycle.part}_{place.id}"

    with st.container(border=True):
        for name, label, words in (
            ("cause", progress_words.CAUSE, progress_words.CAUSES),
            ("state", progress_words.STEP, progress_words.STEPS),
        ):
            widget = show_in(key(name), getattr(line, name) or None)
            st.segmented_control(
                label,
                options=[each for each in words if each],
                format_func=words.__getitem__,
                key=widget,
                on_change=_take,
                args=(place, began, name, widget),
            )
        for name, label in (("words", progress_words.REASON), ("next", progress_words.NEXT)):
            widget = show_in(key(name), getattr(line, name))
            st.text_area(
                label,
                key=widget,
                height=TALL_PX,
                max_chars=LONGEST[name],
                on_change=_take,
                args=(place, began, name, widget),
            )
        for column, name, label, holder in zip(
            st.columns(2),
            ("post", "due"),
            (worksheet_words.POST, worksheet_words.DUE),
            (worksheet_words.POST_PLACEHOLDER, worksheet_words.DUE_PLACEHOLDER),
            strict=True,
        ):
            widget = show_in(key(name), getattr(line, name))
            column.text_input(
                label,
                key=widget,
                max_chars=LONGEST[name],
                placeholder=holder,
                on_change=_take,
                args=(place, began, name, widget),
            )
        show_evidence(place, draft)


def _take(place: OpenLine, seen: ReviewLine, name: str, key: str) -> None:
    said = st.session_state.get(key) or ""
    change_line(place, seen, **{name: cleaned(said, LONGEST.get(name, LONGEST_POST))})
