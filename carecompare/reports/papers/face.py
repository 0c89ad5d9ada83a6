"""市区町村の一枚もの: one municipality on both sides of an A4 sheet, as on a 決算カード."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.reports.papers.paper import Beside, Facts, Figures, Heading, Paper, Points, Sheet, Words
from carecompare.text.files import paper_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.exhibits import Grid
    from carecompare.reports.papers.paper import AnyPiece, Drawing


# Millimetres of item, unit, own, prefecture, rank, nation, rank, median, rank among the comparators, year.
SHARES = (40, 20, 15, 14, 13.5, 15.5, 17.5, 13, 23, 11)
# Units, ranks and years: in small letters a rank with its range stays on one line.
SMALL = (1, 4, 6, 8, 9)
FRONT_PT, BACK_PT, OUTLOOK_PT = 6.9, 6.8, 6.4
FRONT_MM, BACK_MM = 0.95, 0.8


@dataclass(frozen=True)
class Face:
    """What stands on the two sides.

    Parameters
    ----------
    own, subject, made : str
        Name of the municipality, name with prefecture, when and with what it was made.
    subtitle : str
        Who is compared with, how to read it.
    identity : sequence of (str, str)
        What the municipality is.
    findings : sequence of str
        The first of them.
    front, back, outlook : Grid
        Figures of people and money, figures of resources, figures of the years to come.
    drawings : sequence of (str, str, Drawing)
        With their headings and how their marks are read, side by side.
    initiatives : sequence of str
        What is on record.
    notes : tuple of (str, str)
        Under the figures of each side.
    sources : tuple of (str, str)
        At the foot of each side.
    """

    own: str
    subject: str
    made: str
    subtitle: str
    identity: Sequence[tuple[str, str]]
    findings: Sequence[str]
    front: Grid
    back: Grid
    outlook: Grid
    drawings: Sequence[tuple[str, str, Drawing]]
    initiatives: Sequence[str]
    notes: tuple[str, str]
    sources: tuple[str, str]


def face_paper(face: Face) -> Paper:
    """Return both sides.

    Parameters
    ----------
    face : Face
        What stands on them.

    Returns
    -------
    Paper
        Two pages of A4; the pictures take what the figures of the first leave.
    """
    front: list[AnyPiece] = [Facts(tuple(face.identity), across=3)]
    if face.findings:
        front += [
            Heading(paper_words.FACE_FINDINGS),
            Points(tuple(face.findings)),
            Words(paper_words.FACE_FINDINGS_NOTE, small=True),
        ]
    front += [
        Heading(paper_words.FACE_FIGURES),
        Figures(face.front, size_pt=FRONT_PT, row_mm=FRONT_MM, shares=SHARES, quiet=SMALL),
        Words(face.notes[0], small=True),
    ]
    if face.drawings:
        columns = tuple(
            (Words(title, strong=True), Words(legend, small=True), drawn)
            for title, legend, drawn in face.drawings
        )
        front.append(Beside(columns, (1.0,) * len(columns), fills=True))
    to_come: tuple[AnyPiece, ...] = (
        Heading(paper_words.FACE_OUTLOOK),
        Figures(face.outlook, size_pt=OUTLOOK_PT, row_mm=FRONT_MM),
    )
    on_record: tuple[AnyPiece, ...] = (
        Heading(paper_words.FACE_INITIATIVES),
        Points(tuple(face.initiatives), small=True)
        if face.initiatives
        else Words(paper_words.FACE_NO_INITIATIVES, small=True),
    )
    back: list[AnyPiece] = [
        Heading(paper_words.FACE_RESOURCES),
        Figures(face.back, size_pt=BACK_PT, row_mm=BACK_MM, shares=SHARES, quiet=SMALL),
        Words(face.notes[1], small=True),
        Beside((to_come, on_record), (1.25, 1.0)),
    ]
    return Paper(
        title=paper_words.FACE.format(own=face.own),
        subject=face.subject,
        made=face.made,
        subtitle=face.subtitle,
        sheets=(Sheet(tuple(front), face.sources[0]), Sheet(tuple(back), face.sources[1])),
    )
