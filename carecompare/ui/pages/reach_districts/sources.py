"""Districts from a file that the town brings, and proposals from school districts or schools."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import OwnDataError
from carecompare.own.contents.districts import Districts, districts_of
from carecompare.own.uploads.district_table import ReadDistricts, read_districts, table_of
from carecompare.own.uploads.school_districts import (
    proposed_by_area,
    proposed_by_nearest,
    read_school_districts,
)
from carecompare.own.uploads.sheets import read_sheets
from carecompare.reports.workbooks.table import table_workbook
from carecompare.text.errors.explain import sentence
from carecompare.text.topics.reach import reach_district_words
from carecompare.ui.pages.reach_districts.saving import show_save
from carecompare.ui.parts.brought import box_key, brought_table, empty_box, show_problems
from carecompare.ui.parts.keeping import begun_at
from carecompare.ui.parts.once import once
from carecompare.ui.parts.style import upload_style
from carecompare.views.base.table import plain
from carecompare.views.topics.own.checks import WORKBOOK
from carecompare.views.topics.reach.districts import blocks_and_beside, town_blocks
from carecompare.views.topics.reach.new_office import PARTED, place_label, places
from carecompare.views.topics.reach.ways import points

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.own.contents.districts import Block
    from carecompare.views.base.here import Page


UPLOADED, SCHOOLS = "reach_districts_uploaded", "reach_districts_schools"
BOX = "reach_districts_upload"
FEWEST_SCHOOLS = 2


def show_file(here: Page, districts: Districts, version: int) -> None:
    """Draw the form to take, the file to bring, its problems or what it changes."""
    st.caption(reach_district_words.FILE_NOTE)
    st.download_button(
        reach_district_words.FILE_FORM,
        data=lambda: _form(here, districts),
        file_name=f"{reach_district_words.FILE_FORM_NAME.format(own=here.own_label)}.xlsx",
        mime=WORKBOOK,
        key="reach_districts_form",
        on_click="ignore",
    )
    given = brought_table(reach_district_words.FILE_UPLOAD, box_key(BOX, here.own))
    if given is None:
        return
    result = once(UPLOADED, (here.own, given.file_id, version), lambda: _read(here, given, districts))
    if result.problems:
        show_problems(result.problems)
        return
    base = begun_at(given.file_id, version)
    show_save(here, result.districts, base, partial(empty_box, BOX, here.own))


def _read(here: Page, given: UploadedFile, districts: Districts) -> ReadDistricts:
    try:
        sheets = read_sheets(given.getvalue(), given.name)
        return read_districts(sheets, blocks_and_beside(here), given.name, districts)
    except OwnDataError as problem:
        return ReadDistricts(Districts(), (problem,))


def _form(here: Page, districts: Districts) -> bytes:
    """Return every block with the district it is in, to be filled in and brought back."""
    blocks = town_blocks(here)
    held = {(ward, town): name for name, ward, town in table_of(districts, blocks.ward_names)}
    column = reach_district_words.TABLE_COLUMNS
    rows = [(held.get((block.ward, block.town), ""), block.ward, block.town) for block in blocks.listed]
    return table_workbook(
        reach_district_words.DECLARE,
        [column["district"], column["ward"], column["town"]],
        rows,
        [reach_district_words.FILE_NOTE],
    )


def show_proposal(here: Page, districts: Districts, version: int) -> None:
    """Draw the choice of what a proposal is made from, and what it would change."""
    st.caption(reach_district_words.PROPOSAL_NOTE)
    kind = st.radio(
        reach_district_words.PROPOSAL_KIND,
        options=list(reach_district_words.PROPOSAL_KINDS),
        format_func=reach_district_words.PROPOSAL_KINDS.__getitem__,
        key="reach_districts_kind",
    )
    proposed = _by_schools(here) if kind == "school_point" else _by_file(here)
    if proposed:
        show_save(here, districts_of(proposed, districts), version)


def _by_file(here: Page) -> list[tuple[str, Block]]:
    box = f"reach_districts_school_{here.own}"
    st.html(upload_style(box))
    given = st.file_uploader(reach_district_words.PROPOSAL_UPLOAD, type=["geojson", "json"], key=box)
    if given is None:
        return []

    def read() -> list[tuple[str, Block]] | OwnDataError:
        try:
            schools = read_school_districts(given.getvalue(), here.own, given.name)
        except OwnDataError as problem:
            return problem
        return proposed_by_area(points(here), schools)

    result = once(SCHOOLS, (here.own, given.file_id), read)
    if isinstance(result, OwnDataError):
        st.error(plain(sentence(result)))
        return []
    return result


def _by_schools(here: Page) -> list[tuple[str, Block]]:
    known = places(here)
    chosen = st.multiselect(
        reach_district_words.PROPOSAL_SCHOOLS,
        options=list(known),
        format_func=place_label,
        key=f"reach_districts_points_{here.own}",
    )
    if len(chosen) < FEWEST_SCHOOLS:
        return []
    listed = points(here)
    schools = []
    for name in chosen:
        row = listed.iloc[known[name]]
        _, town, koaza = name.split(PARTED)
        called = reach_district_words.PROPOSAL_SCHOOL_NAME.format(town=town + koaza)
        schools.append((called, float(row["latitude"]), float(row["longitude"])))
    return proposed_by_nearest(listed, schools)
