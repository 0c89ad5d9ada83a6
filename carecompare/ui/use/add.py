"""The button that puts a view into the papers of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import CareCompareError
from carecompare.own import MEETING, Meeting, meeting_with
from carecompare.text.errors.explain import sentence
from carecompare.text.files import meeting_words
from carecompare.ui.parts.keeping import nameless_keeper
from carecompare.views.base.block import exhibit
from carecompare.views.base.table import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def change_meeting(own: str, changed: Callable[[Meeting, int], Meeting]) -> Meeting:
    """Change the papers, whatever they are now.

    Raises
    ------
    OwnDataError
        If this installation keeps nothing, or ``changed`` refuses.
    """
    kept = nameless_keeper().change(own, MEETING, lambda now, version: changed(now or Meeting(), version))
    return kept.content


def show_add(here: Page, block: Block) -> None:
    """Draw the button that puts a block into the papers."""
    refusal = nameless_keeper().refusal
    st.button(
        meeting_words.ADD,
        key=f"meeting_{block.key}",
        icon=":material/add_to_photos:",
        on_click=_add,
        args=(here, block),
        disabled=bool(refusal),
        help=refusal or None,
        width="stretch",
    )


def _add(here: Page, block: Block) -> None:
    put = exhibit(block, here.selection.as_query())
    try:
        after = change_meeting(here.own, lambda now, version: meeting_with(now, [put], version))
    except CareCompareError as problem:
        st.toast(plain(sentence(problem)), icon=":material/error:")
    else:
        said = meeting_words.ADDED.format(count=len(after.items))
        st.toast(plain(said), icon=":material/add_to_photos:")
