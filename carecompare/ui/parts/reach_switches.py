"""The switches that the pages of reach share: what is reached, and how one goes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics.reach import reach_words
from carecompare.ui.parts.widgets import choose_from_widget, set_widget, widget_key
from carecompare.views.topics.reach.ways import chosen_service, chosen_speed, offices, service_label

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_reach_switches(here: Page) -> None:
    """Draw the choosers of the service and of the speed."""
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    set_widget("service", chosen_service(here))
    left.selectbox(
        reach_words.SERVICE,
        options=list(offices(here)),
        format_func=partial(service_label, here, short=False),
        filter_mode="contains",
        key=widget_key("service"),
        on_change=choose_from_widget,
        args=("service",),
    )
    set_widget("speed", chosen_speed(here)[0])
    right.segmented_control(
        reach_words.SPEED,
        options=list(reach_words.SPEEDS),
        format_func=reach_words.SPEEDS.__getitem__,
        required=True,
        wrap=True,
        key=widget_key("speed"),
        on_change=choose_from_widget,
        args=("speed",),
    )
