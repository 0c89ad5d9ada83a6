"""A town's own template of slides: brought, kept, chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.errors import CareCompareError
from carecompare.own import SLIDE_TEMPLATE, SlideTemplate, slide_template
from carecompare.reports.slides.deck import SlideDeck, SlideMaster
from carecompare.text.errors.explain import sentence
from carecompare.text.files import deck_words
from carecompare.ui.parts.keeping import attempt, nameless_keeper
from carecompare.ui.parts.once import once
from carecompare.views.base.table import notes, plain
from carecompare.views.files.deck import CHOICE, LARGEST_MB, deck_file, slide_master

if TYPE_CHECKING:
    from streamlit.runtime.uploaded_file_manager import UploadedFile

    from carecompare.views.base.here import Page


OWN, USUAL = "own", "usual"
BROUGHT = f"{CHOICE}_brought"


def kept_template(here: Page) -> tuple[SlideTemplate, int]:
    """Return the template of a municipality and its version; an empty one where there is none.

    Raises
    ------
    OwnDataError
        If the file cannot be read.
    """
    kept = here.kept(SLIDE_TEMPLATE)
    return (kept.content, kept.version) if kept else (SlideTemplate(), 0)


def show_choice(here: Page) -> None:
    """Draw the choice between the product's master and the town's."""
    kept, _ = kept_template(here)
    options = [OWN, USUAL] if kept.file else [USUAL]
    names = {OWN: deck_words.TEMPLATE_OWN.format(name=kept.name), USUAL: deck_words.TEMPLATE_NONE}
    st.selectbox(
        deck_words.TEMPLATE,
        options=options,
        format_func=names.__getitem__,
        key=f"{CHOICE}_{here.own}",
        help=deck_words.TEMPLATE_KEEPS if kept.file else None,
    )


def chosen_master(here: Page) -> tuple[SlideMaster | None, int]:
    """Return the master that is chosen and its version; None and 0 stand for the product's own."""
    kept, version = kept_template(here)
    if not kept.file or st.session_state.get(f"{CHOICE}_{here.own}") != OWN:
        return None, 0
    return SlideMaster(kept.name, kept.file), version


def show_template(here: Page, refusal: str) -> None:
    """Draw where a template is brought, and the way to leave it."""
    own, (kept, _) = here.own, kept_template(here)
    with st.expander(deck_words.TEMPLATE_TITLE):
        st.html(notes(deck_words.TEMPLATE_LEAD))
        given = st.file_uploader(
            deck_words.TEMPLATE_UPLOAD,
            type=["pptx"],
            key=f"{CHOICE}_upload_{own}",
            max_upload_size=LARGEST_MB,
        )
        if given is None:
            st.session_state.pop(BROUGHT, None)  # a template is up to 10 MB
        else:
            _show_given(own, given, refusal)
        if kept.file:
            st.button(
                deck_words.TEMPLATE_DELETE,
                key=f"{CHOICE}_delete",
                disabled=bool(refusal),
                on_click=_keep,
                args=(own, SlideTemplate(), deck_words.TEMPLATE_DELETED),
            )


def _show_given(own: str, given: UploadedFile, refusal: str) -> None:
    brought = once(BROUGHT, given.file_id, lambda: _brought(given))
    if isinstance(brought, CareCompareError):
        st.error(plain(sentence(brought)))
        return
    st.button(
        deck_words.TEMPLATE_SAVE,
        key=f"{CHOICE}_save",
        type="primary",
        disabled=bool(refusal),
        help=refusal or None,
        on_click=_keep,
        args=(own, brought, deck_words.TEMPLATE_SAVED.format(name=brought.name)),
    )


def _brought(given: UploadedFile) -> SlideTemplate | CareCompareError:
    try:
        template = slide_template(given.name, given.getvalue())
        # A deck without slides is made of it once: what cannot be used is said now, not before the meeting.
        deck_file(SlideDeck((), own="", made="", product="", cover=False), master=slide_master(template))
    except CareCompareError as problem:
        return problem
    return template


def _keep(own: str, content: SlideTemplate, success: str) -> None:
    with attempt(success):
        nameless_keeper().change(own, SLIDE_TEMPLATE, lambda _, __: content)
        st.session_state[f"{CHOICE}_{own}"] = OWN if content.file else USUAL
