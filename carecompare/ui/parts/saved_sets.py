"""Sets of comparators under a name: save, open, rename, delete, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.comparisons import SAVED
from carecompare.own import COMPARATOR_SETS, ComparatorSets, sets_renamed, sets_with, sets_without
from carecompare.text.own import keeping_words
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import (
    attempt,
    keeper,
    nameless_keeper,
    save_button,
    show_author,
    show_outcome,
)
from carecompare.ui.parts.why import say_why
from carecompare.ui.parts.widgets import choose, follow
from carecompare.views.base.comparators import set_members, set_summary, sets_described
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.own import ComparatorSet
    from carecompare.views.base.here import Page


NAME = "own_set_name"
# The box under the comparators, which stands on a page beside the list of all sets.
BESIDE = "_beside"


def open_set(chosen: ComparatorSet) -> None:
    """Compare with the municipalities of a set; meant for callbacks."""
    choose(vs=SAVED, set=chosen.id)


def show_saved_sets(here: Page) -> None:
    """Draw the saved sets of the own municipality, and the box that saves the comparators of now."""
    if not here.own:
        return
    show_outcome(lambda content: sets_described(here, content))
    keep = keeper()
    kept = here.kept(COMPARATOR_SETS)
    sets, version = (kept.content, kept.version) if kept else (ComparatorSets(), 0)
    if not sets.sets:
        st.caption(keeping_words.SETS_NOTHING)
    for each in sets.sets:
        _show_one(here, each, keep.refusal)
    show_author()
    name, button = st.columns([3, 2], vertical_alignment="bottom")
    name.text_input(
        keeping_words.SETS_NAME, placeholder=keeping_words.SETS_NAME_PLACEHOLDER, max_chars=60, key=NAME
    )
    save_button(
        keeping_words.SETS_SAVE.format(count=len(here.peers)),
        _save,
        (here.own, here.peers),
        key="own_set_save",
        place=button,
        not_ready="" if here.peers else keeping_words.SETS_NOBODY,
        width="stretch",
    )
    say_why(nameless_keeper().refusal)
    show_undo(here.own, COMPARATOR_SETS, version, ComparatorSets(), keeping_words.SETS_UNDONE_FIRST)


def show_save_beside(here: Page, place: st.delta_generator.DeltaGenerator) -> None:
    """Draw the box that gives freely chosen comparators a name and from then on compares with that set."""
    if not here.peers:
        return
    with place.popover(keeping_words.SETS_SAVE_FREE, width="stretch"):
        st.caption(keeping_words.SETS_SAVE_FREE_HELP.format(count=len(here.peers)))
        show_author(BESIDE)
        st.text_input(
            keeping_words.SETS_NAME,
            placeholder=keeping_words.SETS_NAME_PLACEHOLDER,
            max_chars=60,
            key=NAME + BESIDE,
        )
        save_button(
            keeping_words.SETS_SAVE.format(count=len(here.peers)),
            _save,
            (here.own, here.peers, BESIDE),
            key=f"own_set_save{BESIDE}",
            width="stretch",
        )


def show_saved_beside(here: Page) -> None:
    """Say what became of saving from the comparators' box."""
    show_outcome(lambda content: sets_described(here, content), BESIDE)


def _show_one(here: Page, each: ComparatorSet, refusal: str) -> None:
    label, opened, more = st.columns([5, 2, 2], vertical_alignment="center")
    label.markdown(plain(set_summary(each)))
    label.caption(plain(set_members(here, each)))
    opened.button(
        keeping_words.SETS_OPEN,
        key=f"own_set_open_{each.id}",
        on_click=open_set,
        args=(each,),
        width="stretch",
    )
    with more.popover(
        keeping_words.SETS_CHANGE, width="stretch", disabled=bool(refusal), help=refusal or None
    ):
        key = f"own_set_name_{each.id}"
        st.text_input(keeping_words.SETS_NAME, max_chars=60, key=follow(key, each.name))
        arguments = (here.own, each)
        st.button(
            keeping_words.SETS_RENAME, key=f"own_set_rename_{each.id}", on_click=_rename, args=arguments
        )
        st.button(
            keeping_words.SETS_DELETE, key=f"own_set_delete_{each.id}", on_click=_delete, args=arguments
        )


def _save(own: str, peers: Sequence[str], place: str = "") -> None:
    name = str(st.session_state.get(NAME + place, ""))
    with attempt(keeping_words.SETS_SAVED.format(name=name), place):
        kept = keeper().change(
            own,
            COMPARATOR_SETS,
            lambda sets, version: sets_with(sets or ComparatorSets(), name, peers, version),
        )
        st.session_state[NAME + place] = ""
        if place:
            open_set(kept.content.sets[-1])


def _rename(own: str, each: ComparatorSet) -> None:
    name = str(st.session_state.get(f"own_set_name_{each.id}", ""))
    with attempt(keeping_words.SETS_RENAMED.format(name=name)):
        keeper().change(
            own, COMPARATOR_SETS, lambda sets, _: sets_renamed(sets or ComparatorSets(), each.id, name)
        )


def _delete(own: str, each: ComparatorSet) -> None:
    with attempt(keeping_words.SETS_DELETED.format(name=each.name)):
        keeper().change(own, COMPARATOR_SETS, lambda sets, _: sets_without(sets or ComparatorSets(), each.id))
