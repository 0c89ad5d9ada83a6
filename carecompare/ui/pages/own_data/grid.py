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
from carecompare.views.topics.own.checks import GRID, known_to
from carecompare.views.topics.own.figures import Editing, checked_grid, grid_rows

if TYPE_CHECKING:
    from carecompare.own import OwnFigures
    from carecompare.views.base.here import Page


NEW_NAME, NEW_UNIT = "own_new_item_name", "own_new_item_unit"


def show_grid(here: Page, kept: OwnFigures, version: int) -> None:
    """Draw the grid, its problems, what it changes, and the button."""
    labels = {each.id: each.label_ja for each in here.catalog.main_indicators}
    editing: Editing | None = st.session_state.get(GRID)
    if editing is None or editing.own != here.own:
        editing = Editing(here.own, version, version, grid_rows(kept, labels), kept.items)
        st.session_state[GRID] = editing
    if editing.version != version:
        st.warning(own_data_words.GRID_OLDER.format(version=version))
        again, mine = st.columns(2)
        again.button(own_data_words.GRID_AGAIN, key="own_grid_again", on_click=begin_again, width="stretch")
        mine.button(
            own_data_words.GRID_MINE.format(version=version),
            key="own_grid_mine",
            on_click=go_on,
            args=(version,),
            width="stretch",
        )
    st.caption(own_data_words.GRID_NOTE)
    own_items = [OWN_ITEM_SHOWN + each.name for each in editing.items]
    edited = st.data_editor(
        editing.rows,
        key=f"own_grid_{here.own}_{editing.begun}",
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
    _show_new_item()
    known = replace(known_to(here, kept), items=editing.items)
    result = checked_grid(edited, known)
    show_problems(result.problems, result.more_problems)
    if not result.problems:
        figures, is_settled = settled(result, "own_grid")
        after = figures_with(kept, figures, result.items, replace=True)
        show_save(here, kept, after, editing.version, is_settled=is_settled)


def begin_again() -> None:
    """Forget what was typed and begin with what is kept; meant for callbacks."""
    st.session_state.pop(GRID, None)


def go_on(version: int) -> None:
    """Keep what was typed, to be saved after the version that others made; meant for callbacks."""
    editing: Editing = st.session_state[GRID]
    st.session_state[GRID] = replace(editing, version=version)


def _show_new_item() -> None:
    with st.expander(own_data_words.GRID_NEW_ITEM):
        name, unit, add = st.columns([3, 2, 1], vertical_alignment="bottom")
        name.text_input(own_data_words.GRID_NEW_ITEM_NAME, max_chars=60, key=NEW_NAME)
        unit.text_input(own_data_words.GRID_NEW_ITEM_UNIT, max_chars=30, key=NEW_UNIT)
        add.button(
            own_data_words.GRID_NEW_ITEM_ADD, key="own_new_item_add", on_click=_add_item, width="stretch"
        )


def _add_item() -> None:
    editing: Editing = st.session_state[GRID]
    name = own_item_name(OWN_ITEM_SHOWN + st.session_state[NEW_NAME])
    unit = " ".join(st.session_state[NEW_UNIT].split())
    if name and unit:
        others = tuple(each for each in editing.items if each.name != name)
        st.session_state[GRID] = replace(editing, items=(*others, OwnItem(name, unit)))
        st.session_state[NEW_NAME] = st.session_state[NEW_UNIT] = ""
