"""Districts drawn on the map: a district is chosen, points are clicked on or blocks picked from a list."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own.contents.districts import Block, Districts, district_renamed, with_blocks
from carecompare.text.own import keeping_words
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.pages.reach_districts.saving import show_save
from carecompare.ui.parts.keeping import attempt
from carecompare.ui.parts.outlines import outlines
from carecompare.ui.parts.point_clicks import clickable, clicked
from carecompare.views.topics.map.files import SEA
from carecompare.views.topics.reach.district_map import districts_drawn
from carecompare.views.topics.reach.districts import town_blocks
from carecompare.views.topics.reach.map import HEIGHT_PX
from carecompare.views.topics.reach.new_office import PARTED

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


DRAFT, MAP = "reach_districts_draft", "map_reach_drawing"
INTO, NEW, BLOCKS, NAME = (f"reach_districts_{each}" for each in ("into", "new", "blocks", "name"))


@dataclass(frozen=True)
class Draft:
    """What a visit is drawing: whose, on which version, and how it stands."""

    own: str
    version: int
    districts: Districts


def show_drawing(here: Page, districts: Districts, version: int) -> None:
    """Draw the map as it stands in the draft, the lists beside it, what saving changes, and the button."""
    draft: Draft | None = st.session_state.get(DRAFT)
    if draft is None or draft.own != here.own or (draft.version != version and draft.districts == districts):
        draft = Draft(here.own, version, districts)
        st.session_state[DRAFT] = draft
    if draft.version != version:
        st.warning(keeping_words.NEWER.format(version=version))
    st.caption(reach_district_words.MAP_NOTE)
    st.html(SEA)
    left, right = st.columns([11, 9], gap="small")
    drawn = districts_drawn(here, outlines(), draft.districts)
    with right:
        _show_lists(here, draft.districts)
    with left:
        if drawn.deck is not None:
            clickable(MAP, drawn.deck, HEIGHT_PX, drawn.said, _take_point)
    right.html(drawn.legend)
    if draft.districts != districts:
        st.button(reach_district_words.MAP_AGAIN, key="reach_districts_drop", on_click=forget_draft)
    show_save(here, draft.districts, draft.version, forget_draft)


def _show_lists(here: Page, districts: Districts) -> None:
    names = [each.name for each in districts.districts]
    new, add = st.columns([3, 2], vertical_alignment="bottom")
    new.text_input(reach_district_words.MAP_NEW, max_chars=60, key=NEW)
    add.button(reach_district_words.MAP_ADD, key=f"{NEW}_add", on_click=_add, width="stretch")
    if st.session_state.get(INTO) not in ("", *names):
        st.session_state[INTO] = names[-1] if names else ""
    st.selectbox(
        reach_district_words.MAP_DISTRICT,
        options=[*names, ""],
        format_func=lambda name: name or reach_district_words.MAP_OUT,
        key=INTO,
    )
    picked, put = st.columns([3, 2], vertical_alignment="bottom")
    listed = town_blocks(here).listed
    picked.multiselect(
        reach_district_words.MAP_BLOCKS,
        options=[PARTED.join((block.ward, block.town)) for block in listed],
        format_func=lambda name: "".join(name.split(PARTED)),
        placeholder=reach_district_words.MAP_BLOCKS_PLACEHOLDER,
        key=BLOCKS,
    )
    put.button(reach_district_words.MAP_PUT, key=f"{BLOCKS}_put", on_click=_put, width="stretch")
    if st.session_state[INTO]:
        name, rename = st.columns([3, 2], vertical_alignment="bottom")
        name.text_input(reach_district_words.MAP_NAME, max_chars=60, key=NAME)
        rename.button(reach_district_words.MAP_RENAME, key=f"{NAME}_take", on_click=_rename, width="stretch")


def forget_draft() -> None:
    """Forget what was drawn and not saved; meant for callbacks."""
    st.session_state.pop(DRAFT, None)


def _change(districts: Districts) -> None:
    st.session_state[DRAFT] = replace(st.session_state[DRAFT], districts=districts)


def _add() -> None:
    with attempt():
        name = " ".join(st.session_state[NEW].split())
        if name:
            _change(with_blocks(st.session_state[DRAFT].districts, name, []))
            st.session_state[INTO], st.session_state[NEW] = name, ""


def _rename() -> None:
    with attempt():
        wanted = " ".join(st.session_state[NAME].split())
        _change(district_renamed(st.session_state[DRAFT].districts, st.session_state[INTO], wanted))
        st.session_state[INTO], st.session_state[NAME] = wanted, ""


def _put() -> None:
    _move(st.session_state[BLOCKS])
    st.session_state[BLOCKS] = []


def _take_point() -> None:
    _move(clicked(MAP))


def _move(names: list[str]) -> None:
    blocks = [Block(town, ward) for ward, town in (name.split(PARTED) for name in names)]
    if blocks:
        with attempt():
            _change(with_blocks(st.session_state[DRAFT].districts, st.session_state[INTO], blocks))
