"""The form in which an initiative is entered or changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import streamlit as st

from carecompare.errors import OwnConflictError
from carecompare.own import (
    INITIATIVES,
    Initiative,
    Initiatives,
    checked_initiative,
    initiative,
    initiatives_with,
)
from carecompare.own.initiatives import FOUND, OWN
from carecompare.text import initiative_words as words
from carecompare.text.problem_rows import problem_row
from carecompare.ui.blocks import section
from carecompare.ui.html import Table, plain
from carecompare.ui.keeping import attempt, keeper
from carecompare.ui.registered import terms_of

if TYPE_CHECKING:
    from carecompare.own import Problem
    from carecompare.ui.frame import Page

BEGAN, PROBLEMS, DRAFTS = "initiative_began", "initiative_problems", "initiative_drafts"
LONG = ("implementers", "funding", "effects", "source")
SEVERAL = ("types", "fields")
ROLES = ("area", "title", "types", "fields", "since", *LONG, "evidence", "contact")
TEXT_HEIGHT_PX = 80


def show_form(here: Page) -> None:
    """Draw the form with its problems, empty or with the initiative that is being changed."""
    began = began_with(here.own)
    section(plain(words.SECTION_CHANGE.format(title=began.title)) if began else words.SECTION_ENTER)
    _show_problems(here.own)
    # Boxes forget what they hold when another page is opened; what was being written is kept apart.
    for role, value in (_values(here.own, began) | _draft(here.own)).items():
        st.session_state.setdefault(_key(here.own, role), value)
    refusal = keeper().refusal
    with st.container(border=True, key=f"initiative_form_{here.own}"):
        left, right = st.columns(2, gap="medium")
        with left:
            _select(here, "area")
            for role in ("title", *SEVERAL, "since"):
                _field(here, role)
            _select(here, "evidence")
        with right:
            for role in (*LONG, "contact"):
                _field(here, role)
        st.button(
            words.CHANGE if began else words.ADD,
            key="initiative_save",
            type="primary",
            disabled=bool(refusal),
            help=refusal or None,
            on_click=_save,
            args=(here,),
        )
    if began:
        st.button(words.CANCEL, key="initiative_cancel", on_click=begin, args=(here.own, None))


def _select(here: Page, role: str) -> None:
    is_area = role == "area"
    options = list(here.loaded.municipalities) if is_area else list(FOUND)
    if st.session_state[_key(here.own, role)] not in options:  # a municipality that is no more
        st.session_state[_key(here.own, role)] = here.own if is_area else FOUND[0]
    st.selectbox(
        words.ROLES[role],
        options=options,
        format_func=(here.loaded.municipalities if is_area else words.EVIDENCE).__getitem__,
        filter_mode="contains",
        help=words.HELP[role],
        key=_key(here.own, role),
        on_change=_keep,
        args=(here.own, role),
    )


def _field(here: Page, role: str) -> None:
    key, explained = _key(here.own, role), words.HELP[role]
    label = words.ROLES[role]
    if role in SEVERAL:
        known = here.catalog.initiative_types if role == "types" else here.catalog.fields
        # A definition may have gone since the initiative was entered.
        st.session_state[key] = [each for each in st.session_state[key] if each in known]
        st.multiselect(
            words.REQUIRED.format(label=label) if role == "types" else label,
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
            placeholder=words.PLACEHOLDERS.get(role, ""),
            height=TEXT_HEIGHT_PX,
            key=key,
            on_change=_keep,
            args=(here.own, role),
        )
    else:
        st.text_input(
            words.REQUIRED.format(label=label) if role == "title" else label,
            help=explained,
            placeholder=words.PLACEHOLDERS.get(role, ""),
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
    st.error(words.PROBLEMS.format(count=len(problems)))
    rows = [problem_row(each.error(words.ROLES[each.role]))[2:] for each in problems]
    st.html(Table(words.PROBLEM_COLUMNS, rows).html())


def _draft(own: str) -> dict[str, Any]:
    """Return what has been written in the form and not yet saved, by role."""
    every: dict[str, dict[str, Any]] = st.session_state.setdefault(DRAFTS, {})
    return every.setdefault(own, {})


def _keep(own: str, role: str) -> None:
    _draft(own)[role] = st.session_state[_key(own, role)]


def _key(own: str, role: str) -> str:
    return f"initiative_{role}_{own}"


def began_with(own: str) -> Initiative | None:
    """Return the initiative that is being changed, as it was when that began."""
    found: Initiative | None = st.session_state.get(BEGAN, {}).get(own)
    return found


def _values(own: str, began: Initiative | None) -> dict[str, Any]:
    """Return what the form begins with."""
    if began is None:
        return {role: [] if role in SEVERAL else "" for role in ROLES} | {"area": own, "evidence": FOUND[0]}
    values: dict[str, Any] = {
        role: list(getattr(began, role)) if role in SEVERAL else str(getattr(began, role)) for role in ROLES
    }
    values["since"] = str(began.since or "")
    values["evidence"] = FOUND[0] if began.evidence == OWN else began.evidence
    return values


def begin(own: str, entry: Initiative | None) -> None:
    """Fill the form with an initiative to change, or empty it; meant for callbacks."""
    st.session_state.setdefault(BEGAN, {})[own] = entry
    st.session_state.setdefault(PROBLEMS, {}).pop(own, None)
    _draft(own).clear()
    for role, value in _values(own, entry).items():
        st.session_state[_key(own, role)] = value


def _save(here: Page) -> None:
    own, began = here.own, began_with(here.own)
    texts: dict[str, str] = {}
    for role in ROLES:
        value = st.session_state.get(_key(own, role)) or ""
        texts[role] = "\n".join(value) if isinstance(value, list | tuple) else str(value)
    # The box gives a code; the evidence is asked of what was found elsewhere only.
    texts["code"] = texts.pop("area")
    if texts["code"] == own:
        texts["evidence"] = ""
    made, problems = checked_initiative(texts, terms_of(here), began.id if began else "")
    st.session_state.setdefault(PROBLEMS, {})[own] = problems
    if made is None:
        return
    with attempt((words.CHANGED if began else words.ADDED).format(title=made.title)):
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
