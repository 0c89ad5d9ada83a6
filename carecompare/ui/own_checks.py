"""What an upload or a grid is checked against, and how its problems and changes are shown."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec
import streamlit as st

from carecompare.comparisons import area_rows, observed
from carecompare.own import OwnFigures, changes, known_from, replaced
from carecompare.text import own_data_words as words
from carecompare.text.format import year_word
from carecompare.text.own_year_words import STATUS_WORDS
from carecompare.text.problem_rows import problem_row
from carecompare.typed_cells import Cell, number_cell
from carecompare.ui.html import Table, notes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.own import Checked, Known, OwnFigure, Reading
    from carecompare.ui.frame import Page

MOST_SHOWN = 200
MOST_DECIMALS = 6
MOST_READINGS = 12


def published_figures(here: Page) -> Mapping[str, Mapping[int, float]]:
    """Return the observed figures of the own municipality by indicator and year."""

    def read() -> dict[str, dict[int, float]]:
        items = [each.id for each in here.catalog.main_indicators]
        return observed(here.loaded.figures.rows(items, [here.own]))

    return here.loaded.blocks.get(("published of", here.own), read)


def known_to(here: Page, kept: OwnFigures) -> Known:
    """Return what entries of the own municipality are checked against."""
    areas = here.loaded.areas.loc[here.loaded.areas["level"] == "municipality"]
    entered = (kept.areas, kept.items)
    return known_from(
        here.own, area_rows(areas), here.catalog.main_indicators, published_figures(here), entered
    )


@dataclass(frozen=True)
class Named:
    """How an item is called and how its figures are written."""

    name: str
    unit: str = ""
    decimals: int = 0
    is_a_year: bool = False

    @property
    def with_unit(self) -> str:
        """Return name and unit."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    def text(self, value: float) -> str:
        """Return a published figure."""
        return self.cell(value).text

    def exact(self, value: float) -> str:
        """Return a typed figure with all the decimals it was typed with."""
        return self.exact_cell(value).text

    def cell(self, value: float) -> Cell:
        """Return a published figure as a cell."""
        return number_cell(value, self.decimals, style="year" if self.is_a_year else "number", unit=self.unit)

    def exact_cell(self, value: float) -> Cell:
        """Return a typed figure as a cell, with all the decimals it was typed with."""
        _, _, after = f"{value:.10f}".rstrip("0").partition(".")
        return msgspec.structs.replace(
            self.cell(value), decimals=max(self.decimals, min(len(after), MOST_DECIMALS))
        )


def named_items(here: Page, kept: OwnFigures) -> dict[str, Named]:
    """Return how every item is called by its id."""
    known = {
        each.id: Named(each.name_ja, each.unit_ja, each.decimals, each.is_a_year)
        for each in here.catalog.main_indicators
    }
    return known | {each.id: Named(each.name, each.unit) for each in kept.items}


def names_of_places(here: Page, kept: OwnFigures) -> dict[str, str]:
    """Return the name of every place by its id."""
    return {"": words.PLACE_ITSELF.format(own=here.own_label), **{each.id: each.name for each in kept.areas}}


def show_problems(result: Checked) -> None:
    """Draw every problem with its place and what to do."""
    if not result.problems:
        return
    st.error(words.PROBLEMS.format(count=len(result.problems) + result.more_problems))
    rows = [problem_row(each) for each in result.problems[:MOST_SHOWN]]
    st.html(_problem_table(rows).html())
    if hidden := len(result.problems) - len(rows) + result.more_problems:
        st.caption(words.PROBLEMS_MORE.format(count=hidden))


def _problem_table(rows: Sequence[Sequence[str]]) -> Table:
    first = 0 if any(row[0] for row in rows) else 1  # a text file has no sheets
    return Table(words.PROBLEM_COLUMNS[first:], [row[first:] for row in rows], numeric=frozenset({1 - first}))


