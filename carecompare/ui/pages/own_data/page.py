"""The page on a town's own figures: what it has, and the three ways to enter it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import OWN_FIGURES, OwnFigures
from carecompare.text.own import own_data_words
from carecompare.ui.pages.own_data.areas import show_areas
from carecompare.ui.pages.own_data.grid import show_grid
from carecompare.ui.pages.own_data.upload import show_upload
from carecompare.ui.pages.own_data.values import show_own_values
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import keeper, show_author, show_outcome
from carecompare.ui.parts.widgets import section
from carecompare.views.topics.own.checks import described
from carecompare.views.topics.own.figures import WAY

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_own_data(here: Page) -> None:
    """Draw what the own municipality has entered beside the published figures, and how to enter more."""
    st.caption(own_data_words.OWN_DATA_LEAD)
    with st.container():  # keeps its place whether or not there is something to say
        show_outcome(lambda content: described(here, content))
    kept = here.kept(OWN_FIGURES)
    content, version = (kept.content, kept.version) if kept else (OwnFigures(), 0)
    section(own_data_words.SECTION_SHOWN)
    show_own_values(here, kept)
    section(own_data_words.SECTION_ENTER)
    show_author()
    if keeper().refusal:
        st.caption(keeper().refusal)
    way = st.segmented_control(
        own_data_words.WAY,
        options=list(own_data_words.WAYS),
        format_func=own_data_words.WAYS.__getitem__,
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
    show_undo(here.own, OWN_FIGURES, version, OwnFigures(), own_data_words.UNDONE_FIRST)
