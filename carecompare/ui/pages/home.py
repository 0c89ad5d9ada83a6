"""The pieces of the home page."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.comparisons.peer_figures import FEWEST_PEERS
from carecompare.text import sentences, words
from carecompare.text.comparator_words import listed_all
from carecompare.text.own import initiative_words
from carecompare.text.topics import finding_words, home_words
from carecompare.ui.frame.top import own_chooser, page_top
from carecompare.ui.parts.bookmarks import show_bookmarks
from carecompare.ui.parts.widgets import choose
from carecompare.ui.use.block import show
from carecompare.views.base.comparators import why_empty_similar
from carecompare.views.base.table import notes, plain
from carecompare.views.topics.findings import dismissed, finding_sentence, found
from carecompare.views.topics.home import (
    MOST_COMMON,
    MOST_FINDINGS,
    MOST_PEERS,
    cases_by_type,
    home_households_block,
    home_resources_block,
    population_block,
)
from carecompare.views.topics.initiatives.registered import labels_of, registered
from carecompare.views.topics.peers import nearest_codes

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


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
    show_bookmarks(here)
    _reading()


def _introduction(here: Page) -> None:
    st.write(home_words.LEAD)
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
        st.header(home_words.CAN)
        st.markdown("\n".join(f"- {each}" for each in home_words.CAN_LIST))
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


def _households_panel(here: Page) -> None:
    _panel_head(here, "households")
    show(here, home_households_block(here), compact=True)


def _resources_panel(here: Page) -> None:
    _panel_head(here, "resources")
    show(here, home_resources_block(here), compact=True)


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
    found = here.cached("everybody", "cases by type", lambda: cases_by_type(here))
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


def show_top_findings(here: Page) -> None:
    """Draw the first findings that were not set aside."""
    aside = dismissed(here)
    result = found(here)
    listed = [each for each in result.listed if each.key not in aside]
    if len(here.peers) < FEWEST_PEERS:
        st.html(notes(finding_words.too_few_peers(len(here.peers))))
    elif not listed:
        st.html(
            notes(
                finding_words.NOTHING,
                finding_words.judged(result.judged.p_values, result.judged.by_chance),
            )
        )
    lines = (plain(finding_sentence(here, each)) for each in listed[:MOST_FINDINGS])
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.html(notes(home_words.FINDINGS_CAUTION))


def show_nearest_peers(here: Page) -> None:
    """Draw the names of the municipalities most like the own one, and the button that compares with them."""
    codes = nearest_codes(here)
    if not codes:
        st.html(notes(why_empty_similar(here)))
        return
    names = listed_all([here.full_label(code) for code in codes[:MOST_PEERS]])
    st.markdown(f"**{plain(names)}**")
    st.html(notes(home_words.PEERS_RULE.format(shown=min(MOST_PEERS, len(codes)))))
    if here.selection.vs != "similar":
        st.button(
            home_words.COMPARE_WITH_PEERS,
            key="home_similar",
            icon=":material/group:",
            on_click=choose,
            kwargs={"vs": "similar"},
        )
