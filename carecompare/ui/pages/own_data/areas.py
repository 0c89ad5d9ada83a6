"""Areas of a town's own: living areas, former or planned towns."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import OWN_FIGURES, OwnFigures, areas_with, areas_without
from carecompare.text.own import own_data_words
from carecompare.ui.parts.keeping import attempt, keeper, save_button
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from carecompare.own import OwnArea
    from carecompare.views.base.here import Page


NAME, KIND, NOTE = "own_area_name", "own_area_kind", "own_area_note"


def show_areas(here: Page, kept: OwnFigures) -> None:
    """Draw the areas of the own municipality and the box that adds one."""
    if not kept.areas:
        st.caption(own_data_words.AREA_NONE)
    for each in kept.areas:
        count = sum(figure.place == each.id for figure in kept.figures)
        label, delete = st.columns([4, 1], vertical_alignment="center")
        said = own_data_words.AREA_LINE.format(
            name=each.name, kind=own_data_words.AREA_KINDS[each.kind], note=each.note, count=count
        )
        label.markdown(plain(said))
        save_button(
            own_data_words.AREA_DELETE.format(count=count),
            _delete,
            (here.own, each),
            key=f"own_area_delete_{each.id}",
            place=delete,
            kind="secondary",
            width="stretch",
        )
    name, kind, note, add = st.columns([3, 2, 3, 2], vertical_alignment="bottom")
    name.text_input(
        own_data_words.AREA_NAME, placeholder=own_data_words.AREA_NAME_PLACEHOLDER, max_chars=60, key=NAME
    )
    kind.selectbox(
        own_data_words.AREA_KIND,
        options=list(own_data_words.AREA_KINDS),
        format_func=own_data_words.AREA_KINDS.__getitem__,
        key=KIND,
    )
    note.text_input(own_data_words.AREA_NOTE, max_chars=200, key=NOTE)
    save_button(own_data_words.AREA_ADD, _add, (here.own,), key="own_area_add", place=add, width="stretch")


def _add(own: str) -> None:
    name, kind, note = (st.session_state[each] for each in (NAME, KIND, NOTE))
    with attempt(own_data_words.AREA_ADDED.format(name=name)):
        keeper().change(
            own,
            OWN_FIGURES,
            lambda kept, version: areas_with(kept or OwnFigures(), name, kind, note, version),
        )
        st.session_state[NAME] = st.session_state[NOTE] = ""


def _delete(own: str, area: OwnArea) -> None:
    with attempt(own_data_words.AREA_DELETED.format(name=area.name)):
        keeper().change(own, OWN_FIGURES, lambda kept, _: areas_without(kept or OwnFigures(), area.id))
