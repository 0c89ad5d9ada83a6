"""How peers are chosen: ready weights, how many, from where, and the weight of every feature."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.catalog import HEAVIEST, WEIGHT_STEP
from carecompare.text.topics import peer_words
from carecompare.ui.parts.comparators import show_count, show_pool
from carecompare.ui.parts.widgets import choose, read_selection, set_widget, widget_key
from carecompare.views.base.table import notes
from carecompare.views.base.weights import changed_weights, written_weights

if TYPE_CHECKING:
    from carecompare.catalog import Catalog
    from carecompare.views.base.here import Page


def show_peer_settings(here: Page) -> None:
    """Draw the settings; each change is in the link at once."""
    presets = here.catalog.presets
    chosen = here.selection.preset or next(iter(presets))
    left, middle, right = st.columns([4, 4, 2], gap="medium")
    set_widget("preset", chosen)
    with left:
        st.segmented_control(
            peer_words.PRESET,
            options=list(presets),
            format_func=lambda each: presets[each].label_ja,
            required=True,
            wrap=True,
            key=widget_key("preset"),
            on_change=_take_preset,
        )
    with middle:
        show_pool(here)
    with right:
        show_count(here)
    st.html(notes(presets[chosen].note_ja, peer_words.BARRED))
    with st.expander(peer_words.WEIGHTS, expanded=bool(here.selection.weights)):
        _weights(here, chosen)


def _weights(here: Page, chosen: str) -> None:
    catalog = here.catalog
    weights = here.selection.choice(catalog).weights
    st.caption(peer_words.WEIGHTS_HELP)
    for place, group in zip(
        st.columns(len(catalog.feature_groups)), catalog.feature_groups.values(), strict=True
    ):
        place.markdown(f"**{group.label_ja}**")
        for feature in catalog.features.values():
            if feature.group != group.id:
                continue
            set_widget("weight", weights[feature.id], feature.id)
            place.slider(
                feature.label_ja,
                0.0,
                HEAVIEST,
                step=WEIGHT_STEP,
                format="%.1f",
                help=feature.note_ja or None,
                key=widget_key("weight", feature.id),
                on_change=_take_weight,
                args=(catalog, feature.id),
            )
    features = catalog.features.values()
    st.html(notes(*(f"{each.label_ja}：{each.note_ja}" for each in features if each.note_ja)))
    if here.selection.weights:
        st.button(
            peer_words.WEIGHTS_RESET.format(preset=catalog.presets[chosen].label_ja),
            key="reset_weights",
            on_click=choose,
            kwargs={"weights": ""},
        )


def _take_preset() -> None:
    choose(preset=str(st.session_state[widget_key("preset")] or ""), weights="")


def _take_weight(catalog: Catalog, feature: str) -> None:
    selection = read_selection()
    weights = changed_weights(selection.preset, selection.weights, catalog)
    weights[feature] = float(st.session_state[widget_key("weight", feature)])
    choose(weights=written_weights(selection.preset, weights, catalog))
