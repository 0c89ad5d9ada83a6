"""What is said where a page cannot be shown, and what a person can do about it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.disk import said_of
from carecompare.errors import CareCompareError
from carecompare.text import words
from carecompare.text.errors.explain import sentence
from carecompare.ui.frame.loading import show_build_again
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from collections.abc import Callable


LOG = logging.getLogger(__name__)
HAS_WAY_OUT = "data_health"


def show_refusal(error: CareCompareError | OSError, said_before: str = "") -> str:
    """Say in one sentence why a page cannot be shown, unless that was said before; return the sentence."""
    if isinstance(error, OSError):
        LOG.error("the disk refused a page", exc_info=error)
    said = sentence(said_of(error))
    if said != said_before:
        st.error(f"**{words.ERROR_HEADING}**  \n{plain(said)}")
    return said


def show_way_out(way_out: Callable[[], object] | None, said_before: str) -> None:
    """Draw what can be done when there are no figures: build again, the way out or the link to its page."""
    try:
        show_build_again()
        if way_out is None:
            label, icon, path = words.PAGES[HAS_WAY_OUT]
            st.page_link(path, label=words.TO_WAY_OUT.format(page=label), icon=icon)
        else:
            way_out()
    except (CareCompareError, OSError) as error:
        show_refusal(error, said_before)
