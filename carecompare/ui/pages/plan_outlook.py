"""The page 見込み: two assumptions, the certified, what the change is made of, offices and users."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.topics import plan_outlook_words
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.editions import projections
from carecompare.views.base.table import notes, plain
from carecompare.views.topics.decomposition import AGAINST
from carecompare.views.topics.plan.outlook import (
    ASSUME,
    OWN,
    PERCENT,
    SERIES,
    YEARLY,
    assumed_label,
    assumed_of,
    plan_outlook,
)
from carecompare.views.topics.plan.outlook_certified import certified_outlook_block, outlook_parts_block
from carecompare.views.topics.plan.outlook_services import outlook_services_block
from carecompare.views.topics.plan.outlook_users import outlook_users_block

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_plan_outlook(here: Page) -> None:
    """Draw what would be under two assumptions, or say why nothing can be said."""
    st.html(notes(plan_outlook_words.LEAD))
    for place, column in zip(SERIES, st.columns(2, gap="medium"), strict=True):
        with column:
            _show_assumption(here, place)
    reason = plan_outlook(here).reason
    if reason:
        st.info(plain(plan_outlook_words.REASON[reason].format(own=here.own_label, **projections(here))))
        return
    certified, parts = certified_outlook_block(here), outlook_parts_block(here)
    if certified is not None:
        show(here, certified)
    section(plan_outlook_words.SECTION_PARTS)
    if parts is not None:
        show(here, parts)
    section(plan_outlook_words.SECTION_SERVICES)
    offices, users = outlook_services_block(here), outlook_users_block(here)
    if offices is not None:
        show(here, offices)
    if users is not None:
        show(here, users)
    else:
        st.info(plan_outlook_words.NO_USERS)


def _show_assumption(here: Page, place: str) -> None:
    label = plan_outlook_words.FIRST if place == SERIES[0] else plan_outlook_words.SECOND
    whose, yearly = (each.name for each in ASSUME[place])
    chosen, change = assumed_of(here, place)
    known = [OWN, *(each for each in AGAINST if each != "peers" or here.peers), *here.peers]
    set_widget(whose, chosen)
    st.selectbox(
        label,
        options=known,
        format_func=lambda each: assumed_label(here, each),
        key=widget_key(whose),
        on_change=choose_from_widget,
        args=(whose,),
    )
    set_widget(yearly, change)
    st.selectbox(
        plan_outlook_words.YEARLY.format(name=label),
        options=sorted(YEARLY, key=float),
        format_func=_yearly,
        key=widget_key(yearly),
        on_change=choose_from_widget,
        args=(yearly,),
    )


def _yearly(value: str) -> str:
    if float(value) == 0:
        return plan_outlook_words.YEARLY_NONE
    return plan_outlook_words.yearly(float(value) / PERCENT)
