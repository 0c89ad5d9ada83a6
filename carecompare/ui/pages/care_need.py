"""The pieces of the page on the need of care."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import words
from carecompare.text.topics import funnel_words
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.ui.use.series import show_series
from carecompare.views.base.table import notes
from carecompare.views.topics.care_need import certification_block, chance_block, chosen_rate, rates
from carecompare.views.topics.own.beside import with_own_figure
from carecompare.views.topics.series import rate_series_block

if TYPE_CHECKING:
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def show_certification_switch(here: Page) -> None:
    """Draw the switch between the rates."""
    set_widget("item", chosen_rate(here).id)
    st.segmented_control(
        words.CARE_NEED_CHOICE,
        options=[each.id for each in rates(here)],
        format_func=lambda each: here.catalog.indicators[each].label_ja,
        required=True,
        wrap=True,
        key=widget_key("item"),
        on_change=choose_from_widget,
        args=("item",),
    )


def show_certification(here: Page) -> None:
    """Draw the chosen rate side by side, naming the insurers whose figures are shown."""
    rate = chosen_rate(here)
    show(here, with_own_figure(here, certification_block(here), rate, here.loaded.latest[rate.id]))


def show_chance(here: Page) -> None:
    """Draw whether the difference of the chosen rate from the nation is within what chance allows."""
    show_funnel(here, chance_block(here))


def show_funnel(here: Page, block: Block | None) -> None:
    """Draw a funnel with its heading, if there is one."""
    if block is None:
        return
    section(funnel_words.SECTION)
    st.html(notes(funnel_words.LEAD))
    show(here, block)


def show_rate_series(here: Page) -> None:
    """Draw the chosen rate of care need over its fiscal years."""
    show_series(here, chosen_rate(here), rate_series_block(here))
