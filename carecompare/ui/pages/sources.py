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
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.block import show
from carecompare.views.base.table import notes
from carecompare.views.files.country import MEGABYTE, REMEMBERED, country
from carecompare.views.files.takeaway import XLSX
from carecompare.views.topics.data.catalogue import catalogue_block, catalogue_parts

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
    """Draw the search box and the three tables of definitions."""
    wanted = st.text_input(definition_words.SOURCES_SEARCH, key="definitions_search").strip()
    for part in here.cached("everybody", "definitions", lambda: catalogue_parts(here)):
        found = [row for row in part.rows if all(each in " ".join(row) for each in wanted.split())]
        section(words.COUNTED_TITLE.format(title=part.title, found=len(found), all=len(part.rows)))
        if found:
            made = partial(catalogue_block, part, found)
            # What somebody typed takes no room among the pieces that visitors share.
            show(here, made() if wanted else here.cached("everybody", f"definitions {part.key}", made))
        else:
            st.info(words.NOTHING_FOUND)
