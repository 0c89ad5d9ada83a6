"""The buttons that put a municipality on paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.reports.papers.pdf import paper_file
from carecompare.text.files import paper_words
from carecompare.ui.parts.making import later, making
from carecompare.ui.parts.towns import TownBox, choose_town
from carecompare.ui.parts.widgets import section
from carecompare.views.base.choice import OTHER
from carecompare.views.base.table import notes
from carecompare.views.files.handout import MADE, SIZES, handout_file
from carecompare.views.files.meeting import meeting
from carecompare.views.files.paper_face import face
from carecompare.views.files.paper_pair import pair_sheet
from carecompare.views.files.paper_pieces import PDF
from carecompare.views.files.paper_sheet import analysis_paper
from carecompare.views.topics.findings import dismissed
from carecompare.views.topics.initiatives.registered import registered
from carecompare.views.topics.sheet.notes import analysis_notes

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.reports.papers.paper import Paper
    from carecompare.views.base.here import Page


def show_handout(here: Page) -> None:
    """Draw the button that makes the handout of what was put together, then the one that hands it over."""
    papers, version = meeting(here)
    if not papers.items:
        return
    made_of = (here.own, version, here.store.path.name)
    wanted, ready = st.columns([2, 5], vertical_alignment="center")
    is_wanted = wanted.button(
        paper_words.HANDOUT_MAKE,
        key="handout_make",
        icon=":material/picture_as_pdf:",
        help=paper_words.HANDOUT_HELP,
        width="stretch",
    )
    if is_wanted:
        with making(ready.empty(), paper_words.HANDOUT_MAKE, "handout") as tell:
            st.session_state[MADE] = (made_of, handout_file(here, papers, tell))
    known, made = st.session_state.get(MADE, (None, None))
    if known != made_of or made is None:
        return
    ready.download_button(
        paper_words.HANDOUT_DOWNLOAD,
        data=made.content,
        file_name=paper_words.FILE_HANDOUT.format(own=here.own_label),
        mime=PDF,
        key="handout_download",
        icon=":material/download:",
        on_click="ignore",
    )
    if made.lacking:
        st.html(notes(paper_words.LACKING.format(characters=made.lacking)))


def show_papers_pdf(here: Page) -> None:
    """Draw all papers of the own municipality: handout, one sheet, all indicators, beside another one."""
    section(paper_words.SECTION)
    st.html(notes(paper_words.LEAD))
    show_handout(here)
    with st.container(horizontal=True):
        show_face_pdf(here)
        show_sheet_pdf(here)
    show_pair_pdf(here)


def show_face_pdf(here: Page) -> None:
    """Draw the button of the sheet of the own municipality; nothing where none is chosen."""
    if not here.own:
        return
    aside = dismissed(here)
    name = paper_words.FILE_FACE.format(own=here.own_label)
    _button(
        "face",
        paper_words.FACE_LABEL,
        paper_words.FACE_HELP,
        name,
        partial(face, here, aside, registered(here)),
    )


def show_sheet_pdf(here: Page) -> None:
    """Draw the buttons of the sheet of all indicators, with what the town has written."""
    written = analysis_notes(here)
    for size in SIZES:
        named = paper_words.SIZES[size]
        _button(
            f"sheet_{size}",
            paper_words.SHEET_LABEL.format(size=named),
            paper_words.SHEET_HELP,
            paper_words.FILE_SHEET.format(own=here.own_label, size=named),
            partial(analysis_paper, here, written, size),
        )


def show_pair_pdf(here: Page) -> None:
    """Draw the choice of another municipality, and the button of the sheet of both."""
    own = here.own
    other = here.selection[OTHER] if here.selection[OTHER] != own else ""
    left, right = st.columns([4, 3], vertical_alignment="bottom")
    box = TownBox(here.loaded, paper_words.PAIR_CHOOSER, here.loaded.others_than(own))
    choose_town(box, left, OTHER.name, other, "pair")
    if not other:
        right.html(notes(paper_words.PAIR_MISSING))
        return
    with right:
        _button(
            "pair",
            paper_words.PAIR_LABEL,
            paper_words.PAIR_HELP,
            paper_words.FILE_PAIR.format(own=here.own_label, other=here.label(other)),
            partial(pair_sheet, here, other, registered(here)),
        )


def _button(key: str, label: str, explained: str, name: str, paper: Callable[[], Paper]) -> None:
    """Draw a button that makes its paper when it is pressed; it turns until the file is there."""
    st.download_button(
        label,
        data=later(lambda: paper_file(paper()).content),
        file_name=name,
        mime=PDF,
        key=f"pdf_{key}",
        icon=":material/picture_as_pdf:",
        help=explained,
        on_click="ignore",
    )
