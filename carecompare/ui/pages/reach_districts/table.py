"""Districts in a table of all blocks, to be typed or pasted into."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.own.contents.districts import Block, districts_of
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.pages.reach_districts.saving import show_save
from carecompare.ui.parts.widgets import is_untouched
from carecompare.views.topics.reach.districts import town_blocks

if TYPE_CHECKING:
    from carecompare.own.contents.districts import Districts
    from carecompare.views.base.here import Page


TYPING = "reach_districts_typing"


@dataclass(frozen=True)
class Typing:
    """What a visit is typing: whose, on which version, and the rows it began with."""

    own: str
    version: int
    rows: pd.DataFrame


def show_table(here: Page, districts: Districts, version: int) -> None:
    """Draw the table, what it would change, and the button.

    What is typed stays until it is saved, whatever others save meanwhile: saving then says so.
    """
    typing: Typing | None = st.session_state.get(TYPING)
    if typing is None or typing.own != here.own or _is_older(typing, version):
        typing = Typing(here.own, version, _rows(here, districts))
        st.session_state[TYPING] = typing
    if typing.version != version:
        st.warning(reach_district_words.ENTER_OLDER.format(version=version))
        st.button(reach_district_words.ENTER_AGAIN, key="reach_districts_again", on_click=forget_typing)
    st.caption(reach_district_words.TABLE_NOTE)
    column = reach_district_words.TABLE_COLUMNS
    shown = ["town", "district"] if not typing.rows["ward"].any() else ["ward", "town", "district"]
    edited = st.data_editor(
        typing.rows,
        key=_grid(typing),
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
    show_save(here, _with_gone(after, districts, gone), typing.version, forget_typing)


def forget_typing() -> None:
    """Forget what was typed and begin with what is kept; meant for callbacks."""
    st.session_state.pop(TYPING, None)


def _rows(here: Page, districts: Districts) -> pd.DataFrame:
    held = districts.of_block
    rows = [(block.ward, block.town, held.get(block, "")) for block in town_blocks(here).listed]
    return pd.DataFrame(rows, columns=["ward", "town", "district"], dtype="str")


def _with_gone(after: Districts, before: Districts, gone: set[Block]) -> Districts:
    """Return the districts with the blocks that the points of today do not have: nothing declared is lost."""
    held = before.of_block
    pairs = [(each.name, block) for each in after.districts for block in each.blocks]
    return districts_of([*pairs, *((held[block], block) for block in sorted(gone))], before)


def _grid(typing: Typing) -> str:
    return f"reach_districts_table_{typing.own}_{typing.version}"


def _is_older(typing: Typing, version: int) -> bool:
    return typing.version != version and is_untouched(_grid(typing))
