"""A table that a visitor brings: the box it is laid in, and the problems found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.errors.problem_rows import problem_row
from carecompare.text.format import number
from carecompare.text.own import own_data_words
from carecompare.ui.parts.style import upload_style
from carecompare.views.topics.own.checks import KINDS, MOST_SHOWN, problem_table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.errors import CareCompareError


ROUNDS = "brought_rounds"


def brought_table(label: str, key: str, note: str = "") -> UploadedFile | None:
    """Draw the box for a table, a workbook or CSV, and return what lies in it.

    Parameters
    ----------
    label, note : str
        What is asked for, and a line below the box.
    key : str
        Another key is an empty box: see `box_key`.
    """
    st.html(upload_style(key))
    given = st.file_uploader(label, type=list(KINDS), key=key)
    if note:
        st.caption(note)
    return given


def box_key(name: str, own: str) -> str:
    """Return the key of a box that saving empties, and nothing that others save does."""
    rounds: dict[tuple[str, str], int] = st.session_state.get(ROUNDS, {})
    return f"{name}_{own}_{rounds.get((name, own), 0)}"


def empty_box(name: str, own: str) -> None:
    """Let a box be empty when it is drawn next: what lay in it is saved; meant for callbacks."""
    rounds: dict[tuple[str, str], int] = st.session_state.setdefault(ROUNDS, {})
    rounds[name, own] = rounds.get((name, own), 0) + 1


def show_problems(problems: Sequence[CareCompareError], uncounted: int = 0) -> None:
    """Draw problems with their places and what to do; nothing where there are none.

    Parameters
    ----------
    problems : sequence of CareCompareError
        The first `MOST_SHOWN` stand in a table.
    uncounted : int
        How many more there are of which only the number is known.
    """
    if not problems:
        return
    count = len(problems) + uncounted
    st.error(own_data_words.PROBLEMS.format(count=number(count)))
    shown = [problem_row(each) for each in problems[:MOST_SHOWN]]
    st.html(problem_table(shown).html())
    if count > len(shown):
        st.caption(own_data_words.PROBLEMS_MORE.format(count=number(count - len(shown))))
