"""The page of frozen views: the list, and one view as it was beside what it shows today."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import (
    FROZEN,
    FROZEN_VIEW,
    FrozenEntry,
    FrozenView,
    FrozenViews,
    frozen_entry,
    frozen_renamed,
    frozen_without,
)
from carecompare.text import frozen_words as words
from carecompare.text.format import date
from carecompare.ui.blocks import draw, section
from carecompare.ui.freezing import change_frozen, frozen_views
from carecompare.ui.frozen_changes import show_changes
from carecompare.ui.history import show_undo
from carecompare.ui.html import Table, notes, plain
from carecompare.ui.keeping import attempt, nameless_keeper, show_author, show_outcome
from carecompare.ui.selection import choose
from carecompare.ui.takeaway import XLSX
from carecompare.ui.takeaway_content import Taken, exhibit_png, views_workbook
from carecompare.ui.views import renewed
from carecompare.ui.widgets import follow

if TYPE_CHECKING:
    from carecompare.exhibits import Exhibit, Grid
    from carecompare.ui.frame import Page


def show_frozen(here: Page) -> None:
    """Draw the list of frozen views, or the one that the link names."""
    show_outcome(_described)
    views, version = frozen_views(here)
    identifier = here.selection.frozen
    if identifier:
        st.button(
            words.BACK,
            key="frozen_back",
            icon=":material/arrow_back:",
            on_click=choose,
            kwargs={"frozen": ""},
        )
        _show_one(here, identifier, frozen_entry(views, identifier))
        return
    st.html(notes(words.LEAD))
    section(words.ITEMS.format(count=len(views.entries)))
    if not views.entries:
        st.info(words.NOTHING)
    for entry in views.entries:
        _show_entry(here.own, entry)
    show_author()
    show_undo(here.own, FROZEN, version, FrozenViews(), words.UNDONE_FIRST)


def _show_entry(own: str, entry: FrozenEntry) -> None:
    refusal = nameless_keeper().refusal
    with st.container(border=True):
        name, buttons = st.columns([5, 2], vertical_alignment="bottom")
        key = f"frozen_name_{entry.id}"
        name.text_input(
            words.NAME,
            max_chars=60,
            key=follow(key, entry.name),
            on_change=_rename,
            args=(own, entry.id, key),
            disabled=bool(refusal),
        )
        with buttons.container(horizontal=True, horizontal_alignment="right"):
            st.button(
                words.OPEN,
                key=f"frozen_open_{entry.id}",
                type="primary",
                on_click=choose,
                kwargs={"frozen": entry.id},
            )
            st.button(
                words.REMOVE,
                key=f"frozen_remove_{entry.id}",
                on_click=_remove,
                args=(own, entry),
                disabled=bool(refusal),
            )
        st.html(notes(words.MADE.format(made=date(entry.made))))


def _show_one(here: Page, identifier: str, entry: FrozenEntry | None) -> None:
    kept = here.kept(FROZEN_VIEW.of(identifier))
    if kept is None:
        st.info(words.UNKNOWN)
        return
    view = kept.content
    section(plain(entry.name if entry else view.exhibit.title))
    if entry is None:
        st.html(notes(words.UNLISTED))
    now = renewed(here.loaded, view.exhibit, here.keeper)
    then_side, now_side = st.columns(2, gap="medium")
    with then_side:
        _show_side(words.THEN.format(made=date(view.exhibit.made)), view.exhibit)
    with now_side:
        if now is None:
            st.info(words.NO_VIEW)
        else:
            _show_side(words.NOW.format(made=date(now.made)), now)
    show_changes(here, view, now)
    section(words.TABLE_THEN)
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
    file = words.FILE.format(own=here.own_label, made=kept.made)
    with st.container(horizontal=True):
        st.download_button(
            words.EXCEL,
            data=partial(views_workbook, here, name or kept.title, [Taken(kept)]),
            file_name=f"{file}.xlsx",
            mime=XLSX,
            key="frozen_xlsx",
            on_click="ignore",
        )
        if kept.picture is not None:
            st.download_button(
                words.PNG,
                data=partial(exhibit_png, kept),
                file_name=f"{file}.png",
                mime="image/png",
                key="frozen_png",
                on_click="ignore",
            )


def table_of(grid: Grid) -> Table:
    """Return a kept table as it is shown."""
    return Table(
        columns=grid.columns,
        rows=grid.rows,
        numeric=frozenset(grid.numeric),
        own_rows=frozenset(grid.own_rows),
        own_columns=frozenset(grid.own_columns),
        groups=dict(grid.groups),
        caption=grid.caption,
    )


def _rename(own: str, identifier: str, key: str) -> None:
    name = str(st.session_state[key])
    with attempt(words.RENAMED):
        change_frozen(own, lambda now: frozen_renamed(now, identifier, name))


def _remove(own: str, entry: FrozenEntry) -> None:
    with attempt(words.REMOVED.format(name=entry.name)):
        change_frozen(own, lambda now: frozen_without(now, entry.id))


def _described(content: object) -> str:
    entries = content.entries if isinstance(content, FrozenViews) else ()
    return "\n".join(words.LINE.format(name=each.name, made=date(each.made)) for each in entries)
