"""Own figures in a grid on the page: what is typed stays until it is saved, whatever others save."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.own import Checked, Known, OwnItem, Sheet, checked, figures_with, own_item_name
from carecompare.text import own_data_words as words
from carecompare.text.own_upload_words import OWN_ITEM_SHOWN, TEMPLATE_COLUMNS
from carecompare.text.own_year_words import STATUS_WORDS
from carecompare.ui.own_checks import known_to, settled, show_problems
from carecompare.ui.own_upload import GRID, show_save
from carecompare.workbooks import cell_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.own import OwnFigures
    from carecompare.ui.frame import Page

NEW_NAME, NEW_UNIT = "own_new_item_name", "own_new_item_unit"


@dataclass(frozen=True)
class Editing:
    """What was there when the editing began.

    Parameters
    ----------
    own : str
        Code of the municipality.
    begun : int
        The version that was there; it names the grid.
    version : int
        The version that saving would follow.
    rows : DataFrame
        The grid then.
    items : tuple of OwnItem
        Own items to choose from.
    """

    own: str
    begun: int
    version: int
    rows: pd.DataFrame
    items: tuple[OwnItem, ...]


def show_grid(here: Page, kept: OwnFigures, version: int) -> None:
    """Draw the grid, its problems, what it changes, and the button."""
    labels = {each.id: each.label_ja for each in here.catalog.main_indicators}
    editing: Editing | None = st.session_state.get(GRID)
    if editing is None or editing.own != here.own:
        editing = Editing(here.own, version, version, grid_rows(kept, labels), kept.items)
        st.session_state[GRID] = editing
    if editing.version != version:
        st.warning(words.GRID_OLDER.format(version=version))
        again, mine = st.columns(2)
        again.button(words.GRID_AGAIN, key="own_grid_again", on_click=begin_again, width="stretch")
        mine.button(
            words.GRID_MINE.format(version=version),
            key="own_grid_mine",
            on_click=go_on,
            args=(version,),
            width="stretch",
        )
    st.caption(words.GRID_NOTE)
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
                words.GRID_COLUMNS["place"], options=["", *(each.name for each in kept.areas)]
            ),
            "item": st.column_config.SelectboxColumn(
                words.GRID_COLUMNS["item"], options=[*labels.values(), *own_items], width="large"
            ),
            "year": st.column_config.NumberColumn(words.GRID_COLUMNS["year"], step=1, format="%d"),
            "value": st.column_config.NumberColumn(words.GRID_COLUMNS["value"]),
            "status": st.column_config.SelectboxColumn(
                words.GRID_COLUMNS["status"], options=list(STATUS_WORDS.values())
            ),
            "note": st.column_config.TextColumn(words.GRID_COLUMNS["note"]),
            "source": st.column_config.TextColumn(words.GRID_COLUMNS["source"]),
        },
    )
    _show_new_item()
    known = replace(known_to(here, kept), items=editing.items)
    result = checked_grid(edited, known)
    show_problems(result)
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


def grid_rows(kept: OwnFigures, labels: Mapping[str, str]) -> pd.DataFrame:
    """Return own figures as the rows of the grid, numbered from 1.

    Parameters
    ----------
    kept : OwnFigures
        What is kept.
    labels : mapping of str to str
        Labels of the indicators by id.

    Returns
    -------
    DataFrame
        Columns ``place``, ``item``, ``year``, ``value``, ``status``, ``note``, ``source``.
    """
    places = {"": "", **{each.id: each.name for each in kept.areas}}
    items = {**labels, **{each.id: OWN_ITEM_SHOWN + each.name for each in kept.items}}
    figures = kept.figures
    return pd.DataFrame(
        {
            "place": pd.Series([places.get(each.place, each.place) for each in figures], dtype="str"),
            "item": pd.Series([items.get(each.item, each.item) for each in figures], dtype="str"),
            "year": pd.Series([each.year for each in figures], dtype="Int64"),
            "value": pd.Series([each.value for each in figures], dtype="float64"),
            "status": pd.Series([STATUS_WORDS[each.status] for each in figures], dtype="str"),
            "note": pd.Series([each.note for each in figures], dtype="str"),
            "source": pd.Series([each.source for each in figures], dtype="str"),
        }
    ).set_axis(pd.RangeIndex(1, len(figures) + 1), axis=0)


def checked_grid(edited: pd.DataFrame, known: Known) -> Checked:
    """Return what a grid holds, checked like an upload; rows are counted as the grid counts them."""
    if edited.empty:
        return Checked((), (), ())
    heading = [TEMPLATE_COLUMNS[name] for name in edited.columns]
    rows = [[_text(cell) for cell in row] for row in edited.itertuples(index=False)]
    result = checked([Sheet("", [heading, *rows])], known)
    for problem in [*result.problems, *(each.problem for each in result.doubts)]:
        if "row" in problem.fields:
            problem.fields["row"] = int(str(problem.fields["row"])) - 1
    return result


def _show_new_item() -> None:
    with st.expander(words.GRID_NEW_ITEM):
        name, unit, add = st.columns([3, 2, 1], vertical_alignment="bottom")
        name.text_input(words.GRID_NEW_ITEM_NAME, max_chars=60, key=NEW_NAME)
        unit.text_input(words.GRID_NEW_ITEM_UNIT, max_chars=30, key=NEW_UNIT)
        add.button(words.GRID_NEW_ITEM_ADD, key="own_new_item_add", on_click=_add_item, width="stretch")


def _add_item() -> None:
    editing: Editing = st.session_state[GRID]
    name = own_item_name(OWN_ITEM_SHOWN + st.session_state[NEW_NAME])
    unit = " ".join(st.session_state[NEW_UNIT].split())
    if name and unit:
        others = tuple(each for each in editing.items if each.name != name)
        st.session_state[GRID] = replace(editing, items=(*others, OwnItem(name, unit)))
        st.session_state[NEW_NAME] = st.session_state[NEW_UNIT] = ""


def _text(cell: object) -> str:
    return "" if cell is None or cell is pd.NA or cell != cell else cell_text(cell)  # noqa: PLR0124 - NaN
