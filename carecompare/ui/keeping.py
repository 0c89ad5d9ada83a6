"""Where a visitor's own things are kept: the office's files, the visit's memory, or nowhere."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.clock import JAPAN
from carecompare.errors import CareCompareError, OwnConflictError, OwnDataError
from carecompare.own import Folder, Kept, Memory, Shelf
from carecompare.paths import project_paths
from carecompare.settings import Mode, mode
from carecompare.text import keeping_words as words
from carecompare.text.explain import sentence
from carecompare.ui.html import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from carecompare.own import Kind, Saving
    from carecompare.own.records import C

AUTHOR = "own_author"
AUTHOR_WIDGET = "own_author_widget"
VISIT = "own_visit"
# What a visit remembers of something that is kept has a key that begins so.
READ_FROM_KEPT = "from_kept_"
OUTCOME = "own_outcome"
MOST_ATTEMPTS = 5


@dataclass(frozen=True)
class Keeper:
    """A shelf with the visitor's name on it. Pages save through this and nothing else.

    Parameters
    ----------
    shelf : Shelf
        Over files or over the visit's memory.
    mode : {"shared", "session", "readonly"}
        How the installation is used.
    author : str
        Who saves; empty until it is entered.
    """

    shelf: Shelf
    mode: Mode
    author: str

    @property
    def refusal(self) -> str:
        """Return why nothing can be saved now, or an empty text."""
        if self.mode == "readonly":
            return words.READONLY
        return "" if self.author else words.AUTHOR_MISSING

    def kept(self, area: str, kind: Kind[C]) -> Kept[C] | None:
        """Return what was saved last; see `Shelf.kept`."""
        return self.shelf.kept(area, kind)

    def folders(self, area: str) -> frozenset[str]:
        """Return the folders of the kinds that may have been saved; see `Shelf.folders`."""
        return self.shelf.folders(area)

    def latest(self, area: str, kind: Kind[C]) -> int:
        """Return the number of the last version, 0 when there is none."""
        return self.shelf.latest(area, kind)

    def history(self, area: str, kind: Kind[C], most: int) -> list[Saving]:
        """Return the latest versions, the last first."""
        return self.shelf.history(area, kind, most)

    def save(self, area: str, kind: Kind[C], content: C, based_on: int) -> Kept[C]:
        """Save a content as the next version.

        Raises
        ------
        OwnConflictError
            If somebody saved after ``based_on``.
        OwnDataError
            If this installation keeps nothing, no author is given, or the content cannot be kept.
        """
        self._check()
        return self.shelf.save(area, kind, content, based_on, self.author)

    def change(self, area: str, kind: Kind[C], changed: Callable[[C | None, int], C]) -> Kept[C]:
        """Change whatever is kept now: for additions and removals that never contradict another's.

        Parameters
        ----------
        area : str
            Code of the own municipality.
        kind : Kind
            What is changed.
        changed : callable
            From what is kept (None when nothing is) and the version to be, the new content. Asked again when
            somebody else was faster.

        Raises
        ------
        OwnDataError
            As for `save`, or whatever ``changed`` raises.
        """
        for _ in range(MOST_ATTEMPTS - 1):
            try:
                return self._change(area, kind, changed)
            except OwnConflictError:
                continue
        return self._change(area, kind, changed)

    def _change(self, area: str, kind: Kind[C], changed: Callable[[C | None, int], C]) -> Kept[C]:
        kept = self.kept(area, kind)
        version = kept.version if kept else 0
        return self.save(area, kind, changed(kept.content if kept else None, version + 1), version)

    def restore(self, area: str, kind: Kind[C], version: int, based_on: int) -> Kept[C]:
        """Save the content of an earlier version again.

        Raises
        ------
        OwnConflictError
            If somebody saved after ``based_on``.
        OwnDataError
            As for `save`, or if that version cannot be read.
        """
        self._check()
        return self.shelf.restore(area, kind, version, based_on, self.author)

    def _check(self) -> None:
        if self.mode == "readonly":
            raise OwnDataError("own_readonly")
        if not self.author:
            raise OwnDataError("own_author_missing")


def office_keeper() -> Keeper:
    """Return the keeper of this installation, without a visitor and so without an author.

    Raises
    ------
    CareCompareError
        If the setting of the mode is wrong.
    """
    chosen = mode()
    return Keeper(Shelf(Memory({}) if chosen == "session" else Folder(project_paths().own)), chosen, "")


def keeper() -> Keeper:
    """Return the keeper of this visit.

    Raises
    ------
    CareCompareError
        If the setting of the mode is wrong.
    """
    office = office_keeper()
    author = st.session_state.get(AUTHOR, "")
    if office.mode == "session":
        return Keeper(Shelf(Memory(visit_records())), office.mode, author or words.VISITOR)
    return replace(office, author=author)


def nameless_keeper() -> Keeper:
    """Return the keeper for what nobody has to say who they are: to put a view aside, to freeze it.

    Raises
    ------
    CareCompareError
        If the setting of the mode is wrong.
    """
    here = keeper()
    return here if here.author else replace(here, author=words.VISITOR)


def show_author(place: str = "") -> None:
    """Draw the box for who saves; it is asked once per visit, and not where nothing is kept in files.

    Parameters
    ----------
    place : str
        Tells two boxes on one page apart; what is entered in one stands in both.
    """
    if mode() != "shared":
        return
    key = f"{AUTHOR_WIDGET}{place}"
    author = st.session_state.get(AUTHOR, "")
    if st.session_state.get(key) != author:
        st.session_state[key] = author
    st.text_input(
        words.AUTHOR,
        placeholder=words.AUTHOR_PLACEHOLDER,
        help=words.AUTHOR_HELP,
        max_chars=60,
        key=key,
        on_change=_take_author,
        args=(key,),
    )


def _take_author(key: str) -> None:
    st.session_state[AUTHOR] = " ".join(st.session_state[key].split())


@dataclass(frozen=True)
class Outcome:
    """What became of the last button, said on the next run of the page."""

    success: str = ""
    problem: CareCompareError | None = None


@contextmanager
def attempt(success: str = "", place: str = "") -> Iterator[None]:
    """Do something in a callback; whether it worked is said by `show_outcome` of that place."""
    try:
        yield
    except CareCompareError as problem:
        st.session_state[f"{OUTCOME}{place}"] = Outcome(problem=problem)
    else:
        if success:
            st.session_state[f"{OUTCOME}{place}"] = Outcome(success)


def show_outcome(described: Callable[[object], str] = str, place: str = "") -> None:
    """Say what became of the last button; two contents that met stand side by side.

    Parameters
    ----------
    described : callable
        Words for a content of the kind the page saves.
    place : str
        As it was given to `attempt`.
    """
    outcome: Outcome | None = st.session_state.pop(f"{OUTCOME}{place}", None)
    if outcome is None:
        return
    if outcome.problem is None:
        st.success(plain(outcome.success))
        return
    st.error(f"**{words.NOT_SAVED}**  \n{plain(sentence(outcome.problem))}")
    conflict = outcome.problem
    if isinstance(conflict, OwnConflictError) and isinstance(conflict.newer, Kept):
        newer = conflict.newer
        theirs, mine = st.columns(2)
        heading = words.CONFLICT_THEIRS.format(
            version=newer.version, author=newer.author, when=moment(newer.saved_at)
        )
        for column, title, content in (
            (theirs, heading, newer.content),
            (mine, words.CONFLICT_MINE, conflict.mine),
        ):
            column.caption(plain(title))
            column.code(described(content) or words.CONFLICT_EMPTY, language=None, wrap_lines=True)
        st.caption(words.CONFLICT_NEXT)


def visit_records() -> dict[str, bytes]:
    """Return what this visit has entered on a public server: versions by path."""
    visit: dict[str, bytes] = st.session_state.setdefault(VISIT, {})
    return visit


def moment(when: datetime) -> str:
    """Return a time as it was in Japan, to the minute."""
    return when.astimezone(JAPAN).strftime("%Y-%m-%d %H:%M")
