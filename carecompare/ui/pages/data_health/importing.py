"""The box that imports official files in the browser: read, look at what would change, write; and undo."""

from __future__ import annotations

import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.disk import said_of
from carecompare.errors import CareCompareError, SourceError
from carecompare.paths import project_paths
from carecompare.settings import mode
from carecompare.sources import earlier_editions, import_under_way
from carecompare.sources.earlier import MOST_KEPT
from carecompare.text.data import import_words
from carecompare.text.data.health_words import LOG_COLUMNS
from carecompare.text.data.import_words import undone
from carecompare.text.data.moves_words import COLUMNS as MOVE_COLUMNS
from carecompare.text.errors.explain import sentence
from carecompare.text.format import date, number
from carecompare.text.words import BUILD_STEPS
from carecompare.ui.frame.loading import rebuilt
from carecompare.ui.parts.account import may_import
from carecompare.ui.parts.style import upload_style
from carecompare.ui.parts.why import say_why
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.paged import show_paged
from carecompare.views.base.table import plain
from carecompare.views.topics.data.changes import (
    IMPORT_SHARE,
    Looked,
    Paged,
    import_files,
    log_rows,
    on_screen,
    to_confirm,
)
from carecompare.views.topics.data.importing import files_looked_at, files_taken, import_undone

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.views.base.here import Page


PREVIEW, SAID, ROUND = "import_preview", "import_said", "import_round"
PROBLEM, ACCEPTED = "import_problem", "import_accept_jump"


def show_import(here: Page) -> None:
    """Draw the box, the preview, and the button that imports; or say why this installation has none."""
    section(import_words.IMPORT)
    if said := st.session_state.pop(SAID, ""):
        st.success(plain(said))
    if (known := mode()) != "shared":
        st.info(import_words.NOT_SHARED[known])
        return
    if not may_import():
        st.info(import_words.NOT_ALLOWED)
        return
    if import_under_way(project_paths().figures):
        st.warning(import_words.UNDER_WAY)
    # A box is emptied by giving it another key.
    box = f"import_files_{st.session_state.setdefault(ROUND, 0)}"
    st.html(upload_style(box))
    uploads = st.file_uploader(
        import_words.UPLOAD, accept_multiple_files=True, help=import_words.UPLOAD_HELP, key=box
    )
    as_of = st.text_input(
        import_words.AS_OF,
        placeholder=import_words.AS_OF_EXAMPLE,
        help=import_words.AS_OF_HELP,
        key="import_as_of",
        width=320,
    ).strip()
    accept_jump = bool(st.session_state.get(ACCEPTED, False))
    key = (tuple((each.name, each.file_id) for each in uploads), as_of)
    given = _Given(uploads, as_of or None, accept_jump)
    why = "" if uploads else import_words.READ_NOTHING
    if st.button(import_words.READ_BUTTON, disabled=bool(why), help=why or None, key="import_read"):
        _look(here, given, key)
    say_why(why)
    looked: Looked | None = st.session_state.get(PREVIEW)
    if st.session_state.get(PROBLEM) == "file_looks_incomplete" or (looked is not None and looked.jumps):
        st.checkbox(import_words.ACCEPT_JUMP, key=ACCEPTED)
    if looked is not None and looked.key == key and uploads:
        _show_preview(here, looked)
        _show_decision(here, given, looked)


def show_undo() -> None:
    """Draw the way back to the figures before the last import."""
    if mode() != "shared" or not may_import():
        return
    known = earlier_editions(project_paths().figures)
    if not known:
        return
    section(import_words.UNDO)
    files, at = import_files(known[0].files), f"{date(known[0].at[:10])} {known[0].at[11:16]}"
    st.markdown(plain(import_words.UNDO_FINDING.format(files=files, at=at)))
    st.caption(import_words.UNDO_NOTE.format(most=MOST_KEPT))
    with st.popover(import_words.UNDO_BUTTON):
        st.markdown(plain(import_words.UNDO_CONFIRM.format(files=files)))
        sure = st.button(import_words.UNDO_SURE, key=f"import_undo_{known[0].at}", type="primary")
    if sure:
        _undo(known[0].at)


@dataclass(frozen=True)
class _Given:
    """The uploaded files with what was entered about them."""

    uploads: Sequence[UploadedFile]
    as_of: str | None
    accept_jump: bool

    @contextmanager
    def paths(self) -> Iterator[list[Path]]:
        """Lay the files in a folder of their own until the block ends."""
        with tempfile.TemporaryDirectory() as folder:
            paths = []
            for each in self.uploads:
                name = Path(each.name.replace("\\", "/")).name
                if not name or name.startswith(".") or (Path(folder) / name).exists():
                    raise SourceError("file_name_wrong", found=each.name)
                path = Path(folder) / name
                path.write_bytes(each.getbuffer())
                paths.append(path)
            yield paths


