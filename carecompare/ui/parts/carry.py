"""What a town keeps as one file: taken to another machine, and brought there."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.clock import now
from carecompare.errors import CareCompareError
from carecompare.own import bring, carried_file, read_carried
from carecompare.own.keeping.carried import is_kept
from carecompare.settings import mode
from carecompare.text.errors.explain import sentence
from carecompare.text.own import keeping_words
from carecompare.text.own.mieruka_words import KIND_NAMES
from carecompare.ui.parts.keeping import attempt, keeper
from carecompare.ui.parts.style import upload_style
from carecompare.ui.parts.why import say_why
from carecompare.views.base.kept import moment
from carecompare.views.base.table import Table, plain

if TYPE_CHECKING:
    from carecompare.own import Carried
    from carecompare.views.base.here import Page
    from carecompare.views.base.kept import Keeper

CARRY = "own_carry"


def show_carry(here: Page) -> None:
    """Draw, in an office, the way to take everything that is kept along, and to bring it."""
    if mode() == "session":
        return
    place = st.popover(keeping_words.CARRY, key=CARRY, on_change="rerun")
    if not place.open:  # nothing is read for those who do not ask
        return
    with place:
        st.caption(keeping_words.CARRY_NOTE.format(own=here.own_label))
        keep = keeper()
        try:
            content = carried_file(keep.shelf, [here.own])
        except CareCompareError as problem:
            st.info(plain(sentence(problem)))
        else:
            st.download_button(
                keeping_words.CARRY_DOWNLOAD,
                data=content,
                file_name=keeping_words.CARRY_FILE.format(
                    own=here.own_label, when=now().strftime("%Y%m%d_%H%M")
                ),
                mime="application/json",
                key="own_carry_download",
                on_click="ignore",
            )
        _show_bring(here, keep)


def _show_bring(here: Page, keep: Keeper) -> None:
    st.html(upload_style("own_carry_upload"))
    given = st.file_uploader(keeping_words.CARRY_UPLOAD, type="json", key="own_carry_upload")
    if given is None:
        return
    try:
        every = read_carried(given.getvalue(), given.name)
    except CareCompareError as problem:
        st.error(plain(sentence(problem)))
        return
    mine = [each for each in every if each.area == here.own]
    new = [each for each in mine if not is_kept(each, keep.shelf)]
    if len(every) > len(mine):
        st.caption(keeping_words.CARRY_OTHERS.format(count=len(every) - len(mine)))
    if not mine:
        st.info(plain(keeping_words.CARRY_NONE.format(own=here.own_label)))
        return
    st.html(Table(keeping_words.CARRY_COLUMNS, [_row(keep, each, each in new) for each in mine]).html())
    st.button(
        keeping_words.CARRY_TAKE.format(count=len(new)),
        key="own_carry_take",
        type="primary",
        disabled=not new or bool(keep.refusal),
        help=keep.refusal or None,
        on_click=_take,
        args=(new,),
    )
    say_why(keep.refusal or ("" if new else keeping_words.CARRY_NOTHING_NEW))


def _row(keep: Keeper, carried: Carried, is_new: bool) -> tuple[str, ...]:  # noqa: FBT001 - the last column
    kind, kept = carried.kind, carried.kept
    name = KIND_NAMES.get(kind.name, kind.name)
    outcome = keeping_words.CARRY_KNOWN
    if is_new:
        outcome = keeping_words.CARRY_NEW.format(version=keep.latest(carried.area, kind) + 1)
    called = keeping_words.CARRY_PART.format(kind=name, part=kind.part) if kind.part else name
    return (called, kept.author, moment(kept.saved_at), outcome)


def _take(carried: list[Carried]) -> None:
    with attempt(keeping_words.CARRY_TAKEN.format(count=len(carried))):
        keep = keeper()
        for area in {each.area for each in carried}:
            keep.check(area)
        bring(carried, keep.shelf, lambda each: keeping_words.carried_author(keep.author, each.kept.author))
