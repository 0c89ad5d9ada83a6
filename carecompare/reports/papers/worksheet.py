"""課題整理シート: what a town knows of each line, in its own words, on A4."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.exhibits import Grid
from carecompare.reports.papers.paper import Figures, Heading, Paper, Sheet, Words
from carecompare.text.files import paper_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.reports.papers.paper import AnyPiece


# Millimetres of line, state, words, evidence, post, due.
SHARES = (48, 19, 105, 62, 20, 17)
SIZE_PT = 8.0


@dataclass(frozen=True)
class WorksheetRow:
    """One line.

    Parameters
    ----------
    label : str
        What is asked, as it stands on screen.
    state : str
        In words; empty where nobody has looked.
    words : str
        What the town wrote, its lines kept.
    evidence : sequence of str
        Figures and findings attached, each with its date.
    post, due : str
        Who, until when.
    heading : str
        Said above it where a part begins.
    """

    label: str
    state: str = ""
    words: str = ""
    evidence: Sequence[str] = ()
    post: str = ""
    due: str = ""
    heading: str = ""


@dataclass(frozen=True)
class WorksheetStagePage:
    """One stage with its lines."""

    label: str
    rows: Sequence[WorksheetRow]


def worksheet_paper(
    title: str,
    subject: str,
    made: str,
    notes: Sequence[str],
    stages: Sequence[WorksheetStagePage],
    source: str = "",
) -> Paper:
    """Return the worksheet, lying.

    Parameters
    ----------
    title, subject, made : str
        Of the document, whose it is, when and with what it was made.
    notes : sequence of str
        Version, and whose words the lines are.
    stages : sequence of WorksheetStagePage
        In their order; they follow each other without a new page.
    source : str
        At the foot of every page.

    Returns
    -------
    Paper
        A4. A line that nobody wrote in stands empty, to be filled by hand.
    """
    pieces: list[AnyPiece] = [Words(note, small=True) for note in notes if note]
    for stage in stages:
        pieces += [
            Heading(stage.label),
            Figures(_grid(stage.rows), size_pt=SIZE_PT, row_mm=1.0, shares=SHARES),
        ]
    return Paper(
        title=title,
        subject=subject,
        made=made,
        sheets=(Sheet(tuple(pieces), source),),
        is_landscape=True,
    )


def _grid(rows: Sequence[WorksheetRow]) -> Grid:
    return Grid(
        columns=paper_words.WORKSHEET_COLUMNS,
        rows=tuple(
            (row.label, row.state, row.words, "\n".join(row.evidence), row.post, row.due) for row in rows
        ),
        groups={place: row.heading for place, row in enumerate(rows) if row.heading},
    )
