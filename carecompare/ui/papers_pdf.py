"""The buttons that put a municipality on paper."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

import streamlit as st

from carecompare.reports import paper_file
from carecompare.text import paper_words as words
from carecompare.ui.analysis_notes import analysis_notes
from carecompare.ui.blocks import section
from carecompare.ui.dismissed import dismissed
from carecompare.ui.handout import show_handout
from carecompare.ui.html import notes
from carecompare.ui.paper_face import face
from carecompare.ui.paper_pair import pair_sheet
from carecompare.ui.paper_pieces import PDF
from carecompare.ui.paper_sheet import analysis_paper
from carecompare.ui.registered import registered
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.reports import Paper
    from carecompare.ui.frame import Page

SIZES: tuple[Literal["a4", "a3"], ...] = ("a4", "a3")


def show_papers_pdf(here: Page) -> None:
    """Draw all papers of the own municipality: handout, one sheet, all indicators, beside another one."""
    section(words.SECTION)
    st.html(notes(words.LEAD))
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
    name = words.FILE_FACE.format(own=here.own_label)
    _button("face", words.FACE_LABEL, words.FACE_HELP, name, partial(face, here, aside, registered(here)))


def show_sheet_pdf(here: Page) -> None:
    """Draw the buttons of the sheet of all indicators, with what the town has written."""
    written = analysis_notes(here)
    for size in SIZES:
        named = words.SIZES[size]
        _button(
            f"sheet_{size}",
            words.SHEET_LABEL.format(size=named),
            words.SHEET_HELP,
            words.FILE_SHEET.format(own=here.own_label, size=named),
            partial(analysis_paper, here, written, size),
        )


def show_pair_pdf(here: Page) -> None:
    """Draw the choice of another municipality, and the button of the sheet of both."""
    own = here.own
    other = here.selection.other if here.selection.other != own else ""
    left, right = st.columns([4, 3], vertical_alignment="bottom")
    set_widget("other", other or None, "pair")
    left.selectbox(
        words.PAIR_CHOOSER,
        options=[code for code in here.loaded.municipalities if code != own],
        index=None,
        format_func=here.loaded.municipalities.__getitem__,
        placeholder=words.PAIR_PLACEHOLDER,
        filter_mode="contains",
        key=widget_key("other", "pair"),
        on_change=choose_from_widget,
        args=("other", "pair"),
    )
    if not other:
        right.html(notes(words.PAIR_MISSING))
        return
    with right:
        _button(
            "pair",
            words.PAIR_LABEL,
            words.PAIR_HELP,
            words.FILE_PAIR.format(own=here.own_label, other=here.label(other)),
            partial(pair_sheet, here, other, registered(here)),
        )


def _button(key: str, label: str, explained: str, name: str, paper: Callable[[], Paper]) -> None:
    """Draw a button that makes its paper when it is pressed; it turns until the file is there."""
    st.download_button(
        label,
        data=lambda: paper_file(paper()).content,
        file_name=name,
        mime=PDF,
        key=f"pdf_{key}",
        icon=":material/picture_as_pdf:",
        help=explained,
        on_click="ignore",
    )
