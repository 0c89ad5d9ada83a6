"""The page of the population pyramid."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics import pyramid_words
from carecompare.text.words import OWN_PLACEHOLDER
from carecompare.ui.parts.widgets import choose_from_widget, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.choice import OTHER
from carecompare.views.topics.pyramid import TO, USUAL_YEAR, YEARS, laid_over, pyramid_block

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_pyramid(here: Page) -> None:
    """Draw the two choices and the pyramids."""
    left, right = st.columns(2, vertical_alignment="bottom")
    set_widget(TO.name, here.selection[TO] or USUAL_YEAR, "pyramid")
    left.segmented_control(
        pyramid_words.YEAR,
        options=list(YEARS),
        required=True,
        key=widget_key(TO.name, "pyramid"),
        on_change=choose_from_widget,
        args=(TO.name, "pyramid"),
    )
    set_widget(OTHER.name, laid_over(here) or None, "pyramid")
    right.selectbox(
        pyramid_words.PEER,
        options=[code for code in (*here.peers, *here.loaded.municipalities) if code != here.own],
        index=None,
        format_func=here.loaded.municipalities.__getitem__,
        placeholder=OWN_PLACEHOLDER,
        filter_mode="contains",
        key=widget_key(OTHER.name, "pyramid"),
        on_change=choose_from_widget,
        args=(OTHER.name, "pyramid"),
    )
    show(here, pyramid_block(here))
