"""The top of a page: heading, comparators, the link to share, and a hint where nothing is chosen yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import words
from carecompare.ui.comparators import show_comparators, show_set
from carecompare.ui.selection import choose

if TYPE_CHECKING:
    from carecompare.ui.frame import Page


def page_top(
    here: Page, title: str, *, needs_own: bool = True, compares: bool = True, chooses: bool = True
) -> None:
    """Draw the heading with the comparators; stop with a hint where the page needs an own municipality.

    Parameters
    ----------
    here : Page
        The page.
    title : str
        Heading.
    needs_own : bool
        Whether nothing can be shown without one, on a page that compares.
    compares : bool
        Whether the page is about one municipality among others; else its heading names none.
    chooses : bool
        Whether the comparators change anything on it.
    """
    if not compares:
        st.title(title)
        return
    if not here.own:
        st.title(title)
        if needs_own:
            st.info(words.OWN_MISSING)
            _examples(here)
            st.stop()
        return
    left, middle, right = st.columns([5, 4, 1.4], vertical_alignment="bottom")
    left.title(f"{here.own_label}：{title}")
    if chooses:
        show_comparators(here, middle)
    with right.popover(words.SHARE, width="stretch"):
        st.caption(words.SHARE_HELP)
        st.code(here.link, language=None, wrap_lines=True)
    if chooses:
        show_set(here)


def _examples(here: Page) -> None:
    st.write(words.OWN_EXAMPLES)
    with st.container(horizontal=True):
        for code in here.catalog.exemplars:
            st.button(here.label(code), key=f"example_{code}", on_click=choose, kwargs={"own": code})
