"""The evidence of a line that is open for writing: taken off, or put there out of the tray."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.own import worksheet_words
from carecompare.ui.parts.drafts import add_evidence, put_back, remove_evidence, take_out, tray

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from carecompare.own import Evidence, LineDraft, SheetLine
    from carecompare.views.topics.worksheet import OpenLine


def show_evidence(place: OpenLine, draft: LineDraft[Any]) -> None:
    """Draw what is attached to the open line and what waits in the tray, each with its button."""
    for number, each in enumerate(draft.line.evidence):
        key = f"{place.sheet.folder}_remove_{number}_{place.own}_{place.id}"
        _show_piece(each, worksheet_words.REMOVE, key, _remove, (place, draft.began, number))
    waiting = tray(place.own)
    if not waiting:
        return
    st.caption(worksheet_words.TRAY_HERE)
    for number, (name, each) in enumerate(waiting.items()):
        key = f"{place.sheet.folder}_attach_{number}_{place.own}_{place.id}"
        _show_piece(each, worksheet_words.TRAY_TAKE, key, _attach, (place, name, each))


def _show_piece(
    evidence: Evidence, label: str, key: str, pressed: Callable[..., None], arguments: tuple[object, ...]
) -> None:
    said, button = st.columns([5, 2], vertical_alignment="center")
    said.html(f"<div class='cc-ws'>{escape(worksheet_words.EVIDENCE)}：{escape(evidence.text)}</div>")
    button.button(label, key=key, on_click=pressed, args=arguments, width="stretch")


def _attach(place: OpenLine, name: tuple[str, str, str], evidence: Evidence) -> None:
    if add_evidence(place, evidence):
        take_out(name)


def _remove(place: OpenLine, seen: SheetLine, number: int) -> None:
    put_back(place.own, remove_evidence(place, seen, number))
