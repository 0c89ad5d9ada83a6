"""Grids to type into: what is typed stays until it is saved, whatever others save meanwhile."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

import streamlit as st

from carecompare.text.own import keeping_words
from carecompare.views.base.kept import READ_FROM_KEPT

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")

GRIDS = f"{READ_FROM_KEPT}grid_"


@dataclass(frozen=True)
class Begun(Generic[T]):
    """What a grid began with.

    Parameters
    ----------
    slot : str
        Name of the grid; it holds the own municipality.
    key : str
        Of the widget: another one begins anew.
    version : int
        The version that saving follows.
    began : object
        What was there, such as the rows.
    """

    slot: str
    key: str
    version: int
    began: T


def begun_grid(slot: str, version: int, make: Callable[[], T], *, is_merged: bool = False) -> Begun[T]:
    """Return a grid as it was begun; where others saved since, say so and offer the ways on.

    Parameters
    ----------
    slot : str
        Name of the grid, with the own municipality.
    version : int
        The version that is kept now. A grid in which nothing was typed begins anew with it.
    make : callable
        Returns what the grid begins with.
    is_merged : bool
        Whether saving changes only the cells that were typed into, and leaves the others' as they are.
    """
    found: Begun[T] | None = st.session_state.get(GRIDS + slot)
    if found is None or (found.version != version and is_untouched(found.key)):
        found = Begun(slot, f"grid_{slot}_{version}", version, make())
        st.session_state[GRIDS + slot] = found
    if found.version != version:
        _show_newer(slot, version, is_merged=is_merged)
    return found


def _show_newer(slot: str, version: int, *, is_merged: bool) -> None:
    told = keeping_words.NEWER_MERGED if is_merged else keeping_words.NEWER
    st.warning(told.format(version=version))
    again, mine = st.columns(2)
    again.button(
        keeping_words.NEWER_AGAIN, key=f"{slot}_again", on_click=forget_grid, args=(slot,), width="stretch"
    )
    if not is_merged:
        mine.button(
            keeping_words.NEWER_MINE.format(version=version),
            key=f"{slot}_mine",
            on_click=_go_on,
            args=(slot, version),
            width="stretch",
        )


def change_began(slot: str, change: Callable[[T], T]) -> None:
    """Change what a grid began with, such as the names to choose from; meant for callbacks."""
    found: Begun[T] = st.session_state[GRIDS + slot]
    st.session_state[GRIDS + slot] = replace(found, began=change(found.began))


def forget_grid(slot: str) -> None:
    """Forget what was typed and begin with what is kept; meant for callbacks."""
    st.session_state.pop(GRIDS + slot, None)


def _go_on(slot: str, version: int) -> None:
    found: Begun[object] = st.session_state[GRIDS + slot]
    st.session_state[GRIDS + slot] = replace(found, version=version)


def is_typed(slot: str) -> bool:
    """Return whether anything was typed into a grid that is not saved."""
    found: Begun[object] | None = st.session_state.get(GRIDS + slot)
    return found is not None and not is_untouched(found.key)


def is_untouched(key: str) -> bool:
    """Return whether nothing was typed into the grid of this key: it may then begin anew."""
    state = st.session_state.get(key)
    return not state or not any(state[each] for each in ("edited_rows", "added_rows", "deleted_rows"))
