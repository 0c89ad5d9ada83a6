"""The pieces of the page on the density of resources."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import plot_words, words
from carecompare.text.format import era_year
from carecompare.ui.blocks import Block, show
from carecompare.ui.html import notes
from carecompare.ui.own_beside import with_own_figure
from carecompare.ui.profile import profile_block
from carecompare.ui.ranked import ranked_block
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.ui.frame import Page

TOPIC = "resources"


def resources_of(here: Page, field: str) -> list[Indicator]:
    """Return the densities of a field on their customary basis, in the catalogue's order."""
    return here.shared("resources", lambda: _resources(here)).get(field, [])


def _resources(here: Page) -> dict[str, list[Indicator]]:
    of: dict[str, list[Indicator]] = {}
    for each in here.catalog.main_indicators:
        if each.topic == TOPIC:
            of.setdefault(each.field, []).append(each)
    return of


def fields_with_resources(here: Page) -> list[str]:
    """Return the fields that have a density."""
    return [each for each in here.catalog.fields if resources_of(here, each)]


def chosen_field(here: Page) -> str:
    """Return the field that is looked at."""
    known = fields_with_resources(here)
    return here.selection.field if here.selection.field in known else known[0]


def chosen_resource(here: Page) -> Indicator:
    """Return the resource that is looked at, on its customary basis."""
    of_field = resources_of(here, chosen_field(here))
    wanted = [each for each in of_field if each.id == here.selection.item]
    return wanted[0] if wanted else of_field[0]


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
    set_widget("basis", here.selection.basis)
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


def field_profile_block(here: Page) -> Block:
    """Return one municipality across the resources of the chosen field."""
    field = chosen_field(here)
    name = f"{field} {here.selection.basis}"
    return here.view("resources_field", name, lambda: _profile_block(here, field))


def _profile_block(here: Page, field: str) -> Block:
    indicators = [here.catalog.on_basis(each, here.selection.basis) for each in resources_of(here, field)]
    absent = [each.name_ja for each in indicators if each.id not in here.loaded.latest]
    missing = f"{words.NOT_COLLECTED_LIST}{'、'.join(absent)}" if absent else ""
    remarks = (missing, here.catalog.fields[field].gap_ja, words.RESOURCES_CENSUS_NOTE)
    block = profile_block(
        here, f"resources_{field}_{here.selection.basis or 'customary'}", indicators, remarks
    )
    return replace(block, what=plot_words.PROFILE_OF.format(field=here.catalog.fields[field].label_ja))


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
    show(here, with_own_figure(here, _resource_view(here), indicator, year))
    st.html(notes(words.PEERS_ARE_NO_TARGET))


def shown_resource(here: Page) -> tuple[Indicator, int]:
    """Return the chosen resource on the chosen population, and the year that is looked at."""
    indicator = here.catalog.on_basis(chosen_resource(here), here.selection.basis)
    wanted = int(here.selection.year or 0)
    known = here.loaded.years[indicator.id]
    return indicator, wanted if wanted in known else here.loaded.latest[indicator.id]


def resource_block(here: Page) -> Block | None:
    """Return the chosen resource across municipalities, None where it was not collected."""
    return _resource_view(here) if chosen_resource(here).id in here.loaded.latest else None


def _resource_view(here: Page) -> Block:
    indicator, year = shown_resource(here)
    remarks = (words.RESOURCES_CENSUS_NOTE,)
    return here.view(
        "resource", f"{indicator.id} {year}", lambda: ranked_block(here, indicator, year, remarks)
    )
