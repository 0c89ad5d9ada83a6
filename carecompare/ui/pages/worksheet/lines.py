"""One line of the worksheet: what stands in it, and where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import Worksheet, cleaned, difference
from carecompare.own.contents.lines import LONGEST_DUE, LONGEST_POST, LONGEST_WORDS
from carecompare.text.format import era_year
from carecompare.text.own import worksheet_words
from carecompare.ui.parts.drafts import (
    change_line,
    discard,
    draft_on,
    open_or_close,
    save_drafts,
    unsaved,
)
from carecompare.ui.parts.evidence import show_evidence
from carecompare.ui.parts.keeping import keeper, save_button
from carecompare.ui.parts.widgets import show_in
from carecompare.views.base.kept import moment
from carecompare.views.base.table import plain
from carecompare.views.topics.worksheet import (
    CHOICES,
    TALL_PX,
    OpenLine,
    label_of,
    sheet_kind,
    worksheet_html,
)

if TYPE_CHECKING:
    from carecompare.catalog import WorksheetItem
    from carecompare.own import Kept, LineDraft, WorksheetLine


@dataclass(frozen=True)
class LineShown:
    """A line as it is shown: its place, what is kept now, and last year's beside it."""

    own: str
    year: int
    item: WorksheetItem
    kept: Kept[Worksheet] | None
    last: WorksheetLine | None

    @property
    def place(self) -> OpenLine:
        """Return where it is written."""
        return OpenLine(self.own, sheet_kind(self.year), self.item.id, label_of(self.item))

    @property
    def draft(self) -> LineDraft[WorksheetLine]:
        """Return what is being written in it."""
        sheet = self.kept.content if self.kept else Worksheet()
        return draft_on(self.place, sheet)

    def key(self, name: str) -> str:
        """Return the key of a widget."""
        return f"worksheet_{name}_{self.own}_{self.year}_{self.item.id}"


def show_line(shown: LineShown, *, is_open: bool) -> None:
    """Draw a line, and its editor where it is open."""
    draft = shown.draft
    with st.container(border=True, key=f"worksheet_line_{shown.item.id}"):
        contents = line_html(shown, draft.line, is_unsaved=draft.is_changed)
        if keeper().mode == "readonly":
            st.html(contents)
            return
        said, button = st.columns([8, 1], vertical_alignment="top")
        said.html(contents)
        button.button(
            worksheet_words.CLOSE
            if is_open
            else (worksheet_words.WRITE if draft.line.is_blank else worksheet_words.CHANGE),
            key=f"worksheet_open_{shown.item.id}",
            icon=":material/edit_note:",
            help=None if is_open else plain(label_of(shown.item)),
            on_click=open_or_close,
            args=(None if is_open else shown.place,),
            width="stretch",
        )
        if is_open:
            _show_editor(shown)


def line_html(shown: LineShown, line: WorksheetLine, *, is_unsaved: bool) -> str:
    """Return a line as HTML, beside last year's where there is one."""
    item = shown.item
    doubt = worksheet_words.mark(item.words_of, item.certainty)
    mark = f"<span class='mark'>{escape(doubt)}</span>" if doubt else ""
    state = escape(worksheet_words.state_with_sign(line.state))
    unsaved_mark = f"<span class='unsaved'>{worksheet_words.UNSAVED}</span>" if is_unsaved else ""
    title = f"<p class='title'>{escape(label_of(item))}　<span>{state}</span>{mark}{unsaved_mark}</p>"
    details = (
        worksheet_words.DETAILS.format(details=worksheet_words.BETWEEN.join(item.details_ja))
        if item.details_ja
        else ""
    )
    asked = "　".join(filter(None, (details, worksheet_words.ASK.format(ask=item.ask_ja))))
    body = worksheet_html(line)
    change = difference(shown.last, line) if shown.last is not None else ""
    if shown.last is not None and change:
        headings = (era_year(shown.year, fiscal=True), era_year(shown.year - 1, fiscal=True))
        year = f"<p class='year'>{headings[0]}（{worksheet_words.DIFFERENCES[change]}）</p>"
        now = f"{year}{body or worksheet_words.EMPTY}"
        before = f"{headings[1]}　{escape(worksheet_words.state_with_sign(shown.last.state))}"
        earlier = f"<p class='year'>{before}</p>{worksheet_html(shown.last) or worksheet_words.EMPTY}"
        body = f"<div class='pair'><div>{now}</div><div class='last'>{earlier}</div></div>"
    return f"<div class='cc-ws'>{title}<p class='ask'>{escape(asked)}</p>{body}</div>"


def _show_editor(shown: LineShown) -> None:
    name, draft = shown.item.id, shown.draft
    kept = shown.kept
    if draft.is_changed and kept is not None and kept.content.line(name) != draft.began:
        when = moment(kept.saved_at)
        st.warning(plain(worksheet_words.NEWER.format(version=kept.version, author=kept.author, when=when)))
    line = draft.line
    key = _set(shown, "state", line.state or None)
    st.segmented_control(
        worksheet_words.STATE,
        options=list(CHOICES),
        format_func=worksheet_words.state_with_sign,
        help=worksheet_words.STATE_HELP,
        key=key,
        on_change=_take,
        args=(shown.place, draft.began, "state", key, LONGEST_POST),
    )
    key = _set(shown, "words", line.words)
    st.text_area(
        worksheet_words.WORDS,
        key=key,
        height=TALL_PX,
        max_chars=LONGEST_WORDS,
        help=worksheet_words.WORDS_HELP,
        on_change=_take,
        args=(shown.place, draft.began, "words", key, LONGEST_WORDS),
    )
    for place, label, holder, longest, value in zip(
        st.columns(2),
        (worksheet_words.POST, worksheet_words.DUE),
        (worksheet_words.POST_PLACEHOLDER, worksheet_words.DUE_PLACEHOLDER),
        (LONGEST_POST, LONGEST_DUE),
        (line.post, line.due),
        strict=True,
    ):
        part = "post" if label == worksheet_words.POST else "due"
        key = _set(shown, part, value)
        place.text_input(
            label,
            key=key,
            max_chars=longest,
            placeholder=holder,
            on_change=_take,
            args=(shown.place, draft.began, part, key, longest),
        )
    show_evidence(shown.place, draft)
    _show_buttons(shown)


def _set(shown: LineShown, name: str, value: object) -> str:
    key = shown.key(name)
    return show_in(key, value)


def _take(place: OpenLine, seen: WorksheetLine, name: str, key: str, longest: int) -> None:
    change_line(place, seen, **{name: cleaned(st.session_state.get(key) or "", longest)})


def _show_buttons(shown: LineShown) -> None:
    own, year = shown.own, shown.year
    refusal = keeper().refusal
    count = len(unsaved(own, sheet_kind(year)))
    if refusal:
        st.caption(refusal)
    with st.container(horizontal=True):
        save_button(
            worksheet_words.SAVE.format(count=count) if count else worksheet_words.SAVE_NOTHING,
            save_drafts,
            (own, sheet_kind(year), worksheet_words.SAVED.format(year=era_year(year, fiscal=True))),
            key=f"worksheet_save_{shown.item.id}",
            not_ready="" if count else worksheet_words.NOTHING_DRAFTED,
        )
        if shown.item.id in unsaved(own, sheet_kind(year)):
            st.button(
                worksheet_words.DISCARD,
                key=f"worksheet_discard_{shown.item.id}",
                on_click=discard,
                args=(shown.place,),
            )
