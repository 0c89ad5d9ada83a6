"""One item of the check: what this project shows, what the town brought, what is missing, what is written."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import PlanCheck, cleaned
from carecompare.own.contents.lines import LONGEST_POST, LONGEST_TEXT, LONGEST_WORDS
from carecompare.text.own import worksheet_words
from carecompare.text.topics import plan_words
from carecompare.text.words import PAGES
from carecompare.ui.parts.drafts import add_evidence, change_line, discard, draft_on, open_or_close
from carecompare.ui.parts.evidence import show_evidence
from carecompare.ui.parts.keeping import keeper
from carecompare.ui.parts.widgets import show_in
from carecompare.ui.use.block import show_foot
from carecompare.views.base.kept import moment
from carecompare.views.base.table import link, notes, plain
from carecompare.views.files.plan_check import evidence_for, page_address, shown_views
from carecompare.views.topics.plan.check import check_kind, data_line, item_block, line_html
from carecompare.views.topics.plan.found import found_of
from carecompare.views.topics.worksheet import TALL_PX, OpenLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import CheckItem
    from carecompare.own import CheckLine, Kept, LineDraft
    from carecompare.views.base.here import Page
    from carecompare.views.topics.plan.found import Found


MATERIAL = "plan_material_"
STATES = tuple(state for state in plan_words.STATES if state)


@dataclass(frozen=True)
class ItemShown:
    """An item as it is shown, and what is kept of it."""

    here: Page
    item: CheckItem
    kept: Kept[PlanCheck] | None

    @property
    def label(self) -> str:
        """Return its number and name."""
        return plan_words.item_label(self.item.number_ja, self.item.label_ja)

    @property
    def place(self) -> OpenLine:
        """Return where it is written."""
        return OpenLine(self.here.own, check_kind(self.here), self.item.id, self.label)

    @property
    def draft(self) -> LineDraft[CheckLine]:
        """Return what is being written of it."""
        return draft_on(self.place, self.kept.content if self.kept else PlanCheck())

    def key(self, name: str) -> str:
        """Return the key of a widget."""
        return f"plan_{name}_{self.here.own}_{self.item.id}"


def show_item(shown: ItemShown, *, is_open: bool) -> None:
    """Draw an item, and its editor where it is open."""
    draft, found = shown.draft, found_of(shown.here, shown.item)
    with st.container(border=True, key=f"plan_item_box_{shown.item.id}"):
        contents = _item_html(shown, draft.line, found, is_unsaved=draft.is_changed)
        if keeper().mode == "readonly":
            st.html(contents)
        else:
            _show_head(shown, draft.line, contents, is_open=is_open)
        # Twenty views stand behind all items: those of an item are made when somebody looks.
        label = plan_words.MATERIAL.format(label=shown.item.label_ja)
        place = st.expander(label, key=f"{MATERIAL}{shown.item.id}", on_change="rerun")
        if place.open:
            with place, st.spinner(plan_words.LOOKING):
                _show_material(shown, found)
        if is_open and keeper().mode != "readonly":
            _show_editor(shown)


def _item_html(shown: ItemShown, line: CheckLine, found: Found, *, is_unsaved: bool) -> str:
    state = escape(plan_words.state_with_sign(line.state))
    mark = f"<span class='mark'>{plan_words.DRAFT_MARK}</span>"
    unsaved = f"<span class='unsaved'>{worksheet_words.UNSAVED}</span>" if is_unsaved else ""
    title = f"<p class='title'>{escape(shown.label)}　<span>{state}</span>{mark}{unsaved}</p>"
    asked = "　".join(filter(None, (plan_words.LOOKS_BETWEEN.join(shown.item.looks_ja), data_line(found))))
    return f"<div class='cc-ws'>{title}<p class='ask'>{escape(asked)}</p>{line_html(line)}</div>"


def _show_head(shown: ItemShown, line: CheckLine, contents: str, *, is_open: bool) -> None:
    said, buttons = st.columns([7, 2], vertical_alignment="top")
    said.html(contents)
    label = worksheet_words.WRITE if line.is_blank else worksheet_words.CHANGE
    buttons.button(
        worksheet_words.CLOSE if is_open else label,
        key=f"plan_open_{shown.item.id}",
        icon=":material/edit_note:",
        help=None if is_open else plain(shown.label),
        on_click=open_or_close,
        args=(None if is_open else shown.place,),
        width="stretch",
    )
    if shown.item.view or shown.item.indicators:
        buttons.button(
            plan_words.FILL,
            key=f"plan_fill_{shown.item.id}",
            icon=":material/attach_file:",
            help=plan_words.FILL_HELP,
            on_click=_fill,
            args=(shown.here, shown.item, shown.place),
            width="stretch",
        )


def _fill(here: Page, item: CheckItem, place: OpenLine) -> None:
    found = evidence_for(here, item)
    if found:
        add_evidence(place, *found)
    else:
        st.toast(plan_words.FILL_NOTHING, icon=":material/info:")


def _show_material(shown: ItemShown, found: Found) -> None:
    here, item = shown.here, shown.item
    st.markdown(f"**{plan_words.HERE_TITLE}**")
    block = item_block(here, item.id)
    if block is None:
        st.html(notes(plan_words.NO_FIGURES))
    else:
        st.html(block.table_html)
        show_foot(here, block)
    views = shown_views(here, item)
    listed = [f"{escape(each.block.finding)}　{_to_page(each.address, each.page)}" for each in views]
    linked = {each.page for each in views}
    listed += [
        _to_page(page_address(here, page, {}), page)
        for page in item.pages
        if page in PAGES and page not in linked
    ]
    if listed:
        st.markdown(f"**{plan_words.VIEWS_TITLE}**")
        st.html(_listed(listed))
    codes = plan_words.BETWEEN.join(item.exports)
    nothing = plan_words.EXPORTS_NONE.format(codes=codes) if codes else plan_words.EXPORTS_NOT_ASKED
    for title, said, absent in (
        (plan_words.EXPORTS_TITLE, found.exports, nothing),
        (plan_words.OWN_TITLE, (*found.own, *found.kept), plan_words.OWN_NONE),
        (plan_words.MISSING_TITLE, found.missing, ""),
    ):
        st.markdown(f"**{title}**")
        st.html(_listed(map(escape, said)) if said else notes(absent))


def _to_page(address: str, page: str) -> str:
    return link(address, plan_words.OPEN_PAGE.format(page=PAGES[page][0]))


def _listed(lines: Sequence[str] | map[str]) -> str:
    return f"<ul class='cc-links'>{''.join(f'<li>{each}</li>' for each in lines)}</ul>"


def _show_editor(shown: ItemShown) -> None:
    draft, kept = shown.draft, shown.kept
    if draft.is_changed and kept is not None and kept.content.line(shown.item.id) != draft.began:
        when = moment(kept.saved_at)
        st.warning(plain(worksheet_words.NEWER.format(version=kept.version, author=kept.author, when=when)))
    line = draft.line
    key = show_in(shown.key("state"), line.state or None)
    st.segmented_control(
        plan_words.STATE,
        options=list(STATES),
        format_func=plan_words.state_with_sign,
        help=worksheet_words.STATE_HELP,
        key=key,
        on_change=_take,
        args=(shown.place, draft.began, "state", key, LONGEST_POST),
    )
    for name, label, explained, longest in (
        ("words", worksheet_words.WORDS, worksheet_words.WORDS_HELP, LONGEST_WORDS),
        ("place", plan_words.PLACE, plan_words.PLACE_HELP, LONGEST_TEXT),
        ("instead", plan_words.INSTEAD, plan_words.INSTEAD_HELP, LONGEST_TEXT),
    ):
        key = show_in(shown.key(name), getattr(line, name))
        st.text_area(
            label,
            key=key,
            height=TALL_PX if name == "words" else LOW_PX,
            max_chars=longest,
            help=explained,
            on_change=_take,
            args=(shown.place, draft.began, name, key, longest),
        )
    key = show_in(shown.key("post"), line.post)
    st.text_input(
        worksheet_words.POST,
        key=key,
        max_chars=LONGEST_POST,
        placeholder=worksheet_words.POST_PLACEHOLDER,
        on_change=_take,
        args=(shown.place, draft.began, "post", key, LONGEST_POST),
    )
    show_evidence(shown.place, draft)
    if draft.is_changed:
        st.button(
            worksheet_words.DISCARD,
            key=f"plan_discard_{shown.item.id}",
            on_click=discard,
            args=(shown.place,),
        )


LOW_PX = 80


def _take(place: OpenLine, seen: CheckLine, name: str, key: str, longest: int) -> None:
    change_line(place, seen, **{name: cleaned(st.session_state.get(key) or "", longest)})