def _look(here: Page, given: _Given, key: tuple[object, ...]) -> None:
    st.session_state.pop(PREVIEW, None)
    with _steps(import_words.READING_NOW) as (tell, end), given.paths() as paths:
        found = files_looked_at(
            project_paths().figures,
            paths,
            here.catalog,
            given.as_of,
            accept_jump=given.accept_jump,
            progress=lambda share, step, detail: tell(share, import_words.STEPS[step].format(detail=detail)),
        )
        rows = log_rows(here, found.log)
        st.session_state[PREVIEW] = Looked(
            key, found.before, rows, found.notes, found.moves, found.finding, found.jumps
        )
        end(import_words.READ_DONE)


def _show_preview(here: Page, looked: Looked) -> None:
    if not looked.rows:
        st.info(import_words.PREVIEW_NONE)
    else:
        finding = import_words.PREVIEW_FINDING.format(
            all=number(len(looked.rows)), confirm=number(len(to_confirm(looked.rows)))
        )
        rows = [*to_confirm(looked.rows), *(row for row in looked.rows if row not in to_confirm(looked.rows))]
        show_paged(here, Paged("import_preview_changes", LOG_COLUMNS, rows, finding))
    if looked.moves:
        (st.warning if looked.jumps else st.info)(plain(looked.finding))
        numeric = frozenset(range(3, len(MOVE_COLUMNS)))
        show_paged(here, Paged("import_preview_moves", MOVE_COLUMNS, looked.moves, "", numeric=numeric))
    if looked.notes:
        st.caption(plain(import_words.PREVIEW_NOTES.format(notes=looked.notes)))


def _show_decision(here: Page, given: _Given, looked: Looked) -> None:
    left, right, _ = st.columns([1, 1, 3])
    waits = looked.jumps and not given.accept_jump
    wanted = left.button(
        import_words.IMPORT_BUTTON, type="primary", key="import_write", width="stretch", disabled=waits
    )
    say_why(import_words.WAITS_FOR_WORD if waits else "")
    if right.button(import_words.CANCEL_BUTTON, key="import_cancel", width="stretch"):
        _forget()
        st.rerun()
    if not wanted:
        return
    with _steps(import_words.IMPORTING_NOW) as (tell, _), given.paths() as paths:
        files_taken(
            project_paths().figures,
            paths,
            here.catalog,
            given.as_of,
            accept_jump=given.accept_jump,
            expected=looked.before,
            progress=lambda share, step, detail: tell(
                share * IMPORT_SHARE, import_words.STEPS[step].format(detail=detail)
            ),
        )
        _build(tell)
        st.session_state[SAID] = import_words.IMPORT_DONE.format(
            files=import_files([path.name for path in paths])
        )
        _forget()
        st.rerun()


def _undo(at: str) -> None:
    with _steps(import_words.UNDOING_NOW) as (tell, _):
        tell(0.0, import_words.STEP_UNDO)
        files = import_undone(project_paths().figures, at)
        _build(tell)
        st.session_state[SAID] = undone(files)
        _forget()
        st.rerun()


def _build(tell: Callable[[float, str], None]) -> None:
    rebuilt(
        lambda share, step: tell(
            IMPORT_SHARE + (1 - IMPORT_SHARE) * share,
            import_words.STEP_BUILD.format(step=BUILD_STEPS.get(step, BUILD_STEPS["step_read"])),
        )
    )


@contextmanager
def _steps(title: str) -> Iterator[tuple[Callable[[float, str], None], Callable[[str], None]]]:
    """Show the steps of something long; what a person can mend ends it with one sentence."""
    status = st.status(title, expanded=True)
    bar = status.progress(0.0)
    line = status.empty()

    def tell(share: float, words_of_step: str) -> None:
        bar.progress(min(share, 1.0))
        line.markdown(plain(words_of_step))

    def end(words_of_end: str) -> None:
        bar.progress(1.0)
        status.update(label=words_of_end, state="complete", expanded=False)

    try:
        yield tell, end
    except (CareCompareError, OSError) as error:
        said = said_of(error)
        st.session_state[PROBLEM] = said.problem
        status.update(label=import_words.FAILED, state="error", expanded=True)
        bar.empty()
        line.error(plain(sentence(on_screen(said))))


def _forget() -> None:
    st.session_state.pop(PREVIEW, None)
    st.session_state.pop(PROBLEM, None)
    st.session_state[ROUND] = st.session_state.get(ROUND, 0) + 1
