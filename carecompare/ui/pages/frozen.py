"""The page of frozen views: the list, and one view as it was beside what it shows today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import FROZEN, FROZEN_VIEW, FrozenViews, frozen_entry, frozen_renamed, frozen_without
from carecompare.text.files import frozen_words
from carecompare.text.format import date
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import attempt, nameless_keeper, show_author, show_outcome
from carecompare.ui.parts.making import later
from carecompare.ui.parts.widgets import choose, follow, section
from carecompare.ui.use.block import draw
from carecompare.ui.use.freeze import change_frozen
from carecompare.views.base.table import Table, notes, plain
from carecompare.views.files.frozen import (
    FROZEN_ID,
    LONGEST_FIGURE,
    MOST_CHANGES,
    changed_cells,
    changed_definitions,
    changed_sources,
    frozen_described,
    frozen_views,
    table_of,
)
from carecompare.views.files.registry import renewed
from carecompare.views.files.takeaway import XLSX, Taken, exhibit_png, views_workbook

if TYPE_CHECKING:
    from carecompare.exhibits import Exhibit
    from carecompare.own import FrozenEntry, FrozenView
    from carecompare.views.base.here import Page


def show_frozen(here: Page) -> None:
    """Draw the list of frozen views, or the one that the link names."""
    show_outcome(frozen_described)
    views, version = frozen_views(here)
    identifier = here.selection[FROZEN_ID]
    if identifier:
        st.button(
            frozen_words.BACK,
            key="frozen_back",
            icon=":material/arrow_back:",
            on_click=choose,
            kwargs={"frozen": ""},
        )
        _show_one(here, identifier, frozen_entry(views, identifier))
        return
    st.html(notes(frozen_words.LEAD))
    section(frozen_words.ITEMS.format(count=len(views.entries)))
    if not views.entries:
        st.info(frozen_words.NOTHING)
    for entry in views.entries:
        _show_entry(here.own, entry)
    show_author()
    show_undo(here.own, FROZEN, version, FrozenViews(), frozen_words.UNDONE_FIRST)


def _show_entry(own: str, entry: FrozenEntry) -> None:
    refusal = nameless_keeper().refusal
    with st.container(border=True):
        name, buttons = st.columns([5, 2], vertical_alignment="bottom")
        key = f"frozen_name_{entry.id}"
        name.text_input(
            frozen_words.NAME,
            max_chars=60,
            key=follow(key, entry.name),
            on_change=_rename,
            args=(own, entry.id, key),
            disabled=bool(refusal),
        )
        with buttons.container(horizontal=True, horizontal_alignment="right"):
            st.button(
                frozen_words.OPEN,
                key=f"frozen_open_{entry.id}",
                type="primary",
                on_click=choose,
                kwargs={"frozen": entry.id},
            )
            st.button(
                frozen_words.REMOVE,
                key=f"frozen_remove_{entry.id}",
                on_click=_remove,
                args=(own, entry),
                disabled=bool(refusal),
            )
        st.html(notes(frozen_words.MADE.format(made=date(entry.made))))


def _show_one(here: Page, identifier: str, entry: FrozenEntry | None) -> None:
    kept = here.kept(FROZEN_VIEW.of(identifier))
    if kept is None:
        st.info(frozen_words.UNKNOWN)
        return
    view = kept.content
    section(plain(entry.name if entry else view.exhibit.title))
    if entry is None:
        st.html(notes(frozen_words.UNLISTED))
    now = renewed(here.loaded, view.exhibit, here.keeper)
    then_side, now_side = st.columns(2, gap="medium")
    with then_side:
        _show_side(frozen_words.THEN.format(made=date(view.exhibit.made)), view.exhibit)
    with now_side:
        if now is None:
            st.info(frozen_words.NO_VIEW)
        else:
            _show_side(frozen_words.NOW.format(made=date(now.made)), now)
    show_changes(here, view, now)
    section(frozen_words.TABLE_THEN)
    st.html(table_of(view.exhibit.grid).html())
    st.html(notes(*view.exhibit.notes, view.exhibit.source))
    _show_takeaway(here, view, entry.name if entry else "")


def _show_side(label: str, shown: Exhibit) -> None:
    st.caption(label)
    st.html(notes(shown.title, shown.subtitle))
    if shown.picture is not None:
        draw(shown.picture, shown.title)


def _show_takeaway(here: Page, view: FrozenView, name: str) -> None:
    kept = view.exhibit
    file = frozen_words.FILE.format(own=here.own_label, made=kept.made)
    with st.container(horizontal=True):
        st.download_button(
            frozen_words.EXCEL,
            data=later(partial(views_workbook, here, name or kept.title, [Taken(kept)])),
            file_name=f"{file}.xlsx",
            mime=XLSX,
            key="frozen_xlsx",
            on_click="ignore",
        )
        if kept.picture is not None:
            st.download_button(
                frozen_words.PNG,
                data=later(partial(exhibit_png, kept)),
                file_name=f"{file}.png",
                mime="image/png",
                key="frozen_png",
                on_click="ignore",
            )


def _rename(own: str, identifier: str, key: str) -> None:
    name = str(st.session_state[key])
    with attempt(frozen_words.RENAMED):
        change_frozen(own, lambda now: frozen_renamed(now, identifier, name))


def _remove(own: str, entry: FrozenEntry) -> None:
    with attempt(frozen_words.REMOVED.format(name=entry.name)):
        change_frozen(own, lambda now: frozen_without(now, entry.id))


def show_changes(here: Page, view: FrozenView, now: Exhibit | None) -> None:
    """Draw what has changed: cells then and now, editions of sources, ways of making."""
    section(frozen_words.CHANGES)
    if now is not None:
        _show_cells(changed_cells(view.exhibit, now))
    sources = changed_sources(here.loaded, view, now)
    definitions = changed_definitions(here.loaded, view)
    for heading, columns, rows, same in (
        (frozen_words.SOURCES, frozen_words.SOURCE_COLUMNS, sources, frozen_words.SOURCES_SAME),
        (
            frozen_words.DEFINITIONS,
            frozen_words.DEFINITION_COLUMNS,
            definitions,
            frozen_words.DEFINITIONS_SAME,
        ),
    ):
        if rows:
            st.html(Table(columns, rows, caption=heading, kind="definitions").html())
        else:
            st.html(notes(same))


def _show_cells(rows: list[tuple[str, ...]]) -> None:
    if not rows:
        st.success(frozen_words.SAME)
        return
    st.warning(frozen_words.CHANGED.format(count=len(rows)))
    cells = [row for row in rows if row[0] != frozen_words.TITLE_ROW]
    if len(cells) < len(rows):
        *_, then, now = rows[0]
        st.html(notes(frozen_words.TITLE_CHANGED.format(then=then, now=now)))
    # Figures do not wrap, and a sentence among them would push the newer ones off the page.
    is_long = any(len(cell) > LONGEST_FIGURE for row in cells for cell in row[2:])
    numeric = frozenset[int]() if is_long else frozenset({2, 3})
    if cells:
        st.html(Table(frozen_words.CHANGE_COLUMNS, cells[:MOST_CHANGES], numeric=numeric).html())
    if len(cells) > MOST_CHANGES:
        st.html(notes(frozen_words.MORE.format(count=len(cells) - MOST_CHANGES)))
