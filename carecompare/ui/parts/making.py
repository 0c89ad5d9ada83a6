"""Files that take a while: how far they are, the button that stops them, and what is said when one fails."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

import streamlit as st
from streamlit.runtime.scriptrunner import add_script_run_ctx, get_script_run_ctx

from carecompare.errors import CareCompareError
from carecompare.text.errors.explain import sentence
from carecompare.text.files import making_words
from carecompare.views.base.table import plain
from carecompare.workers import Asking, asking

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from streamlit.delta_generator import DeltaGenerator


STOPPED = "making_stopped"


def this_visitor(gives_way: Callable[[], object]) -> Asking:
    """Return who asks for work while a page is drawn; who leaves or presses anything wants it no more."""
    context = get_script_run_ctx()
    # Whatever asks for the session's state ends a run that is not wanted any more.
    return Asking(context.session_id if context else "", lambda: STOPPED in st.session_state, gives_way)


@contextmanager
def making(place: DeltaGenerator, said: str, key: str) -> Iterator[Callable[[float, str], object]]:
    """Show how far something is that takes a while, and the button that stops it.

    Parameters
    ----------
    place : DeltaGenerator
        From ``st.empty``; it is empty again at the end, or says why nothing was made.
    said : str
        First words.
    key : str
        Of the button.

    Yields
    ------
    callable
        Takes the share done and the words beside it.
    """
    inside = place.container(horizontal=True, vertical_alignment="center")
    bar = inside.progress(0.0, said)
    # A press draws the page anew, which ends this run of it.
    inside.button(making_words.STOP, key=f"{key}_stop", icon=":material/close:")
    try:
        yield lambda share, what: bar.progress(min(share, 1.0), plain(what))
    except CareCompareError as problem:
        place.error(plain(sentence(problem)))
    else:
        place.empty()


def later(make: Callable[[], bytes]) -> Callable[[], bytes]:
    """Return what a download calls when it is pressed, outside of any page.

    Parameters
    ----------
    make : callable
        Makes the file.

    Returns
    -------
    callable
        Makes it for the visitor who sees the button; why it cannot be made is said on the page.
    """
    context = get_script_run_ctx()
    visitor = context.session_id if context else ""

    def made() -> bytes:
        try:
            with asking(Asking(visitor)):
                return make()
        except CareCompareError as problem:
            saying = threading.Thread(
                target=st.toast, args=(plain(sentence(problem)),), kwargs={"icon": ":material/error:"}
            )
            add_script_run_ctx(saying, context)
            saying.start()
            saying.join()
            raise

    return made
