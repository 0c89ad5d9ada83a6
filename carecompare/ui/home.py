"""The pieces of the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.charts import course as course_chart
from carecompare.charts import strips
from carecompare.comparisons import course, profile
from carecompare.store import values_over_years
from carecompare.text import sentences, words
from carecompare.ui.frame import own_chooser, page_top
from carecompare.ui.html import notes
from carecompare.ui.ranked import compared, finding
from carecompare.ui.selection import choose

if TYPE_CHECKING:
    from carecompare.ui.frame import Page

AGING = "share_65_and_over"
HOUSEHOLDS = ("share_living_alone_65_and_over", "share_couple_65_and_over")
RESOURCES = (
    "hospitals_per_100000",
    "clinics_per_100000",
    "physicians_per_100000",
    "care_homes_per_1000_residents_75_and_over",
    "day_care_offices_per_1000_residents_75_and_over",
    "care_offices_730_per_1000_75_and_over",
)
FEW_LINES = 5


def show_home(here: Page) -> None:
    """Draw the home page: an introduction without an own municipality, four panels with one."""
    page_top(here, words.HOME_TITLE if here.own else words.PRODUCT_SUBTITLE, needs_own=False)
    if not here.own:
        _introduction(here)
        return
    st.html(notes(words.PEERS_ARE_NO_TARGET))
    panels = ((_population_panel, _initiatives_panel), (_households_panel, _resources_panel))
    for place, drawn in zip(st.columns(2, gap="small"), panels, strict=True):
        for panel in drawn:
            with place.container(border=True):
                panel(here)
    _reading()


def _introduction(here: Page) -> None:
    st.write(words.HOME_LEAD)
    own_chooser(here.loaded, here.selection, place="main")
    left, right = st.columns([3, 2], gap="large")
    with left:
        st.header(words.HOME_CASES)
        for case in here.catalog.cases.values():
            names, title = st.columns([2, 5], gap="small", vertical_alignment="center")
            with names.container(horizontal=True, gap="small"):
                for area in case.areas:
                    st.button(here.label(area), key=f"own_{area}", on_click=choose, kwargs={"own": area})
            title.html(notes(case.title_ja))
    with right:
        st.header(words.HOME_CAN)
        st.markdown("\n".join(f"- {each}" for each in words.HOME_CAN_LIST))
    _reading()


def _reading() -> None:
    with st.expander(words.HOW_TO_READ):
        st.markdown("\n".join(f"- {each}" for each in words.READING))


def _panel_head(here: Page, name: str, text: str) -> None:
    label, _, path = words.PAGES["aging" if name in {"population", "households"} else name]
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"**{words.HOME_PANELS[name]}**")
        st.page_link(
            path,
            label=words.HOME_OPEN.format(page=label),
            icon=":material/arrow_forward:",
            query_params=here.selection.as_query(),
        )
    st.subheader(text)


def _population_panel(here: Page) -> None:
    indicator = here.catalog.indicators[AGING]
    result = compared(here, indicator, here.loaded.latest[AGING])
    _panel_head(here, "population", finding(here, result))
    peers = here.peers[:FEW_LINES]
    wanted = [each for each in (indicator.id, indicator.history) if each]
    rows = course(
        values_over_years(here.store, wanted, [here.own, *peers]),
        here.loaded.areas,
        indicator,
        here.own,
        peers,
    )
    residents = values_over_years(here.store, ["population"], [here.own])
    ends = residents.loc[residents["value"].notna(), ["year", "value", "status"]]
    now = ends.loc[ends["status"] == "observed"].tail(1)
    later = ends.loc[ends["status"] == "projected"].tail(1)
    pairs = [
        (int(each["year"].iloc[0]), float(each["value"].iloc[0])) if len(each) else None
        for each in (now, later)
    ]
    text = sentences.population(here.own_label, pairs[0], pairs[1])
    st.altair_chart(
        course_chart(rows, indicator, height_px=220),
        width="stretch",
        theme=None,
        alt=finding(here, result),
    )
    st.html(notes(text))


def _households_panel(here: Page) -> None:
    alone, couple = (
        compared(here, here.catalog.indicators[each], here.loaded.latest[each]) for each in HOUSEHOLDS
    )
    text = sentences.households(
        here.own_label, float(alone.own["value"]), float(couple.own["value"]), alone.year
    )
    _panel_head(here, "households", text)
    _strips(here, HOUSEHOLDS, text)


def _resources_panel(here: Page) -> None:
    shown = [here.catalog.indicators[each] for each in RESOURCES]
    rows = values_over_years(here.store, RESOURCES, [here.own, *here.peers])
    result = profile(rows, here.loaded.areas, shown, here.loaded.latest, here.own, here.peers)
    names = {each.id: each.name_ja for each in shown}
    beyond = result.summary["beyond"]
    text = sentences.beyond_chance(
        here.own_label,
        [names[each] for each in beyond.index[beyond == "higher"]],
        [names[each] for each in beyond.index[beyond == "lower"]],
        words.OF_PEERS,
    )
    _panel_head(here, "resources", text)
    st.altair_chart(strips(result.rows, shown), width="stretch", theme=None, alt=text)


def _strips(here: Page, ids: tuple[str, ...], text: str) -> None:
    shown = [here.catalog.indicators[each] for each in ids]
    rows = values_over_years(here.store, ids, [here.own, *here.peers])
    result = profile(rows, here.loaded.areas, shown, here.loaded.latest, here.own, here.peers)
    st.altair_chart(strips(result.rows, shown), width="stretch", theme=None, alt=text)


def _initiatives_panel(here: Page) -> None:
    case = here.catalog.case_of.get(here.own)
    types = here.catalog.initiative_types
    if case is not None:
        fields: dict[str, list[str]] = {}
        for mark in case.types:
            fields.setdefault(types[mark.id].field, []).append(types[mark.id].label_ja)
        _panel_head(here, "initiatives", f"{here.own_label}：{case.title_ja}")
        held = [(here.catalog.fields[name], labels) for name, labels in fields.items()]
        st.html(notes(*(f"{field.symbol} {field.label_ja}：{'、'.join(labels)}" for field, labels in held)))
        return
    found = {
        each.label_ja: sum(
            any(mark.id == each.id for mark in one.types) for one in here.catalog.cases.values()
        )
        for each in types.values()
    }
    common = pd.Series(found).sort_values(ascending=False, kind="stable").head(5)
    _panel_head(here, "initiatives", sentences.most_common(found, len(here.catalog.cases)))
    st.html(notes(words.INITIATIVES_UNKNOWN.format(own=here.own_label)))
    st.markdown(
        "\n".join(f"- {words.TYPE_IN_CASES.format(type=name, cases=count)}" for name, count in common.items())
    )
