"""The panels of the home page that lead on: what stands out, and who is alike."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.comparisons.peer_figures import FEWEST_PEERS
from carecompare.text import finding_sentences, finding_words, home_words
from carecompare.text.comparator_words import listed_all
from carecompare.ui.comparators import why_empty_similar
from carecompare.ui.dismissed import dismissed
from carecompare.ui.findings import finding_sentence, found
from carecompare.ui.html import notes, plain
from carecompare.ui.peers import nearest_codes
from carecompare.ui.selection import choose

if TYPE_CHECKING:
    from carecompare.ui.frame import Page

MOST_FINDINGS = 3
MOST_PEERS = 5


def show_top_findings(here: Page) -> None:
    """Draw the first findings that were not set aside."""
    aside = dismissed(here)
    result = found(here)
    listed = [each for each in result.listed if each.key not in aside]
    if len(here.peers) < FEWEST_PEERS:
        st.html(notes(finding_sentences.too_few_peers(len(here.peers))))
    elif not listed:
        st.html(
            notes(
                finding_words.NOTHING,
                finding_sentences.judged(result.judged.p_values, result.judged.by_chance),
            )
        )
    lines = (plain(finding_sentence(here, each)) for each in listed[:MOST_FINDINGS])
    st.markdown("\n".join(f"- {line}" for line in lines))
    st.html(notes(home_words.FINDINGS_CAUTION))


def show_nearest_peers(here: Page) -> None:
    """Draw the names of the municipalities most like the own one, and the button that compares with them."""
    codes = nearest_codes(here)
    if not codes:
        st.html(notes(why_empty_similar(here)))
        return
    names = listed_all([here.full_label(code) for code in codes[:MOST_PEERS]])
    st.markdown(f"**{plain(names)}**")
    st.html(notes(home_words.PEERS_RULE.format(shown=min(MOST_PEERS, len(codes)))))
    if here.selection.vs != "similar":
        st.button(
            home_words.COMPARE_WITH_PEERS,
            key="home_similar",
            icon=":material/group:",
            on_click=choose,
            kwargs={"vs": "similar"},
        )
