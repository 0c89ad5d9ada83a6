"""A long table in pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.data import health_words
from carecompare.text.format import number
from carecompare.ui.use.block import show
from carecompare.views.topics.data.changes import ROWS_OF_A_PAGE

if TYPE_CHECKING:
    from carecompare.views.base.here import Page
    from carecompare.views.topics.data.changes import Paged


def show_paged(here: Page, block_of_page: Paged) -> None:
    """Draw one page of a long table with the box that chooses it."""
    rows, key = block_of_page.rows, block_of_page.key
    starts = range(0, len(rows), ROWS_OF_A_PAGE)
    first = 0
    if len(rows) > ROWS_OF_A_PAGE:
        first = st.selectbox(
            health_words.PAGER,
            options=list(starts),
            format_func=lambda start: health_words.PAGE_OF.format(
                first=number(start + 1),
                last=number(min(start + ROWS_OF_A_PAGE, len(rows))),
                all=number(len(rows)),
            ),
            key=f"{key}_page",
            width=320,
        )
    show(here, block_of_page.block(first))
