"""The page on which a town enters initiatives: the list, the form, the table, undo."""

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
    initiatives_without,
)
from carecompare.own.initiatives import FOUND, OWN
from carecompare.text import initiative_words as words
from carecompare.text import words as common
from carecompare.text.problem_rows import problem_row
from carecompare.ui.blocks import section
from carecompare.ui.history import show_undo, show_visit
from carecompare.ui.html import Table, notes, plain
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
    terms_of,
)

if TYPE_CHECKING:
    from carecompare.own import Kept, Problem
    from carecompare.ui.frame import Page

BEGAN, PROBLEMS, CHOSEN = "initiative_began", "initiative_problems", "initiative_chosen"
SHORT = ("title", "since", "contact")
LONG = ("implementers", "funding", "effects", "source")
SEVERAL = ("types", "fields")
ROLES = ("area", "title", "types", "fields", "since", *LONG, "evidence", "contact")
TEXT_HEIGHT_PX = 80


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
    _show_form(here)
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
        (edit, words.EDIT, "initiative_edit", _begin),
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


def _show_form(here: Page) -> None:
    began = _began(here.own)
    section(plain(words.SECTION_CHANGE.format(title=began.title)) if began else words.SECTION_ENTER)
    _show_problems(here.own)
    for role, value in _values(here.own, began).items():
        st.session_state.setdefault(_key(here.own, role), value)
    refusal = keeper().refusal
    with st.form(f"initiative_form_{here.own}", enter_to_submit=False):
        left, right = st.columns(2, gap="medium")
        with left:
            _select(here, "area")
            for role in ("title", *SEVERAL, "since"):
                _field(here, role)
            _select(here, "evidence")
        with right:
            for role in (*LONG, "contact"):
                _field(here, role)
        st.form_submit_button(
            words.CHANGE if began else words.ADD,
            key="initiative_save",
            type="primary",
            disabled=bool(refusal),
            help=refusal or None,
            on_click=_save,
            args=(here,),
        )
    if began:
        st.button(words.CANCEL, key="initiative_cancel", on_click=_begin, args=(here.own, None))


def _select(here: Page, role: str) -> None:
    is_area = role == "area"
    st.selectbox(
        words.ROLES[role],
        options=list(here.loaded.municipalities) if is_area else list(FOUND),
        format_func=(here.loaded.municipalities if is_area else words.EVIDENCE).__getitem__,
        filter_mode="contains",
        help=words.HELP[role],
        key=_key(here.own, role),
    )


def _field(here: Page, role: str) -> None:
    key, explained = _key(here.own, role), words.HELP[role]
    label = words.ROLES[role]
    if role in SEVERAL:
        known = here.catalog.initiative_types if role == "types" else here.catalog.fields
        st.multiselect(
            words.REQUIRED.format(label=label) if role == "types" else label,
            options=list(known),
            format_func=lambda each: known[each].label_ja,
            placeholder="",
            help=explained,
            key=key,
        )
    elif role in LONG:
        st.text_area(
            label,
            help=explained,
            placeholder=words.PLACEHOLDERS.get(role, ""),
            height=TEXT_HEIGHT_PX,
            key=key,
        )
    else:
        st.text_input(
            words.REQUIRED.format(label=label) if role == "title" else label,
            help=explained,
            placeholder=words.PLACEHOLDERS.get(role, ""),
            key=key,
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


def _key(own: str, role: str) -> str:
    return f"initiative_{role}_{own}"


def _began(own: str) -> Initiative | None:
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


def _begin(own: str, entry: Initiative | None) -> None:
    st.session_state.setdefault(BEGAN, {})[own] = entry
    st.session_state.setdefault(PROBLEMS, {}).pop(own, None)
    for role, value in _values(own, entry).items():
        st.session_state[_key(own, role)] = value


def _save(here: Page) -> None:
    own, began = here.own, _began(here.own)
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
        _begin(own, None)


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


def _delete(own: str, entry: Initiative) -> None:
    with attempt(words.DELETED.format(title=entry.title)):
        keeper().change(
            own, INITIATIVES, lambda kept, _: initiatives_without(kept or Initiatives(), entry.id)
        )
        if _began(own) == entry:
            _begin(own, None)
