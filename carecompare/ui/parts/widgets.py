"""Widgets that show what is kept, and the choice in the URL that they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.views.base.choice import DECLARED, KEPT, OF_COMPARATORS, SEPARATOR, Selection

if TYPE_CHECKING:
    from collections.abc import Mapping


WIDGET = "choice_"
PAGE_SHOWN = "page_shown"


def section(title: str) -> None:
    """Draw the heading of a part of a page."""
    st.header(title)


def read_selection() -> Selection:
    """Return the choice in the URL, completed from the session.

    Returns
    -------
    Selection
        Unchecked; see `checked` and, for a saved set, `opened_set`.
    """
    kept: Mapping[str, str] = st.session_state.get(KEPT, {})
    query = st.query_params.to_dict()
    is_link = any(name in query for name in (*OF_COMPARATORS, *DECLARED))
    return Selection.of(query if is_link else kept)


def write_selection(selection: Selection) -> None:
    """Put the choice into the URL and the session."""
    query = selection.as_query()
    st.session_state[KEPT] = query
    if st.query_params.to_dict() != query:
        st.query_params.from_dict(query)


def choose(**changes: str) -> None:
    """Change parts of the choice; meant for callbacks, which run before the page does."""
    write_selection(read_selection().changed(**changes))


def show_in(key: str, value: object) -> str:
    """Let the widget of a session key show a value when it is drawn next; return the key.

    A widget that is given a key keeps what it showed, even when its ``value`` changes.
    """
    if key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
    return key


def follow(key: str, kept: str | float) -> str:
    """Let a text box show what is kept as soon as that is another than before; return its key.

    What somebody types stays until then: an undo or somebody else's change replaces it, a rerun does not.
    """
    seen = f"{key}_kept"
    if key not in st.session_state or st.session_state.get(seen) != kept:
        st.session_state[key] = st.session_state[seen] = kept
    return key


def follow_untyped(key: str, kept: float) -> str:
    """Do as `follow` does, but keep what was typed and not saved: `is_overtaken` tells of another value."""
    seen = f"{key}_kept"
    typed = st.session_state.get(key)
    if typed is not None and typed not in (st.session_state.get(seen), kept):
        return key
    return follow(key, kept)


def is_overtaken(key: str, kept: float) -> bool:
    """Return whether another value was kept since something was typed into a box."""
    return bool(st.session_state.get(f"{key}_kept", kept) != kept)


def forget_other_page(page: str) -> None:
    """Forget what the widgets of another page showed, when a visitor has come from there.

    Streamlit keeps the value of a key for one run after its page is left: a widget that has the same key here
    would seem to show it already, and be drawn empty.
    """
    if st.session_state.get(PAGE_SHOWN, page) != page:
        for key in [each for each in st.session_state if str(each).startswith(WIDGET)]:
            del st.session_state[key]
    st.session_state[PAGE_SHOWN] = page


def set_widget(name: str, value: object, place: str = "") -> None:
    """Show a parameter's value in its widget before it is drawn."""
    show_in(widget_key(name, place), value)


def widget_key(name: str, place: str = "") -> str:
    """Return the session key of the widget of one parameter; ``place`` tells two of them apart."""
    return f"{WIDGET}{name}{place}"


def choose_from_widget(name: str, place: str = "") -> None:
    """Take over what a widget was set to."""
    value = st.session_state.get(widget_key(name, place))
    joined = SEPARATOR.join(value) if isinstance(value, list | tuple) else value
    choose(**{name: str(joined or "")})
