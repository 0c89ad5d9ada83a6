"""Every version of what is kept: look, restore, undo, repair; a visit taken home and brought back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st
from msgspec.structs import fields

from carecompare.clock import now
from carecompare.errors import OwnDataError
from carecompare.own import Kind, read_visit, visit_file
from carecompare.settings import mode
from carecompare.text.errors.explain import sentence
from carecompare.text.own import keeping_words
from carecompare.ui.parts.keeping import (
    attempt,
    keeper,
    nameless_keeper,
    save_button,
    show_author,
    show_outcome,
    visit_records,
)
from carecompare.ui.parts.style import upload_style
from carecompare.ui.parts.why import say_why
from carecompare.views.base.kept import READ_FROM_KEPT, moment
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from carecompare.errors import OwnDamagedError
    from carecompare.own import Saving
    from carecompare.own.keeping.records import C


HISTORY = "history_"
MOST_VERSIONS = 30


def show_history(area: str, kind: Kind[C]) -> None:
    """Draw what opens the latest versions, each with a button that brings it back."""
    place = st.popover(
        keeping_words.HISTORY, width="stretch", key=f"{HISTORY}{kind.folder}", on_change="rerun"
    )
    if place.open:  # nobody waits for what nobody looks at: a version is a file to read
        with place:
            _show_versions(area, kind)


def show_repair(damaged: OwnDamagedError) -> None:
    """Draw the history of what cannot be read, and the way to begin anew where no version can be.

    Parameters
    ----------
    damaged : OwnDamagedError
        What stopped the page.
    """
    area, kind = damaged.area, damaged.kind
    if not isinstance(kind, Kind):
        return
    with st.container(border=True, key="repair"):
        show_outcome()
        show_author("_repair")
        st.markdown(f"**{keeping_words.HISTORY}**")
        readable = _show_versions(area, kind, "repair_")
        if not readable and not any(each.required for each in fields(kind.content)):
            save_button(
                keeping_words.BEGIN_ANEW, _begin_anew, (area, kind), key="repair_anew", kind="secondary"
            )


def _show_versions(area: str, kind: Kind[C], place: str = "") -> bool:
    """Draw the latest versions, older ones when asked for; return whether one of them can be brought back."""
    keep = nameless_keeper()
    shown = f"{HISTORY}most_{place}{kind.folder}"
    most = st.session_state.get(shown, MOST_VERSIONS)
    found = keep.history(area, kind, most + 1)
    savings = found[:most]
    if not savings:
        st.caption(keeping_words.HISTORY_EMPTY)
        return False
    st.caption(keep.refusal or keeping_words.HISTORY_NOTE)
    latest = savings[0].version
    can_restore = False
    for saving in savings:
        said, pressed = st.columns([3, 2], vertical_alignment="center")
        said.caption(plain(history_line(saving)))
        if saving.version != latest and saving.problem is None:
            can_restore = True
            pressed.button(
                keeping_words.HISTORY_RESTORE,
                key=f"{place}restore_{kind.folder}_{saving.version}",
                disabled=bool(keep.refusal),
                on_click=restore_version,
                args=(area, kind, saving.version, latest),
                width="stretch",
            )
    if len(found) > most:
        st.button(
            keeping_words.HISTORY_OLDER,
            key=f"{place}older_{kind.folder}",
            on_click=st.session_state.update,
            args=({shown: most + MOST_VERSIONS},),
        )
    return can_restore or len(found) > most


def _begin_anew(area: str, kind: Kind[C]) -> None:
    with attempt(keeping_words.BEGUN_ANEW):
        keep = keeper()
        keep.save(area, kind, kind.content(), keep.latest(area, kind))


def restore_version(area: str, kind: Kind[C], version: int, based_on: int) -> None:
    """Bring an earlier version back; meant for callbacks."""
    with attempt(keeping_words.RESTORED.format(restored_from=version, version=based_on + 1)):
        nameless_keeper().restore(area, kind, version, based_on)


def show_undo(area: str, kind: Kind[C], version: int, nothing: C, first_undone: str) -> None:
    """Draw the button that takes the last save back, beside the history.

    Parameters
    ----------
    area : str
        Code of the own municipality.
    kind : Kind
        What is kept.
    version : int
        The version that is shown; 0 when nothing was saved.
    nothing : Content
        What there was before the first version.
    first_undone : str
        What is said when the first version was taken back.
    """
    undo, history = st.columns(2)
    refusal = nameless_keeper().refusal
    if version:
        undo.button(
            keeping_words.UNDO,
            key=f"undo_{kind.folder}",
            disabled=bool(refusal),
            help=refusal or None,
            on_click=_undo,
            args=(area, kind, version, nothing, first_undone),
            width="stretch",
        )
    with history:
        show_history(area, kind)


def _undo(area: str, kind: Kind[C], version: int, nothing: C, first_undone: str) -> None:
    if version > 1:
        restore_version(area, kind, version - 1, version)
        return
    with attempt(first_undone):
        nameless_keeper().save(area, kind, nothing, version)


def history_line(saving: Saving) -> str:
    """Return one version in words."""
    if saving.problem is not None or saving.saved_at is None:
        problem = sentence(saving.problem) if saving.problem else ""
        return keeping_words.HISTORY_BROKEN.format(version=saving.version, problem=problem)
    line = keeping_words.HISTORY_LINE.format(
        version=saving.version, when=moment(saving.saved_at), author=saving.author
    )
    return line + (
        keeping_words.HISTORY_OF.format(version=saving.restored_from) if saving.restored_from else ""
    )


def show_visit() -> None:
    """On a public server: draw how to take home what was entered, and to bring it back."""
    if mode() != "session":
        return
    records = visit_records()
    with st.expander(keeping_words.VISIT_TITLE):
        st.caption(keeping_words.VISIT_NOTE)
        st.download_button(
            keeping_words.VISIT_DOWNLOAD,
            data=partial(visit_file, records),  # asked outside this script, where no session is known
            file_name=keeping_words.VISIT_FILE.format(when=now().strftime("%Y%m%d_%H%M")),
            mime="application/json",
            key="own_visit_download",
            on_click="ignore",
            disabled=not records,
            help=None if records else keeping_words.VISIT_NOTHING,
        )
        say_why("" if records else keeping_words.VISIT_NOTHING)
        st.html(upload_style("own_visit_upload"))
        given = st.file_uploader(
            keeping_words.VISIT_UPLOAD, type="json", key="own_visit_upload", help=keeping_words.VISIT_REPLACES
        )
        if given is not None:
            try:
                taken = read_visit(given.getvalue(), given.name)
            except OwnDataError as problem:
                st.error(plain(sentence(problem)))
                return
            st.caption(keeping_words.VISIT_REPLACES)
            st.button(
                keeping_words.VISIT_TAKE,
                key="own_visit_take",
                type="primary",
                on_click=_take_visit,
                args=(taken,),
            )


def _take_visit(records: dict[str, bytes]) -> None:
    with attempt(keeping_words.VISIT_TAKEN):
        visit = visit_records()
        visit.clear()
        visit.update(records)
        # Versions of the same number say something else now.
        for key in [key for key in st.session_state if str(key).startswith(READ_FROM_KEPT)]:
            del st.session_state[key]
