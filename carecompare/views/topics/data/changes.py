"""What imports changed, line by line, with what an official does about each; and notes on the files' rows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from carecompare.errors import SourceError
from carecompare.text.data import health_words, import_words
from carecompare.text.data.import_words import ACCEPT, ACTIONS, NOTES, change_sentence
from carecompare.text.format import date, number
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import file_table, rows_table
from carecompare.views.base.table import Table
from carecompare.views.topics.data.health import BY_SOURCE

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from carecompare.errors import CareCompareError, Problem, SourceProblem
    from carecompare.file_tables import FileTable
    from carecompare.typed_cells import Cell
    from carecompare.views.base.here import Page


ROWS_OF_A_PAGE = 20
TO_DO = "to_do"
# Of these changes the figure before is a year or an edition, which has no thousands.
BEFORE_IS_A_YEAR = {"older_edition_kept", "same_as_another"}
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
    labels, areas = here.catalog.counts, here.loaded.labels
    rows: Rows = []
    for line in log.to_dict("records"):
        label = labels[line["count"]].label_ja if line["count"] in labels else line["count"]
        shown = line | {"area": areas.get(line["area"], line["area"])}
        if line["change"] not in BEFORE_IS_A_YEAR:
            shown |= {name: _grouped(str(line[name])) for name in ("before", "after")}
        judgement, action = ACTIONS[line["change"]]
        said = change_sentence(shown, label)
        rows.append((date(line["imported"]), line["file"], said, judgement, action))
    return rows


def to_confirm(rows: Rows) -> Rows:
    """Return the lines that want a person's eye."""
    return [row for row in rows if row[3] != ACCEPT]


class Paged:
    """A table of many rows, shown twenty at a time; its file holds all of them.

    Parameters
    ----------
    key : str
        Unique on the page; names the file.
    columns : mapping of str to str
        Headings by key.
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
        columns: Mapping[str, str],
        rows: Rows,
        finding: str,
        notes: tuple[str, ...] = (),
        numeric: frozenset[int] = frozenset(),
        credit: str = BY_SOURCE,
    ) -> None:
        self.credit = credit
        self.key, self.columns, self.rows = key, columns, rows
        self.finding, self.notes, self.numeric = finding, notes, numeric

    def block(self, first: int) -> Block:
        """Return the block of the page that begins with a row."""
        page = self.rows[first : first + ROWS_OF_A_PAGE]
        return Block(
            key=self.key,
            finding=self.finding,
            subtitle="",
            table=Table(list(self.columns.values()), page, numeric=self.numeric, kind="log"),
            file=partial(rows_table, self.rows, self.columns),
            credit=self.credit,
            notes=self.notes,
        )


def notes_block(notes: pd.DataFrame) -> Block:
    """Return the notes on rows of official files by kind, the most frequent first."""
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
        finding=health_words.notes_finding(total, len(rows)),
        subtitle="",
        table=Table(list(health_words.NOTES_COLUMNS.values()), rows, numeric=frozenset({1, 2}), kind="log"),
        file=lambda: _notes_file(notes),
        credit=BY_SOURCE,
    )


def _notes_file(notes: pd.DataFrame) -> FileTable:
    shown = notes.assign(problem=notes["problem"].map(NOTES))
    return file_table(shown, {name: name for name in shown.columns})


def _grouped(text: str) -> str:
    return number(float(text)) if text.replace(".", "", 1).isdigit() and float(text) % 1 == 0 else text


# Of the bar: what reading and writing take, before the store is built again.
IMPORT_SHARE = 0.6
MOST_NAMED = 3
# Sentences that name an option of the command line, and those that name the field of the page instead.
OF_THE_PAGE: Mapping[Problem, SourceProblem] = {
    "as_of_missing": "as_of_missing_here",
    "file_looks_incomplete": "file_looks_incomplete_here",
}


@dataclass(frozen=True)
class Looked:
    """A preview that a person looks at.

    Parameters
    ----------
    key : tuple
        Of the files and the date it was made from.
    before : str
        Checksum of the figures it was compared with.
    rows : list of tuple of str
        Lines of the change log.
    notes : str
        What was found in the rows, in one line.
    moves : list of tuple of str
        Totals and towns, old and new.
    finding : str
        How many items move, and which beyond what they ever did.
    jumps : bool
        Whether a move waits for a person's word.
    """

    key: tuple[object, ...]
    before: str
    rows: Rows
    notes: str
    moves: Rows
    finding: str
    jumps: bool


def on_screen(error: CareCompareError) -> CareCompareError:
    """Return the error in the words of the page, where the command line has an option the page has not."""
    here = OF_THE_PAGE.get(error.problem)
    return SourceError(here, **error.fields) if here else error


def import_files(names: Sequence[str]) -> str:
    """Return the names of files, the first few and how many more."""
    if len(names) <= MOST_NAMED:
        return "、".join(names)
    shown = "、".join(names[:MOST_NAMED])
    return import_words.FILES_UNTIL.format(files=shown, more=len(names) - MOST_NAMED)
