"""One line of the worksheet: what stands in it, and where it is written."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import State, Worksheet, WorksheetLine, cleaned, difference
from carecompare.own.worksheet import LONGEST_DUE, LONGEST_POST, LONGEST_WORDS
from carecompare.text import worksheet_words as words
from carecompare.text.format import era_year
from carecompare.ui.html import link, plain
from carecompare.ui.keeping import keeper, moment
from carecompare.ui.widgets import show_in
from carecompare.ui.worksheet_drafts import (
    OpenLine,
    add_evidence,
    change_line,
    discard,
    draft_on,
    open_or_close,
    remove_evidence,
    save_drafts,
    unsaved,
)
from carecompare.ui.worksheet_tray import put_back, safe_link, take_out, tray

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.catalog import WorksheetItem
    from carecompare.own import Evidence, Kept, LineDraft

CHOICES: tuple[State, ...] = ("known", "partly", "unknown", "not_applicable")
TALL_PX = 150


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
        return OpenLine(self.own, self.year, self.item.id, label_of(self.item))

    @property
    def draft(self) -> LineDraft:
        """Return what is being written in it."""
        sheet = self.kept.content if self.kept else Worksheet()
        return draft_on(self.own, self.year, self.item.id, sheet)

    def key(self, name: str) -> str:
        """Return the key of a widget."""
        return f"worksheet_{name}_{self.own}_{self.year}_{self.item.id}"


def label_of(item: WorksheetItem) -> str:
    """Return the words of a line."""
    return words.line_label(item.label_ja, item.group_ja)


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
            words.CLOSE if is_open else (words.WRITE if draft.line.is_blank else words.CHANGE),
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
    doubt = words.mark(item.words_of, item.certainty)
    mark = f"<span class='mark'>{escape(doubt)}</span>" if doubt else ""
    state = escape(words.state_with_sign(line.state))
    unsaved_mark = f"<span class='unsaved'>{words.UNSAVED}</span>" if is_unsaved else ""
    title = f"<p class='title'>{escape(label_of(item))}　<span>{state}</span>{mark}{unsaved_mark}</p>"
    details = words.DETAILS.format(details=words.BETWEEN.join(item.details_ja)) if item.details_ja else ""
    asked = "　".join(filter(None, (details, words.ASK.format(ask=item.ask_ja))))
    body = contents_html(line)
    change = difference(shown.last, line) if shown.last is not None else ""
    if shown.last is not None and change:
        headings = (era_year(shown.year, fiscal=True), era_year(shown.year - 1, fiscal=True))
        now = f"<p class='year'>{headings[0]}（{words.DIFFERENCES[change]}）</p>{body or words.EMPTY}"
        before = f"{headings[1]}　{escape(words.state_with_sign(shown.last.state))}"
        earlier = f"<p class='year'>{before}</p>{contents_html(shown.last) or words.EMPTY}"
        body = f"<div class='pair'><div>{now}</div><div class='last'>{earlier}</div></div>"
    return f"<div class='cc-ws'>{title}<p class='ask'>{escape(asked)}</p>{body}</div>"


def contents_html(line: WorksheetLine) -> str:
    """Return what a town wrote in a line as HTML: every word escaped, every link one of ours."""
    written = f"<p class='written'>{escape(line.words)}</p>" if line.words else ""
    named = ((words.POST_SHORT, line.post), (words.DUE, line.due))
    where = "　".join(f"{label}：{escape(text)}" for label, text in named if text)
    listed = "".join(f"<li>{evidence_html(each)}</li>" for each in line.evidence)
    return (
        written
        + (f"<p class='where'>{where}</p>" if where else "")
        + (f"<p class='where'>{words.EVIDENCE}</p><ul>{listed}</ul>" if listed else "")
    )


def evidence_html(evidence: Evidence) -> str:
    """Return a piece of evidence as HTML: its sentence, its figures, its source, and the link."""
    taken = words.TAKEN.format(when=moment(evidence.taken_at))
    address = safe_link(evidence)
    leads = link(address, words.OPEN_VIEW) if address else ""
    quiet = (evidence.subject, "　".join(evidence.figures), evidence.source)
    small = "".join(f"<small>{escape(each)}</small>" for each in quiet if each)
    return f"{escape(evidence.text)}{small}<small>{escape(taken)}　{leads}</small>"


def _show_editor(shown: LineShown) -> None:
    name, draft = shown.item.id, shown.draft
    kept = shown.kept
    if draft.is_changed and kept is not None and kept.content.line(name) != draft.began:
        when = moment(kept.saved_at)
        st.warning(plain(words.NEWER.format(version=kept.version, author=kept.author, when=when)))
    line = draft.line
    key = _set(shown, "state", line.state or None)
    st.segmented_control(
        words.STATE,
        options=list(CHOICES),
        format_func=words.state_with_sign,
        help=words.STATE_HELP,
        key=key,
        on_change=_take,
        args=(shown.place, "state", key, LONGEST_POST),
    )
    key = _set(shown, "words", line.words)
    st.text_area(
        words.WORDS,
        key=key,
        height=TALL_PX,
        max_chars=LONGEST_WORDS,
        help=words.WORDS_HELP,
        on_change=_take,
        args=(shown.place, "words", key, LONGEST_WORDS),
    )
    for place, label, holder, longest, value in zip(
        st.columns(2),
        (words.POST, words.DUE),
        (words.POST_PLACEHOLDER, words.DUE_PLACEHOLDER),
        (LONGEST_POST, LONGEST_DUE),
        (line.post, line.due),
        strict=True,
    ):
        part = "post" if label == words.POST else "due"
        key = _set(shown, part, value)
        place.text_input(
            label,
            key=key,
            max_chars=longest,
            placeholder=holder,
            on_change=_take,
            args=(shown.place, part, key, longest),
        )
    _show_evidence(shown, line)
    _show_buttons(shown)


def _set(shown: LineShown, name: str, value: object) -> str:
    key = shown.key(name)
    return show_in(key, value)


def _take(place: OpenLine, name: str, key: str, longest: int) -> None:
    change_line(place.own, place.year, place.id, **{name: cleaned(st.session_state.get(key) or "", longest)})


def _show_evidence(shown: LineShown, line: WorksheetLine) -> None:
    for number, each in enumerate(line.evidence):
        _show_piece(each, words.REMOVE, shown.key(f"remove_{number}"), _remove, (shown.place, number))
    waiting = tray(shown.own)
    if not waiting:
        return
    st.caption(words.TRAY_HERE)
    for number, (key, each) in enumerate(waiting.items()):
        arguments = (shown.place, key, each)
        _show_piece(each, words.TRAY_TAKE, shown.key(f"attach_{number}"), _attach, arguments)


def _show_piece(
    evidence: Evidence, label: str, key: str, pressed: Callable[..., None], arguments: tuple[object, ...]
) -> None:
    said, button = st.columns([5, 2], vertical_alignment="center")
    said.html(f"<div class='cc-ws'>{escape(words.EVIDENCE)}：{escape(evidence.text)}</div>")
    button.button(label, key=key, on_click=pressed, args=arguments, width="stretch")


def _attach(place: OpenLine, key: tuple[str, str, str], evidence: Evidence) -> None:
    if add_evidence(place, evidence):
        take_out(key)


def _remove(place: OpenLine, number: int) -> None:
    taken = remove_evidence(place, number)
    if taken is not None:
        put_back(place.own, taken)


def _show_buttons(shown: LineShown) -> None:
    own, year = shown.own, shown.year
    refusal = keeper().refusal
    count = len(unsaved(own, year))
    if refusal:
        st.caption(refusal)
    with st.container(horizontal=True):
        st.button(
            words.SAVE.format(count=count) if count else words.SAVE_NOTHING,
            key=f"worksheet_save_{shown.item.id}",
            type="primary",
            disabled=bool(refusal) or not count,
            on_click=save_drafts,
            args=(own, year, words.SAVED.format(year=era_year(year, fiscal=True))),
        )
        st.button(
            words.DISCARD,
            key=f"worksheet_discard_{shown.item.id}",
            disabled=shown.item.id not in unsaved(own, year),
            on_click=discard,
            args=(own, year, shown.item.id),
        )
