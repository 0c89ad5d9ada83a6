"""The presenter's view: the papers of a meeting, one message a screen, to be read at ten metres."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urljoin

import streamlit as st

from carecompare.settings import mode
from carecompare.text.topics import present_words
from carecompare.text.words import PAGES
from carecompare.ui.parts.papers_pdf import show_handout
from carecompare.ui.parts.style import LIST_STYLE, STAGE_STYLE
from carecompare.ui.parts.widgets import (
    choose,
    choose_from_widget,
    section,
    set_widget,
    widget_key,
)
from carecompare.views.base.table import notes, plain
from carecompare.views.files.meeting import (
    END,
    FIRST_SHAPE,
    MINUTES,
    PART,
    SCREEN,
    WIDTHS_PX,
    Button,
    Part,
    meeting,
    stage_foot,
    stage_head,
    stage_source,
    staged_pictures,
    staged_tables,
)
from carecompare.views.files.registry import VIEWS, view_block

if TYPE_CHECKING:
    from typing import Literal

    from carecompare.own import MeetingItem
    from carecompare.views.base.here import Page


SHAPE = "present_shape"
BEHAVIOUR = Path(__file__).with_name("present.js").read_text(encoding="utf-8")


def on_screen(here: Page) -> bool:
    """Return whether the link names a screen, which then fills the window."""
    return bool(here.selection[SCREEN])


def show_present(here: Page) -> None:
    """Draw the screen of the link, or the list of screens."""
    items = meeting(here)[0].items
    screens = [*(each.id for each in items), END]
    screen = here.selection[SCREEN]
    if not items or screen not in screens:
        if screen:
            st.warning(present_words.NO_SUCH)
        _show_list(here, items)
        st.html(stage_script(), unsafe_allow_javascript=True)
        return
    st.html(STAGE_STYLE)
    place = screens.index(screen)
    with st.container(key="present_stage"):
        if screen == END:
            _show_end(here)
            _show_ways(screens, place, Part(1, 1))
        else:
            part = _show_screen(here, items[place], place + 1, len(items))
            _show_ways(screens, place, part)
    _show_shapes()
    st.html(stage_script(), unsafe_allow_javascript=True)


def _show_list(here: Page, items: tuple[MeetingItem, ...]) -> None:
    st.html(LIST_STYLE)
    st.html(notes(present_words.LEAD))
    if not items:
        st.info(present_words.NOTHING)
    else:
        start, minutes, _ = st.columns([2, 2, 4], vertical_alignment="bottom")
        start.button(
            present_words.START,
            type="primary",
            icon=":material/play_arrow:",
            on_click=choose,
            kwargs={"screen": items[0].id},
            width="stretch",
        )
        set_widget("minutes", here.selection[MINUTES])
        minutes.text_input(
            present_words.MINUTES,
            help=present_words.MINUTES_HELP,
            max_chars=3,
            key=widget_key("minutes"),
            on_change=choose_from_widget,
            args=("minutes",),
        )
        section(present_words.STEPS.format(count=len(items)))
        for place, item in enumerate(items, 1):
            line = present_words.STEP_LINE.format(place=place, title=item.title or item.exhibit.title)
            st.button(
                plain(line),
                key=f"present_from_{item.id}",
                type="tertiary",
                on_click=choose,
                kwargs={"screen": item.id},
            )
        show_handout(here)
    _, icon, path = PAGES["papers"]
    st.page_link(path, label=present_words.TO_PAPERS, icon=icon, query_params=here.selection.as_query())
    section(present_words.HOW_TITLE)
    st.html(notes(*present_words.HOW))


def _show_screen(here: Page, item: MeetingItem, place: int, count: int) -> Part:
    kept = item.exhibit
    block = view_block(here.loaded, kept.view, kept.part, kept.query, here.keeper)
    title = item.title or (block.finding if block else "") or kept.title or present_words.UNTITLED
    pictures = staged_pictures(title, block)
    tables = () if pictures else staged_tables(title, block)
    every = max(len(pictures or tables), 1)
    part = Part(min(int(here.selection[PART] or 1), every), every)
    picture = pictures[part.number - 1] if pictures else None
    st.html(stage_head(here, title, block))
    wide: Literal["stretch"] | int = "stretch" if picture is None else WIDTHS_PX[_shape()]
    with st.container(key="present_picture", width=wide):
        if block is None:
            st.info(present_words.GONE)
        elif picture is not None:
            # Drawn as shapes it stays sharp at any size. Its width is its own: Streamlit measures the place
            # as it is enlarged, and would enlarge twice.
            options = {
                "width": wide,
                "usermeta": {"embedOptions": {"renderer": "svg"}},
            }
            st.vega_lite_chart(spec={**picture, **options}, width="content", theme=None, alt=title)
        else:
            st.html(tables[part.number - 1].html())
    source = stage_source(block) if block else kept.source
    said = present_words.PLACE if part.every == 1 else present_words.PLACE_PART
    where = said.format(place=place, count=count, part=part.number, every=part.every)
    st.html(stage_foot(source, where, _address(here, item)))
    return part


def _shape() -> str:
    """Return which shape of window the browser told."""
    return str(st.session_state.get(SHAPE, FIRST_SHAPE))


def _show_shapes() -> None:
    """Draw the buttons by which the browser tells its shape: only it knows how wide the room's picture is."""
    with st.container(key="present_shapes"):
        for name in WIDTHS_PX:
            st.button(name, key=f"present_shape_{name}", on_click=_take_shape, args=(name,))


