"""Own figures in a grid on the page: what is typed stays until it is saved, whatever others save."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import OwnItem, figures_with
from carecompare.own.uploads.known import own_item_name
from carecompare.text.own import own_data_words
from carecompare.text.own.own_upload_words import OWN_ITEM_SHOWN
from carecompare.text.own.own_year_words import STATUS_WORDS
from carecompare.ui.pages.own_data.checks import settled
from carecompare.ui.pages.own_data.upload import show_save
from carecompare.ui.parts.brought import show_problems
from carecompare.ui.parts.grids import begun_grid, change_began
from carecompare.views.topics.own.checks import grid_slot, known_to
from carecompare.views.topics.own.figures import Editing, checked_grid, grid_rows, with_item

if TYPE_CHECKING:
    from carecompare.own import OwnFigures
    from carecompare.views.base.here import Page


NEW_NAME, NEW_UNIT = "own_new_item_name", "own_new_item_unit"


def show_grid(here: Page, kept: OwnFigures, version: int) -> None:
    """Draw the grid, its problems, what it changes, and the button."""
    labels = {each.id: each.label_ja for each in here.catalog.main_indicators}
    grid = begun_grid(grid_slot(here.own), version, lambda: Editing(grid_rows(kept, labels), kept.items))
    editing = grid.began
    st.caption(own_data_words.GRID_NOTE)
    own_items = [OWN_ITEM_SHOWN + each.name for each in editing.items]
    edited = st.data_editor(
        editing.rows,
        key=grid.key,
        num_rows="dynamic",
        hide_index=False,
        width="stretch",
        placeholder="",
        column_config={
            "place": st.column_config.SelectboxColumn(
                own_data_words.GRID_COLUMNS["place"], options=["", *(each.name for each in kept.areas)]
            ),
            "item": st.column_config.SelectboxColumn(
                own_data_words.GRID_COLUMNS["item"], options=[*labels.values(), *own_items], width="large"
            ),
            "year": st.column_config.NumberColumn(own_data_words.GRID_COLUMNS["year"], step=1, format="%d"),
            "value": st.column_config.NumberColumn(own_data_words.GRID_COLUMNS["value"]),
            "status": st.column_config.SelectboxColumn(
                own_data_words.GRID_COLUMNS["status"], options=list(STATUS_WORDS.values())
            ),
            "note": st.column_config.TextColumn(own_data_words.GRID_COLUMNS["note"]),
            "source": st.column_config.TextColumn(own_data_words.GRID_COLUMNS["source"]),
        },
    )
    _show_new_item(here.own)
    known = replace(known_to(here, kept), items=editing.items)
    result = checked_grid(edited, known)
    show_problems(result.problems, result.more_problems)
    if not result.problems:
        figures, is_settled = settled(result, "own_grid")
        after = figures_with(kept, figures, result.items, replace=True)
        show_save(here, kept, after, grid.version, is_settled=is_settled)


def _show_new_item(own: str) -> None:
    with st.expander(own_data_words.GRID_NEW_ITEM):
        name, unit, add = st.columns([3, 2, 1], vertical_alignment="bottom")
        name.text_input(own_data_words.GRID_NEW_ITEM_NAME, max_chars=60, key=NEW_NAME)
        unit.text_input(own_data_words.GRID_NEW_ITEM_UNIT, max_chars=30, key=NEW_UNIT)
        add.button(
            own_data_words.GRID_NEW_ITEM_ADD,
            key="own_new_item_add",
            on_click=_add_item,
            args=(own,),
            width="stretch",
        )


def _add_item(own: str) -> None:
    name = own_item_name(OWN_ITEM_SHOWN + st.session_state[NEW_NAME])
    unit = " ".join(st.session_state[NEW_UNIT].split())
    if name and unit:
        change_began(grid_slot(own), lambda editing: with_item(editing, OwnItem(name, unit)))
        st.session_state[NEW_NAME] = st.session_state[NEW_UNIT] = ""
