"""Who changed what of the own municipality, over everything that is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.own import audit
from carecompare.text.own import keeping_words
from carecompare.text.own.mieruka_words import KIND_NAMES
from carecompare.ui.parts.keeping import keeper
from carecompare.views.base.kept import moment
from carecompare.views.base.table import Table

if TYPE_CHECKING:
    from carecompare.own import Change
    from carecompare.views.base.here import Page

MOST_CHANGES = 100


def show_audit(here: Page) -> None:
    """Draw what opens the latest changes; nothing is read for those who do not ask."""
    place = st.popover(keeping_words.AUDIT, key="own_audit", on_change="rerun")
    if not place.open:
        return
    with place:
        st.caption(keeping_words.AUDIT_NOTE.format(own=here.own_label, most=MOST_CHANGES))
        found = audit(keeper().shelf, [here.own], MOST_CHANGES)
        if not found:
            st.caption(keeping_words.HISTORY_EMPTY)
            return
        st.html(Table(keeping_words.AUDIT_COLUMNS, [_row(each) for each in found]).html())


def _row(change: Change) -> tuple[str, ...]:
    kind, saving = change.kind, change.saving
    name = KIND_NAMES.get(kind.name, kind.name)
    what = keeping_words.CARRY_PART.format(kind=name, part=kind.part) if kind.part else name
    version = keeping_words.AUDIT_VERSION.format(version=saving.version)
    if saving.restored_from:
        version += keeping_words.HISTORY_OF.format(version=saving.restored_from)
    when = moment(saving.saved_at) if saving.saved_at else keeping_words.AUDIT_UNREADABLE
    return (when, saving.author, what, version)
