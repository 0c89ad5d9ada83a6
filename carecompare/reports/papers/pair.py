"""2町比較シート: what differs between two municipalities, for a visit from one to the other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from carecompare.reports.papers.paper import Box, Figures, Heading, Paper, Points, Sheet, Together, Words
from carecompare.text.files import paper_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.exhibits import Grid
    from carecompare.reports.papers.paper import AnyPiece


# Millimetres of item, unit, own, interval, other, interval, difference, year.
SHARES = (44, 24, 17, 26, 17, 26, 18, 13)
EXACT_SHARES = (44, 24, 30, 30, 13)
SIZE_PT = 7.4
ASK_MM = 20.0


@dataclass(frozen=True)
class PairSheet:
    """What stands on it.

    Parameters
    ----------
    own, other, subject, made : str
        Names, names with prefectures, when and with what it was made.
    who : Grid
        What both are.
    different, exact : Grid
        Figures of both; a grid without rows is said in words.
    similar, unjudged : sequence of str
        Names only.
    initiatives : sequence of str
        What the other one has on record.
    source : str
        At the foot.
    """

    own: str
    other: str
    subject: str
    made: str
    who: Grid
    different: Grid
    exact: Grid
    similar: Sequence[str]
    unjudged: Sequence[str]
    initiatives: Sequence[str]
    source: str


def pair_paper(sheet: PairSheet) -> Paper:
    """Return the sheet.

    Parameters
    ----------
    sheet : PairSheet
        What stands on it.

    Returns
    -------
    Paper
        A4; what is not different is named and no more.
    """
    pieces: list[AnyPiece] = [
        Figures(sheet.who, size_pt=8.0),
        Heading(paper_words.PAIR_DIFFERENT.format(count=len(sheet.different.rows))),
        Words(paper_words.PAIR_RULE, small=True),
        Figures(sheet.different, size_pt=SIZE_PT, shares=SHARES, quiet=(1, 3, 5, 7))
        if sheet.different.rows
        else Words(paper_words.PAIR_NONE),
    ]
    if sheet.exact.rows:
        pieces += [
            Heading(paper_words.PAIR_EXACT),
            Figures(sheet.exact, size_pt=SIZE_PT, shares=EXACT_SHARES, quiet=(1, 4)),
        ]
    for heading, names, note in (
        (paper_words.PAIR_SIMILAR, sheet.similar, ""),
        (paper_words.PAIR_UNJUDGED, sheet.unjudged, paper_words.PAIR_UNJUDGED_NOTE),
    ):
        listed = paper_words.BETWEEN.join(names) or paper_words.NOTHING
        pieces.append(
            Together((Heading(heading.format(count=len(names))), Words(f"{note}{listed}", small=True)))
        )
    on_record: AnyPiece = (
        Points(tuple(sheet.initiatives), small=True)
        if sheet.initiatives
        else Words(paper_words.PAIR_NO_INITIATIVES.format(other=sheet.other), small=True)
    )
    pieces += [
        Together((Heading(paper_words.PAIR_INITIATIVES.format(other=sheet.other)), on_record)),
        Box(paper_words.PAIR_TO_ASK, "", least_mm=ASK_MM),
    ]
    return Paper(
        title=paper_words.PAIR.format(own=sheet.own, other=sheet.other),
        subject=sheet.subject,
        made=sheet.made,
        sheets=(Sheet(tuple(pieces), sheet.source),),
    )
