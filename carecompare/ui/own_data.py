"""The page on a town's own figures: what it has, and the three ways to enter it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import OWN_FIGURES, OwnFigures
from carecompare.text import own_data_words as words
from carecompare.ui.blocks import section
from carecompare.ui.history import show_undo
from carecompare.ui.keeping import keeper, show_author, show_outcome
from carecompare.ui.own_areas import show_areas
from carecompare.ui.own_checks import described
from carecompare.ui.own_grid import show_grid
from carecompare.ui.own_upload import show_upload
from carecompare.ui.own_values import show_own_values

if TYPE_CHECKING:
    from carecompare.ui.frame import Page

WAY = "own_way"


def show_own_data(here: Page) -> None:
    """Draw what the own municipality has entered beside the published figures, and how to enter more."""
    st.caption(words.OWN_DATA_LEAD)
    with st.container():  # keeps its place whether or not there is something to say
        show_outcome(lambda content: described(here, content))
    kept = here.kept(OWN_FIGURES)
    content, version = (kept.content, kept.version) if kept else (OwnFigures(), 0)
    section(words.SECTION_SHOWN)
    show_own_values(here, kept)
    section(words.SECTION_ENTER)
    show_author()
    if keeper().refusal:
        st.caption(keeper().refusal)
    way = st.segmented_control(
        words.WAY,
        options=list(words.WAYS),
        format_func=words.WAYS.__getitem__,
        default="file",
        required=True,
        key=WAY,
    )
    if way == "grid":
        show_grid(here, content, version)
    elif way == "areas":
        show_areas(here, content)
    else:
        show_upload(here, content, version)
    show_undo(here.own, OWN_FIGURES, version, OwnFigures(), words.UNDONE_FIRST)
