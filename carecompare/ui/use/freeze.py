"""The button that freezes a view."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode
from uuid import uuid4

import streamlit as st

from carecompare.errors import CareCompareError
from carecompare.own import FROZEN, FROZEN_VIEW, FrozenEntry, FrozenViews, frozen_with
from carecompare.text.errors.explain import sentence
from carecompare.text.files import frozen_words
from carecompare.ui.parts.keeping import nameless_keeper
from carecompare.ui.parts.server import server_address
from carecompare.views.base.table import plain
from carecompare.views.files.frozen import FROZEN_ID, ID_DIGITS, frozen_of, frozen_views

if TYPE_CHECKING:
    from collections.abc import Callable

    from carecompare.own import FrozenView
    from carecompare.views.base.block import Block
    from carecompare.views.base.here import Page


def show_freeze(here: Page, block: Block) -> None:
    """Draw the button that freezes a block, and the link to what it froze last."""
    keep = nameless_keeper()
    refusal = keep.refusal
    st.button(
        frozen_words.FREEZE,
        key=f"freeze_{block.key}",
        icon=":material/ac_unit:",
        on_click=_freeze,
        args=(here, block),
        disabled=bool(refusal),
        help=refusal or frozen_words.FREEZE_HELP,
        width="stretch",
    )
    made: FrozenEntry | None = st.session_state.get(_last(here.own, block))
    # What a visit of a public server keeps, no other opens.
    if made is not None and keep.mode != "session":
        st.caption(frozen_words.LINK)
        query = urlencode({"own": here.own, FROZEN_ID.name: made.id})
        st.code(f"{server_address()}/frozen?{query}", language=None, wrap_lines=True)


def _last(own: str, block: Block) -> str:
    return f"frozen_last_{own}_{block.key}"


def freeze(here: Page, kept: FrozenView) -> FrozenEntry:
    """Keep a view and put it on the list.

    Parameters
    ----------
    here : Page
        The page of the municipality.
    kept : FrozenView
        From `frozen_of`.

    Raises
    ------
    OwnDataError
        If this installation keeps nothing, or there are too many.
    """
    identifier = f"f{uuid4().hex[:ID_DIGITS]}"
    entry = FrozenEntry(identifier, kept.exhibit.title, kept.exhibit.made)
    frozen_with(frozen_views(here)[0], entry)
    nameless_keeper().save(here.own, FROZEN_VIEW.of(identifier), kept, 0)
    change_frozen(here.own, lambda now: frozen_with(now, entry))
    return entry


def change_frozen(own: str, changed: Callable[[FrozenViews], FrozenViews]) -> None:
    """Change the list, whatever it is now.

    Raises
    ------
    OwnDataError
        If this installation keeps nothing, or ``changed`` refuses.
    """
    nameless_keeper().change(own, FROZEN, lambda now, _: changed(now or FrozenViews()))


def _freeze(here: Page, block: Block) -> None:
    try:
        made = freeze(here, frozen_of(here.loaded, block, here.selection.as_query()))
    except CareCompareError as problem:
        st.toast(plain(sentence(problem)), icon=":material/error:")
    else:
        st.session_state[_last(here.own, block)] = made
        st.toast(frozen_words.FROZEN, icon=":material/ac_unit:")
