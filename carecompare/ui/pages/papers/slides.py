"""The part of the papers' page that makes slides."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from msgspec.structs import replace

from carecompare.clock import today
from carecompare.own import meeting_renewed, meeting_with
from carecompare.reports.slides.deck import MEDIA_TYPE
from carecompare.text.files import deck_words
from carecompare.ui.pages.papers.templates import chosen_master, show_choice, show_template
from carecompare.ui.pages.papers.web import show_papers_page
from carecompare.ui.parts.keeping import attempt, nameless_keeper
from carecompare.ui.parts.making import making
from carecompare.ui.parts.widgets import follow, section
from carecompare.ui.use.add import change_meeting
from carecompare.views.base.table import Table, notes, plain
from carecompare.views.files.deck import APPENDED, MADE, MOST_CELLS, deck, deck_appendix, deck_file
from carecompare.views.files.standard_slides import renewed_items, standard_exhibits

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.exhibits import Exhibit
    from carecompare.own import Meeting
    from carecompare.views.base.here import Page
    from carecompare.views.files.standard_slides import RenewedItem


TITLE, SIZE, APPENDIX = "slides_meeting", "slides_size", "slides_appendix"
# Set by the button that fills the deck and makes the file at one press.
AT_ONCE = "slides_at_once"


def show_slides(here: Page, papers: Meeting, version: int) -> None:
    """Draw what makes slides of the papers: the usual twelve, size and template, what changed, the file."""
    section(deck_words.SECTION)
    st.html(notes(deck_words.LEAD))
    refusal = nameless_keeper().refusal
    _show_settings(here, papers, refusal)
    with st.container(horizontal=True):
        if not papers.items:
            _standard_button(here, refusal, deck_words.STANDARD_AT_ONCE, is_at_once=True)
        _standard_button(here, refusal, deck_words.STANDARD, is_at_once=False)
    if refusal:
        st.caption(refusal)
    if papers.items:
        with st.spinner(deck_words.COMPARING):
            items = renewed_items(here.loaded, papers, here.keeper)
        _show_file(here, papers, version, items)
        show_papers_page(here, items, papers.title)
        _show_changes(here.own, items, refusal)
    show_template(here, refusal)


def _standard_button(here: Page, refusal: str, label: str, *, is_at_once: bool) -> None:
    st.button(
        label.format(own=here.own_label),
        key=f"slides_standard{'_at_once' * is_at_once}",
        icon=":material/slideshow:" if is_at_once else ":material/playlist_add:",
        type="primary" if is_at_once else "secondary",
        help=refusal or deck_words.STANDARD_HELP,
        disabled=bool(refusal),
        on_click=_add_standard,
        args=(here,),
        kwargs={"is_at_once": is_at_once},
    )


def _show_settings(here: Page, papers: Meeting, refusal: str) -> None:
    meeting, size, template = st.columns([4, 2, 3], vertical_alignment="bottom")
    meeting.text_input(
        deck_words.MEETING,
        placeholder=deck_words.MEETING_PLACEHOLDER,
        max_chars=100,
        key=follow(f"{TITLE}_{here.own}", papers.title),
        disabled=bool(refusal),
        on_change=_name_meeting,
        args=(here.own,),
    )
    size.selectbox(
        deck_words.SIZE, options=list(deck_words.SIZES), format_func=deck_words.SIZES.__getitem__, key=SIZE
    )
    with template:
        show_choice(here)


def _name_meeting(own: str) -> None:
    title = " ".join(str(st.session_state[f"{TITLE}_{own}"]).split())
    with attempt(deck_words.MEETING_SAVED):
        change_meeting(own, lambda now, _: replace(now, title=title))


def _add_standard(here: Page, *, is_at_once: bool) -> None:
    with attempt():
        with st.spinner(deck_words.STANDARD_MAKING.format(own=here.own_label)):
            exhibits = standard_exhibits(here)
        with attempt(deck_words.STANDARD_ADDED.format(own=here.own_label, count=len(exhibits))):
            change_meeting(here.own, lambda now, version: meeting_with(now, exhibits, version))
            st.session_state[AT_ONCE] = is_at_once


def _show_file(here: Page, papers: Meeting, version: int, items: list[RenewedItem]) -> None:
    """Say how many slides there will be, make them when wanted, and offer them while they are of today."""
    size = str(st.session_state[SIZE])
    master, template_version = chosen_master(here)
    state = (here.own, version, size, template_version, today(), [each.now for each in items])
    slides = [each.slide() for each in items]
    appended = _appended(state, lambda: deck_appendix(deck(here.loaded, here.own, slides), size, master))
    has_appendix = st.checkbox(
        deck_words.WITH_APPENDIX.format(count=appended),
        value=True,
        key=APPENDIX,
        help=deck_words.WITH_APPENDIX_HELP,
    )
    made_of = (*state, has_appendix)
    count = 1 + len(items) + (appended if has_appendix else 0)
    said = deck_words.COUNTED_APPENDIX if has_appendix else deck_words.COUNTED
    st.html(notes(said.format(items=len(items), appendix=appended, all=count)))
    is_pressed = st.button(
        deck_words.MAKE.format(count=count), key="slides_make", type="primary", icon=":material/slideshow:"
    )
    if st.session_state.pop(AT_ONCE, False) or is_pressed:
        begun = deck_words.MAKING.format(done=0, of=len(items))
        with making(st.empty(), begun, "slides") as tell:
            file = deck_file(
                deck(here.loaded, here.own, slides, papers.title, has_appendix=has_appendix),
                size,
                master,
                lambda done, of: tell(done / of, deck_words.MAKING.format(done=done, of=of)),
            )
            st.session_state[MADE] = (made_of, file)
    known, file = st.session_state.get(MADE, (None, b""))
    if known != made_of:
        return
    st.download_button(
        deck_words.READY.format(count=count, kilobytes=f"{len(file) / 1000:,.0f}"),
        data=file,
        file_name=deck_words.FILE.format(own=here.own_label, date=today()),
        mime=MEDIA_TYPE,
        key="slides_download",
        icon=":material/download:",
        on_click="ignore",
    )


def _appended(state: tuple[object, ...], count: Callable[[], int]) -> int:
    """Return how many slides of tables there are; counted anew when the papers, or what they show, change."""
    known, appended = st.session_state.get(APPENDED, (None, 0))
    if known != state:
        appended = count()
        st.session_state[APPENDED] = (state, appended)
    return int(appended)


def _show_changes(own: str, items: list[RenewedItem], refusal: str) -> None:
    gone = [each.item.title or each.item.exhibit.title for each in items if each.now is None]
    if gone:
        st.warning(plain(deck_words.GONE.format(titles="、".join(f"「{title}」" for title in gone))))
    changed = [(place, each) for place, each in enumerate(items, 1) if each.has_changed]
    if not changed:
        if not gone:
            st.caption(deck_words.CHANGED_NONE)
        return
    with st.expander(deck_words.CHANGED.format(count=len(changed)), expanded=True, icon=":material/update:"):
        st.html(notes(deck_words.CHANGED_LEAD))
        for place, each in changed:
            _show_change(own, place, each, refusal)
        if len(changed) > 1:
            together = {each.item.id: each.now for _, each in changed if each.now is not None}
            _renew_button(own, together, deck_words.RENEW_ALL, "slides_renew_all", refusal)


def _show_change(own: str, place: int, changed: RenewedItem, refusal: str) -> None:
    kept, now = changed.item.exhibit, changed.now
    if now is None:
        return
    heading = deck_words.CHANGED_ITEM.format(
        place=place, title=changed.item.title or now.title, made=kept.made, count=len(changed.cells)
    )
    st.markdown(f"**{plain(heading)}**")
    rows = [(each.row, each.column, each.before, each.after) for each in changed.cells[:MOST_CELLS]]
    if kept.title != now.title:
        st.html(notes(deck_words.CHANGED_TITLE.format(before=kept.title, after=now.title)))
    if rows:
        st.html(Table(deck_words.CHANGED_COLUMNS, rows, numeric=frozenset({2, 3})).html())
    if len(changed.cells) > MOST_CELLS:
        st.html(notes(deck_words.CHANGED_MORE.format(count=len(changed.cells) - MOST_CELLS)))
    _renew_button(own, {changed.item.id: now}, deck_words.RENEW, f"slides_renew_{changed.item.id}", refusal)


def _renew_button(own: str, exhibits: dict[str, Exhibit], label: str, key: str, refusal: str) -> None:
    st.button(
        label, key=key, disabled=bool(refusal), help=refusal or None, on_click=_renew, args=(own, exhibits)
    )


def _renew(own: str, exhibits: dict[str, Exhibit]) -> None:
    with attempt(deck_words.RENEWED.format(count=len(exhibits))):
        change_meeting(own, lambda now, _: meeting_renewed(now, exhibits))
