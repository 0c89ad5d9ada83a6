"""What saving districts would change, and the one button that saves; problems of a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own.contents.districts import DISTRICTS
from carecompare.own.uploads.district_table import names_gone, names_left_out
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.parts.keeping import attempt, keeper, save_button
from carecompare.views.base.table import Table, plain
from carecompare.views.topics.reach.districts import is_declared, kept_districts, of_points, town_blocks
from carecompare.views.topics.reach.ways import points

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.own.contents.districts import Districts
    from carecompare.views.base.here import Page


MOST_NAMED = 12


def show_save(here: Page, after: Districts, version: int, forget: Callable[[], object] | None = None) -> None:
    """Draw what saving would change, and the button.

    Parameters
    ----------
    here : Page
        The page.
    after : Districts
        What would be saved.
    version : int
        The version it was made from.
    forget : callable, optional
        Called when it was saved: a draft has done its work.
    """
    before, _ = kept_districts(here)
    _show_cautions(here, after)
    if after == before:
        if version:
            st.info(reach_district_words.UNCHANGED)
        return
    st.markdown(f"**{reach_district_words.PREVIEW}**")
    counts = {each.name: len(each.blocks) for each in before.districts}
    of_point = of_points(points(here), after)
    rows = [
        (
            each.name,
            number(len(each.blocks)),
            number(counts.get(each.name, 0)),
            number(int((of_point == each.name).sum())),
        )
        for each in after.districts
    ]
    columns = reach_district_words.PREVIEW_COLUMNS
    st.html(Table(columns, rows, numeric=frozenset({1, 2, 3})).html())
    lost = [name for name in counts if name not in {each.name for each in after.districts}]
    if lost:
        st.warning(plain(reach_district_words.PREVIEW_LOST.format(names="、".join(lost))))
    save_button(
        reach_district_words.SAVE.format(districts=number(len(after.districts))),
        _save,
        (here.own, after, version, forget),
        key="reach_districts_save",
        not_ready="" if is_declared(after) else reach_district_words.NOT_DECLARED,
    )


def _show_cautions(here: Page, after: Districts) -> None:
    blocks, held = town_blocks(here), after.of_block
    for names, said in (
        (names_left_out(blocks, held), reach_district_words.LEFT_OUT),
        (names_gone(blocks, held), reach_district_words.GONE),
    ):
        if names:
            more = reach_district_words.MORE if len(names) > MOST_NAMED else ""
            shown = "、".join([*names[:MOST_NAMED], *([more] if more else [])])
            st.caption(plain(said.format(count=number(len(names)), names=shown)))


def _save(own: str, after: Districts, based_on: int, forget: Callable[[], object] | None) -> None:
    with attempt(reach_district_words.SAVED):
        keeper().save(own, DISTRICTS, after, based_on)
        if forget is not None:
            forget()
