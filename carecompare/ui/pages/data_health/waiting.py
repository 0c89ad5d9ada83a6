"""What waits for a file of its publisher, as a task."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.data import import_words
from carecompare.text.data.health_words import TASKS
from carecompare.ui.parts.widgets import section
from carecompare.ui.use.block import show
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.data.health import BY_SOURCE, counts_by_source

if TYPE_CHECKING:
    from carecompare.views.base.here import Page


def show_waiting(here: Page) -> None:
    """Draw the list of what is published but was not imported yet, with the page that publishes it."""
    section(TASKS)
    rows = []
    for each in counts_by_source(here):
        if each.is_brought:
            continue
        pattern = here.catalog.layouts.get(each.source.id, {}).get("named", "")
        for count in each.waiting:
            file = pattern.format(number=here.catalog.counts[count].read[each.source.id])
            publisher = f"{each.source.publisher_ja}「{each.source.name_ja}」"
            rows.append((here.catalog.counts[count].label_ja, file, publisher, each.source.page))
    if not rows:
        st.info(import_words.WAITING_NONE)
        return
    names = "、".join(row[0] for row in rows)
    show(
        here,
        Block(
            key="data_health_waiting",
            finding=import_words.WAITING_FINDING.format(number=len(rows), names=names),
            subtitle="",
            table=Table(list(import_words.WAITING_COLUMNS.values()), rows, kind="log"),
            file=partial(rows_table, rows, import_words.WAITING_COLUMNS),
            credit=BY_SOURCE,
            notes=(import_words.WAITING_NOTE,),
        ),
    )
