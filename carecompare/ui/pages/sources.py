"""The figures of the whole country in one workbook."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.clock import today
from carecompare.text import words
from carecompare.text.data import definition_words
from carecompare.text.files import workbook_words
from carecompare.ui.parts.making import making
from carecompare.ui.parts.widgets import choose_from_widget, section, set_widget, widget_key
from carecompare.ui.use.block import show
from carecompare.views.base.table import notes
from carecompare.views.files.country import MEGABYTE, REMEMBERED, country
from carecompare.views.files.takeaway import XLSX
from carecompare.views.topics.data.catalogue import (
    PART,
    PARTS,
    catalogue_block,
    catalogue_parts,
    catalogue_record,
    rows_with,
)

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_country(here: Page) -> None:
    """Draw the button that makes the workbook, how far it is, and the button that saves it."""
    section(workbook_words.COUNTRY_SECTION)
    st.html(notes(workbook_words.COUNTRY_NOTE))
    name = (REMEMBERED, today())
    place = st.empty()
    made: bytes | None = here.loaded.blocks.find(name)
    if made is None:
        if not place.button(workbook_words.COUNTRY_MAKE, key="country_make", icon=":material/table_view:"):
            return
        many = len(here.loaded.municipalities)

        with making(place, workbook_words.COUNTRY_MAKING.format(done=0, all=f"{many:,}"), "country") as tell:
            made = country(
                here,
                lambda done: tell(
                    done / many, workbook_words.COUNTRY_MAKING.format(done=f"{done:,}", all=f"{many:,}")
                ),
            )
        if made is None:
            return
        here.loaded.blocks.keep(name, made)
    place.download_button(
        workbook_words.COUNTRY_READY.format(megabytes=len(made) / MEGABYTE),
        data=made,
        file_name=workbook_words.COUNTRY_FILE.format(made=today()),
        mime=XLSX,
        key="country_save",
        type="primary",
        on_click="ignore",
    )


def show_definitions(here: Page) -> None:
    """Draw the search box, one of the tables of definitions, and everything on the row that is chosen."""
    wanted = st.text_input(definition_words.SOURCES_SEARCH, key="definitions_search").strip()
    parts = here.cached("everybody", "definitions", lambda: catalogue_parts(here))
    found = {key: rows_with(part, wanted) for key, part in parts.items()}
    set_widget(PART.name, here.selection[PART] or PARTS[0])
    st.segmented_control(
        definition_words.SOURCES_PART,
        options=list(parts),
        format_func=lambda key: words.COUNTED_TITLE.format(
            title=parts[key].title, found=len(found[key]), all=len(parts[key].rows)
        ),
        required=True,
        key=widget_key(PART.name),
        on_change=choose_from_widget,
        args=(PART.name,),
    )
    part = parts[here.selection[PART] or PARTS[0]]
    rows = found[part.key]
    if not rows:
        st.info(words.NOTHING_FOUND)
        return
    made = partial(catalogue_block, part, rows)
    # What somebody typed takes no room among the pieces that visitors share.
    show(here, made() if wanted else here.cached("everybody", f"definitions {part.key}", made))
    chosen = st.selectbox(
        definition_words.RECORD,
        options=range(len(rows)),
        index=0 if len(rows) == 1 else None,
        format_func=lambda place: rows[place][0],
        placeholder=definition_words.RECORD_NONE,
        key=f"definitions_{part.key}_{len(rows)}",
    )
    if chosen is not None:
        st.html(catalogue_record(part, rows[chosen]).html())
