"""The town's figures by district: typed or pasted into a grid, or brought as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.errors import OwnDataError
from carecompare.own.contents.districts import DISTRICTS, with_figures
from carecompare.own.uploads.district_figures import ReadDistrictFigures, figure_rows, read_district_figures
from carecompare.own.uploads.sheet import Sheet
from carecompare.own.uploads.sheets import read_sheets
from carecompare.reports.workbooks.table import table_workbook
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.parts.brought import brought_table, show_problems
from carecompare.ui.parts.keeping import attempt, keeper, save_button
from carecompare.ui.parts.once import once
from carecompare.ui.parts.widgets import is_untouched
from carecompare.views.topics.own.checks import WORKBOOK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.own.contents.districts import Districts
    from carecompare.views.base.here import Page


TYPING, UPLOADED = "reach_figures_typing", "reach_figures_uploaded"


@dataclass(frozen=True)
class Typing:
    """What a visit is typing: whose, on which version, and the rows it began with."""

    own: str
    version: int
    rows: pd.DataFrame


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
    box = f"reach_figures_upload_{here.own}_{version}"
    given = brought_table(reach_district_words.ENTER_UPLOAD, box)
    names = [each.name for each in districts.districts]
    if given is not None:
        found = once(UPLOADED, (here.own, given.file_id, version), lambda: _read(given, names))
        _show_save(here, districts, found, version)
        return
    found, based_on = _show_grid(here, districts, version, names)
    _show_save(here, districts, found, based_on)


def _show_grid(
    here: Page, districts: Districts, version: int, names: Sequence[str]
) -> tuple[ReadDistrictFigures, int]:
    typing: Typing | None = st.session_state.get(TYPING)
    if typing is None or typing.own != here.own or _is_older(typing, version):
        frame = pd.DataFrame(_rows(districts), columns=list(reach_district_words.ENTER_COLUMNS))
        typing = Typing(here.own, version, frame.astype({"value": "float64", "of": "float64"}))
        st.session_state[TYPING] = typing
    if typing.version != version:
        st.warning(reach_district_words.ENTER_OLDER.format(version=version))
        st.button(reach_district_words.ENTER_AGAIN, key="reach_figures_again", on_click=forget_figures)
    label = reach_district_words.ENTER_COLUMNS
    edited = st.data_editor(
        typing.rows,
        key=_grid(typing),
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
    cells = [["" if pd.isna(cell) else _text(cell) for cell in row] for row in edited.to_numpy(dtype=object)]
    sheet = Sheet("", [list(label.values()), *cells])
    return read_district_figures([sheet], names), typing.version


def _text(cell: object) -> str:
    return f"{cell:.15g}" if isinstance(cell, float) else str(cell)


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


def forget_figures() -> None:
    """Forget what was typed and begin with what is kept; meant for callbacks."""
    st.session_state.pop(TYPING, None)


def _save(own: str, after: Districts, based_on: int) -> None:
    with attempt(reach_district_words.ENTER_SAVED):
        keeper().save(own, DISTRICTS, after, based_on)
        forget_figures()


def _grid(typing: Typing) -> str:
    return f"reach_figures_grid_{typing.own}_{typing.version}"


def _is_older(typing: Typing, version: int) -> bool:
    return typing.version != version and is_untouched(_grid(typing))
