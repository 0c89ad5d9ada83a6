"""The buttons that put a view into the papers of a meeting, and into the book of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import CareCompareError
from carecompare.own import FIGURE_BOOK, MEETING, FigureBook, Meeting, book_with, meeting_with
from carecompare.text.errors.explain import sentence
from carecompare.text.files import book_page_words, meeting_words
from carecompare.ui.parts.keeping import nameless_keeper
from carecompare.views.base.block import exhibit
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def change_meeting(own: str, changed: Callable[[Meeting, int], Meeting]) -> Meeting:
    """Change the papers, whatever they are now.

    Raises
    ------
    OwnDataError
        If this installation keeps nothing, or ``changed`` refuses.
    """
    kept = nameless_keeper().change(own, MEETING, lambda now, version: changed(now or Meeting(), version))
    return kept.content


def change_book(own: str, changed: Callable[[FigureBook, int], FigureBook]) -> FigureBook:
    """Change the book of figures, whatever it is now.

    Raises
    ------
    OwnDataError
        If this installation keeps nothing, or ``changed`` refuses.
    """
    kept = nameless_keeper().change(
        own, FIGURE_BOOK, lambda now, version: changed(now or FigureBook(), version)
    )
    return kept.content


def show_add(here: Page, block: Block) -> None:
    """Draw the buttons that put a block into the papers and into the book of figures."""
    refusal = nameless_keeper().refusal
    places = st.columns(2, gap="small")
    for place, label, key, add in (
        (places[0], meeting_words.ADD, "meeting", _add),
        (places[1], book_page_words.ADD, "book", _add_to_book),
    ):
        place.button(
            label,
            key=f"{key}_{block.key}",
            on_click=add,
            args=(here, block),
            disabled=bool(refusal),
            help=refusal or None,
            width="stretch",
        )


def _add(here: Page, block: Block) -> None:
    put = exhibit(block, here.selection.as_query())
    try:
        after = change_meeting(here.own, lambda now, version: meeting_with(now, [put], version))
    except CareCompareError as problem:
        st.toast(plain(sentence(problem)), icon=":material/error:")
    else:
        said = meeting_words.ADDED.format(count=len(after.items))
        st.toast(plain(said), icon=":material/add_to_photos:")


def _add_to_book(here: Page, block: Block) -> None:
    put = exhibit(block, here.selection.as_query())
    try:
        after = change_book(here.own, lambda now, version: book_with(now, [put], version))
    except CareCompareError as problem:
        st.toast(plain(sentence(problem)), icon=":material/error:")
    else:
        said = book_page_words.ADDED.format(count=len(after.figures))
        st.toast(plain(said), icon=":material/book_2:")
