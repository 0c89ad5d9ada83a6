"""The papers of a meeting as one HTML file: a piece of the page 会議資料."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.clock import today
from carecompare.reports.web import MEDIA_TYPE
from carecompare.text.files import web_words
from carecompare.ui.parts.making import making
from carecompare.views.files.deck import deck
from carecompare.views.files.web import deck_page

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.views.base.here import Page
    from carecompare.views.files.standard_slides import RenewedItem


def show_papers_page(here: Page, items: Sequence[RenewedItem], meeting: str) -> None:
    """Draw the button that makes one HTML file of the papers, and the button that saves it."""
    place = st.empty()
    if not place.button(
        web_words.DECK, key="papers_page_make", icon=":material/web_asset:", help=web_words.PAGE_HELP
    ):
        return
    made = b""
    with making(place, web_words.MAKING, "papers_page"):
        made = deck_page(deck(here.loaded, here.own, [each.slide() for each in items], meeting))
    if not made:
        return
    place.download_button(
        web_words.READY.format(count=len(items), kilobytes=f"{len(made) / 1000:,.0f}"),
        data=made,
        file_name=web_words.FILE.format(own=here.own_label, date=today()),
        mime=MEDIA_TYPE,
        key="papers_page",
        icon=":material/download:",
        type="primary",
        on_click="ignore",
    )