def settled(result: Checked, key: str) -> tuple[tuple[OwnFigure, ...], bool]:
    """Draw what is doubtful, and return the figures as decided and whether they may be saved."""
    if result.unread:
        st.html(notes(words.UNREAD.format(columns="、".join(result.unread))))
    if result.blank:
        st.html(notes(words.BLANK.format(count=result.blank)))
    if result.readings:
        st.html(notes(words.READINGS.format(readings=readings_line(result.readings))))
    is_ready = _left_out_is_known(result, key)
    if not result.doubts:
        return result.figures, is_ready
    st.warning(words.DOUBTS.format(count=len(result.doubts)))
    rows = [problem_row(each.problem) for each in result.doubts[:MOST_SHOWN]]
    st.html(_problem_table(rows).html())
    proposed = sum(each.suggested is not None for each in result.doubts)
    figures = result.figures
    if proposed and st.checkbox(words.DOUBTS_REPLACE.format(count=proposed), key=f"{key}_replace"):
        figures = replaced(figures, result.doubts)
        if proposed == len(result.doubts):
            return figures, is_ready
    return figures, st.checkbox(words.DOUBTS_SURE, key=f"{key}_sure") and is_ready


def _left_out_is_known(result: Checked, key: str) -> bool:
    """Draw the labels that cannot be read, and return whether the rest may be saved without them."""
    if not result.left_out:
        return True
    st.warning(words.LEFT_OUT.format(count=len(result.left_out)))
    rows = [problem_row(each) for each in result.left_out[:MOST_SHOWN]]
    st.html(_problem_table(rows).html())
    return st.checkbox(words.LEFT_OUT_SURE, key=f"{key}_left_out")


def readings_line(readings: Sequence[Reading]) -> str:
    """Return how labels of years were read, for example ``令和7年3月末→2024年``."""
    said = [
        words.READING.format(label=each.label, year=year_and_status(each.year, each.status))
        for each in readings[:MOST_READINGS]
    ]
    return "、".join(said) + (words.AND_MORE if len(readings) > MOST_READINGS else "")


def year_and_status(year: int, status: str) -> str:
    """Return a year with the kind of its figure, for example ``2025年（見込み）``."""
    word = STATUS_WORDS[status]
    return f"{year_word(year)}（{word}）" if word else year_word(year)


def show_preview(here: Page, kept: OwnFigures, after: OwnFigures) -> int:
    """Draw what saving would change beside the published figures, and return how many figures that is."""
    found = changes(kept.figures, after.figures)
    if not found:
        st.info(words.PREVIEW_NONE)
        return 0
    st.subheader(words.PREVIEW.format(count=len(found)))
    before = {each.key: each.value for each in kept.figures}
    items = named_items(here, after) | named_items(here, kept)
    places = names_of_places(here, kept)
    published = published_figures(here)
    rows = []
    for change, figure in found[:MOST_SHOWN]:
        item = items.get(figure.item, Named(figure.item))
        beside = math.nan if figure.place else published.get(figure.item, {}).get(figure.year, math.nan)
        new = math.nan if change == "gone" else figure.value
        rows.append(
            (
                words.CHANGES[change],
                places.get(figure.place, figure.place),
                item.with_unit,
                year_and_status(figure.year, figure.status),
                item.exact(before.get(figure.key, math.nan)),
                item.exact(new),
                item.text(beside),
                item.text(new - beside),
            )
        )
    st.html(Table(words.PREVIEW_COLUMNS, rows, numeric=frozenset({3, 4, 5, 6, 7})).html())
    if len(found) > len(rows):
        st.caption(words.PREVIEW_CUT.format(most=MOST_SHOWN))
    return len(found)


def described(here: Page, content: object) -> str:
    """Return own figures as lines, for two that met."""
    if not isinstance(content, OwnFigures):
        return ""
    items, places = named_items(here, content), names_of_places(here, content)
    return "\n".join(
        words.CONFLICT_LINE.format(
            place=places.get(each.place, each.place),
            item=items.get(each.item, Named(each.item)).name,
            year=each.year,
            value=items.get(each.item, Named(each.item)).exact(each.value),
        )
        for each in content.figures[:MOST_SHOWN]
    )
