"""What one visitor's file says: read once, not at every rerun of its page."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import streamlit as st

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

T = TypeVar("T")


def once(slot: str, key: Hashable, read: Callable[[], T]) -> T:
    """Return what ``read`` returned for this key; for another key it reads anew.

    Parameters
    ----------
    slot : str
        Key of the session; it holds the last answer only.
    key : hashable
        Everything the answer depends on.
    read : callable
        It returns a refusal too, so that a file that cannot be read is not read again either.
    """
    seen: tuple[Hashable, T] | None = st.session_state.get(slot)
    if seen is None or seen[0] != key:
        seen = (key, read())
        st.session_state[slot] = seen
    return seen[1]
