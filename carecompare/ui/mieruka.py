"""The page on exports of the 見える化 system: read and check, what is kept, beside what is published."""

from __future__ import annotations

import math
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.own import EXPORTED_FIGURES, ExportedFigures, Kept, same_figures
from carecompare.tables import NATION
from carecompare.text import mieruka_words as words
from carecompare.text.format import number, year_word
from carecompare.typed_cells import number_cell
from carecompare.ui.blocks import Block, section, show
from carecompare.ui.history import show_undo
from carecompare.ui.html import Table, plain
from carecompare.ui.keeping import READ_FROM_KEPT, keeper, moment, show_outcome
from carecompare.ui.mieruka_upload import places_seen_from, show_mieruka_upload
from carecompare.ui.mieruka_values import show_kept

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.own import SameFigure
    from carecompare.ui.frame import Page

OPENED = f"{READ_FROM_KEPT}exports"
Beside = list[tuple["Indicator", "SameFigure", float]]


def show_mieruka(here: Page) -> None:
    """Draw what the own municipality has brought of the system, and the box to bring more."""
    st.caption(words.LEAD)
    with st.container():  # keeps its place whether or not there is something to say
        show_outcome(_described)
    kept = _kept(here.own)
    content, version = (kept.content, kept.version) if kept else (ExportedFigures(), 0)
    show_mieruka_upload(here, content, version)
    section(words.SECTION_KEPT)
    if kept:
        line = words.KEPT_LINE.format(
            version=version, author=kept.author, when=moment(kept.saved_at), books=len(content.books)
        )
        st.caption(plain(line))
    show_kept(here, kept)
    show_undo(here.own, EXPORTED_FIGURES, version, ExportedFigures(), words.UNDONE_FIRST)
    if content.books:
        section(words.SECTION_BESIDE)
        _show_beside(here, content)


def _kept(own: str) -> Kept[ExportedFigures] | None:
    """Return what is kept; a rerun of this visitor's page does not read the same version again."""
    latest = keeper().latest(own, EXPORTED_FIGURES)
    if not latest:
        return None
    seen: tuple[tuple[str, int], Kept[ExportedFigures]] | None = st.session_state.get(OPENED)
    if seen is not None and seen[0] == (own, latest):
        return seen[1]
    kept = keeper().shelf.at(own, EXPORTED_FIGURES, latest)
    st.session_state[OPENED] = ((own, latest), kept)
    return kept


def _described(content: object) -> str:
    if not isinstance(content, ExportedFigures):
        return ""
    return "\n".join(f"{each.code} {each.name} {each.exported_on}" for each in content.books)


def _show_beside(here: Page, content: ExportedFigures) -> None:
    areas = [each for each in (here.own, places_seen_from(here).own_prefecture, NATION) if each]
    indicators = {each.id: each for each in here.catalog.main_indicators}
    exported = same_figures(content, indicators.values(), areas)
    published = _published(here, sorted({each.indicator for each in exported}), areas)
    beside: Beside = [
        (indicators[each.indicator], each, published[each.indicator, each.area, each.year])
        for each in exported
        if (each.indicator, each.area, each.year) in published
    ]
    if not beside:
        st.info(words.BESIDE_NONE)
        return
    show(here, _beside_block(here, beside))


def _published(
    here: Page, indicators: Sequence[str], areas: Sequence[str]
) -> Mapping[tuple[str, str, int], float]:
    rows = here.loaded.figures.rows(indicators, areas)
    return {
        (row["indicator"], row["area"], int(row["year"])): float(row["value"])
        for row in rows
        if not math.isnan(row["value"])
    }


def _beside_block(here: Page, beside: Beside) -> Block:
    rows = []
    same = 0
    for indicator, each, value in beside:
        decimals = indicator.decimals
        same += number(each.value, decimals) == number(value, decimals)
        rows.append(
            (
                indicator.name_ja,
                f"{each.series} {each.label}",
                here.label(each.area),
                year_word(each.year, fiscal=indicator.fiscal_year),
                number_cell(each.value, decimals),
                number_cell(value, decimals),
                number_cell(each.value - value, decimals, style="signed"),
            )
        )
    finding = words.BESIDE_FINDING.format(count=len(beside), same=same, differ=len(beside) - same)
    return Block(
        key=f"mieruka_beside_{here.own}",
        finding=finding,
        subtitle="",
        table=Table(
            words.BESIDE_COLUMNS,
            rows,
            numeric=frozenset({3, 4, 5, 6}),
            own_columns=frozenset({4}),
            with_own=frozenset({3}),
        ),
        file=partial(_beside_file, here, beside),
        credit=words.BESIDE_SOURCE,
        notes=(words.BESIDE_NOTE,),
    )


def _beside_file(here: Page, beside: Beside) -> pd.DataFrame:
    return pd.DataFrame(
        [
            (
                indicator.name_ja,
                f"{each.series} {each.label}",
                here.label(each.area),
                each.year,
                each.value,
                value,
                each.value - value,
            )
            for indicator, each, value in beside
        ],
        columns=list(words.BESIDE_COLUMNS),
    )
