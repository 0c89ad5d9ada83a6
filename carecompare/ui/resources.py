"""The pieces of the page on the density of resources."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.charts import strips
from carecompare.comparisons import Profile, profile
from carecompare.store import values_over_years, years
from carecompare.text import sentences, words
from carecompare.text.format import era_year, interval, number, status_word, year_word
from carecompare.ui.blocks import Block, show, source_line
from carecompare.ui.html import Table, notes
from carecompare.ui.ranked import ranked_block
from carecompare.ui.selection import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.ui.frame import Page

TOPIC = "resources"


def resources_of(here: Page, field: str) -> list[Indicator]:
    """Return the densities of a field on their customary basis, in the catalogue's order."""
    return [each for each in here.catalog.main_indicators if each.topic == TOPIC and each.field == field]


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
    field = chosen_field(here)
    indicators = [here.catalog.on_basis(each, here.selection.basis) for each in resources_of(here, field)]
    rows = values_over_years(here.store, [each.id for each in indicators], [here.own, *here.peers])
    result = profile(rows, here.loaded.areas, indicators, here.loaded.latest, here.own, here.peers)
    by_id = {each.id: each for each in indicators}
    beyond = result.summary["beyond"]
    above = [by_id[each].name_ja for each in beyond.index[beyond == "higher"]]
    below = [by_id[each].name_ja for each in beyond.index[beyond == "lower"]]
    collected = [each for each in indicators if each.id in here.loaded.latest]
    absent = [each.name_ja for each in indicators if each.id not in here.loaded.latest]
    notes = [here.catalog.fields[field].gap_ja, words.RESOURCES_CENSUS_NOTE]
    if absent:
        notes.insert(0, f"{words.NOT_COLLECTED_LIST}{'、'.join(absent)}")
    counts = {count: sorted({*years_shown(result, each)}) for each in collected for count in each.counts}
    show(
        Block(
            key=f"resources_{here.catalog.fields[field].id}_{here.selection.basis or 'customary'}_{here.own}",
            finding=sentences.beyond_chance(here.own_label, above, below, words.OF_PEERS),
            subtitle=f"{words.RESOURCES_PROFILE_MARKS}{words.RESOURCES_PROFILE_SUBTITLE}",
            chart=strips(result.rows, indicators),
            table=_table(result, indicators),
            file=_file(result, indicators),
            source=source_line(here, counts),
            notes=tuple(each for each in notes if each),
        )
    )


def years_shown(result: Profile, indicator: Indicator) -> list[int]:
    """Return the years that stand behind one row of a profile."""
    rows = result.rows.loc[result.rows["indicator"] == indicator.id]
    return [int(year) for name in ("year", "denominator_year") for year in rows[name].dropna().unique()]


def _table(result: Profile, indicators: Sequence[Indicator]) -> Table:
    column = words.COLUMN
    rows = []
    groups: dict[int, str] = {}
    unit = ""
    summary = result.summary.to_dict("index")
    for number_of_row, each in enumerate(indicators):
        own = summary[each.id]
        if each.unit_ja != unit:
            unit = each.unit_ja
            groups[number_of_row] = unit
        rows.append(
            (
                each.name_ja,
                number(own["value"], each.decimals) or status_word(own["status"]),
                interval(own["lower"], own["upper"], each.decimals),
                number(own["median"], each.decimals),
                number(own["numerator"]),
                year_word(own["year"]),
                words.WITHHELD_COLUMN.get(own["reason"], words.BEYOND.get(own["beyond"], "")),
            )
        )
    headings = ("item", "own", "interval", "median", "numerator", "year", "difference")
    return Table(
        columns=[column[each] for each in headings],
        rows=rows,
        numeric=frozenset({1, 2, 3, 4, 5}),
        own_columns=frozenset({1}),
        groups=groups,
    )


def _file(result: Profile, indicators: Sequence[Indicator]) -> pd.DataFrame:
    column = words.COLUMN
    labels = {each.id: each for each in indicators}
    rows = result.rows
    return pd.DataFrame(
        {
            column["indicator"]: [labels[each].label_ja for each in rows["indicator"]],
            column["unit"]: [labels[each].unit_ja for each in rows["indicator"]],
            column["area"]: rows["area"],
            column["name"]: rows["name_ja"],
            column["year"]: rows["year"].astype("Int64"),
            column["value"]: rows["value"],
            column["lower"]: rows["lower"],
            column["upper"]: rows["upper"],
            column["numerator"]: rows["numerator"],
            column["denominator"]: rows["denominator"],
            column["denominator_year"]: rows["denominator_year"],
            column["status"]: [status_word(status) for status in rows["status"]],
            column["note"]: [sentences.WITHHELD.get(reason, "") for reason in rows["reason"]],
        }
    )


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
        st.info(f"**{resource.name_ja}**：{resource.notes_ja}")
        return
    indicator = here.catalog.on_basis(resource, here.selection.basis)
    known = years(here.store, indicator.id)["year"].tolist()
    wanted = int(here.selection.year or 0)
    year = wanted if wanted in known else here.loaded.latest[indicator.id]
    set_widget("year", str(year))
    right.selectbox(
        words.YEAR,
        options=[str(each) for each in reversed(known)],
        format_func=lambda each: era_year(int(each)),
        key=widget_key("year"),
        on_change=choose_from_widget,
        args=("year",),
    )
    show(ranked_block(here, indicator, year, (words.RESOURCES_CENSUS_NOTE,)))
    st.html(notes(words.PEERS_ARE_NO_TARGET))
