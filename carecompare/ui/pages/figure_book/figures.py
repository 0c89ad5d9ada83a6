"""One figure of the book on the page: its title, its chapter, its paragraphs, their numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import book_changed, book_moved, book_without
from carecompare.text.files import book_page_words
from carecompare.text.words import PAGES
from carecompare.ui.parts.keeping import attempt
from carecompare.ui.parts.widgets import follow, show_in
from carecompare.ui.use.add import change_book
from carecompare.views.base.table import notes, plain
from carecompare.views.files.figure_book.made import usual_title
from carecompare.views.files.registry import VIEWS

if TYPE_CHECKING:
    from carecompare.own import BookFigure
    from carecompare.views.files.figure_book.files import BookState
    from carecompare.views.files.figure_book.made import MadeFigure
    from carecompare.views.files.figure_book.text_check import NumberInText


FIELDS = ("title", "text", "chapter", "form")
LONGEST_TEXT, TEXT_PX = 4_000, 100


def show_figure(own: str, state: BookState, figure: MadeFigure, refusal: str) -> None:
    """Draw a figure of the book.

    Parameters
    ----------
    own : str
        Code of the municipality.
    state : BookState
        The book.
    figure : MadeFigure
        Of it.
    refusal : str
        Why nothing can be saved now, or an empty text.
    """
    kept = figure.kept
    within = [each.kept.id for each in state.figures if each.kept.chapter == kept.chapter]
    keys = {name: f"book_{name}_{kept.id}" for name in FIELDS}
    args = (own, kept.id, figure.number)
    with st.container(border=True):
        title, chapter, form = st.columns([6, 2, 2], vertical_alignment="bottom")
        title.text_input(
            book_page_words.FIGURE_TITLE.format(number=figure.number),
            placeholder=usual_title(figure.exhibit) if figure.exhibit else kept.name,
            help=book_page_words.TITLE_HELP,
            max_chars=200,
            key=follow(keys["title"], kept.title),
            disabled=bool(refusal),
            on_change=_change,
            args=(*args, "title", keys["title"]),
        )
        last = max(state.kept.used_chapters) + 1
        chapter.selectbox(
            book_page_words.CHAPTER_OF,
            options=list(range(1, last + 1)),
            format_func=lambda each: book_page_words.CHAPTER_OPTION.format(chapter=each),
            key=show_in(keys["chapter"], kept.chapter),
            disabled=bool(refusal),
            on_change=_change,
            args=(*args, "chapter", keys["chapter"]),
        )
        form.selectbox(
            book_page_words.FORM,
            options=list(book_page_words.FORMS),
            format_func=book_page_words.FORMS.__getitem__,
            key=show_in(keys["form"], kept.form),
            disabled=bool(refusal),
            on_change=_change,
            args=(*args, "form", keys["form"]),
        )
        st.text_area(
            book_page_words.TEXT.format(number=figure.number),
            placeholder=book_page_words.TEXT_PLACEHOLDER,
            help=book_page_words.TEXT_HELP,
            max_chars=LONGEST_TEXT,
            height=TEXT_PX,
            key=follow(keys["text"], kept.text),
            disabled=bool(refusal),
            on_change=_change,
            args=(*args, "text", keys["text"]),
        )
        _show_problems(kept, [each for each in state.problems if each.figure == kept.id])
        _show_foot(own, figure, within, refusal)


def _show_problems(kept: BookFigure, problems: list[NumberInText]) -> None:
    if not kept.text:
        return
    if not problems:
        st.html(notes(book_page_words.TEXT_AGREES))
        return
    lines = []
    for each in problems:
        said = book_page_words.UNFOUND
        if each.verdict == "stale":
            said = book_page_words.STALE if each.now else book_page_words.STALE_GONE
        lines.append(f"- {plain(said.format(**each._asdict()))}")
    st.warning("\n".join(lines), icon=":material/rule:")


def _show_foot(own: str, figure: MadeFigure, within: list[str], refusal: str) -> None:
    kept = figure.kept
    if figure.exhibit is None:
        st.warning(book_page_words.GONE)
    else:
        st.html(notes(figure.exhibit.title))
    with st.container(horizontal=True, vertical_alignment="center"):
        for label, steps, is_end in (
            (book_page_words.UP, -1, within[0] == kept.id),
            (book_page_words.DOWN, 1, within[-1] == kept.id),
        ):
            if not is_end:
                st.button(
                    label,
                    key=f"book_move_{steps}_{kept.id}",
                    disabled=bool(refusal),
                    on_click=_move,
                    args=(own, kept.id, steps),
                )
        st.button(
            book_page_words.REMOVE,
            key=f"book_remove_{kept.id}",
            disabled=bool(refusal),
            on_click=_remove,
            args=(own, kept.id, figure.title),
        )
        known = VIEWS.get(kept.view)
        if known is not None:
            st.page_link(PAGES[known.page][2], label=book_page_words.OPEN, query_params=kept.query)


def _change(own: str, identifier: str, number: str, name: str, key: str) -> None:
    value = st.session_state[key]
    with attempt(book_page_words.CHANGED.format(number=number)):
        change_book(own, lambda now, _: book_changed(now, identifier, **{name: value}))


def _move(own: str, identifier: str, steps: int) -> None:
    with attempt(book_page_words.MOVED):
        change_book(own, lambda now, _: book_moved(now, identifier, steps))


def _remove(own: str, identifier: str, title: str) -> None:
    with attempt(book_page_words.REMOVED.format(title=title)):
        change_book(own, lambda now, _: book_without(now, identifier))
