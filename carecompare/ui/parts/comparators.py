"""The widgets that choose the comparators."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.comparisons import COMPARATORS, FEWEST, MOST, POOLS, SAVED, SETS
from carecompare.text import comparator_words, words
from carecompare.text.format import municipalities
from carecompare.text.own import keeping_words
from carecompare.ui.parts.saved_sets import show_save_beside, show_saved_beside
from carecompare.ui.parts.towns import choose_towns
from carecompare.ui.parts.widgets import choose, choose_from_widget, set_widget, widget_key
from carecompare.views.base.choice import SEPARATOR, TIMES
from carecompare.views.base.comparators import members_line, set_line, sets_to_choose, why_empty
from carecompare.views.base.here import edition_of
from carecompare.views.base.table import notes, plain

if TYPE_CHECKING:
    from carecompare.own import ComparatorSet
    from carecompare.views.base.here import Page


def show_comparators(here: Page, place: st.delta_generator.DeltaGenerator) -> None:
    """Draw the choice of the set, with its settings, in one popover."""
    selection, settings = here.selection, SETS[here.selection.vs].settings
    chosen = comparator_words.named(here.comparators_label, len(here.peers))
    with place.popover(f"{words.COMPARATORS}：{plain(chosen)}", width="stretch", key="comparators"):
        if "count" in settings:
            show_count(here, "popover")
        if "weights" in settings:
            label, icon, path = words.PAGES["peers"]
            st.page_link(
                path,
                label=comparator_words.WHY_SIMILAR,
                icon=icon,
                query_params=selection.as_query(),
                help=label,
            )
        if "factor" in settings:
            _factor(here)
        if here.saved:
            _of_saved(here, here.saved)
        _radio(here)


def _radio(here: Page) -> None:
    """Draw the sets, those with a name among them; a set's option is ``saved`` with its id."""
    sets = sets_to_choose(here)
    labels = {
        each: comparator_words.label(each, edition_of(here.loaded, each))
        for each in COMPARATORS
        if each != SAVED
    }
    captions = {each: comparator_words.SETS[each].explained for each in labels}
    for each in sets.values():
        option = f"{SAVED}{SEPARATOR}{each.id}"
        labels[option] = plain(each.name)
        captions[option] = f"{comparator_words.SETS[SAVED].explained}（{municipalities(len(each.areas))}）"
    now = here.selection
    set_widget("vs", f"{SAVED}{SEPARATOR}{now.set}" if now.vs == SAVED else now.vs)
    st.radio(
        words.COMPARATORS,
        options=list(labels),
        format_func=labels.__getitem__,
        captions=list(captions.values()),
        key=widget_key("vs"),
        on_change=_choose_set,
    )


def _choose_set() -> None:
    comparators, _, identifier = str(st.session_state[widget_key("vs")]).partition(SEPARATOR)
    choose(vs=comparators, set=identifier)


def _of_saved(here: Page, chosen: ComparatorSet) -> None:
    st.button(
        keeping_words.SETS_REWORK,
        key="rework_set",
        icon=":material/edit:",
        on_click=choose,
        kwargs={"vs": "free", "set": "", "chosen": SEPARATOR.join(chosen.areas)},
    )
    st.page_link(
        words.PAGES["peers"][2], label=keeping_words.SETS_MANAGE, query_params=here.selection.as_query()
    )


def show_set(here: Page) -> None:
    """Say what the chosen set is, or why it is empty; let names be chosen where they are chosen freely."""
    show_saved_beside(here)
    if "chosen" in SETS[here.selection.vs].settings:
        left, right = st.columns([5, 1], vertical_alignment="bottom")
        with left:
            choose_towns(here, "chosen", here.selection.chosen_codes, words.CHOSEN, words.CHOSEN_PLACEHOLDER)
        show_save_beside(here, right)
        if not here.peers:
            st.info(words.CHOSEN_MISSING)
        return
    if not here.peers:
        st.info(why_empty(here))
        return
    line = members_line(here, here.saved) if here.saved else set_line(here)
    if line:
        st.html(notes(line))


def show_count(here: Page, place: str = "") -> None:
    """Draw the slider of how many comparators there are."""
    set_widget("n", here.selection.most, place)
    st.slider(
        comparator_words.COUNT,
        FEWEST,
        MOST,
        key=widget_key("n", place),
        on_change=choose_from_widget,
        args=("n", place),
    )


def show_pool(here: Page) -> None:
    """Draw the switch of where similar ones may come from."""
    set_widget("pool", here.selection.pool or POOLS[0])
    st.segmented_control(
        comparator_words.POOL,
        options=list(POOLS),
        format_func=comparator_words.POOLS.__getitem__,
        required=True,
        wrap=True,
        key=widget_key("pool"),
        on_change=choose_from_widget,
        args=("pool",),
    )


def _factor(here: Page) -> None:
    set_widget("factor", f"{here.selection.times:g}")
    st.select_slider(
        comparator_words.FACTOR,
        options=list(TIMES),
        format_func=lambda each: comparator_words.times(float(each)),
        key=widget_key("factor"),
        on_change=choose_from_widget,
        args=("factor",),
    )
