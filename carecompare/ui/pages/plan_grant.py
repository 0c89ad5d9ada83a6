"""The page of the scores in the incentive grants."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import words
from carecompare.text.topics import grant_words
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import draw, show, show_foot
from carecompare.views.base.choice import ITEM
from carecompare.views.base.table import heading, notes, plain
from carecompare.views.topics.grant.goals import goals_block, years_block
from carecompare.views.topics.grant.items import rank_block, steps_block, zero_block
from carecompare.views.topics.grant.peers import chosen_score, peers_block
from carecompare.views.topics.grant.table import chosen_year, scores, years

if TYPE_CHECKING:
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page

IMPORTED_ON = "data_health"


def show_plan_grant(here: Page) -> None:
    """Draw the scores, or where the file is that brings them."""
    goals = goals_block(here)
    if goals is None:
        _show_way(here)
        return
    _choose_year(here)
    st.html(notes(grant_words.LEAD))
    _show_goals(here, goals)
    section(grant_words.SECTIONS["peers"])
    _choose_score(here)
    _show(here, peers_block(here))
    for name, block in (
        ("zero", zero_block(here)),
        ("steps", steps_block(here)),
        ("rank", rank_block(here)),
        ("years", years_block(here)),
    ):
        section(grant_words.SECTIONS[name])
        _show(here, block)


def _show(here: Page, block: Block | None) -> None:
    if block is None:
        return
    if block.table.rows:
        show(here, block)
    else:
        st.html(notes(block.finding))


def _show_goals(here: Page, block: Block) -> None:
    """Draw the table in sight, and the picture below it."""
    st.subheader(heading(block.finding))
    st.caption(block.subtitle)
    st.html(block.table_html)
    if block.chart is not None:
        draw(block.chart, block.finding)
    show_foot(here, block)


def _show_way(here: Page) -> None:
    source = here.catalog.sources["grants"]
    label, icon, path = words.PAGES[IMPORTED_ON]
    st.info(plain(grant_words.NO_FILE))
    st.html(notes(f"{source.publisher_ja}「{source.name_ja}」{source.page}"))
    st.page_link(path, label=grant_words.TO_IMPORT.format(page=label), icon=icon)


def _choose_year(here: Page) -> None:
    known = years(here)
    if len(known) == 1:
        return
    set_widget("year", str(chosen_year(here)))
    st.segmented_control(
        words.YEAR,
        options=[str(each) for each in known],
        format_func=lambda each: grant_words.YEAR_WORD.format(year=each),
        required=True,
        key=widget_key("year"),
        on_change=choose_from_widget,
        args=("year",),
    )


def _choose_score(here: Page) -> None:
    set_widget("item", chosen_score(here).id)
    st.selectbox(
        grant_words.CHOOSE,
        options=[each.id for each in scores(here)],
        format_func=lambda each: grant_words.indicator_label(each)[0],
        key=widget_key("item"),
        on_change=choose_from_widget,
        args=(ITEM.name,),
    )
