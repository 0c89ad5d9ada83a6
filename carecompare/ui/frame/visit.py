"""What is said to a visitor whose server is gone: what was not saved went with it."""

from __future__ import annotations

import json
import secrets
from pathlib import Path

import streamlit as st

from carecompare.settings import mode
from carecompare.text.own import keeping_words

AGAIN = "cc_again_"
# Of the address, from the script to the page that it opens anew.
LOST = "lost"
MARK, SAID_ON = "visit_mark", "visit_lost_on"
VISIT = Path(__file__).with_name("visit.js").read_text(encoding="utf-8")
SCRIPT = f"({VISIT})({json.dumps(AGAIN)},{json.dumps(LOST)});"


def show_mark() -> None:
    """Draw the button that nobody sees, whose key tells the browser which visit a run belongs to."""
    mark: str = st.session_state.setdefault(MARK, secrets.token_hex(4))
    st.button(keeping_words.GO_ON, key=f"{AGAIN}{mark}")


def note_lost(page: str) -> None:
    """Remember whether this page was opened anew; to be called before the address is written."""
    if LOST in st.query_params:
        st.session_state[SAID_ON] = page
    elif st.session_state.get(SAID_ON) != page:
        st.session_state.pop(SAID_ON, None)


def show_lost() -> None:
    """Say what was lost, as long as the visitor stays on the page."""
    if SAID_ON not in st.session_state:
        return
    said = keeping_words.LOST_VISIT if mode() == "session" else keeping_words.LOST
    if mode() != "readonly":
        st.warning(said)
