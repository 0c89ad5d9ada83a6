"""The button that attaches a view or finding to the worksheet."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import streamlit as st

from carecompare.settings import mode
from carecompare.text.own import worksheet_words
from carecompare.ui.parts.drafts import add_evidence, open_line, take_out, tray
from carecompare.views.topics.worksheet import SCRIPTS, TRAY, evidence_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.own import Evidence
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def link_here(here: Page) -> str:
    """Return the address of the view that is open, from any page of the same server."""
    last = urlsplit(st.context.url or "").path.rpartition("/")[2]
    page = last if last in SCRIPTS else ""
    return f"./{page}?{urlencode(here.selection.as_query())}"


def show_attach(here: Page, block: Block) -> None:
    """Draw the button that attaches a block to the worksheet, where there is an own municipality.

    Parameters
    ----------
    here : Page
        The page.
    block : Block
        What is attached.
    """
    link = link_here(here)
    show_attach_of(here, block.key, block.finding or block.key, lambda: evidence_of(block, link))


def show_attach_of(here: Page, place: str, text: str, copied: Callable[[], Evidence]) -> None:
    """Draw the button that attaches something to the worksheet, and takes it back.

    Parameters
    ----------
    here : Page
        The page.
    place : str
        Unique on the page.
    text : str
        Its sentence.
    copied : callable
        Returns it as it is now; asked when the button is pressed.
    """
    own = here.own
    if not own or mode() == "readonly":
        return
    key = (own, place, text)
    line = open_line(own)
    if line is not None:
        st.button(
            worksheet_words.ATTACH_HERE.format(line=line.label),
            key=f"attach_here_{place}",
            icon=":material/attach_file:",
            help=worksheet_words.ATTACH_HELP,
            on_click=_attach_to_line,
            args=(own, copied),
            width="stretch",
        )
    is_in = key in tray(own)
    st.button(
        worksheet_words.DETACH if is_in else worksheet_words.ATTACH,
        key=f"attach_{place}",
        icon=":material/undo:" if is_in else ":material/note_add:",
        help=worksheet_words.ATTACH_HELP,
        on_click=_detach if is_in else _attach,
        args=(key,) if is_in else (key, copied),
        width="stretch",
    )


def _attach(key: tuple[str, str, str], copied: Callable[[], Evidence]) -> None:
    st.session_state.setdefault(TRAY, {})[key] = copied()
    st.toast(worksheet_words.ATTACHED)


def _attach_to_line(own: str, copied: Callable[[], Evidence]) -> None:
    line = open_line(own)
    if line is not None and add_evidence(line, copied()):
        st.toast(worksheet_words.ATTACHED_TO.format(line=line.label))


def _detach(key: tuple[str, str, str]) -> None:
    take_out(key)
    st.toast(worksheet_words.DETACHED)
