"""The form in which an initiative is entered or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import OwnConflictError
from carecompare.own import INITIATIVES, Initiatives, initiative, initiatives_with
from carecompare.own.contents.initiatives import FOUND
from carecompare.own.uploads.initiative_check import checked_initiative
from carecompare.text.errors.problem_rows import problem_row
from carecompare.text.own import initiative_words
from carecompare.ui.parts.keeping import attempt, keeper, save_button
from carecompare.ui.parts.towns import TownBox, show_town_box
from carecompare.ui.parts.widgets import section
from carecompare.views.base.table import Table, plain
from carecompare.views.topics.initiatives.registered import (
    LONG,
    ROLES,
    SEVERAL,
    TEXT_HEIGHT_PX,
    form_key,
    form_values,
    terms_of,
)

if TYPE_CHECKING:
    from typing import Any

    from carecompare.own import Initiative
    from carecompare.own.uploads.initiative_check import Problem
    from carecompare.views.base.here import Page


BEGAN, PROBLEMS, DRAFTS = "initiative_began", "initiative_problems", "initiative_drafts"


def show_form(here: Page) -> None:
    """Draw the form with its problems, empty or with the initiative that is being changed."""
    began = began_with(here.own)
    section(
        plain(initiative_words.SECTION_CHANGE.format(title=began.title))
        if began
        else initiative_words.SECTION_ENTER
    )
    _show_problems(here.own)
    # Boxes forget what they hold when another page is opened; what was being written is kept apart.
    for role, value in (form_values(here.own, began) | _draft(here.own)).items():
        st.session_state.setdefault(form_key(here.own, role), value)
    with st.container(border=True, key=f"initiative_form_{here.own}"):
        left, right = st.columns(2, gap="medium")
        with left:
            _choose_area(here)
            for role in ("title", *SEVERAL, "since"):
                _field(here, role)
            _choose_evidence(here)
        with right:
            for role in (*LONG, "contact"):
                _field(here, role)
        save_button(
            initiative_words.CHANGE if began else initiative_words.ADD, _save, (here,), key="initiative_save"
        )
    if began:
        st.button(initiative_words.CANCEL, key="initiative_cancel", on_click=begin, args=(here.own, None))


def _choose_area(here: Page) -> None:
    own, key = here.own, form_key(here.own, "area")
    if st.session_state[key] not in here.loaded.municipalities:  # one that is no more
        st.session_state[key] = own

    def take(code: str) -> None:
        st.session_state[key] = code
        _keep(own, "area")

    label, explained = initiative_words.ROLES["area"], initiative_words.HELP["area"]
    box = TownBox(here.loaded, label, explained=explained, can_be_empty=False)
    show_town_box(box, st.container(), key, st.session_state[key], take)


def _choose_evidence(here: Page) -> None:
    key = form_key(here.own, "evidence")
    if st.session_state[key] not in FOUND:
        st.session_state[key] = FOUND[0]
    st.selectbox(
        initiative_words.ROLES["evidence"],
        options=list(FOUND),
        format_func=initiative_words.EVIDENCE.__getitem__,
        filter_mode="contains",
        help=initiative_words.HELP["evidence"],
        key=key,
        on_change=_keep,
        args=(here.own, "evidence"),
    )


def _field(here: Page, role: str) -> None:
    key, explained = form_key(here.own, role), initiative_words.HELP[role]
    label = initiative_words.ROLES[role]
    if role in SEVERAL:
        known = here.catalog.initiative_types if role == "types" else here.catalog.fields
        # A definition may have gone since the initiative was entered.
        st.session_state[key] = [each for each in st.session_state[key] if each in known]
        st.multiselect(
            initiative_words.REQUIRED.format(label=label) if role == "types" else label,
            options=list(known),
            format_func=lambda each: known[each].label_ja,
            placeholder="",
            help=explained,
            key=key,
            on_change=_keep,
            args=(here.own, role),
        )
    elif role in LONG:
        st.text_area(
            label,
            help=explained,
            placeholder=initiative_words.PLACEHOLDERS.get(role, ""),
            height=TEXT_HEIGHT_PX,
            key=key,
            on_change=_keep,
            args=(here.own, role),
        )
    else:
        st.text_input(
            initiative_words.REQUIRED.format(label=label) if role == "title" else label,
            help=explained,
            placeholder=initiative_words.PLACEHOLDERS.get(role, ""),
            key=key,
            on_change=_keep,
            args=(here.own, role),
        )
        if role == "contact":
            st.caption(explained)


def _show_problems(own: str) -> None:
    problems: tuple[Problem, ...] = st.session_state.get(PROBLEMS, {}).get(own, ())
    if not problems:
        return
    st.error(initiative_words.PROBLEMS.format(count=len(problems)))
    rows = [problem_row(each.error(initiative_words.ROLES[each.role]))[2:] for each in problems]
    st.html(Table(initiative_words.PROBLEM_COLUMNS, rows).html())


def _draft(own: str) -> dict[str, Any]:
    """Return what has been written in the form and not yet saved, by role."""
    every: dict[str, dict[str, Any]] = st.session_state.setdefault(DRAFTS, {})
    return every.setdefault(own, {})


def _keep(own: str, role: str) -> None:
    _draft(own)[role] = st.session_state[form_key(own, role)]


def began_with(own: str) -> Initiative | None:
    """Return the initiative that is being changed, as it was when that began."""
    found: Initiative | None = st.session_state.get(BEGAN, {}).get(own)
    return found


def begin(own: str, entry: Initiative | None) -> None:
    """Fill the form with an initiative to change, or empty it; meant for callbacks."""
    st.session_state.setdefault(BEGAN, {})[own] = entry
    st.session_state.setdefault(PROBLEMS, {}).pop(own, None)
    _draft(own).clear()
    for role, value in form_values(own, entry).items():
        st.session_state[form_key(own, role)] = value


def _save(here: Page) -> None:
    own, began = here.own, began_with(here.own)
    texts: dict[str, str] = {}
    for role in ROLES:
        value = st.session_state.get(form_key(own, role)) or ""
        texts[role] = "\n".join(value) if isinstance(value, list | tuple) else str(value)
    # The box gives a code; the evidence is asked of what was found elsewhere only.
    texts["code"] = texts.pop("area")
    if texts["code"] == own:
        texts["evidence"] = ""
    made, problems = checked_initiative(texts, terms_of(here), began.id if began else "")
    st.session_state.setdefault(PROBLEMS, {})[own] = problems
    if made is None:
        return
    with attempt((initiative_words.CHANGED if began else initiative_words.ADDED).format(title=made.title)):
        if began is None:
            keeper().change(
                own,
                INITIATIVES,
                lambda kept, version: initiatives_with(kept or Initiatives(), made, version),
            )
        else:
            _save_changed(own, made, began)
        begin(own, None)


def _save_changed(own: str, made: Initiative, began: Initiative) -> None:
    """Save a changed initiative unless somebody else has changed it since; both are shown then."""
    kept = keeper().kept(own, INITIATIVES)
    content, version = (kept.content, kept.version) if kept else (Initiatives(), 0)
    now = initiative(content, began.id)
    after = initiatives_with(content, made, version + 1)
    if kept is not None and now != began:
        # Whoever saves again has seen the other's words.
        st.session_state[BEGAN][own] = now
        raise OwnConflictError(
            kept, after, found=kept.author, expected=kept.saved_at.isoformat(timespec="minutes")
        )
    keeper().save(own, INITIATIVES, after, version)