def _take_shape(name: str) -> None:
    st.session_state[SHAPE] = name


def _address(here: Page, item: MeetingItem) -> str:
    """Return what opens the screen elsewhere: itself, or its view where nobody else sees the papers."""
    if mode() == "session" and item.exhibit.view in VIEWS:
        _, _, path = PAGES[VIEWS[item.exhibit.view].page]
        name = "" if path == "app.py" else Path(path).stem
        root = st.context.url or ""
        return f"{urljoin(root, name or '.')}?{urlencode(item.exhibit.query)}"
    return here.link


def _show_end(here: Page) -> None:
    said = present_words.END_LEAD.format(own=here.own_label)
    st.html(f"<div class='cc-stage' data-minutes=''><h1>{present_words.END}</h1><p>{escape(said)}</p></div>")


def _show_ways(screens: list[str], place: int, part: Part) -> None:
    """Draw the buttons from screen to screen; the parts of one picture follow each other."""
    on = (place, part.number + 1) if part.number < part.every else (place + 1, 1)
    back = (place, part.number - 1) if part.number > 1 else (place - 1, 1)
    seen = (
        Button("back", present_words.BACK, "Left", back),
        Button("next", present_words.NEXT, "Right", on),
    )
    # A button has one shortcut; clickers and habits know more keys.
    unseen = (
        Button("next_space", present_words.NEXT_BY_SPACE, "Space", on),
        Button("next_clicker", present_words.NEXT_BY_CLICKER, "PageDown", on),
        Button("back_clicker", present_words.BACK_BY_CLICKER, "PageUp", back),
        Button("first", present_words.FIRST, "Home", (0, 1)),
        Button("last", present_words.LAST, "End", (len(screens) - 1, 1)),
    )
    with st.container(horizontal=True, key="present_ways"):
        st.html(
            f"<button class='cc-full' type='button'>{present_words.FULL_SCREEN}</button>"
            f"<button class='cc-reset' type='button'>{present_words.RESET}</button>",
            width="content",
        )
        for each in seen:
            _way(each, screens)
        st.button(
            present_words.LEAVE,
            key="present_leave",
            shortcut="Escape",
            on_click=choose,
            kwargs={"screen": "", PART.name: ""},
        )
    with st.container(key="present_keys"):
        for each in unseen:
            _way(each, screens)


def _way(button: Button, screens: list[str]) -> None:
    place, part = button.to
    st.button(
        button.label,
        key=f"present_{button.key}",
        shortcut=button.shortcut,
        on_click=choose,
        kwargs={
            "screen": screens[min(max(place, 0), len(screens) - 1)],
            PART.name: str(part) if part > 1 else "",
        },
    )


def stage_script() -> str:
    """Return the script that turns screens by key and runs the clock."""
    return f"<script>{BEHAVIOUR}</script>"
