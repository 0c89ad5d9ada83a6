"""Own figures from a file: the form to fill in, the upload, its problems, what it changes, one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.errors import OwnDataError
from carecompare.own import OWN_FIGURES, figures_with
from carecompare.own.uploads.check import checked
from carecompare.own.uploads.check_result import Checked
from carecompare.own.uploads.sheets import read_sheets
from carecompare.own.uploads.template import template_rows
from carecompare.own.uploads.template_workbook import template_workbook
from carecompare.reports import csv_file
from carecompare.text.own import own_data_words
from carecompare.text.own.own_upload_words import TEMPLATE_COLUMNS, TEMPLATE_FILE
from carecompare.ui.pages.own_data.checks import settled, show_preview
from carecompare.ui.parts.brought import brought_table, show_problems
from carecompare.ui.parts.grids import forget_grid
from carecompare.ui.parts.keeping import attempt, begun_at, keeper, save_button
from carecompare.ui.parts.making import later
from carecompare.ui.parts.once import once
from carecompare.views.topics.own.checks import UPLOADED, WORKBOOK, grid_slot, known_to, published_figures

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.own import OwnFigures
    from carecompare.views.base.here import Page


def show_upload(here: Page, kept: OwnFigures, version: int) -> None:
    """Draw the form to take, and the file to bring."""
    _show_template(here, kept)
    box = f"own_upload_{here.own}"
    given = brought_table(own_data_words.UPLOAD, box, own_data_words.UPLOAD_NOTE)
    if given is None:
        return
    result = _checked(here, kept, version, given)
    show_problems(result.problems, result.more_problems)
    if result.problems:
        return
    figures, is_settled = settled(result, f"own_{given.file_id}")
    choice = st.radio(
        own_data_words.MODE,
        options=list(own_data_words.MODES),
        format_func=own_data_words.MODES.__getitem__,
        key="own_mode",
    )
    after = figures_with(kept, figures, result.items, replace=choice == "replace")
    show_save(here, kept, after, begun_at(given.file_id, version), is_settled=is_settled)


def show_save(here: Page, kept: OwnFigures, after: OwnFigures, version: int, *, is_settled: bool) -> None:
    """Draw what saving would change, and the one button that saves."""
    count = show_preview(here, kept, after)
    if not count:
        return
    save_button(
        own_data_words.SAVE.format(count=count),
        save_figures,
        (here.own, after, version),
        key="own_save",
        not_ready="" if is_settled else own_data_words.NOT_SETTLED,
    )


def save_figures(own: str, after: OwnFigures, based_on: int) -> None:
    """Save own figures; meant for callbacks."""
    with attempt(own_data_words.SAVED):
        keeper().save(own, OWN_FIGURES, after, based_on)
        forget_grid(grid_slot(own))


def _show_template(here: Page, kept: OwnFigures) -> None:
    workbook, text, _ = st.columns([1, 1, 2])
    name = TEMPLATE_FILE.format(own=here.own_label)

    def rows() -> pd.DataFrame:
        made = template_rows(here.catalog.main_indicators, published_figures(here), kept)
        cells = [{label: row.shown(each) for each, label in TEMPLATE_COLUMNS.items()} for row in made]
        return pd.DataFrame(cells, columns=list(TEMPLATE_COLUMNS.values()), dtype=object)

    def book() -> bytes:
        made = template_rows(here.catalog.main_indicators, published_figures(here), kept)
        areas = [each.name for each in kept.areas]
        return template_workbook(here.own_label, made, here.catalog.main_indicators, areas)

    workbook.download_button(
        own_data_words.TEMPLATE,
        data=later(book),
        file_name=f"{name}.xlsx",
        mime=WORKBOOK,
        key="own_template_xlsx",
        on_click="ignore",
        width="stretch",
    )
    text.download_button(
        own_data_words.TEMPLATE_CSV,
        data=lambda: csv_file(rows()).content,
        file_name=f"{name}.csv",
        mime="text/csv",
        key="own_template_csv",
        on_click="ignore",
        width="stretch",
    )
    st.caption(own_data_words.TEMPLATE_NOTE)


def _checked(here: Page, kept: OwnFigures, version: int, given: UploadedFile) -> Checked:
    def read() -> Checked:
        try:
            return checked(read_sheets(given.getvalue(), given.name), known_to(here, kept), given.name)
        except OwnDataError as problem:
            return Checked((), (), (problem,))

    return once(UPLOADED, (here.own, given.file_id, version), read)
