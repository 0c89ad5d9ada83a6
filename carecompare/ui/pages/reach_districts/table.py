"""Districts in a table of all blocks, to be typed or pasted into."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.own.contents.districts import Block, districts_of
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.pages.reach_districts.saving import show_save
from carecompare.ui.parts.grids import begun_grid, forget_grid, is_untouched
from carecompare.views.topics.reach.districts import town_blocks

if TYPE_CHECKING:
    from carecompare.own.contents.districts import Districts
    from carecompare.views.base.here import Page


def show_table(here: Page, districts: Districts, version: int) -> None:
    """Draw the table, what it would change, and the button.

    What is typed stays until it is saved, whatever others save meanwhile: saving then says so.
    """
    slot = f"reach_districts_{here.own}"
    grid = begun_grid(slot, version, lambda: _rows(here, districts))
    st.caption(reach_district_words.TABLE_NOTE)
    column = reach_district_words.TABLE_COLUMNS
    shown = ["town", "district"] if not grid.began["ward"].any() else ["ward", "town", "district"]
    edited = st.data_editor(
        grid.began,
        key=grid.key,
        column_order=shown,
        hide_index=True,
        width="stretch",
        height=420,
        disabled=["ward", "town"],
        column_config={
            name: st.column_config.TextColumn(text, max_chars=60) for name, text in column.items()
        },
    )
    # A city has thousands of rows: they are looked through when something was typed.
    after = districts if is_untouched(grid.key) else _typed(edited, districts)
    show_save(here, after, grid.version, partial(forget_grid, slot))


def _typed(edited: pd.DataFrame, before: Districts) -> Districts:
    """Return the districts as typed; blocks that the points of today do not have stay where they are."""
    filled = edited[["ward", "town", "district"]].fillna("")
    pairs = [
        (" ".join(str(name).split()), Block(str(town), str(ward)))
        for ward, town, name in filled.itertuples(index=False, name=None)
    ]
    there = {block for _, block in pairs}
    gone = [(name, block) for block, name in before.of_block.items() if block not in there]
    after = districts_of(((name, block) for name, block in pairs if name), before)
    if not gone:
        return after
    kept = [(each.name, block) for each in after.districts for block in each.blocks]
    return districts_of([*kept, *sorted((name, block) for name, block in gone)], before)


def _rows(here: Page, districts: Districts) -> pd.DataFrame:
    held = districts.of_block
    rows = [(block.ward, block.town, held.get(block, "")) for block in town_blocks(here).listed]
    return pd.DataFrame(rows, columns=["ward", "town", "district"], dtype="str")
