"""What imports changed, line by line, with what an official does about each; and notes on the files' rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.paths import project_paths
from carecompare.sources import read_log, read_notes
from carecompare.text.data import health_words
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.block import show
from carecompare.ui.use.paged import show_paged
from carecompare.views.topics.data.changes import TO_DO, Paged, log_rows, notes_block, to_confirm

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_change_log(here: Page) -> None:
    """Draw what every import changed, the latest first."""
    section(health_words.LOG)
    every = here.cached(
        "everybody", "change_log", lambda: log_rows(here, read_log(project_paths().figures).iloc[::-1])
    )
    if not every:
        st.info(health_words.LOG_EMPTY)
        return
    confirm = to_confirm(every)
    chosen = st.segmented_control(
        health_words.LOG_FILTER,
        options=list(health_words.LOG_FILTERS),
        format_func=health_words.LOG_FILTERS.__getitem__,
        default=TO_DO,
        required=True,
        key="change_log_filter",
    )
    rows = confirm if chosen == TO_DO else every
    finding = health_words.log_finding(len(confirm), len(every))
    show_paged(
        here, Paged("data_health_changes", health_words.LOG_COLUMNS, rows, finding, (health_words.LOG_NOTE,))
    )


def show_row_notes(here: Page) -> None:
    """Draw what was found in the rows of the files, by kind, with all rows in the file."""
    section(health_words.NOTES)
    notes = here.cached("everybody", "row_notes", lambda: read_notes(project_paths().figures))
    if notes.empty:
        st.info(health_words.NOTES_EMPTY)
        return
    show(here, here.cached("everybody", "row_notes_block", lambda: notes_block(notes)))
