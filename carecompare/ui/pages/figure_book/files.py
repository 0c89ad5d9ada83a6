"""The buttons that write the book: Word, Excel, PDF."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.clock import today
from carecompare.text.files import book_page_words, paper_words
from carecompare.ui.parts.making import making
from carecompare.ui.parts.widgets import section
from carecompare.views.base.table import notes
from carecompare.views.files.figure_book.files import DOCX, book_workbook, pdf_file, printed, word_file
from carecompare.views.files.paper_pieces import PDF
from carecompare.views.files.takeaway import XLSX

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.views.base.here import Page
    from carecompare.views.files.figure_book.files import BookState


MADE = "book_made"
TYPES = {"docx": DOCX, "xlsx": XLSX, "pdf": PDF}


def show_files(here: Page, state: BookState) -> None:
    """Draw a button for each file, how far it is, and the button that hands it over."""
    section(book_page_words.MAKE_SECTION)
    marks = False
    if state.changed:
        marks = st.checkbox(book_page_words.MARKS, value=True, key="book_marks")
    wanted = ""
    with st.container(horizontal=True):
        for ending, label in book_page_words.MAKE.items():
            if st.button(
                label, key=f"book_make_{ending}", type="primary" if ending == "docx" else "secondary"
            ):
                wanted = ending
    made_of = (here.own, here.store.path.name, state.kept, state.then, marks, today())
    if wanted:
        many = len(state.figures)
        begun = book_page_words.MAKING.format(done=0, all=many)
        with making(st.empty(), begun, "book") as tell:
            content, lacking = _file(
                here,
                state,
                wanted,
                lambda done: tell(done / many, book_page_words.MAKING.format(done=done, all=many)),
                marks=marks,
            )
            st.session_state[MADE] = (made_of, wanted, content, lacking)
    known, ending, content, lacking = st.session_state.get(MADE, (None, "", b"", ""))
    if known == made_of:
        st.download_button(
            book_page_words.READY[ending].format(kilobytes=f"{len(content) / 1000:,.0f}"),
            data=content,
            file_name=book_page_words.FILE.format(own=here.own_label, made=today(), ending=ending),
            mime=TYPES[ending],
            key="book_download",
            icon=":material/download:",
            on_click="ignore",
        )
        if lacking:
            st.html(notes(paper_words.LACKING.format(characters=lacking)))
    st.html(notes(book_page_words.WORD_NOTE))


def _file(
    here: Page, state: BookState, ending: str, tell: Callable[[int], object], *, marks: bool
) -> tuple[bytes, str]:
    if ending == "xlsx":
        return book_workbook(here, state), ""
    book = printed(here, state, marks=marks)
    if ending == "docx":
        return word_file(book, tell), ""
    made = pdf_file(book, tell)
    return made.content, made.lacking
