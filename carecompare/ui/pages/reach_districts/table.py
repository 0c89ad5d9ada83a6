"""Districts in a table of all blocks, to be typed or pasted into."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.own.contents.districts import Block, districts_of
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.pages.reach_districts.saving import show_save
from carecompare.ui.parts.grids import begun_grid, forget_grid
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
    pairs = [
        (" ".join(str(name).split()), Block(str(town), str(ward)))
        for ward, town, name in edited[["ward", "town", "district"]].fillna("").itertuples(index=False)
    ]
    after = districts_of(((name, block) for name, block in pairs if name), districts)
    gone = {block for block in districts.of_block if block not in {block for _, block in pairs}}
    show_save(here, _with_gone(after, districts, gone), grid.version, partial(forget_grid, slot))


def _rows(here: Page, districts: Districts) -> pd.DataFrame:
    held = districts.of_block
    rows = [(block.ward, block.town, held.get(block, "")) for block in town_blocks(here).listed]
    return pd.DataFrame(rows, columns=["ward", "town", "district"], dtype="str")


def _with_gone(after: Districts, before: Districts, gone: set[Block]) -> Districts:
    """Return the districts with the blocks that the points of today do not have: nothing declared is lost."""
    held = before.of_block
    pairs = [(each.name, block) for each in after.districts for block in each.blocks]
    return districts_of([*pairs, *((held[block], block) for block in sorted(gone))], before)
