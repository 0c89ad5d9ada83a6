"""What has been revised since a view was frozen: figures, sources, definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.reports import Revision, revisions
from carecompare.text import frozen_words as words
from carecompare.text.format import date
from carecompare.ui.blocks import section
from carecompare.ui.freezing import definitions_of, read_behind, sources_behind
from carecompare.ui.html import Table, notes
from carecompare.ui.origins import publication

if TYPE_CHECKING:
    from carecompare.exhibits import Exhibit
    from carecompare.own import FrozenSource, FrozenView
    from carecompare.ui.frame import Page
    from carecompare.ui.loading import Loaded

MOST_CHANGES = 300
LONGEST_FIGURE = 30


def show_changes(here: Page, view: FrozenView, now: Exhibit | None) -> None:
    """Draw what has changed: cells then and now, editions of sources, ways of making."""
    section(words.CHANGES)
    if now is not None:
        _show_cells(changed_cells(view.exhibit, now))
    sources = changed_sources(here.loaded, view, now)
    definitions = changed_definitions(here.loaded, view)
    for heading, columns, rows, same in (
        (words.SOURCES, words.SOURCE_COLUMNS, sources, words.SOURCES_SAME),
        (words.DEFINITIONS, words.DEFINITION_COLUMNS, definitions, words.DEFINITIONS_SAME),
    ):
        if rows:
            st.html(Table(columns, rows, caption=heading, kind="definitions").html())
        else:
            st.html(notes(same))


def changed_cells(then: Exhibit, now: Exhibit) -> list[tuple[str, ...]]:
    """Return what stood and what stands in the table, and in its title, where they differ."""
    found = [_row(each) for each in revisions(then.grid, now.grid)]
    if then.title != now.title:
        found.insert(0, (words.TITLE_ROW, "", then.title, now.title))
    return found


def changed_sources(loaded: Loaded, view: FrozenView, now: Exhibit | None) -> list[tuple[str, ...]]:
    """Return the publications whose edition is another one today, or that came or went."""
    kept = {each.id: each for each in view.sources}
    shown = now or view.exhibit
    named = shown.origins
    if named is None:  # kept before 2026-12: its sources say which they were
        known = loaded.catalog.sources
        named = tuple(publication(loaded.catalog, each) for each in kept if each in known)
    today = {each.id: each for each in sources_behind(loaded, shown.indicators, named)}
    if view.exhibit.origins is None:  # at that time only sources of the indicators were kept
        counted = read_behind(loaded, shown.indicators)
        today = {name: each for name, each in today.items() if name in kept or name in counted}
    rows: list[tuple[str, ...]] = []
    for name, then in kept.items():
        new = today.get(name)
        if new is None or (new.editions, new.as_of) != (then.editions, then.as_of):
            rows.append((then.title, _edition(then), _edition(new) if new else words.SOURCE_GONE))
    rows += [
        (each.title, words.SOURCE_NEW, _edition(each)) for name, each in today.items() if name not in kept
    ]
    return rows


def changed_definitions(loaded: Loaded, view: FrozenView) -> list[tuple[str, ...]]:
    """Return the indicators that are made, or described, otherwise today."""
    today = {each.id: each.text for each in definitions_of(loaded, [each.id for each in view.definitions])}
    return [
        (each.label, each.text, today.get(each.id, words.DEFINITION_GONE))
        for each in view.definitions
        if today.get(each.id) != each.text
    ]


def _show_cells(rows: list[tuple[str, ...]]) -> None:
    if not rows:
        st.success(words.SAME)
        return
    st.warning(words.CHANGED.format(count=len(rows)))
    cells = [row for row in rows if row[0] != words.TITLE_ROW]
    if len(cells) < len(rows):
        *_, then, now = rows[0]
        st.html(notes(words.TITLE_CHANGED.format(then=then, now=now)))
    # Figures do not wrap, and a sentence among them would push the newer ones off the page.
    is_long = any(len(cell) > LONGEST_FIGURE for row in cells for cell in row[2:])
    numeric = frozenset[int]() if is_long else frozenset({2, 3})
    if cells:
        st.html(Table(words.CHANGE_COLUMNS, cells[:MOST_CHANGES], numeric=numeric).html())
    if len(cells) > MOST_CHANGES:
        st.html(notes(words.MORE.format(count=len(cells) - MOST_CHANGES)))


def _row(each: Revision) -> tuple[str, ...]:
    if each.then is None:
        said = words.COLUMN_NEW if each.column else words.ROW_NEW
        return (each.row, each.column, "", said)
    if each.now is None:
        said = words.COLUMN_GONE if each.column else words.ROW_GONE
        return (each.row, each.column, each.then, said)
    return (each.row, each.column, each.then, each.now)


def _edition(source: FrozenSource) -> str:
    editions = words.BETWEEN.join(each for each in source.editions if each)
    said = words.EDITION if editions else words.NO_EDITION
    return said.format(editions=editions, as_of=date(source.as_of))
