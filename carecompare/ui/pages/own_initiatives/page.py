"""The page on which a town enters initiatives: the list, the form, the table, undo."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import INITIATIVES, Initiatives, initiatives_without
from carecompare.text import words
from carecompare.text.own import initiative_words
from carecompare.ui.pages.own_initiatives.form import began_with, begin, show_form
from carecompare.ui.pages.own_initiatives.table import show_table
from carecompare.ui.parts.history import show_undo, show_visit
from carecompare.ui.parts.keeping import attempt, keeper, save_button, show_author, show_outcome
from carecompare.ui.parts.widgets import section
from carecompare.views.base.table import Table, notes
from carecompare.views.topics.initiatives.registered import (
    CHOSEN,
    described,
    entered_by,
    fields_of,
    kept_initiatives,
    labels_of,
    place_of,
    since_of,
)

if TYPE_CHECKING:
    from carecompare.own import Initiative, Kept
    from carecompare.views.base.here import Page


def show_own_initiatives(here: Page) -> None:
    """Draw what the own municipality has entered, and how to enter, change and delete.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    if not here.own:
        st.info(words.OWN_MISSING)
        return
    st.caption(initiative_words.LEAD)
    with st.container():  # keeps its place whether or not there is something to say
        show_outcome(lambda content: described(here, content))
    kept = kept_initiatives(here)
    content, version = (kept.content, kept.version) if kept else (Initiatives(), 0)
    section(initiative_words.SECTION_LIST.format(count=len(content.initiatives)))
    _show_list(here, kept)
    show_author()
    if keeper().refusal:
        st.caption(keeper().refusal)
    _show_choice(here, content)
    show_undo(here.own, INITIATIVES, version, Initiatives(), initiative_words.UNDONE_FIRST)
    show_form(here)
    section(initiative_words.SECTION_TABLE)
    show_table(here, content, version)
    show_visit()


def _show_list(here: Page, kept: Kept[Initiatives] | None) -> None:
    if kept is None or not kept.content.initiatives:
        st.info(initiative_words.NOTHING_YET)
        return
    listed = kept.content.initiatives
    rows = [
        (
            place_of(here, each.area),
            each.title,
            labels_of(here, each.types),
            fields_of(here, each.fields),
            since_of(each),
            initiative_words.EVIDENCE[each.evidence],
            each.source or initiative_words.BLANK,
        )
        for each in listed
    ]
    own = frozenset(number for number, each in enumerate(listed) if each.area == here.own)
    st.html(
        Table(
            initiative_words.LIST_COLUMNS,
            rows,
            own_rows=own,
            faint=frozenset({initiative_words.BLANK}),
            kind="initiatives",
        ).html()
    )
    st.html(notes(entered_by(here, kept)))
    st.page_link(
        words.PAGES["initiatives"][2],
        label=initiative_words.MATRIX_LINK,
        icon=words.PAGES["initiatives"][1],
        query_params=here.selection.as_query(),
    )


def _show_choice(here: Page, content: Initiatives) -> None:
    if not content.initiatives:
        return
    known = {each.id: each for each in content.initiatives}
    box, edit, delete = st.columns([5, 1, 1], vertical_alignment="bottom")
    if st.session_state.get(CHOSEN) not in known:
        st.session_state[CHOSEN] = None
    chosen = box.selectbox(
        initiative_words.CHOOSE,
        options=list(known),
        index=None,
        format_func=lambda each: f"{place_of(here, known[each].area)}：{known[each].title}",
        placeholder=initiative_words.CHOOSE_PLACEHOLDER,
        key=CHOSEN,
    )
    if chosen is None:
        return
    for place, label, key, press in (
        (edit, initiative_words.EDIT, "initiative_edit", begin),
        (delete, initiative_words.DELETE, "initiative_delete", _delete),
    ):
        save_button(
            label,
            press,
            (here.own, known[chosen]),
            key=key,
            place=place,
            kind="secondary",
            width="stretch",
        )


def _delete(own: str, entry: Initiative) -> None:
    with attempt(initiative_words.DELETED.format(title=entry.title)):
        keeper().change(
            own, INITIATIVES, lambda kept, _: initiatives_without(kept or Initiatives(), entry.id)
        )
        if began_with(own) == entry:
            begin(own, None)
