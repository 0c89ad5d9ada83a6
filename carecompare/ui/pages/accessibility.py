"""The page that says what was tested for people who see, hear or move otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.data import accessibility_words
from carecompare.ui.parts.widgets import section
from carecompare.views.base.table import notes, plain
from carecompare.views.topics.data.accessibility import (
    checked_finding,
    checked_pages,
    checked_run,
    checked_table,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.views.base.here import Page


def show_accessibility(here: Page) -> None:
    """Draw the standard, what was tried by hand, what is not known, whom to ask, and the results by page."""
    found = checked_pages(here)
    st.subheader(plain(checked_finding(found)))
    section(accessibility_words.STANDARD)
    st.html(notes(accessibility_words.STANDARD_LEAD))
    section(accessibility_words.BY_KEYBOARD)
    _listed(accessibility_words.BY_KEYBOARD_ITEMS)
    section(accessibility_words.LIMITS)
    _listed(accessibility_words.LIMITS_ITEMS)
    section(accessibility_words.ASK)
    st.html(notes(accessibility_words.ASK_LEAD))
    section(accessibility_words.BY_MACHINE)
    st.html(notes(checked_run(here, found)))
    st.html(checked_table(found).html())


def _listed(items: Sequence[str]) -> None:
    st.markdown("\n".join(f"- {plain(each)}" for each in items))
