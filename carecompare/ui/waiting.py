"""What waits for a file of its publisher, as a task."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.text import import_words as words
from carecompare.text.health_words import TASKS
from carecompare.ui.blocks import Block, section, show
from carecompare.ui.data_health import BY_SOURCE, counts_by_source
from carecompare.ui.html import Table

if TYPE_CHECKING:
    from carecompare.ui.frame import Page


def show_waiting(here: Page) -> None:
    """Draw the list of what is published but was not imported yet, with the page that publishes it."""
    section(TASKS)
    rows = []
    for each in counts_by_source(here):
        pattern = here.catalog.layouts.get(each.source.id, {}).get("named", "")
        for count in each.waiting:
            file = pattern.format(number=here.catalog.counts[count].read[each.source.id])
            publisher = f"{each.source.publisher_ja}「{each.source.name_ja}」"
            rows.append((here.catalog.counts[count].label_ja, file, publisher, each.source.page))
    if not rows:
        st.info(words.WAITING_NONE)
        return
    names = "、".join(row[0] for row in rows)
    show(
        here,
        Block(
            key="data_health_waiting",
            finding=words.WAITING_FINDING.format(number=len(rows), names=names),
            subtitle="",
            table=Table(words.WAITING_COLUMNS, rows, kind="log"),
            file=partial(pd.DataFrame, rows, columns=list(words.WAITING_COLUMNS)),
            credit=BY_SOURCE,
            notes=(words.WAITING_NOTE,),
        ),
    )
