"""A map whose points can be clicked on. Every page that has one also has a list: not all can use a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.maps.deck import Deck


POINTS = "points"


def clickable(key: str, deck: Deck, height_px: int, said: str, taken: Callable[[], None]) -> None:
    """Draw a map of `marked_map`; ``taken`` is called when a point was clicked on.

    Parameters
    ----------
    key : str
        Of the session.
    deck : Deck
        The map.
    height_px : int
        Its height.
    said : str
        For those who cannot see it.
    taken : callable
        A callback; it asks `clicked` for what was clicked on.
    """
    st.pydeck_chart(
        deck, height=height_px, key=_turn(key), alt=said, on_select=taken, selection_mode="single-object"
    )


def clicked(key: str) -> list[str]:
    """Return the key of the point that was clicked on, or nothing; meant for callbacks.

    The map then begins anew: one with a chosen point fades all others, and their colours mean something.
    """
    state = st.session_state.get(_turn(key))
    objects = state["selection"]["objects"] if state else {}
    st.session_state[f"{key}_turn"] = st.session_state.get(f"{key}_turn", 0) + 1
    return [str(each["i"]) for each in objects.get(POINTS, []) if each.get("i")]


def _turn(key: str) -> str:
    return f"{key}_{st.session_state.get(f'{key}_turn', 0)}"
