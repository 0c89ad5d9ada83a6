"""The frame of every page: title, menu, choice, turn, and where an error is said."""

from __future__ import annotations

import json
import threading
import time
from collections import deque
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.counted import COUNTS
from carecompare.errors import CareCompareError, OwnDamagedError
from carecompare.text import frame_words, menu_words, words
from carecompare.text.errors.explain import sentence
from carecompare.ui.frame.loading import load
from carecompare.ui.frame.refusal import show_refusal, show_way_out
from carecompare.ui.frame.top import MENU_KEY, TABS_KEY, show_sidebar, show_tabs
from carecompare.ui.frame.visit import SCRIPT, note_lost, show_lost, show_mark
from carecompare.ui.parts.account import keep_apart
from carecompare.ui.parts.history import show_repair
from carecompare.ui.parts.keeping import keeper, show_name_question
from carecompare.ui.parts.making import this_visitor
from carecompare.ui.parts.print_style import PRINT_STYLE
from carecompare.ui.parts.style import PAGE_STYLE
from carecompare.ui.parts.widgets import forget_other_page, read_selection, write_selection
from carecompare.views.base.choice import checked
from carecompare.views.base.here import opened_set, page_of
from carecompare.views.base.table import plain
from carecompare.workers import asking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from carecompare.views.base.here import Page


ICON = Path(__file__).with_name("icon.png")


class Turns:
    """A queue for page runs: one at a time, and one that takes long gives way to the next.

    Parameters
    ----------
    longest_s : float
        After so many seconds a turn passes to the next, though its holder goes on.

    Attributes
    ----------
    waiting : deque of object
        Who waits, the next first.
    holder : object
        Whose turn it is; None when it is nobody's.
    """

    def __init__(self, longest_s: float) -> None:
        self._longest_s = longest_s
        self.waiting: deque[object] = deque()
        self.holder: object = None
        self._ends = 0.0
        self._changed = threading.Condition()

    @contextmanager
    def turn(self) -> Iterator[Callable[[], None]]:
        """Wait for one's turn, hold it while the block lasts, and pass it on.

        Yields
        ------
        callable
            Passes it on early: for who is going to wait for something else.
        """
        mine = object()
        with self._changed:
            self.waiting.append(mine)
            self._wait_for(mine)
            self.waiting.popleft()
            self.holder, self._ends = mine, time.monotonic() + self._longest_s
            self._changed.notify_all()

        def pass_on() -> None:
            with self._changed:
                if self.holder is mine:
                    self.holder = None
                    self._changed.notify_all()

        try:
            yield pass_on
        finally:
            pass_on()

    def _wait_for(self, mine: object) -> None:
        while True:
            is_next = self.waiting[0] is mine
            left = self._ends - time.monotonic() if self.holder else 0.0
            if is_next and left <= 0:
                return
            self._changed.wait(left if is_next else None)


# A page takes a tenth of this; whatever takes longer, as reading a file in, keeps nobody waiting.
TURNS = Turns(longest_s=0.5)
SCRIPTS = Path(st.__file__).parent / "static" / "static" / "js"
MAP_PROGRAM = "DeckGlJsonChart.*.js"
IDLE_AFTER_MS = 3000


def _when_idle(name: str) -> str:
    return f"""
if (!window.carecompareIdle) {{
  window.carecompareIdle = true;
  const main = document.querySelector('script[type="module"][src]');
  const load = () => import(new URL('{name}', main.src));
  setTimeout(() => window.requestIdleCallback ? requestIdleCallback(load) : load(), {IDLE_AFTER_MS});
}}"""


# Streamlit's page says lang="en" whatever it holds, and much of what it says itself is English.
FRAME = Path(__file__).with_name("frame.js").read_text(encoding="utf-8")
LABELS = {MENU_KEY: menu_words.MENU_LABEL, TABS_KEY: menu_words.TABS_LABEL}


def head() -> str:
    """Return the script that every page begins with.

    The program of the map is three megabytes, and a browser takes half a second to get it going. It does so
    once, when a page has been on the screen for a while and nothing else is to be done; asked for again, by
    the first map, it is there.

    Returns
    -------
    str
        HTML. Where Streamlit's file is not found under its name the map loads it when it needs it.
    """
    names = [path.name for path in SCRIPTS.glob(MAP_PROGRAM)]
    early = "".join(map(_when_idle, names))
    given = ",".join(map(json.dumps, (LABELS, frame_words.SAID, frame_words.FORMS)))
    return f"<script>({FRAME})({given});{SCRIPT}{early}</script>"


HEAD = head()


@contextmanager
def page(name: str, way_out: Callable[[], object] | None = None) -> Iterator[Page]:
    """Open a page; what is drawn inside stands in its frame.

    Parameters
    ----------
    name : str
        Key of ``words.PAGES``.
    way_out : callable, optional
        Draws what a person can do when there are no figures to show; without it a link leads to a page that
        has one.

    Yields
    ------
    Page
        The store, the definitions and the choice.
    """
    with COUNTS.page(name) as outcome, _framed(name, way_out, outcome) as here:
        yield here


@contextmanager
def _framed(name: str, way_out: Callable[[], object] | None, outcome: list[str]) -> Iterator[Page]:
    label = words.PAGES[name][0]
    st.set_page_config(page_title=f"{label}｜{words.PRODUCT}", page_icon=str(ICON), layout="wide")
    st.html(PAGE_STYLE + PRINT_STYLE)
    st.html(HEAD, unsafe_allow_javascript=True)
    show_mark()
    note_lost(name)
    is_begun = False
    try:
        keep_apart()
        loaded = load()
        with TURNS.turn() as pass_on, asking(this_visitor(pass_on)):
            selection, problems = checked(
                read_selection(), loaded.municipalities.keys(), loaded.catalog, loaded.shown_areas.keys()
            )
            keep = keeper()
            selection, saved, unopened = opened_set(selection, loaded.municipalities.keys(), keep)
            for problem in (*problems, *unopened):
                st.warning(plain(sentence(problem)))
            write_selection(selection)
            forget_other_page(name)
            show_sidebar(name, loaded, selection)
            show_tabs(name, selection)
            show_lost()
            here = page_of(loaded, selection, keep, saved, str(st.context.url))
            is_begun = True
            try:
                yield here
                show_name_question()
            finally:
                # Cached closures keep this alive: clear its per-visitor reads, so that nobody else sees them.
                here.forget()
    except (CareCompareError, OSError) as error:
        outcome.append("refused")
        said = show_refusal(error)
        if isinstance(error, OwnDamagedError):
            show_repair(error)
        if not is_begun:
            show_way_out(way_out, said)
            st.stop()
