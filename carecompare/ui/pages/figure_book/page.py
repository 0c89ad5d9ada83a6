"""The page 図表集: figures in chapters, their numbers, the files, what changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from msgspec.structs import replace

from carecompare.own import (
    FIGURE_BOOK,
    FigureBook,
    book_chapter_titled,
    book_numbers,
    book_with,
)
from carecompare.text.files import book_page_words, book_words
from carecompare.ui.pages.figure_book.figures import show_figure
from carecompare.ui.pages.figure_book.files import show_files
from carecompare.ui.pages.figure_book.ledger import show_changes, show_ledger
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import attempt, nameless_keeper, show_author, show_outcome
from carecompare.ui.parts.why import say_why
from carecompare.ui.parts.widgets import follow, section
from carecompare.ui.use.add import change_book
from carecompare.views.base.table import notes
from carecompare.views.files.figure_book.files import book_state
from carecompare.views.files.figure_book.made import book, book_described, last_ledger, made_figures
from carecompare.views.files.meeting import meeting
from carecompare.views.files.standard_slides import standard_exhibits

if TYPE_CHECKING:
    from carecompare.views.base.here import Page
    from carecompare.views.files.figure_book.files import BookState


def show_figure_book(here: Page) -> None:
    """Draw the book of figures of the own municipality."""
    show_outcome(book_described)
    kept, version = book(here)
    st.html(notes(book_page_words.LEAD))
    refusal = nameless_keeper().refusal
    _show_adding(here, refusal)
    if not kept.figures:
        st.info(book_page_words.NOTHING)
        show_author()
        show_undo(here.own, FIGURE_BOOK, version, FigureBook(), book_page_words.UNDONE_FIRST)
        return
    state = _state(here, kept)
    show_changes(here, state)
    show_files(here, state)
    _show_figures(here, state, refusal)
    show_author()
    show_undo(here.own, FIGURE_BOOK, version, FigureBook(), book_page_words.UNDONE_FIRST)
    show_ledger(state)


def _state(here: Page, kept: FigureBook) -> BookState:
    place = st.empty()
    many = len(kept.figures)

    def tell(done: int) -> None:
        place.progress(done / many, book_page_words.MAKING.format(done=done, all=many))

    then, _ = last_ledger(here)
    figures = made_figures(here, kept, tell)
    place.empty()
    return book_state(kept, figures, then)


def _show_adding(here: Page, refusal: str) -> None:
    papers, _ = meeting(here)
    none = "" if papers.items else book_page_words.FROM_PAPERS_NONE
    with st.container(horizontal=True):
        st.button(
            book_page_words.FROM_PAPERS.format(count=len(papers.items)),
            key="book_from_papers",
            icon=":material/co_present:",
            disabled=bool(refusal or none),
            help=refusal or none or None,
            on_click=_add_papers,
            args=(here,),
        )
        st.button(
            book_page_words.STANDARD,
            key="book_standard",
            icon=":material/playlist_add:",
            disabled=bool(refusal),
            help=refusal or book_page_words.STANDARD_HELP.format(own=here.own_label),
            on_click=_add_standard,
            args=(here,),
        )
    say_why(refusal or none)


def _add_papers(here: Page) -> None:
    papers, _ = meeting(here)
    exhibits = [item.exhibit for item in papers.items]
    with attempt(book_page_words.MANY_ADDED.format(count=len(exhibits))):
        change_book(here.own, lambda now, version: book_with(now, exhibits, version))


def _add_standard(here: Page) -> None:
    with attempt():
        with st.spinner(book_page_words.STANDARD_MAKING):
            exhibits = standard_exhibits(here)
        with attempt(book_page_words.MANY_ADDED.format(count=len(exhibits))):
            change_book(here.own, lambda now, version: book_with(now, exhibits, version))


def _show_figures(here: Page, state: BookState, refusal: str) -> None:
    kept = state.kept
    section(book_page_words.FIGURES.format(count=len(kept.figures)))
    usual = book_words.TITLE.format(own=here.own_label)
    key = f"book_title_{here.own}"
    st.text_input(
        book_page_words.BOOK_TITLE,
        placeholder=usual,
        max_chars=100,
        key=follow(key, kept.title),
        disabled=bool(refusal),
        on_change=_title,
        args=(here.own, key),
    )
    numbers = book_numbers(kept)
    begun = 0
    for each in state.figures:
        if each.kept.chapter != begun:
            begun = each.kept.chapter
            _show_chapter(here.own, kept, begun, numbers[each.kept.id][0], refusal)
        show_figure(here.own, state, each, refusal)
    st.html(notes(book_page_words.TEXT_RULE))


def _show_chapter(own: str, kept: FigureBook, chapter: int, number: int, refusal: str) -> None:
    key = f"book_chapter_{own}_{chapter}"
    st.text_input(
        book_page_words.CHAPTER_TITLE.format(number=number),
        placeholder=book_words.CHAPTER_UNTITLED,
        max_chars=100,
        key=follow(key, kept.chapter_title(chapter)),
        disabled=bool(refusal),
        on_change=_title_chapter,
        args=(own, chapter, key),
    )


def _title(own: str, key: str) -> None:
    title = " ".join(str(st.session_state[key]).split())
    with attempt(book_page_words.BOOK_TITLED):
        change_book(own, lambda now, _: replace(now, title=title))


def _title_chapter(own: str, chapter: int, key: str) -> None:
    title = str(st.session_state[key])
    with attempt(book_page_words.CHAPTER_TITLED):
        change_book(own, lambda now, _: book_chapter_titled(now, chapter, title))
