"""The presenter's view: the papers of a meeting, one message a screen, to be read at ten metres."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple
from urllib.parse import urlencode, urljoin

import segno
import streamlit as st

from carecompare.settings import mode
from carecompare.text import present_words as words
from carecompare.text.words import PAGES
from carecompare.ui.blocks import section
from carecompare.ui.handout import show_handout
from carecompare.ui.html import Table, notes, plain
from carecompare.ui.meeting import meeting
from carecompare.ui.present_style import LIST_STYLE, STAGE_STYLE
from carecompare.ui.selection import choose, read_selection
from carecompare.ui.views import VIEWS, view_block
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from carecompare.charts import Picture
    from carecompare.own import MeetingItem
    from carecompare.ui.blocks import Block
    from carecompare.ui.frame import Page

END = "end"
# What can be read from the back of a room: rows of a picture, and of a table.
MOST_DRAWN, MOST_ROWS = 12, 8
AXIS_PX = 60
SHAPE = 2.2
NARROWEST_PX, WIDEST_PX = 640, 960
BEHAVIOUR = Path(__file__).with_name("present.js").read_text(encoding="utf-8")


class Button(NamedTuple):
    """A way to another screen: key, label, keyboard shortcut, and by how many screens it goes on."""

    key: str
    label: str
    shortcut: str
    steps: int


def show_present(here: Page) -> None:
    """Draw the screen of the link, or the list of screens."""
    items = meeting(here)[0].items
    screens = [*(each.id for each in items), END]
    screen = here.selection.screen
    if not items or screen not in screens:
        if screen:
            st.warning(words.NO_SUCH)
        _show_list(here, items)
        st.html(_script(), unsafe_allow_javascript=True)
        return
    st.html(STAGE_STYLE)
    place = screens.index(screen)
    with st.container(key="present_stage"):
        if screen == END:
            _show_end(here)
        else:
            _show_screen(here, items[place], place + 1, len(items))
    _show_ways(screens)
    st.html(_script(), unsafe_allow_javascript=True)


def _show_list(here: Page, items: tuple[MeetingItem, ...]) -> None:
    st.html(LIST_STYLE)
    st.html(notes(words.LEAD))
    if not items:
        st.info(words.NOTHING)
    else:
        start, minutes, _ = st.columns([2, 2, 4], vertical_alignment="bottom")
        start.button(
            words.START,
            type="primary",
            icon=":material/play_arrow:",
            on_click=choose,
            kwargs={"screen": items[0].id},
            width="stretch",
        )
        set_widget("minutes", here.selection.minutes)
        minutes.text_input(
            words.MINUTES,
            help=words.MINUTES_HELP,
            max_chars=3,
            key=widget_key("minutes"),
            on_change=choose_from_widget,
            args=("minutes",),
        )
        section(words.STEPS.format(count=len(items)))
        for place, item in enumerate(items, 1):
            line = words.STEP_LINE.format(place=place, title=item.title or item.exhibit.title)
            st.button(
                plain(line),
                key=f"present_from_{item.id}",
                type="tertiary",
                on_click=choose,
                kwargs={"screen": item.id},
            )
        show_handout(here)
    _, icon, path = PAGES["papers"]
    st.page_link(path, label=words.TO_PAPERS, icon=icon, query_params=here.selection.as_query())
    section(words.HOW_TITLE)
    st.html(notes(*words.HOW))


def _show_screen(here: Page, item: MeetingItem, place: int, count: int) -> None:
    kept = item.exhibit
    block = view_block(here.loaded, kept.view, kept.part, kept.query, here.keeper)
    title = item.title or (block.finding if block else "") or kept.title or words.UNTITLED
    picture, cut = _picture(block)
    st.html(_head(here, title, block, cut))
    wide: Literal["stretch"] | int = "stretch" if picture is None else _width_px(int(picture["height"]))
    with st.container(key="present_picture", width=wide):
        if block is None:
            st.info(words.GONE)
        elif picture is not None:
            # Drawn as shapes it stays sharp at any size. Its width is its own: Streamlit measures the place
            # as it is enlarged, and would enlarge twice.
            options = {
                "width": wide,
                "usermeta": {"embedOptions": {"renderer": "svg"}},
            }
            st.vega_lite_chart(spec={**picture, **options}, width="content", theme=None, alt=title)
        else:
            st.html(_first_rows(block.table).html())
    source = block.source if block else kept.source
    st.html(_foot(source, words.PLACE.format(place=place, count=count), _address(here, item)))


def _picture(block: Block | None) -> tuple[Picture | None, tuple[int, int] | None]:
    """Return the picture as it is read from the back of a room, and where it was cut how far."""
    if block is None or block.chart is None:
        return None, None
    fewer = block.fewer(MOST_DRAWN) if block.fewer else None
    return fewer or (block.chart, None)


def _width_px(height_px: int) -> int:
    """Return how wide a picture is drawn, so that it fills the screen when it is enlarged as a whole."""
    return round(min(max((height_px + AXIS_PX) * SHAPE, NARROWEST_PX), WIDEST_PX))


def _head(here: Page, title: str, block: Block | None, cut: tuple[int, int] | None) -> str:
    rows = len(block.table.rows) if block and block.chart is None else 0
    said = [block.subtitle if block else ""]
    if cut:
        said.append(words.CUT.format(all=cut[0], most=cut[1]))
    if rows > MOST_ROWS:
        said.append(words.ROWS_CUT.format(all=rows, most=MOST_ROWS))
    facts = {
        "minutes": here.selection.minutes,
        "over": words.OVER,
        "remaining": words.REMAINING,
    }
    given = " ".join(f"data-{name}='{escape(value)}'" for name, value in facts.items())
    small = "".join(f"<p>{escape(each)}</p>" for each in said if each)
    return f"<div class='cc-stage' {given}><h1>{escape(title)}</h1>{small}</div>"


def _first_rows(table: Table) -> Table:
    rows = list(table.rows)[:MOST_ROWS]
    return Table(
        columns=table.columns,
        rows=rows,
        numeric=table.numeric,
        centred=table.centred,
        own_rows=table.own_rows,
        own_columns=table.own_columns,
        groups={row: label for row, label in table.groups.items() if row < len(rows)},
        caption=table.caption,
        kind=table.kind,
    )


def _foot(source: str, place: str, address: str) -> str:
    code = segno.make(address, error="m").svg_data_uri(scale=4, border=2)
    return (
        "<div class='cc-stage-foot'>"
        f"<p title='{escape(source)}'>{escape(source)}</p>"
        f"<b class='cc-clock' role='timer'></b><b>{escape(place)}</b>"
        f"<a class='cc-qr' href='{escape(address)}' title='{words.QR}'>"
        f"<img alt='{words.QR}' src='{escape(code)}'></a>"
        "</div>"
    )


def _address(here: Page, item: MeetingItem) -> str:
    """Return what opens the screen elsewhere: itself, or its view where nobody else sees the papers."""
    if mode() == "session" and item.exhibit.view in VIEWS:
        _, _, path = PAGES[VIEWS[item.exhibit.view].page]
        name = "" if path == "app.py" else Path(path).stem
        root = st.context.url or ""
        return f"{urljoin(root, name or '.')}?{urlencode(item.exhibit.query)}"
    return here.link


def _show_end(here: Page) -> None:
    said = words.END_LEAD.format(own=here.own_label)
    st.html(f"<div class='cc-stage' data-minutes=''><h1>{words.END}</h1><p>{escape(said)}</p></div>")


def _show_ways(screens: list[str]) -> None:
    places = len(screens)
    seen = (
        Button("back", words.BACK, "Left", -1),
        Button("next", words.NEXT, "Right", 1),
    )
    # A button has one shortcut; clickers and habits know more keys.
    unseen = (
        Button("next_space", words.NEXT_BY_SPACE, "Space", 1),
        Button("next_clicker", words.NEXT_BY_CLICKER, "PageDown", 1),
        Button("back_clicker", words.BACK_BY_CLICKER, "PageUp", -1),
        Button("first", words.FIRST, "Home", -places),
        Button("last", words.LAST, "End", places),
    )
    with st.container(horizontal=True, key="present_ways"):
        st.html(
            f"<button class='cc-full' type='button'>{words.FULL_SCREEN}</button>"
            f"<button class='cc-reset' type='button'>{words.RESET}</button>",
            width="content",
        )
        for each in seen:
            _way(each, screens)
        st.button(words.LEAVE, key="present_leave", shortcut="Escape", on_click=choose, kwargs={"screen": ""})
    with st.container(key="present_keys"):
        for each in unseen:
            _way(each, screens)


def _way(button: Button, screens: list[str]) -> None:
    st.button(
        button.label,
        key=f"present_{button.key}",
        shortcut=button.shortcut,
        on_click=_go,
        args=(button.steps, screens),
    )


def _go(steps: int, screens: list[str]) -> None:
    """Go on from the screen of the moment: who presses twice at once must not land a screen too far."""
    screen = read_selection().screen
    place = screens.index(screen) if screen in screens else 0
    choose(screen=screens[min(max(place + steps, 0), len(screens) - 1)])


def _script() -> str:
    return f"<script>{BEHAVIOUR}</script>"
