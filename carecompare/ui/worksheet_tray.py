"""Figures and findings on their way into the worksheet: copied where they are shown, kept for the visit."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import urlencode, urlsplit

import msgspec
import streamlit as st

from carecompare.own import Evidence, cleaned
from carecompare.own.worksheet import LONGEST_TEXT, MOST_FIGURES
from carecompare.settings import mode
from carecompare.text import worksheet_words as words
from carecompare.text.words import PAGES
from carecompare.ui.worksheet_drafts import add_evidence, open_line

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.ui.blocks import Block
    from carecompare.ui.frame import Page
    from carecompare.ui.html import Table

TRAY = "worksheet_tray"
LINK = re.compile(r"\./[a-z_]*\?[\w%.=&~+-]*", re.ASCII)
LEGEND_SIGN = "＝"
SENTENCE_END = "。"
SCRIPTS = frozenset(path.rpartition("/")[2].removesuffix(".py") for _, _, path in PAGES.values())

Tray = dict[tuple[str, str, str], Evidence]


def tray(own: str) -> dict[tuple[str, str, str], Evidence]:
    """Return the evidence of a town that waits for a line, by town, place and sentence."""
    every: Tray = st.session_state.setdefault(TRAY, {})
    return {key: evidence for key, evidence in every.items() if key[0] == own}


def put_back(own: str, evidence: Evidence) -> None:
    """Put evidence that was taken off a line into the tray."""
    st.session_state.setdefault(TRAY, {})[own, evidence.link, evidence.text] = evidence


def take_out(key: tuple[str, str, str]) -> None:
    """Take evidence out of the tray; meant for callbacks."""
    st.session_state.setdefault(TRAY, {}).pop(key, None)


def evidence_of(block: Block, link: str) -> Evidence:
    """Return what a block shows, as it is now.

    Parameters
    ----------
    block : Block
        Its sentence, the own figures of its table and its source line are copied.
    link : str
        From `link_here`.
    """
    opening = block.subtitle.partition(SENTENCE_END)[0]
    subject = block.table.caption if LEGEND_SIGN in opening else opening
    return Evidence(
        text=cleaned(block.finding or subject or block.key, LONGEST_TEXT),
        taken_at=datetime.now(UTC).replace(microsecond=0),
        subject=cleaned(subject, LONGEST_TEXT),
        figures=tuple(cleaned(each, LONGEST_TEXT) for each in own_figures(block.table)[:MOST_FIGURES]),
        source=cleaned(block.source, LONGEST_TEXT),
        link=link,
    )


def own_figures(table: Table) -> list[str]:
    """Return the figures of a table that are the own municipality's, each with its headings."""
    copied = {*table.own_columns, *table.with_own} if table.own_columns else {*range(len(table.columns))}
    rows = [row for place, row in enumerate(table.texts) if not table.own_rows or place in table.own_rows]
    said = []
    for row in rows:
        cells = [
            (heading, cell)
            for place, (heading, cell) in enumerate(zip(table.columns, row, strict=True))
            if place and cell and place in copied
        ]
        said.append(
            words.FIGURES.format(
                row=row[0], cells=words.FIGURES_BETWEEN.join(f"{heading} {cell}" for heading, cell in cells)
            )
        )
    return said


def link_here(here: Page) -> str:
    """Return the address of the view that is open, from any page of the same server."""
    last = urlsplit(st.context.url or "").path.rpartition("/")[2]
    page = last if last in SCRIPTS else ""
    return f"./{page}?{urlencode(here.selection.as_query())}"


def safe_link(evidence: Evidence) -> str:
    """Return the link of evidence, nothing where it is not one of ours: a file may hold any text."""
    return evidence.link if LINK.fullmatch(evidence.link) else ""


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
            words.ATTACH_HERE.format(line=line.label),
            key=f"attach_here_{place}",
            icon=":material/attach_file:",
            help=words.ATTACH_HELP,
            on_click=_attach_to_line,
            args=(own, copied),
            width="stretch",
        )
    is_in = key in tray(own)
    st.button(
        words.DETACH if is_in else words.ATTACH,
        key=f"attach_{place}",
        icon=":material/undo:" if is_in else ":material/note_add:",
        help=words.ATTACH_HELP,
        on_click=_detach if is_in else _attach,
        args=(key,) if is_in else (key, copied),
        width="stretch",
    )


def _attach(key: tuple[str, str, str], copied: Callable[[], Evidence]) -> None:
    st.session_state.setdefault(TRAY, {})[key] = copied()
    st.toast(words.ATTACHED)


def _attach_to_line(own: str, copied: Callable[[], Evidence]) -> None:
    line = open_line(own)
    if line is not None and add_evidence(line, copied()):
        st.toast(words.ATTACHED_TO.format(line=line.label))


def _detach(key: tuple[str, str, str]) -> None:
    take_out(key)
    st.toast(words.DETACHED)


def renamed(evidence: Evidence, text: str, subject: str) -> Evidence:
    """Return evidence under another sentence: a finding, with the figures of the block that shows it."""
    named = {"text": cleaned(text, LONGEST_TEXT), "subject": cleaned(subject, LONGEST_TEXT)}
    return msgspec.structs.replace(evidence, **named)
