"""The town's figures by district: typed or pasted into a grid, or brought as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.errors import OwnDataError
from carecompare.own.contents.districts import DISTRICTS, with_figures
from carecompare.own.uploads.district_figures import (
    ReadDistrictFigures,
    figure_rows,
    read_district_figures,
    read_figure_grid,
)
from carecompare.own.uploads.sheets import read_sheets
from carecompare.reports.workbooks.table import table_workbook
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.parts.brought import box_key, brought_table, empty_box, show_problems
from carecompare.ui.parts.grids import begun_grid, forget_grid
from carecompare.ui.parts.keeping import attempt, begun_at, keeper, save_button
from carecompare.ui.parts.once import once
from carecompare.views.topics.own.checks import WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.own.contents.districts import Districts
    from carecompare.views.base.here import Page


UPLOADED, BOX = "reach_figures_uploaded", "reach_figures_upload"


def show_figures(here: Page, districts: Districts, version: int) -> None:
    """Draw the grid and the box for a file, their problems, and the button."""
    st.caption(reach_district_words.ENTER_NOTE)
    columns = list(reach_district_words.ENTER_COLUMNS.values())
    st.download_button(
        reach_district_words.FILE_FORM,
        data=lambda: table_workbook(reach_district_words.FIGURES, columns, _rows(districts)),
        file_name=f"{reach_district_words.ENTER_FILE.format(own=here.own_label)}.xlsx",
        mime=WORKBOOK,
        key="reach_figures_form",
        on_click="ignore",
    )
    given = brought_table(reach_district_words.ENTER_UPLOAD, box_key(BOX, here.own))
    names = [each.name for each in districts.districts]
    if given is not None:
        found = once(UPLOADED, (here.own, given.file_id, version), lambda: _read(given, names))
        _show_save(here, districts, found, begun_at(given.file_id, version))
        return
    found, based_on = _show_grid(here, districts, version, names)
    _show_save(here, districts, found, based_on)


def _show_grid(
    here: Page, districts: Districts, version: int, names: Sequence[str]
) -> tuple[ReadDistrictFigures, int]:
    grid = begun_grid(_slot(here.own), version, lambda: _frame(districts))
    label = reach_district_words.ENTER_COLUMNS
    edited = st.data_editor(
        grid.began,
        key=grid.key,
        num_rows="dynamic",
        hide_index=False,
        width="stretch",
        placeholder="",
        column_config={
            "district": st.column_config.SelectboxColumn(label["district"], options=list(names)),
            "item": st.column_config.TextColumn(label["item"], max_chars=60),
            "value": st.column_config.NumberColumn(label["value"], min_value=0),
            "of": st.column_config.NumberColumn(label["of"], min_value=0),
            "unit": st.column_config.TextColumn(label["unit"], max_chars=20),
            "year": st.column_config.NumberColumn(label["year"], step=1, format="%d"),
            "source": st.column_config.TextColumn(label["source"], max_chars=60),
        },
    )
    return read_figure_grid(edited.rename(columns=label), names), grid.version


def _frame(districts: Districts) -> pd.DataFrame:
    frame = pd.DataFrame(_rows(districts), columns=list(reach_district_words.ENTER_COLUMNS))
    return frame.astype({"value": "float64", "of": "float64"}).set_axis(
        pd.RangeIndex(1, len(frame) + 1), axis=0
    )


def _rows(districts: Districts) -> list[tuple[str | float | None, ...]]:
    """Return the figures as they are kept; of none an empty row for each district, to be filled in."""
    found = figure_rows({each.name: each.figures for each in districts.districts})
    return found or [(each.name, "", None, None, "", None, "") for each in districts.districts]


def _read(given: UploadedFile, names: Sequence[str]) -> ReadDistrictFigures:
    try:
        return read_district_figures(read_sheets(given.getvalue(), given.name), names, given.name)
    except OwnDataError as problem:
        return ReadDistrictFigures({}, (problem,))


def _show_save(here: Page, districts: Districts, found: ReadDistrictFigures, version: int) -> None:
    if found.problems:
        show_problems(found.problems)
        return
    after = with_figures(districts, found.figures)
    if after == districts:
        st.info(reach_district_words.UNCHANGED)
        return
    save_button(
        reach_district_words.ENTER_SAVE.format(count=number(sum(map(len, found.figures.values())))),
        _save,
        (here.own, after, version),
        key="reach_figures_save",
    )


def _save(own: str, after: Districts, based_on: int) -> None:
    with attempt(reach_district_words.ENTER_SAVED):
        keeper().save(own, DISTRICTS, after, based_on)
        forget_grid(_slot(own))
        empty_box(BOX, own)


def _slot(own: str) -> str:
    return f"reach_figures_{own}"
