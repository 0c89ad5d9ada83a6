"""What an upload or a grid is checked against, and how its problems and changes are shown."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import changes
from carecompare.own.uploads.check_result import replaced
from carecompare.text.errors.problem_rows import problem_row
from carecompare.text.own import own_data_words
from carecompare.views.base.table import Table, notes
from carecompare.views.topics.own.checks import (
    MOST_SHOWN,
    Named,
    named_items,
    names_of_places,
    problem_table,
    published_figures,
    readings_line,
    year_and_status,
)

if TYPE_CHECKING:
    from carecompare.own import OwnFigure, OwnFigures
    from carecompare.own.uploads.check_result import Checked
    from carecompare.views.base.here import Page


def settled(result: Checked, key: str) -> tuple[tuple[OwnFigure, ...], bool]:
    """Draw what is doubtful, and return the figures as decided and whether they may be saved."""
    if result.unread:
        st.html(notes(own_data_words.UNREAD.format(columns="、".join(result.unread))))
    if result.blank:
        st.html(notes(own_data_words.BLANK.format(count=result.blank)))
    if result.readings:
        st.html(notes(own_data_words.READINGS.format(readings=readings_line(result.readings))))
    is_ready = _left_out_is_known(result, key)
    if not result.doubts:
        return result.figures, is_ready
    st.warning(own_data_words.DOUBTS.format(count=len(result.doubts)))
    rows = [problem_row(each.problem) for each in result.doubts[:MOST_SHOWN]]
    st.html(problem_table(rows).html())
    proposed = sum(each.suggested is not None for each in result.doubts)
    figures = result.figures
    if proposed and st.checkbox(own_data_words.DOUBTS_REPLACE.format(count=proposed), key=f"{key}_replace"):
        figures = replaced(figures, result.doubts)
        if proposed == len(result.doubts):
            return figures, is_ready
    return figures, st.checkbox(own_data_words.DOUBTS_SURE, key=f"{key}_sure") and is_ready


def _left_out_is_known(result: Checked, key: str) -> bool:
    """Draw the labels that cannot be read, and return whether the rest may be saved without them."""
    if not result.left_out:
        return True
    st.warning(own_data_words.LEFT_OUT.format(count=len(result.left_out)))
    rows = [problem_row(each) for each in result.left_out[:MOST_SHOWN]]
    st.html(problem_table(rows).html())
    return st.checkbox(own_data_words.LEFT_OUT_SURE, key=f"{key}_left_out")


def show_preview(here: Page, kept: OwnFigures, after: OwnFigures) -> int:
    """Draw what saving would change beside the published figures, and return how many figures that is."""
    found = changes(kept.figures, after.figures)
    if not found:
        st.info(own_data_words.PREVIEW_NONE)
        return 0
    st.subheader(own_data_words.PREVIEW.format(count=len(found)))
    before = {each.key: each.value for each in kept.figures}
    items = named_items(here, after) | named_items(here, kept)
    places = names_of_places(here, kept)
    published = published_figures(here)
    rows = []
    for change, figure in found[:MOST_SHOWN]:
        item = items.get(figure.item, Named(figure.item))
        beside = math.nan if figure.place else published.get(figure.item, {}).get(figure.year, math.nan)
        new = math.nan if change == "gone" else figure.value
        rows.append(
            (
                own_data_words.CHANGES[change],
                places.get(figure.place, figure.place),
                item.with_unit,
                year_and_status(figure.year, figure.status),
                item.exact(before.get(figure.key, math.nan)),
                item.exact(new),
                item.text(beside),
                item.text(new - beside),
            )
        )
    st.html(Table(own_data_words.PREVIEW_COLUMNS, rows, numeric=frozenset({3, 4, 5, 6, 7})).html())
    if len(found) > len(rows):
        st.caption(own_data_words.PREVIEW_CUT.format(most=MOST_SHOWN))
    return len(found)
