"""The list of blocks that services hardly reach: its criteria, the town's remarks, map, table and paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import msgspec
import pandas as pd
import streamlit as st

from carecompare.own.contents.hard_list import HARD_LIST, BlockRemark, HardList, cleaned_remarks
from carecompare.reports.papers.pdf import paper_file
from carecompare.text.topics.reach import reach_hard_words, reach_words
from carecompare.ui.parts.grids import begun_grid, forget_grid, is_typed
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import (
    attempt,
    keeper,
    nameless_keeper,
    save_button,
    show_author,
    show_outcome,
)
from carecompare.ui.parts.why import say_why
from carecompare.ui.parts.widgets import choose, choose_from_widget, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.files.paper_hard import hard_paper
from carecompare.views.files.paper_pieces import PDF
from carecompare.views.topics.reach.districts import town_blocks
from carecompare.views.topics.reach.hard import (
    MINUTES_OFFERED,
    USUAL,
    as_kept,
    hard_block,
    hard_minutes,
    hard_rule,
    hard_sea,
    hard_services,
    hard_speed,
    kept_list,
)
from carecompare.views.topics.reach.hard_map import hard_drawn
from carecompare.views.topics.reach.map import HEIGHT_PX
from carecompare.views.topics.reach.ways import offices, service_label

if TYPE_CHECKING:
    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


PLACE = "reach_hard"
WRITTEN = ("snow", "bus", "operation", "other")


def show_hard(here: Page, known: Outlines | None) -> None:
    """Draw the criteria, the list as map and table, its paper, and the town's remarks."""
    st.caption(reach_hard_words.HELP)
    show_outcome(place=PLACE)
    _show_criteria(here)
    block = hard_block(here)
    if block is None:
        return
    drawn = hard_drawn(here, known)
    left, right = st.columns([11, 9], gap="small")
    with left:
        if drawn.deck is not None:
            st.pydeck_chart(drawn.deck, height=HEIGHT_PX, key="map_reach_hard", alt=block.finding)
    right.html(drawn.legend)
    show(here, block)
    paper = hard_paper(here)
    if paper is not None:
        st.download_button(
            reach_hard_words.PAPER,
            data=lambda: paper_file(paper).content,
            file_name=reach_hard_words.PAPER_FILE.format(own=here.own_label),
            mime=PDF,
            key="pdf_reach_hard",
            icon=":material/picture_as_pdf:",
            help=reach_hard_words.PAPER_HELP,
            on_click="ignore",
        )
    _show_remarks(here)


def _show_criteria(here: Page) -> None:
    left, right = st.columns([5, 2], vertical_alignment="bottom")
    set_widget("hard", list(hard_services(here)))
    left.multiselect(
        reach_hard_words.SERVICES,
        options=list(offices(here)),
        format_func=partial(service_label, here),
        key=widget_key("hard"),
        on_change=choose_from_widget,
        args=("hard",),
    )
    set_widget("beyond", hard_minutes(here))
    right.selectbox(
        reach_hard_words.MINUTES,
        options=list(MINUTES_OFFERED),
        format_func=lambda each: reach_words.MINUTES.format(minutes=each),
        key=widget_key("beyond"),
        on_change=choose_from_widget,
        args=("beyond",),
    )
    way, left, right = st.columns([2, 3, 3], vertical_alignment="bottom")
    set_widget("way", hard_speed(here)[0])
    way.selectbox(
        reach_hard_words.SPEED,
        options=list(reach_words.SPEEDS),
        format_func=reach_words.SPEEDS.__getitem__,
        key=widget_key("way"),
        on_change=choose_from_widget,
        args=("way",),
    )
    for place, name, label, words, value in (
        (left, "rule", reach_hard_words.RULE, reach_hard_words.RULES, hard_rule(here)),
        (right, "sea", reach_hard_words.SEA, reach_hard_words.SEAS, hard_sea(here)),
    ):
        set_widget(name, value)
        place.selectbox(
            label,
            options=list(words),
            format_func=words.__getitem__,
            key=widget_key(name),
            on_change=_choose_or_usual,
            args=(name,),
        )


def _choose_or_usual(name: str) -> None:
    """Take over a switch; the usual setting is said too, for another one may be kept."""
    choose(**{name: str(st.session_state[widget_key(name)] or USUAL)})


def _show_remarks(here: Page) -> None:
    """Draw the town's remarks, and what keeps them together with the criteria."""
    kept, version = kept_list(here)
    after, based_on = _typed_remarks(here, kept, version)
    show_author(PLACE)
    say_why(nameless_keeper().refusal)
    save_button(
        reach_hard_words.SAVE,
        _save,
        (here.own, after, based_on),
        key=f"{PLACE}_save",
        not_ready=reach_hard_words.UNCHANGED if after == kept else "",
    )
    show_undo(here.own, HARD_LIST, version, HardList(), reach_hard_words.UNDONE_FIRST)


def _typed_remarks(here: Page, kept: HardList, version: int) -> tuple[HardList, int]:
    """Return what would be kept, and the version it was made from."""
    # A city has thousands of blocks: laid out when somebody looks, they stay while something is typed.
    place = st.expander(reach_hard_words.REMARKS, key=f"{PLACE}_remarks", on_change="rerun")
    slot = _slot(here.own)
    if not place.open and not is_typed(slot):
        return as_kept(here), version
    with place:
        st.caption(reach_hard_words.REMARKS_HELP)
        column = reach_hard_words.REMARK_COLUMNS
        grid = begun_grid(slot, version, lambda: _rows(here, kept))
        rows = grid.began
        edited = st.data_editor(
            rows,
            key=grid.key,
            column_order=[name for name in column if name != "ward" or rows["ward"].any()],
            hide_index=True,
            width="stretch",
            height=380,
            disabled=["ward", "town"],
            column_config={
                name: st.column_config.TextColumn(text, max_chars=200) for name, text in column.items()
            },
        )
    return _with_remarks(here, edited), grid.version


def _slot(own: str) -> str:
    return f"{PLACE}_{own}"


def _rows(here: Page, kept: HardList) -> pd.DataFrame:
    held = {(each.ward, each.town): each for each in kept.remarks}
    rows = []
    for block in town_blocks(here).listed:
        written = held.get((block.ward, block.town), BlockRemark(block.town, block.ward))
        rows.append((block.ward, block.town, *(getattr(written, name) for name in WRITTEN)))
    return pd.DataFrame(rows, columns=["ward", "town", *WRITTEN], dtype="str")


def _with_remarks(here: Page, edited: pd.DataFrame) -> HardList:
    """Return what would be kept: remarks on blocks that the points no longer have stay."""
    filled = edited.fillna("")
    is_written = (filled[list(WRITTEN)] != "").any(axis=1)
    typed = [
        BlockRemark(town, ward, *written)
        for ward, town, *written in filled.loc[is_written].itertuples(index=False)
    ]
    seen = set(zip(filled["ward"], filled["town"], strict=True))
    now = as_kept(here)
    gone = [each for each in now.remarks if (each.ward, each.town) not in seen]
    return msgspec.structs.replace(now, remarks=cleaned_remarks([*typed, *gone]))


def _save(own: str, after: HardList, based_on: int) -> None:
    with attempt(reach_hard_words.SAVED, PLACE):
        keeper().save(own, HARD_LIST, after, based_on)
        forget_grid(_slot(own))
