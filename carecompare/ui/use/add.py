"""The buttons that put a view into the papers of a meeting, and into the book of figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import streamlit as st

from carecompare.errors import CareCompareError
from carecompare.own import (
    FIGURE_BOOK,
    MEETING,
    FigureBook,
    Meeting,
    book_places,
    book_with,
    meeting_places,
    meeting_with,
)
from carecompare.text.errors.explain import sentence
from carecompare.text.files import book_page_words, meeting_words
from carecompare.ui.parts.keeping import nameless_keeper
from carecompare.views.base.block import exhibit
from carecompare.views.base.table import plain
from carecompare.views.files.figure_book.made import book
from carecompare.views.files.meeting import meeting

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.exhibits import Exhibit
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


class _Place(NamedTuple):
    """Where a view can be put: its words, how it is put there, and where it already stands."""

    label: str
    again: str
    added: str
    icon: str
    add: Callable[[str, Exhibit], int]
    places: Callable[[Page, Exhibit], list[int]]


def _to_meeting(own: str, put: Exhibit) -> int:
    return len(change_meeting(own, lambda now, version: meeting_with(now, [put], version)).items)


def _to_book(own: str, put: Exhibit) -> int:
    return len(change_book(own, lambda now, version: book_with(now, [put], version)).figures)


PLACES = {
    "meeting": _Place(
        meeting_words.ADD,
        meeting_words.AGAIN,
        meeting_words.ADDED,
        ":material/add_to_photos:",
        _to_meeting,
        lambda here, put: meeting_places(meeting(here)[0], put),
    ),
    "book": _Place(
        book_page_words.ADD,
        book_page_words.AGAIN,
        book_page_words.ADDED,
        ":material/book_2:",
        _to_book,
        lambda here, put: book_places(book(here)[0], put),
    ),
}
# Of which button it is asked whether the same view is wanted twice.
ASKED = "add_again"


def show_add(here: Page, block: Block) -> None:
    """Draw the buttons that put a block into the papers and into the book of figures.

    Who puts the same view there once more is asked first.
    """
    refusal = nameless_keeper().refusal
    for column, (name, place) in zip(st.columns(2, gap="small"), PLACES.items(), strict=True):
        column.button(
            place.label,
            key=f"{name}_{block.key}",
            on_click=_add,
            args=(here, block, name),
            disabled=bool(refusal),
            help=refusal or None,
            width="stretch",
        )
    if refusal:
        st.caption(refusal)
    asked, places = st.session_state.get(ASKED, ("", []))
    for name, place in PLACES.items():
        if asked == f"{name}_{block.key}":
            st.warning(place.again.format(places="・".join(map(str, places))))
            yes, no = st.columns(2, gap="small")
            yes.button(
                meeting_words.AGAIN_YES,
                key="add_again_yes",
                on_click=_put,
                args=(here, block, name),
                width="stretch",
            )
            no.button(meeting_words.AGAIN_NO, key="add_again_no", on_click=_forget, width="stretch")


def _add(here: Page, block: Block, name: str) -> None:
    places = PLACES[name].places(here, exhibit(block, here.selection.as_query()))
    if places:
        st.session_state[ASKED] = (f"{name}_{block.key}", places)
    else:
        _put(here, block, name)


def _put(here: Page, block: Block, name: str) -> None:
    _forget()
    place = PLACES[name]
    try:
        count = place.add(here.own, exhibit(block, here.selection.as_query()))
    except CareCompareError as problem:
        st.toast(plain(sentence(problem)), icon=":material/error:")
    else:
        st.toast(plain(place.added.format(count=count)), icon=place.icon)


def _forget() -> None:
    st.session_state.pop(ASKED, None)
