"""比較分析表 on A4 or A3: the pictures in columns with the town's own analysis, then the whole table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.reports.papers.paper import Box, Columns, Figures, Heading, Paper, Sheet, Together, Words
from carecompare.text.files import paper_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Literal

    from carecompare.exhibits import Grid
    from carecompare.reports.papers.paper import AnyPiece, Drawing


COLUMNS = {"a4": 2, "a3": 3}
# Millimetres of item, unit, own, prefecture, rank, nation, rank, median, rank among, trend, gap, year.
SHARES = (44, 24, 18, 19, 19, 21, 24, 19, 27, 9, 38, 14)
SMALL = (1, 11)
TABLE_PT = {"a4": 7.2, "a3": 9.0}
TABLE_MM = {"a4": 0.58, "a3": 0.75}
BLANK_MM = {"a4": 16.0, "a3": 66.0}


@dataclass(frozen=True)
class Chapter:
    """One topic: its pictures with their headings, and what the town has written of it.

    Parameters
    ----------
    label : str
        Of the topic.
    drawings : sequence of (str, str, Drawing)
        Heading and finding of each, and the picture.
    analysis, kept : str
        The town's words, and which version of them by whom; empty where nothing is written.
    """

    label: str
    drawings: Sequence[tuple[str, str, Drawing]]
    analysis: str
    kept: str


@dataclass(frozen=True)
class SheetOfAll:
    """What stands on it.

    Parameters
    ----------
    own, subject, made, subtitle : str
        Name of the municipality, name with prefecture, when and with what it was made, who is compared with.
    chapters : sequence of Chapter
        In their order.
    legend : str
        How the marks are read.
    grid : Grid
        All lines.
    notes : sequence of str
        Under the table.
    source : str
        At the foot.
    """

    own: str
    subject: str
    made: str
    subtitle: str
    chapters: Sequence[Chapter]
    legend: str
    grid: Grid
    notes: Sequence[str]
    source: str


def sheet_paper(sheet: SheetOfAll, size: Literal["a4", "a3"]) -> Paper:
    """Return the sheet, lying.

    Parameters
    ----------
    sheet : SheetOfAll
        What stands on it.
    size : {"a4", "a3"}
        Of the paper.

    Returns
    -------
    Paper
        The pictures first, then the table; on A3 it begins on a page of its own.
    """
    pieces: list[AnyPiece] = []
    boxes: list[AnyPiece] = []
    for chapter in sheet.chapters:
        pieces += [
            Together((Heading(heading), Words(finding, small=True), drawn))
            for heading, finding, drawn in chapter.drawings
        ]
        title = paper_words.SHEET_NOTE_OF.format(topic=chapter.label)
        box = Box(title, chapter.analysis, chapter.kept, 0.0 if chapter.analysis else BLANK_MM[size])
        (pieces if size == "a4" else boxes).append(box)
    table: list[AnyPiece] = [
        Heading(paper_words.SHEET_TABLE),
        Figures(sheet.grid, size_pt=TABLE_PT[size], row_mm=TABLE_MM[size], shares=SHARES, quiet=SMALL),
        *(Words(note, small=True) for note in sheet.notes if note),
    ]
    charts = (Words(sheet.legend, small=True), Columns(COLUMNS[size], tuple(pieces)))
    if boxes:
        # On A3 every picture fits on one page; what is written stands together on the next.
        written = (Heading(paper_words.SHEET_NOTES), Columns(COLUMNS[size], tuple(boxes)))
        sheets = [Sheet(each, sheet.source) for each in (charts, written, tuple(table))]
    else:
        # The table follows at once: the last frame for notes would often stand alone on its page.
        sheets = [Sheet((*charts, *table), sheet.source)]
    return Paper(
        title=paper_words.SHEET.format(own=sheet.own),
        subject=sheet.subject,
        made=sheet.made,
        subtitle=sheet.subtitle,
        sheets=tuple(sheets),
        size=size,
        is_landscape=True,
    )
