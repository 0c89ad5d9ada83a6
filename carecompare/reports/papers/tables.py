"""Tables under headings on lying paper, with the words that belong to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.reports.papers.paper import Figures, Heading, Paper, Sheet, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.exhibits import Grid
    from carecompare.reports.papers.paper import AnyPiece


SIZE_PT = 8.0
ROW_MM = 1.0


@dataclass(frozen=True)
class PaperTable:
    """One table.

    Parameters
    ----------
    heading : str
        Above it; empty where it follows the one before.
    grid : Grid
        The table.
    shares : tuple of float
        Widths of its columns in parts; none leaves them to the words inside.
    notes : sequence of str
        Below it.
    """

    heading: str
    grid: Grid
    shares: tuple[float, ...] = ()
    notes: Sequence[str] = ()


def tables_paper(
    title: str, subject: str, made: str, notes: Sequence[str], tables: Sequence[PaperTable], source: str
) -> Paper:
    """Return tables as a paper, lying.

    Parameters
    ----------
    title, subject, made : str
        Of the document, whose it is, when and with what it was made.
    notes : sequence of str
        Above the first table.
    tables : sequence of PaperTable
        In their order; they follow each other without a new page.
    source : str
        At the foot of every page.

    Returns
    -------
    Paper
        A4.
    """
    pieces: list[AnyPiece] = [Words(note, small=True) for note in notes if note]
    for table in tables:
        if table.heading:
            pieces.append(Heading(table.heading))
        pieces.append(Figures(table.grid.in_words(), size_pt=SIZE_PT, row_mm=ROW_MM, shares=table.shares))
        pieces += [Words(note, small=True) for note in table.notes if note]
    return Paper(
        title=title,
        subject=subject,
        made=made,
        sheets=(Sheet(tuple(pieces), source),),
        is_landscape=True,
    )
