"""Which islands of the town a bridge joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own.contents.districts import DISTRICTS, Districts, with_bridges
from carecompare.text.own import keeping_words
from carecompare.text.topics.reach import reach_words
from carecompare.ui.parts.keeping import attempt, keeper, save_button, show_author, show_outcome
from carecompare.ui.parts.widgets import show_in
from carecompare.views.topics.reach.islands import islands, joined_islands

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


CHOSEN = "reach_bridges"
KEPT = "reach_bridges_kept"


def show_bridges(here: Page) -> None:
    """Draw the box of the islands that bridges join; nothing of a town on one island."""
    known = islands(here)
    show_outcome(place=CHOSEN)
    if len(known) < 2:  # noqa: PLR2004 - a bridge has two ends
        return
    joined = joined_islands(here)
    if st.session_state.get(KEPT) != (here.own, joined):
        st.session_state[KEPT] = (here.own, joined)
        show_in(CHOSEN, joined)
    with st.expander(reach_words.BRIDGES):
        st.caption(reach_words.BRIDGES_HELP)
        show_author(CHOSEN)
        chosen = st.multiselect(
            reach_words.BRIDGES_CHOICE, options=list(known), format_func=known.__getitem__, key=CHOSEN
        )
        save_button(
            reach_words.BRIDGES_SAVE,
            _save,
            (here.own,),
            key=f"{CHOSEN}_save",
            not_ready="" if chosen != joined else keeping_words.UNCHANGED,
        )


def _save(own: str) -> None:
    chosen = list(st.session_state.get(CHOSEN, []))
    with attempt(reach_words.BRIDGES_SAVED, CHOSEN):
        keeper().change(own, DISTRICTS, lambda kept, _: with_bridges(kept or Districts(), own, chosen))
