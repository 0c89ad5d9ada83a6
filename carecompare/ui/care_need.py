"""The pieces of the page on the need of care."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.tables import INSURER_LEVEL, INSURER_UNKNOWN
from carecompare.text import sentences, words
from carecompare.ui.blocks import Block, show
from carecompare.ui.decomposition import RATE, reversals
from carecompare.ui.funnel import funnel_block, show_funnel
from carecompare.ui.own_beside import with_own_figure
from carecompare.ui.ranked import compared, ranked_block
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from carecompare.catalog import Indicator
    from carecompare.ui.frame import Page

TOPIC = "care_need"


def rates(here: Page) -> list[Indicator]:
    """Return the rates in the catalogue's order."""
    return [each for each in here.catalog.main_indicators if each.topic == TOPIC]


def chosen_rate(here: Page) -> Indicator:
    """Return the rate that is looked at."""
    known = rates(here)
    return next((each for each in known if each.id == here.selection.item), known[0])


def show_certification_switch(here: Page) -> None:
    """Draw the switch between the rates."""
    set_widget("item", chosen_rate(here).id)
    st.segmented_control(
        words.CARE_NEED_CHOICE,
        options=[each.id for each in rates(here)],
        format_func=lambda each: here.catalog.indicators[each].label_ja,
        required=True,
        wrap=True,
        key=widget_key("item"),
        on_change=choose_from_widget,
        args=("item",),
    )


def show_certification(here: Page) -> None:
    """Draw the chosen rate side by side, naming the insurers whose figures are shown."""
    rate = chosen_rate(here)
    show(here, with_own_figure(here, certification_block(here), rate, here.loaded.latest[rate.id]))


def certification_block(here: Page) -> Block:
    """Return the chosen rate side by side."""
    rate = chosen_rate(here)
    return here.view("care_need", rate.id, lambda: _block(here, rate))


def show_chance(here: Page) -> None:
    """Draw whether the difference of the chosen rate from the nation is within what chance allows."""
    show_funnel(here, chance_block(here))


def chance_block(here: Page) -> Block | None:
    """Return the funnel of the chosen rate, or None where it is no share."""
    return funnel_block(here, chosen_rate(here))


def _block(here: Page, rate: Indicator) -> Block:
    year = here.loaded.latest[rate.id]
    remarks = [*(reversals(here) if rate.id == RATE else []), *_insurer_notes(here, rate, year)]
    if rate.kind != "published":
        remarks.append(words.CARE_NEED_DATE)
    if rate.kind == "standardised":
        remarks.append(words.CARE_NEED_STANDARDISED_COLUMNS)
    return ranked_block(here, rate, year, tuple(remarks))


def _insurer_notes(here: Page, rate: Indicator, year: int) -> list[str]:
    shown = compared(here, rate, year).rows
    members: dict[str, list[str]] = {}
    for row in shown:
        if row["reason"] == INSURER_LEVEL:
            members.setdefault(here.loaded.insurers[row["area"]], []).append(row["name_ja"])
    unknown = [row["name_ja"] for row in shown if row["reason"] == INSURER_UNKNOWN]
    said = [sentences.insurer_members(insurer, names) for insurer, names in members.items()]
    return [*said, sentences.unknown_insurers(unknown)] if unknown else said
