"""The pieces of the home page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.tables import OBSERVED
from carecompare.text import initiative_words, sentences, words
from carecompare.ui.blocks import Block, show
from carecompare.ui.course import course_block
from carecompare.ui.home_panels import show_nearest_peers, show_top_findings
from carecompare.ui.html import notes
from carecompare.ui.missed import beside_notes
from carecompare.ui.page_top import page_top
from carecompare.ui.profile import profile_block
from carecompare.ui.ranked import compared, finding, has_value
from carecompare.ui.registered import labels_of, registered
from carecompare.ui.selection import choose
from carecompare.ui.sidebar import own_chooser

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
MOST_COMMON = 5
LOW_PX = 220


def show_home(here: Page) -> None:
    """Draw the home page: an introduction without an own municipality, six panels with one."""
    page_top(here, words.HOME_TITLE if here.own else words.PRODUCT_SUBTITLE, needs_own=False)
    if not here.own:
        _introduction(here)
        return
    st.html(notes(words.PEERS_ARE_NO_TARGET))
    panels = (
        (_findings_panel, _population_panel, _initiatives_panel),
        (_peers_panel, _households_panel, _resources_panel),
    )
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


def _panel_head(here: Page, name: str) -> None:
    label, _, path = words.PAGES["aging" if name in {"population", "households"} else name]
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.markdown(f"**{words.HOME_PANELS[name]}**")
        st.page_link(
            path,
            label=words.HOME_OPEN.format(page=label),
            icon=":material/arrow_forward:",
            query_params=here.selection.as_query(),
        )


def _findings_panel(here: Page) -> None:
    _panel_head(here, "findings")
    show_top_findings(here)


def _peers_panel(here: Page) -> None:
    _panel_head(here, "peers")
    show_nearest_peers(here)


def _population_panel(here: Page) -> None:
    _panel_head(here, "population")
    show(here, population_block(here), compact=True)


def population_block(here: Page) -> Block:
    """Return the course of aging in few lines."""
    return here.view("home_population", "", lambda: _population_block(here))


def _population_block(here: Page) -> Block:
    indicator = here.catalog.indicators[AGING]
    result = compared(here, indicator, here.loaded.latest[AGING])
    population = here.catalog.indicators["population"]
    rows = here.loaded.figures.rows([population.id, population.projected_id], [here.own])
    known = [(row["indicator"], row["status"], row["year"], row["value"]) for row in rows if has_value(row)]
    counted = [(year, value) for _, status, year, value in known if status == OBSERVED]
    projected = [(year, value) for name, _, year, value in known if name == population.projected_id]
    newest = counted[-1] if counted else None
    same = next((each for each in projected if newest and each[0] == newest[0]), None)
    block = course_block(here, indicator, most=FEW_LINES, height_px=LOW_PX)
    said = sentences.population(here.own_label, newest, same, projected[-1] if projected else None)
    cautions = (note for note in block.notes if note != words.COURSE_RULE)
    return replace(
        block, finding=finding(here, result), notes=(said, *beside_notes(here, population), *cautions)
    )


def _households_panel(here: Page) -> None:
    _panel_head(here, "households")
    show(here, home_households_block(here), compact=True)


def home_households_block(here: Page) -> Block:
    """Return the households of the aged beside the comparators."""
    return here.view("home_households", "", lambda: _households_block(here))


def _households_block(here: Page) -> Block:
    shown = [here.catalog.indicators[each] for each in HOUSEHOLDS]
    alone, couple = (compared(here, each, here.loaded.latest[each.id]) for each in shown)
    said = sentences.households(
        here.own_label, float(alone.own["value"]), float(couple.own["value"]), alone.year
    )
    return profile_block(here, "home_households", shown, finding=said)


def _resources_panel(here: Page) -> None:
    _panel_head(here, "resources")
    show(here, home_resources_block(here), compact=True)


def home_resources_block(here: Page) -> Block:
    """Return six resources beside the comparators."""
    shown = [here.catalog.indicators[each] for each in RESOURCES]
    return here.view("home_resources", "", lambda: profile_block(here, "home_resources", shown))


def _initiatives_panel(here: Page) -> None:
    case = here.catalog.case_of.get(here.own)
    types = here.catalog.initiative_types
    if case is not None:
        fields: dict[str, list[str]] = {}
        for mark in case.types:
            fields.setdefault(types[mark.id].field, []).append(types[mark.id].label_ja)
        _panel_head(here, "initiatives")
        st.subheader(f"{here.own_label}：{case.title_ja}")
        held = [(here.catalog.fields[name], labels) for name, labels in fields.items()]
        said = [f"{field.symbol} {field.label_ja}：{'、'.join(labels)}" for field, labels in held]
        # Of one case nothing but its title is known.
        st.html(notes(*said or (words.CASE_LEVELS[case.evidence_level],)))
        return
    found = here.shared("cases by type", lambda: _cases_by_type(here))
    common = sorted(found.items(), key=lambda each: -each[1])[:MOST_COMMON]
    _panel_head(here, "initiatives")
    st.subheader(sentences.most_common(found, len(here.catalog.cases)))
    mine = [each for each in registered(here) if each.area == here.own]
    types_of_mine = labels_of(here, [each for each in types if any(each in one.types for one in mine)])
    st.html(
        notes(
            initiative_words.HOME_REGISTERED.format(own=here.own_label, count=len(mine), types=types_of_mine),
            initiative_words.HOME_REGISTERED_NOTE,
        )
        if mine
        else notes(words.INITIATIVES_UNKNOWN.format(own=here.own_label))
    )
    st.markdown(
        "\n".join(f"- {words.TYPE_IN_CASES.format(type=name, cases=count)}" for name, count in common)
    )


def _cases_by_type(here: Page) -> dict[str, int]:
    """Return in how many cases each type of initiative is."""
    cases = here.catalog.cases.values()
    return {
        each.label_ja: sum(any(mark.id == each.id for mark in one.types) for one in cases)
        for each in here.catalog.initiative_types.values()
    }
