"""The pieces that part a difference of certification rates into ages and rates by age."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics import decomposition_words, supply_words
from carecompare.ui.parts.widgets import choose_from_widget, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.table import plain
from carecompare.views.topics.decomposition import (
    AGAINST,
    against_name,
    chosen_against,
    decomposition,
    decomposition_block,
)
from carecompare.views.topics.supply import chosen_service, chosen_supply_block, services

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_against(here: Page) -> None:
    """Draw the chooser of whom the rate is parted against."""
    set_widget("against", chosen_against(here))
    st.selectbox(
        decomposition_words.AGAINST,
        options=[*AGAINST, *here.peers],
        format_func=lambda each: against_name(here, each),
        key=widget_key("against"),
        on_change=choose_from_widget,
        args=("against",),
    )


def show_decomposition(here: Page) -> None:
    """Draw the difference in parts, or say why there is nothing to part."""
    against = chosen_against(here)
    if against == "peers" and not here.peers:
        st.info(decomposition_words.NOTHING["no_comparators"])
        return
    block = decomposition_block(here)
    if block is None:
        result = decomposition(here, against)
        insurer = here.loaded.insurers.get(here.own, here.own_label)
        said = decomposition_words.NOTHING[result.reason]
        st.info(plain(said.format(own=here.own_label, other=against_name(here, against), insurer=insurer)))
        return
    show(here, block)


def show_supply(here: Page) -> None:
    """Draw the chooser of a service and what its offices would have to be, or why this is not known."""
    known = services(here)
    if not known:
        st.info(supply_words.NO_SERVICE)
        return
    chosen = chosen_service(here)
    set_widget("item", chosen.id)
    st.selectbox(
        supply_words.SERVICE,
        options=[each.id for each in known],
        format_func=lambda each: here.catalog.indicators[each].name_ja,
        key=widget_key("item"),
        on_change=choose_from_widget,
        args=("item",),
    )
    block = chosen_supply_block(here)
    if block is None:
        st.info(plain(supply_words.NO_PROJECTION.format(own=here.own_label)))
        return
    show(here, block)
