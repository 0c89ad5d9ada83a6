"""The ledger on the page: what changed since the version that was kept, and every number."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st
from msgspec.structs import replace

from carecompare.own import FIGURE_LEDGER, FigureLedger
from carecompare.text.files import book_page_words, book_words
from carecompare.text.format import date
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import attempt, nameless_keeper
from carecompare.ui.parts.widgets import section
from carecompare.views.base.table import Table, notes, plain
from carecompare.views.files.figure_book.files import ledger_rows
from carecompare.views.files.figure_book.made import last_ledger

if TYPE_CHECKING:
    from carecompare.views.base.here import Page
    from carecompare.views.files.figure_book.files import BookState
    from carecompare.views.files.figure_book.ledger import FigureChange


MOST_CHANGES = 200
# Of the ledger's columns those that differ within a figure.
COLUMNS = (2, 3, 5, 6, 9, 10, 11)
CHOSEN, NAME = "book_ledger_figure", "book_ledger_name"


def show_changes(here: Page, state: BookState) -> None:
    """Say what is not what it was in the version that was kept, and offer to keep this one."""
    section(book_page_words.CHANGES_SECTION)
    then = state.then
    if not then.made:
        st.info(book_page_words.NO_LEDGER)
    else:
        st.html(
            notes(
                book_page_words.LEDGER_OF.format(
                    name=then.name or book_page_words.NAMELESS,
                    made=date(then.made),
                    figures=len(then.figures),
                    cells=_count(then),
                )
            )
        )
        _show_changed(state)
    _show_keep(here, state)


def _show_changed(state: BookState) -> None:
    if not state.changes:
        st.success(book_page_words.UNCHANGED.format(cells=_count(state.then)))
        return
    figures = {each.key[0] for each in state.changes}
    cells = sum(bool(each.row) for each in state.changes)
    st.warning(plain(book_page_words.CHANGED_COUNT.format(figures=len(figures), cells=cells)))
    rows = [_row(each) for each in state.changes[:MOST_CHANGES]]
    st.html(Table(book_page_words.CHANGE_COLUMNS, rows, numeric=frozenset({4, 5})).html())
    if len(state.changes) > MOST_CHANGES:
        st.html(notes(book_page_words.MORE.format(count=len(state.changes) - MOST_CHANGES)))


def _row(each: FigureChange) -> tuple[str, ...]:
    return (
        book_words.NUMBERED.format(number=each.number),
        each.title,
        each.row or book_page_words.WHOLE,
        each.column,
        each.then,
        each.now,
        book_words.CHANGE_KINDS[each.kind],
    )


def _show_keep(here: Page, state: BookState) -> None:
    refusal = nameless_keeper().refusal
    _, version = last_ledger(here)
    name, button = st.columns([4, 3], vertical_alignment="bottom")
    name.text_input(
        book_page_words.KEEP_NAME,
        placeholder=book_page_words.KEEP_PLACEHOLDER,
        max_chars=60,
        key=NAME,
        disabled=bool(refusal),
    )
    button.button(
        book_page_words.KEEP,
        key="book_keep",
        icon=":material/inventory_2:",
        help=refusal or book_page_words.KEEP_HELP,
        disabled=bool(refusal),
        on_click=_keep,
        args=(here.own, state.now),
        width="stretch",
    )
    show_undo(here.own, FIGURE_LEDGER, version, FigureLedger(), book_page_words.LEDGER_UNDONE_FIRST)


def _keep(own: str, now: FigureLedger) -> None:
    named = replace(now, name=" ".join(str(st.session_state[NAME]).split()))
    with attempt(book_page_words.KEPT.format(count=_count(now))):
        nameless_keeper().change(own, FIGURE_LEDGER, lambda _, __: named)


def _count(kept: FigureLedger) -> int:
    return sum(len(each.cells) for each in kept.figures)


def show_ledger(state: BookState) -> None:
    """Draw every number of one figure with its source, date, and where else it stands."""
    section(book_page_words.LEDGER_SECTION)
    st.html(notes(book_page_words.LEDGER_LEAD))
    captions = {each.kept.id: each.caption for each in state.figures}
    if st.session_state.get(CHOSEN) not in captions:
        st.session_state[CHOSEN] = next(iter(captions))
    chosen = st.selectbox(
        book_page_words.LEDGER_OF_FIGURE, options=list(captions), format_func=captions.__getitem__, key=CHOSEN
    )
    rows = list(ledger_rows(state, str(chosen)))
    if not rows:
        st.info(book_words.GONE)
        return
    _, _, _, _, _, _, _, source, as_of, *_ = rows[0]
    st.html(notes(book_page_words.LEDGER_SOURCE.format(source=source, as_of=as_of)))
    shown = [tuple(row[place] for place in COLUMNS) for row in rows]
    columns = [book_words.LEDGER_COLUMNS[place] for place in COLUMNS]
    st.html(Table(columns, shown, numeric=frozenset({2})).html())
