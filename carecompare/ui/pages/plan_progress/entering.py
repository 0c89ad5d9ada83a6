"""Where plan and actual are entered: a grid of one year, a table, exports of 見える化."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.errors import OwnDataError
from carecompare.limits import LARGEST
from carecompare.own.contents.plan_figures import (
    PLAN_FIGURES,
    PlanFigures,
    plan_figures_with,
    plan_merged,
)
from carecompare.own.uploads.plan_form import form_texts, plan_form
from carecompare.own.uploads.plan_table import read_plan
from carecompare.own.uploads.sheets import read_sheets
from carecompare.reports import csv_file
from carecompare.text.errors.explain import sentence
from carecompare.text.format import era_year
from carecompare.text.topics import plan_progress_words as progress_words
from carecompare.ui.parts.brought import box_key, brought_table, empty_box, show_problems
from carecompare.ui.parts.grids import begun_grid, forget_grid
from carecompare.ui.parts.keeping import attempt, begun_at, keeper, save_button
from carecompare.ui.parts.once import once
from carecompare.views.base.table import plain
from carecompare.views.files.takeaway import XLSX
from carecompare.views.topics.plan.entering import (
    MOST_SHOWN,
    exported_plan,
    grid_figures,
    grid_rows,
    preview_table,
)
from carecompare.views.topics.plan.figures import chosen_cycle

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.own import Kept
    from carecompare.own.contents.plan_figures import PlanFigure, PlanItem
    from carecompare.own.uploads.plan_table import ReadPlan
    from carecompare.views.base.here import Page


YEAR, UPLOADED, BOX = "plan_grid_year", "plan_uploaded", "plan_upload"
GRID_PX = 420


def show_entering(here: Page, kept: Kept[PlanFigures] | None) -> None:
    """Draw the grid of a fiscal year, then the form to take and to bring, then what exports hold."""
    _show_grid(here, kept)
    _show_forms(here, kept)
    _show_upload(here, kept)
    _show_exports(here, kept)


def _show_grid(here: Page, kept: Kept[PlanFigures] | None) -> None:
    years = [year for period in here.catalog.plan.periods.values() for year in period.years]
    cycle = chosen_cycle(here)
    if st.session_state.get(YEAR) not in years:
        st.session_state[YEAR] = cycle.year if cycle.year in years else years[-1]
    year = st.selectbox(
        progress_words.GRID_YEAR,
        options=years,
        format_func=partial(era_year, fiscal=True),
        key=YEAR,
    )
    st.caption(progress_words.GRID_HELP)
    slot, version = f"plan_{here.own}_{year}", kept.version if kept else 0
    content = kept.content if kept else PlanFigures()
    grid = begun_grid(slot, version, lambda: grid_rows(here, content, year), is_merged=True)
    rows = grid.began
    figure = partial(st.column_config.NumberColumn, min_value=0, max_value=LARGEST)
    labels = progress_words.GRID_COLUMNS
    edited = st.data_editor(
        rows,
        key=grid.key,
        hide_index=True,
        width="stretch",
        height=GRID_PX,
        placeholder="",
        column_config={
            "item": st.column_config.TextColumn(labels["item"], disabled=True, width="medium"),
            "unit": st.column_config.TextColumn(labels["unit"], disabled=True, width="small"),
            **{name: figure(labels[name]) for name in ("planned", "actual", "interim")},
        },
    )
    now = grid_figures(edited, year)
    is_same = now == grid_figures(rows, year)
    save_button(
        progress_words.GRID_SAVE,
        _save_grid,
        (here.own, slot, grid_figures(rows, year), now),
        key="plan_grid_save",
        not_ready=progress_words.NOTHING_ENTERED if is_same else "",
    )


def _save_grid(own: str, slot: str, began: Sequence[PlanFigure], now: Sequence[PlanFigure]) -> None:
    with attempt(progress_words.SAVED):
        kept = keeper().kept(own, PLAN_FIGURES)
        keeper().save(own, PLAN_FIGURES, plan_merged(kept, began, now), kept.version if kept else 0)
        forget_grid(slot)


def _show_forms(here: Page, kept: Kept[PlanFigures] | None) -> None:
    content, guide = kept.content if kept else PlanFigures(), here.catalog.plan
    name = progress_words.FORM_FILE.format(own=here.own_label)

    def text() -> bytes:
        columns, *rows = form_texts(guide, content)
        return csv_file(pd.DataFrame(rows, columns=columns, dtype=str)).content

    with st.container(horizontal=True):
        for label, ending, made, kind in (
            (progress_words.FORM_XLSX, "xlsx", partial(plan_form, here.own_label, guide, content), XLSX),
            (progress_words.FORM_CSV, "csv", text, "text/csv"),
        ):
            st.download_button(
                label,
                data=made,
                file_name=f"{name}.{ending}",
                mime=kind,
                key=f"plan_form_{ending}",
                icon=":material/download:",
                on_click="ignore",
            )
    st.caption(progress_words.FORM_NOTE)


def _show_upload(here: Page, kept: Kept[PlanFigures] | None) -> None:
    version = kept.version if kept else 0
    given = brought_table(progress_words.UPLOAD, box_key(BOX, here.own))
    if given is None:
        return
    result = once(UPLOADED, (here.own, given.file_id), lambda: _read(here, given))
    if isinstance(result, OwnDataError):
        st.error(plain(sentence(result)))
        return
    if result.problems:
        show_problems(result.problems)
        return
    mode = st.radio(
        progress_words.MODE,
        options=list(progress_words.MODES),
        format_func=progress_words.MODES.__getitem__,
        key="plan_mode",
    )
    begun, read = begun_at(given.file_id, version), (result.items, result.figures)
    _show_preview(here, kept, read, anew=mode == "replace", begun=begun, key="table")


def _read(here: Page, given: UploadedFile) -> ReadPlan | OwnDataError:
    try:
        return read_plan(read_sheets(given.getvalue(), given.name), here.catalog.plan, given.name)
    except OwnDataError as problem:
        return problem


def _show_preview(
    here: Page,
    kept: Kept[PlanFigures] | None,
    read: tuple[Sequence[PlanItem], Sequence[PlanFigure]],
    *,
    anew: bool,
    begun: int,
    key: str,
) -> None:
    content = kept.content if kept else PlanFigures()
    try:
        after = plan_figures_with(content, read[1], read[0], anew=anew)
    except OwnDataError as problem:
        st.error(plain(sentence(problem)))
        return
    said, table, count = preview_table(here, content, after)
    if not count:
        st.info(progress_words.NO_CHANGE)
        return
    st.subheader(said)
    st.html(table.html())
    if count > MOST_SHOWN:
        st.caption(progress_words.MORE.format(count=count - MOST_SHOWN))
    save_button(
        progress_words.SAVE_TABLE.format(count=count),
        _save,
        (here.own, after, begun),
        key=f"plan_save_{key}",
    )


def _save(own: str, after: PlanFigures, version: int) -> None:
    with attempt(progress_words.SAVED):
        keeper().save(own, PLAN_FIGURES, after, version)
        empty_box(BOX, own)


def _show_exports(here: Page, kept: Kept[PlanFigures] | None) -> None:
    items, figures = exported_plan(here)
    with st.expander(progress_words.EXPORTS):
        if not items:
            st.caption(progress_words.EXPORTS_NONE)
            return
        st.caption(progress_words.EXPORTS_FOUND.format(count=len(items)))
        begun = kept.version if kept else 0
        _show_preview(here, kept, (items, figures), anew=False, begun=begun, key="exports")
