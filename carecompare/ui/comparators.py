"""The choice of comparators, what the chosen set is, and why it is empty."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.comparisons import COMPARATORS, FEWEST, MOST, POOLS, SAVED, peers
from carecompare.tables import CLASS, MEDICAL_AREA
from carecompare.text import comparator_words, keeping_words, words
from carecompare.text.format import municipalities
from carecompare.ui.html import notes, plain
from carecompare.ui.link_values import TIMES
from carecompare.ui.opened_set import sets_to_choose
from carecompare.ui.saved_sets import members_line, show_save_beside, show_saved_beside
from carecompare.ui.selection import SEPARATOR, choose
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from carecompare.own import ComparatorSet
    from carecompare.ui.frame import Page

CLASS_SOURCE = "municipality_class"
MEDICAL_AREA_SOURCE = "medical_areas"


def show_comparators(here: Page, place: st.delta_generator.DeltaGenerator) -> None:
    """Draw the choice of the set, with its settings, in one popover."""
    selection = here.selection
    chosen = comparator_words.named(here.comparators_label, len(here.peers))
    with place.popover(f"{words.COMPARATORS}：{plain(chosen)}", width="stretch", key="comparators"):
        if selection.vs in {"similar", "depopulated"}:
            show_count(here, "popover")
        if selection.vs == "similar":
            label, icon, path = words.PAGES["peers"]
            st.page_link(
                path,
                label=comparator_words.WHY_SIMILAR,
                icon=icon,
                query_params=selection.as_query(),
                help=label,
            )
        if selection.vs == "size":
            _factor(here)
        if here.saved:
            _of_saved(here, here.saved)
        _radio(here)


def _radio(here: Page) -> None:
    """Draw the sets, those with a name among them; a set's option is ``saved`` with its id."""
    sets = sets_to_choose(here)
    labels = {each: comparator_words.LABELS[each] for each in COMPARATORS if each != SAVED}
    captions = {each: comparator_words.HELP[each] for each in labels}
    for each in sets.values():
        option = f"{SAVED}{SEPARATOR}{each.id}"
        labels[option] = plain(each.name)
        captions[option] = f"{comparator_words.HELP[SAVED]}（{municipalities(len(each.areas))}）"
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
    if here.selection.vs == "free":
        left, right = st.columns([5, 1], vertical_alignment="bottom")
        with left:
            _chosen(here)
        show_save_beside(here, right)
        if not here.peers:
            st.info(words.CHOSEN_MISSING)
        return
    if not here.peers:
        st.info(why_empty(here))
        return
    line = members_line(here, here.saved) if here.saved else _line(here)
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


def group_name(here: Page) -> str:
    """Return the name of the group the set is, or nothing for a set that is none."""
    kind = {"class": CLASS, "medical_area": MEDICAL_AREA}.get(here.selection.vs)
    if kind is None:
        return ""
    return comparator_words.listed_all(here.loaded.surroundings.group_names(kind, here.own))


def why_empty(here: Page) -> str:
    """Return why the own municipality has no comparators in the chosen set."""
    vs = here.selection.vs
    if vs == "similar":
        return why_empty_similar(here)
    group = group_name(here)
    return comparator_words.EMPTY["class_alone" if vs == "class" and group else vs].format(
        own=here.own_label, times=comparator_words.times(here.selection.times), group=group
    )


def why_empty_similar(here: Page) -> str:
    """Return why nobody is found to be like the own municipality."""
    choice = here.selection.choice(here.catalog)
    found = peers(here.loaded.features, here.own, choice.weights, FEWEST)
    if found.is_comparable:
        return comparator_words.EMPTY["similar_pool"].format(pool=comparator_words.POOLS[choice.pool])
    lacking = comparator_words.listed_all([each.label_ja for each in found.lacking])
    return comparator_words.EMPTY["similar"].format(own=here.own_label, lacking=lacking)


def _line(here: Page) -> str:
    selection, sources = here.selection, here.catalog.sources
    count = municipalities(len(here.peers))
    with_own = municipalities(len(here.peers) + 1) + comparator_words.OWN_INCLUDED.format(own=here.own_label)
    classes, medical = (
        f"{source.publisher_ja}「{source.short_ja}」"
        for source in (sources[CLASS_SOURCE], sources[MEDICAL_AREA_SOURCE])
    )
    if selection.vs == "neighbours":
        touching = set(here.loaded.surroundings.bordering.get(here.own, ())) & set(here.peers)
        return comparator_words.neighbours_line(len(touching), len(here.peers) - len(touching))
    lines = {
        "similar": comparator_words.SIMILAR_LINE,
        "class": comparator_words.CLASS_LINE,
        "size": comparator_words.SIZE_LINE,
        "depopulated": comparator_words.DEPOPULATED_LINE,
        "medical_area": comparator_words.MEDICAL_AREA_LINE,
    }
    preset = here.catalog.presets[selection.preset or next(iter(here.catalog.presets))]
    return lines.get(selection.vs, "").format(
        own=here.own_label,
        count=with_own if selection.vs in {"class", "medical_area"} else count,
        group=group_name(here),
        source=medical if selection.vs == "medical_area" else classes,
        times=comparator_words.times(selection.times),
        preset=preset.label_ja,
        changed=comparator_words.CHANGED if selection.weights else "",
        pool=comparator_words.POOLS[selection.pool or POOLS[0]],
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


def _chosen(here: Page) -> None:
    set_widget("chosen", list(here.selection.chosen_codes))
    st.multiselect(
        words.CHOSEN,
        options=list(here.loaded.municipalities),
        format_func=here.loaded.municipalities.__getitem__,
        placeholder=words.CHOSEN_PLACEHOLDER,
        key=widget_key("chosen"),
        on_change=choose_from_widget,
        args=("chosen",),
    )
