"""Save what a town keeps: the author, the attempt, the outcome."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import CareCompareError, OwnConflictError
from carecompare.own import Kept, Memory, Shelf
from carecompare.settings import mode
from carecompare.text.errors.explain import sentence
from carecompare.text.own import keeping_words
from carecompare.ui.parts.account import account
from carecompare.ui.parts.why import say_why
from carecompare.ui.parts.widgets import read_selection
from carecompare.views.base.kept import AUTHOR_WIDGET, OUTCOME, VISIT, Keeper, moment, office_keeper
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Literal

    from streamlit.delta_generator import DeltaGenerator


AUTHOR, ASKED_AUTHOR = "own_author", "own_asked_author"
# What a button was to do, until it is known who presses it.
WAITING = "own_waiting"
# At which version the look at each file brought began.
BEGUN = "own_begun"


def keeper() -> Keeper:
    """Return the keeper of this visit.

    Raises
    ------
    CareCompareError
        If the setting of the mode is wrong.
    """
    office = office_keeper()
    who = account()
    if who is not None:
        return replace(office, author=who.name, account=who, own=read_selection().own)
    author = st.session_state.get(AUTHOR, "")
    if office.mode == "session":
        return Keeper(Shelf(Memory(visit_records())), office.mode, author or keeping_words.VISITOR)
    return replace(office, author=author)


def nameless_keeper() -> Keeper:
    """Return the keeper for what nobody has to say who they are: to put a view aside, to freeze it.

    Raises
    ------
    CareCompareError
        If the setting of the mode is wrong.
    """
    here = keeper()
    return here if here.author or here.account is not None else replace(here, author=keeping_words.VISITOR)


def save_button(  # noqa: PLR0913 - how it looks, and what it does
    label: str,
    save: Callable[..., None],
    args: tuple[object, ...],
    *,
    key: str,
    place: DeltaGenerator | None = None,
    not_ready: str = "",
    kind: Literal["primary", "secondary", "tertiary"] = "primary",
    help_text: str = "",
    icon: str | None = None,
    width: Literal["stretch", "content"] = "content",
) -> None:
    """Draw a button that changes what the town keeps; who has given no name yet is asked when pressing it.

    Parameters
    ----------
    label, key, help_text, icon, kind, width
        As of Streamlit's button; instead of the help stands why nothing may be saved.
    save : callable
        What is done, in a callback, by `attempt`.
    args : tuple
        Given to it.
    place : DeltaGenerator, optional
        Where it is drawn, such as a column.
    not_ready : str
        Why there is nothing to save yet, said beside the button; empty where there is something.
    """
    refusal = keeper().refusal
    asks = refusal == keeping_words.AUTHOR_MISSING
    if asks:
        refusal, save, args = "", _ask_name, (save, args)
    (place or st).button(
        label,
        key=key,
        type=kind,
        icon=icon,
        width=width,
        disabled=bool(refusal or not_ready),
        help=refusal or not_ready or help_text or None,
        on_click=save,
        args=args,
    )
    # A label that says it already needs no second sentence.
    say_why("" if refusal or not_ready in label else not_ready, place)


def _ask_name(save: Callable[..., None], args: tuple[object, ...]) -> None:
    st.session_state[WAITING] = (save, args)


def show_name_question() -> None:
    """Ask for the name where a button waits for it, and then do what it does; once per visit."""
    if WAITING in st.session_state:
        _name_question()


def _give_up() -> None:
    st.session_state.pop(WAITING, None)


@st.dialog(keeping_words.ASK_TITLE, on_dismiss=_give_up)
def _name_question() -> None:
    st.caption(keeping_words.AUTHOR_HELP)
    st.text_input(
        keeping_words.AUTHOR, placeholder=keeping_words.AUTHOR_PLACEHOLDER, max_chars=60, key=ASKED_AUTHOR
    )
    st.button(keeping_words.ASK_SAVE, type="primary", key="own_asked_save", on_click=_save_named)
    if WAITING not in st.session_state:
        st.rerun()


def _save_named() -> None:
    author = " ".join(str(st.session_state[ASKED_AUTHOR]).split())
    if author:
        st.session_state[AUTHOR] = author
        save, args = st.session_state.pop(WAITING)
        save(*args)


def show_author(place: str = "") -> None:
    """Draw the box for who saves; it is asked once per visit, and not where nothing is kept in files.

    Parameters
    ----------
    place : str
        Tells two boxes on one page apart; what is entered in one stands in both.
    """
    if mode() != "shared":
        return
    keep = keeper()
    if keep.account is not None:
        st.caption(plain(keep.refusal or keeping_words.ACCOUNT.format(name=keep.author)))
        return
    key = f"{AUTHOR_WIDGET}{place}"
    author = st.session_state.get(AUTHOR, "")
    if st.session_state.get(key) != author:
        st.session_state[key] = author
    st.text_input(
        keeping_words.AUTHOR,
        placeholder=keeping_words.AUTHOR_PLACEHOLDER,
        help=keeping_words.AUTHOR_HELP,
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


def begun_at(file_id: str, version: int) -> int:
    """Return the version that was kept when a file was first looked at; say so where others saved since.

    A page reads what is kept at each run, and any run may be the first after somebody else saved. What is
    based on the version of the beginning is refused then, with both contents shown, and begins anew.
    """
    begun: dict[str, int] = st.session_state.setdefault(BEGUN, {})
    first = begun.setdefault(file_id, version)
    if first != version:
        st.warning(keeping_words.NEWER_FILE.format(version=version))
    return first


@contextmanager
def attempt(success: str = "", place: str = "") -> Iterator[None]:
    """Do something in a callback; whether it worked is said by `show_outcome` of that place."""
    try:
        yield
    except CareCompareError as problem:
        if isinstance(problem, OwnConflictError):
            st.session_state.pop(BEGUN, None)
        st.session_state[f"{OUTCOME}{place}"] = Outcome(problem=problem)
    else:
        st.session_state.pop(BEGUN, None)
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
    st.error(f"**{keeping_words.NOT_SAVED}**  \n{plain(sentence(outcome.problem))}")
    conflict = outcome.problem
    if isinstance(conflict, OwnConflictError) and isinstance(conflict.newer, Kept):
        newer = conflict.newer
        theirs, mine = st.columns(2)
        heading = keeping_words.CONFLICT_THEIRS.format(
            version=newer.version, author=newer.author, when=moment(newer.saved_at)
        )
        for column, title, content in (
            (theirs, heading, newer.content),
            (mine, keeping_words.CONFLICT_MINE, conflict.mine),
        ):
            column.caption(plain(title))
            column.code(described(content) or keeping_words.CONFLICT_EMPTY, language=None, wrap_lines=True)
        st.caption(keeping_words.CONFLICT_NEXT)


def visit_records() -> dict[str, bytes]:
    """Return what this visit has entered on a public server: versions by path."""
    visit: dict[str, bytes] = st.session_state.setdefault(VISIT, {})
    return visit
