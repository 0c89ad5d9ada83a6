"""The pieces of the page on aging."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.measures.standing import spread
from carecompare.text import words
from carecompare.text.format import era_year, interval, number, rank, status_word, year_word
from carecompare.text.topics import aging_words
from carecompare.ui.parts.widgets import choose_from_widget, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.table import Table, notes
from carecompare.views.shapes.compared import compared
from carecompare.views.shapes.ranked import has_value
from carecompare.views.topics.aging import (
    LEVELS,
    aging_course_block,
    chosen_level,
    chosen_year,
    document_block,
    households_block,
    level_block,
)
from carecompare.views.topics.outlook import DEMANDS, demand_block, outlook_block
from carecompare.views.topics.own.beside import with_own_figure

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_level_switches(here: Page) -> None:
    """Draw the switches of share and year."""
    level = chosen_level(here)
    projected = here.loaded.years[level.id]
    left, right = st.columns([3, 1], vertical_alignment="bottom")
    set_widget("item", level.id)
    left.segmented_control(
        aging_words.AGING_CHOICE,
        options=list(LEVELS),
        format_func=lambda each: here.catalog.indicators[each].label_ja,
        required=True,
        wrap=True,
        key=widget_key("item"),
        on_change=choose_from_widget,
        args=("item",),
    )
    set_widget("year", str(chosen_year(here, level)))
    right.selectbox(
        words.YEAR,
        options=[str(year) for year in sorted(projected, reverse=True)],
        format_func=lambda year: era_year(int(year)) + (words.IS_PROJECTED if projected[int(year)] else ""),
        key=widget_key("year"),
        on_change=choose_from_widget,
        args=("year",),
        help=aging_words.AGING_LEVELS_HELP,
    )


def show_levels_table(here: Page) -> None:
    """Draw the table officials expect of all shares: own, prefecture, nation, with ranks."""
    column = words.COLUMN
    kind = here.prefecture_label[-1:]
    rows = []
    for each in LEVELS:
        indicator = here.catalog.indicators[each]
        year = chosen_year(here, indicator)
        result = compared(here, indicator, year)
        references = [row["value"] for row in result.of_role("reference")]
        peers = [row["value"] for row in result.of_role("peer") if has_value(row)]
        own = result.own
        rows.append(
            (
                f"{indicator.label_ja}（{year_word(year)}）",
                number(own["value"], indicator.decimals) or status_word(own["status"]),
                interval(own["lower"], own["upper"], indicator.decimals),
                number(references[0], indicator.decimals),
                rank(result.in_prefecture.position, result.in_prefecture.of),
                number(references[-1], indicator.decimals),
                rank(result.in_nation.position, result.in_nation.of),
                number(spread(peers).median, indicator.decimals),
            )
        )
    st.html(
        Table(
            columns=[
                f"{column['item']}（%）",
                here.own_label,
                column["interval"],
                words.PREFECTURE_MEAN[kind],
                words.PREFECTURE_RANK[kind],
                column["nation"],
                column["nation_rank"],
                column["median"],
            ],
            rows=rows,
            numeric=frozenset(range(1, 8)),
            own_columns=frozenset({1}),
            caption=aging_words.LEVELS_CAPTION,
        ).html()
    )


def show_level(here: Page) -> None:
    """Draw the chosen share side by side."""
    level = chosen_level(here)
    show(here, with_own_figure(here, level_block(here), level, chosen_year(here, level)))


def show_course(here: Page) -> None:
    """Draw the course from 1980 to 2050."""
    show(here, aging_course_block(here))


def show_document_figures(here: Page) -> None:
    """Draw the document's own figures of 2013 beside today's, for the municipalities it prints them of."""
    block = document_block(here)
    if block is not None:
        show(here, block)


def show_households(here: Page) -> None:
    """Draw the composition of households."""
    show(here, households_block(here))


def show_peer_caution() -> None:
    """Say that peers are no target."""
    st.html(notes(words.PEERS_ARE_NO_TARGET))


def show_outlook(here: Page) -> None:
    """Draw where the population aged 75 and over goes, and the demand for medicine and care."""
    show(here, outlook_block(here))
    for place, each in zip(st.columns(2, gap="small"), DEMANDS, strict=True):
        with place:
            show(here, demand_block(here, each), compact=True)
