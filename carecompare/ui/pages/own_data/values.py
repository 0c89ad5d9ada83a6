"""Own figures as they are shown: a ring beside the published point, on the strip of the peers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from carecompare.text.own import own_data_words
from carecompare.ui.parts.keeping import keeper
from carecompare.ui.use.block import show
from carecompare.views.base.table import Table
from carecompare.views.topics.own.checks import Named, named_items, names_of_places
from carecompare.views.topics.own.figures import PLACE, own_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.own import Kept, OwnFigure, OwnFigures
    from carecompare.views.base.here import Page


def show_own_values(here: Page, kept: Kept[OwnFigures] | None) -> None:
    """Draw the own figures of one place beside the published ones and the peers."""
    if kept is None or not kept.content.figures:
        st.info(own_data_words.NOTHING if keeper().mode == "readonly" else own_data_words.NOTHING_YET)
        return
    names = names_of_places(here, kept.content)
    used = [each for each in names if any(figure.place == each for figure in kept.content.figures)]
    place = used[0]
    if len(used) > 1:
        place = st.selectbox(own_data_words.PLACE, options=used, format_func=names.__getitem__, key=PLACE)
    figures = [each for each in kept.content.figures if each.place == place]
    show(here, own_block(here, kept, figures, names[place]))
    _show_remarks(here, kept.content, figures)


def _show_remarks(here: Page, content: OwnFigures, figures: Sequence[OwnFigure]) -> None:
    items = named_items(here, content)
    rows = [
        (items.get(each.item, Named(each.item)).name, str(each.year), each.note, each.source)
        for each in figures
        if each.note or each.source
    ]
    if rows:
        headings = [own_data_words.COLUMN[each] for each in ("item", "year", "note", "source")]
        with st.expander(own_data_words.REMARKS.format(count=len(rows))):
            st.html(Table(headings, rows).html())
