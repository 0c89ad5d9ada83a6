"""The page on which a town enters initiatives: the list, the form, the table, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import INITIATIVES, Initiative, Initiatives, initiatives_without
from carecompare.text import initiative_words as words
from carecompare.text import words as common
from carecompare.ui.blocks import section
from carecompare.ui.history import show_undo, show_visit
from carecompare.ui.html import Table, notes
from carecompare.ui.initiative_form import began_with, begin, show_form
from carecompare.ui.keeping import attempt, keeper, show_author, show_outcome
from carecompare.ui.own_initiative_table import show_table
from carecompare.ui.registered import (
    described,
    entered_by,
    fields_of,
    kept_initiatives,
    labels_of,
    place_of,
    since_of,
)

if TYPE_CHECKING:
    from carecompare.own import Kept
    from carecompare.ui.frame import Page

CHOSEN = "initiative_chosen"


def show_own_initiatives(here: Page) -> None:
    """Draw what the own municipality has entered, and how to enter, change and delete.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    if not here.own:
        st.info(common.OWN_MISSING)
        return
    st.caption(words.LEAD)
    with st.container():  # keeps its place whether or not there is something to say
        show_outcome(lambda content: described(here, content))
    kept = kept_initiatives(here)
    content, version = (kept.content, kept.version) if kept else (Initiatives(), 0)
    section(words.SECTION_LIST.format(count=len(content.initiatives)))
    _show_list(here, kept)
    show_author()
    if keeper().refusal:
        st.caption(keeper().refusal)
    _show_choice(here, content)
    show_undo(here.own, INITIATIVES, version, Initiatives(), words.UNDONE_FIRST)
    show_form(here)
    section(words.SECTION_TABLE)
    show_table(here, content, version)
    show_visit()


def _show_list(here: Page, kept: Kept[Initiatives] | None) -> None:
    if kept is None or not kept.content.initiatives:
        st.info(words.NOTHING_YET)
        return
    listed = kept.content.initiatives
    rows = [
        (
            place_of(here, each.area),
            each.title,
            labels_of(here, each.types),
            fields_of(here, each.fields),
            since_of(each),
            words.EVIDENCE[each.evidence],
            each.source or words.BLANK,
        )
        for each in listed
    ]
    own = frozenset(number for number, each in enumerate(listed) if each.area == here.own)
    st.html(
        Table(
            words.LIST_COLUMNS, rows, own_rows=own, faint=frozenset({words.BLANK}), kind="initiatives"
        ).html()
    )
    st.html(notes(entered_by(here, kept)))
    st.page_link(
        common.PAGES["initiatives"][2],
        label=words.MATRIX_LINK,
        icon=common.PAGES["initiatives"][1],
        query_params=here.selection.as_query(),
    )


def _show_choice(here: Page, content: Initiatives) -> None:
    if not content.initiatives:
        return
    refusal = keeper().refusal
    known = {each.id: each for each in content.initiatives}
    box, edit, delete = st.columns([5, 1, 1], vertical_alignment="bottom")
    if st.session_state.get(CHOSEN) not in known:
        st.session_state[CHOSEN] = None
    chosen = box.selectbox(
        words.CHOOSE,
        options=list(known),
        index=None,
        format_func=lambda each: f"{place_of(here, known[each].area)}：{known[each].title}",
        placeholder=words.CHOOSE_PLACEHOLDER,
        key=CHOSEN,
    )
    for place, label, key, press in (
        (edit, words.EDIT, "initiative_edit", begin),
        (delete, words.DELETE, "initiative_delete", _delete),
    ):
        place.button(
            label,
            key=key,
            disabled=bool(refusal) or chosen is None,
            help=refusal or None,
            on_click=press,
            args=(here.own, known.get(chosen or "")),
            width="stretch",
        )


def _delete(own: str, entry: Initiative) -> None:
    with attempt(words.DELETED.format(title=entry.title)):
        keeper().change(
            own, INITIATIVES, lambda kept, _: initiatives_without(kept or Initiatives(), entry.id)
        )
        if began_with(own) == entry:
            begin(own, None)
