"""Persons as weights of the points: the box for the files, what was found in them, one button."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import OwnDataError
from carecompare.own.contents.persons import PERSONS, TownPersons
from carecompare.own.uploads.persons_files import layout_of, read_persons
from carecompare.text.errors.explain import sentence
from carecompare.text.format import number
from carecompare.text.own import mesh_words
from carecompare.ui.parts.brought import box_key, empty_box
from carecompare.ui.parts.history import show_undo
from carecompare.ui.parts.keeping import attempt, begun_at, keeper, save_button, show_author, show_outcome
from carecompare.ui.parts.once import once
from carecompare.ui.parts.style import upload_style
from carecompare.views.base.table import plain
from carecompare.views.topics.reach.persons import persons, persons_line
from carecompare.views.topics.reach.ways import points

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


PLACE, READ, BOX = "reach_persons", "reach_persons_read", "reach_persons_files"


def show_persons(here: Page, known: Outlines | None) -> None:
    """Draw what persons say of the chosen service, and the box to bring their files."""
    show_outcome(place=PLACE)
    people = persons(here)
    if people is not None:
        st.markdown(f"{plain(persons_line(here))}  \n{plain(people.said)}")
    if known is None or here.own not in known.shapes:
        return
    with st.expander(mesh_words.PERSONS):
        st.caption(mesh_words.PERSONS_HELP)
        show_author(PLACE)
        kept = here.kept(PERSONS)
        version = kept.version if kept else 0
        box = box_key(BOX, here.own)
        st.html(upload_style(box))
        given = st.file_uploader(
            mesh_words.UPLOAD, type=["txt", "csv", "zip", "dbf"], accept_multiple_files=True, key=box
        )
        if given:
            _show_found(here, given, known, version)
        show_undo(here.own, PERSONS, version, TownPersons(), mesh_words.UNDONE_FIRST)


def _show_found(here: Page, given: list[UploadedFile], known: Outlines, version: int) -> None:
    files = [(each.getvalue(), each.name) for each in given]
    year = mesh_words.YEARS[1]
    try:
        is_projected = any(layout_of(*each) == "projected_mesh" for each in files)
    except OwnDataError as problem:
        st.error(plain(sentence(problem)))
        return
    if is_projected:
        year = st.selectbox(mesh_words.YEAR, options=list(mesh_words.YEARS), index=1, key=f"{PLACE}_year")

    def read() -> TownPersons | OwnDataError:
        try:
            return read_persons(files, points(here), here.own, known.shapes[here.own], int(year))
        except OwnDataError as problem:
            return problem

    found = once(READ, (here.own, tuple(each.file_id for each in given), year), read)
    if isinstance(found, OwnDataError):
        st.error(plain(sentence(found)))
        return
    st.markdown(plain(_said(here, found)))
    base = begun_at("".join(each.file_id for each in given), version)
    save_button(mesh_words.SAVE, _save, (here.own, found, base), key=f"{PLACE}_save")


def _said(here: Page, found: TownPersons) -> str:
    population, aged_65, aged_75 = (
        number(sum(each))
        for each in zip(*((at.population, at.aged_65, at.aged_75) for at in found.points), strict=True)
    )
    line = mesh_words.FOUND.format(
        layout=mesh_words.LAYOUTS[found.layout],
        year=found.year,
        population=population,
        aged_65=aged_65,
        aged_75=aged_75,
        points=number(len(points(here))),
        held=number(len(found.points)),
    )
    left = mesh_words.LEFT.format(count=number(found.left_65), areas=number(len(found.unmatched)))
    return line + (left if found.left_65 >= 1 else "")


def _save(own: str, found: TownPersons, based_on: int) -> None:
    with attempt(mesh_words.SAVED, PLACE):
        keeper().save(own, PERSONS, found, based_on)
        empty_box(BOX, own)
