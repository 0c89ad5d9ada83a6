"""The page of terms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text import search_words, words
from carecompare.ui.use.block import show
from carecompare.views.base.table import plain
from carecompare.views.topics.search import RANKING, TERM, found_terms, glossary_block

if TYPE_CHECKING:
    from carecompare.catalog import Term
    from carecompare.views.base.here import Page


def show_glossary(here: Page) -> None:
    """Draw the chosen term, the search box and the table."""
    chosen = here.catalog.glossary.terms.get(here.selection[TERM])
    if chosen is not None:
        _show_term(here, chosen)
    terms = found_terms(here, st.text_input(search_words.GLOSSARY_FIND, key="glossary_find"))
    if terms:
        show(here, glossary_block(here, terms))
    else:
        st.info(search_words.NOTHING)


def _show_term(here: Page, term: Term) -> None:
    """Draw a term with the ways to where it is used."""
    with st.container(border=True):
        st.subheader(plain(term.label_ja))
        st.write(plain(term.meaning_ja))
        query = here.selection.as_query()
        title, icon, path = words.PAGES[term.page]
        if term.indicator:
            name = here.catalog.indicators[term.indicator].name_ja
            label = search_words.OPEN_INDICATOR.format(indicator=name)
            st.page_link(
                words.PAGES[RANKING][2],
                label=label,
                icon=words.PAGES[RANKING][1],
                query_params={**query, "item": term.indicator},
            )
        if term.page != RANKING:
            st.page_link(path, label=search_words.OPEN.format(page=title), icon=icon, query_params=query)
