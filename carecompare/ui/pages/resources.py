"""The pieces of the page on the density of resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import words
from carecompare.text.format import era_year
from carecompare.ui.parts.widgets import choose_from_widget, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.ui.use.series import show_series
from carecompare.views.base.choice import BASIS
from carecompare.views.base.table import notes
from carecompare.views.topics.finance import finance_block
from carecompare.views.topics.own.beside import with_own_figure
from carecompare.views.topics.resources import (
    chosen_field,
    chosen_resource,
    field_profile_block,
    fields_with_resources,
    resource_view,
    resources_of,
    shown_resource,
)
from carecompare.views.topics.series import resource_series_block

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_finance(here: Page) -> None:
    """Draw the municipality's finance beside the comparators."""
    show(here, finance_block(here))


def show_switches(here: Page) -> None:
    """Draw the switches of field and basis."""
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    known = fields_with_resources(here)
    set_widget("field", chosen_field(here))
    left.segmented_control(
        words.RESOURCES_FIELD,
        options=known,
        format_func=lambda each: f"{here.catalog.fields[each].symbol} {here.catalog.fields[each].label_ja}",
        required=True,
        wrap=True,
        key=widget_key("field"),
        on_change=choose_from_widget,
        args=("field",),
    )
    set_widget("basis", here.selection[BASIS])
    right.selectbox(
        words.RESOURCES_BASIS,
        options=["", *here.catalog.bases],
        format_func=lambda each: here.catalog.bases[each].label_ja if each else words.BASIS_CUSTOMARY,
        key=widget_key("basis"),
        on_change=choose_from_widget,
        args=("basis",),
    )


def show_field_profile(here: Page) -> None:
    """Draw one municipality across the resources of a field."""
    show(here, field_profile_block(here))


def show_resource(here: Page) -> None:
    """Draw one resource across municipalities."""
    of_field = resources_of(here, chosen_field(here))
    resource = chosen_resource(here)
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    set_widget("item", resource.id)
    left.selectbox(
        words.RESOURCES_SERVICE,
        options=[each.id for each in of_field],
        format_func=lambda each: (
            here.catalog.indicators[each].label_ja
            + ("" if each in here.loaded.latest else words.NOT_COLLECTED_MARK)
        ),
        key=widget_key("item"),
        on_change=choose_from_widget,
        args=("item",),
    )
    if resource.id not in here.loaded.latest:
        st.info(f"**{resource.name_ja}**：{resource.not_collected_ja or resource.notes_ja}")
        return
    indicator, year = shown_resource(here)
    known = here.loaded.years[indicator.id]
    set_widget("year", str(year))
    right.selectbox(
        words.YEAR,
        options=[str(each) for each in sorted(known, reverse=True)],
        format_func=lambda each: era_year(int(each)),
        key=widget_key("year"),
        on_change=choose_from_widget,
        args=("year",),
    )
    show(here, with_own_figure(here, resource_view(here), indicator, year))
    st.html(notes(words.PEERS_ARE_NO_TARGET))


def show_resource_series(here: Page) -> None:
    """Draw the chosen resource over its years."""
    if chosen_resource(here).id in here.loaded.latest:
        show_series(here, shown_resource(here)[0], resource_series_block(here))
