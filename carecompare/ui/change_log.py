"""What imports changed, line by line, with what an official does about each; and notes on the files' rows."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.paths import project_paths
from carecompare.sources import read_log, read_notes
from carecompare.text import health_sentences as sentences
from carecompare.text import health_words as words
from carecompare.text.format import date, number
from carecompare.text.import_report import ACCEPT, ACTIONS, NOTES, change_sentence
from carecompare.typed_cells import Cell, number_cell
from carecompare.ui.blocks import Block, section, show
from carecompare.ui.data_health import BY_SOURCE
from carecompare.ui.html import Table

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.ui.frame import Page

ROWS_OF_A_PAGE = 20
TO_DO = "to_do"
Rows = list[tuple[str, ...]]


def log_rows(here: Page, log: pd.DataFrame) -> Rows:
    """Return the lines of a log as they are shown: day, file, what changed, judgement, action.

    Parameters
    ----------
    here : Page
        With names of counts and areas.
    log : DataFrame
        Lines of the change log, as text.

    Returns
    -------
    list of tuple of str
        In the order of ``LOG_COLUMNS``; numbers carry their thousands.
    """
    labels, areas = here.catalog.counts, here.loaded.areas["label_ja"].to_dict()
    rows: Rows = []
    for line in log.to_dict("records"):
        label = labels[line["count"]].label_ja if line["count"] in labels else line["count"]
        shown = line | {"area": areas.get(line["area"], line["area"])}
        if line["change"] != "older_edition_kept":
            shown |= {name: _grouped(str(line[name])) for name in ("before", "after")}
        judgement, action = ACTIONS[line["change"]]
        said = change_sentence(shown, label)
        rows.append((date(line["imported"]), line["file"], said, judgement, action))
    return rows


def to_confirm(rows: Rows) -> Rows:
    """Return the lines that want a person's eye."""
    return [row for row in rows if row[3] != ACCEPT]


def show_paged(here: Page, block_of_page: Paged) -> None:
    """Draw one page of a long table with the box that chooses it."""
    rows, key = block_of_page.rows, block_of_page.key
    starts = range(0, len(rows), ROWS_OF_A_PAGE)
    first = 0
    if len(rows) > ROWS_OF_A_PAGE:
        first = st.selectbox(
            words.PAGER,
            options=list(starts),
            format_func=lambda start: words.PAGE_OF.format(
                first=number(start + 1),
                last=number(min(start + ROWS_OF_A_PAGE, len(rows))),
                all=number(len(rows)),
            ),
            key=f"{key}_page",
            width=320,
        )
    show(here, block_of_page.block(first))


class Paged:
    """A table of many rows, shown twenty at a time; its file holds all of them.

    Parameters
    ----------
    key : str
        Unique on the page; names the file.
    columns : sequence of str
        Headings.
    rows : list of tuple of str
        All rows.
    finding : str
        The sentence above.
    notes : tuple of str
        Cautions below.
    numeric : frozenset of int
        Columns set to the right.
    credit : str
        Source line.
    """

    def __init__(
        self,
        key: str,
        columns: Sequence[str],
        rows: Rows,
        finding: str,
        notes: tuple[str, ...] = (),
        numeric: frozenset[int] = frozenset(),
        credit: str = BY_SOURCE,
    ) -> None:
        self.credit = credit
        self.key, self.columns, self.rows = key, list(columns), rows
        self.finding, self.notes, self.numeric = finding, notes, numeric

    def block(self, first: int) -> Block:
        """Return the block of the page that begins with a row."""
        page = self.rows[first : first + ROWS_OF_A_PAGE]
        return Block(
            key=self.key,
            finding=self.finding,
            subtitle="",
            table=Table(self.columns, page, numeric=self.numeric, kind="log"),
            file=partial(pd.DataFrame, self.rows, columns=self.columns),
            credit=self.credit,
            notes=self.notes,
        )


def show_change_log(here: Page) -> None:
    """Draw what every import changed, the latest first."""
    section(words.LOG)
    every = here.shared("change_log", lambda: log_rows(here, read_log(project_paths().figures).iloc[::-1]))
    if not every:
        st.info(words.LOG_EMPTY)
        return
    confirm = to_confirm(every)
    chosen = st.segmented_control(
        words.LOG_FILTER,
        options=list(words.LOG_FILTERS),
        format_func=words.LOG_FILTERS.__getitem__,
        default=TO_DO,
        required=True,
        key="change_log_filter",
    )
    rows = confirm if chosen == TO_DO else every
    finding = sentences.log_finding(len(confirm), len(every))
    show_paged(here, Paged("data_health_changes", words.LOG_COLUMNS, rows, finding, (words.LOG_NOTE,)))


def show_row_notes(here: Page) -> None:
    """Draw what was found in the rows of the files, by kind, with all rows in the file."""
    section(words.NOTES)
    notes = here.shared("row_notes", lambda: read_notes(project_paths().figures))
    if notes.empty:
        st.info(words.NOTES_EMPTY)
        return
    show(here, here.shared("row_notes_block", lambda: _notes_block(notes)))


def _notes_block(notes: pd.DataFrame) -> Block:
    found: list[tuple[int, tuple[Cell | str, ...]]] = []
    for problem, of_kind in notes.groupby("problem", sort=False):
        first = of_kind.iloc[0]
        example = "・".join(
            str(first[name]) for name in ("file", "office", "area", "found", "expected") if first[name]
        )
        total = int(of_kind["number"].astype(int).sum())
        row = (NOTES[str(problem)], number_cell(total), number_cell(of_kind["file"].nunique()), example)
        found.append((total, row))
    rows = [row for _, row in sorted(found, key=lambda each: -each[0])]
    total = int(notes["number"].astype(int).sum())
    return Block(
        key="data_health_notes",
        finding=sentences.notes_finding(total, len(rows)),
        subtitle="",
        table=Table(words.NOTES_COLUMNS, rows, numeric=frozenset({1, 2}), kind="log"),
        file=lambda: notes.assign(problem=notes["problem"].map(NOTES)),
        credit=BY_SOURCE,
    )


def _grouped(text: str) -> str:
    return number(float(text)) if text.replace(".", "", 1).isdigit() and float(text) % 1 == 0 else text
