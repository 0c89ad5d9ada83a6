"""The map of the own municipality's offices and hospitals, and the lists under it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.format import number
from carecompare.text.topics import map_words
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show_foot
from carecompare.views.base.choice import FIELD
from carecompare.views.base.table import Table, notes
from carecompare.views.topics.map.offices import HEIGHT_PX, PART_ROWS, offices_shown

if TYPE_CHECKING:
    import pandas as pd

    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


def show_offices(here: Page, known: Outlines | None) -> None:
    """Draw the map of offices with the tables that go with it."""
    field = field_switch(here)
    name = f"map offices {field} {known.address if known else ''}"
    drawn = here.cached("choice", name, lambda: offices_shown(here, known, field))
    st.subheader(drawn.block.finding)
    left, right = st.columns([11, 9], gap="small")
    with left:
        if drawn.deck is not None:
            st.pydeck_chart(drawn.deck, height=HEIGHT_PX, key="map_offices", alt=drawn.block.finding)
        st.html(drawn.legend)
    with right:
        st.html(drawn.block.table_html)
        st.html(notes(*drawn.notes))
    show_foot(here, drawn.block)
    if drawn.missing is not None:
        section(map_words.OFFICES_NOT_DRAWN)
        st.html(drawn.missing.html())
    if len(drawn.rows):
        section(map_words.OFFICE_LIST)
        _show_list(drawn.rows)


def field_switch(here: Page) -> str:
    """Draw the switch of the fields and return the one that is looked at, empty for all."""
    known = [each for each in here.catalog.fields if each != map_words.OTHER_FIELD]
    field = here.selection[FIELD] if here.selection[FIELD] in known else ""
    set_widget("field", field, "map")
    st.segmented_control(
        map_words.FIELD,
        options=["", *known],
        format_func=lambda each: (
            f"{here.catalog.fields[each].symbol} {here.catalog.fields[each].label_ja}"
            if each
            else map_words.ALL_FIELDS
        ),
        required=True,
        wrap=True,
        key=widget_key("field", "map"),
        on_change=choose_from_widget,
        args=("field", "map"),
    )
    return field


def _show_list(rows: pd.DataFrame) -> None:
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    labels = dict(zip(rows["service"], rows["service_ja"], strict=True))
    service = left.selectbox(
        map_words.OFFICE_SERVICE,
        options=list(labels),
        format_func=labels.__getitem__,
        filter_mode="contains",
        key="map_list_service",
    )
    members = rows.loc[rows["service"] == service]
    starts = list(range(0, len(members), PART_ROWS))
    start = 0
    if len(starts) > 1:
        start = right.selectbox(
            map_words.OFFICE_PART,
            options=starts,
            format_func=lambda each: map_words.OFFICE_PART_OPTION.format(
                first=each + 1, last=min(each + PART_ROWS, len(members))
            ),
            key=f"map_list_part_{service}",
        )
    shown = members.iloc[start : start + PART_ROWS]
    st.html(
        Table(
            columns=map_words.LIST_COLUMNS,
            rows=[
                (name, "" if capacity is None else number(capacity), map_words.POSITION.get(status, status))
                for name, capacity, status in zip(
                    shown["name_ja"],
                    shown["capacity"].astype(object).where(shown["capacity"].notna(), None),
                    shown["position_status"],
                    strict=True,
                )
            ],
            numeric=frozenset({1}),
            caption=map_words.CAPACITY_NOTE,
        ).html()
    )
