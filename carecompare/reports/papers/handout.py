"""配布資料: what was put together for a meeting, one view on each page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from carecompare.reports.fitting import column_parts, column_shares, with_columns
from carecompare.reports.papers.paper import Figures, Heading, Paper, Sheet, Words
from carecompare.reports.papers.pdf import drawing
from carecompare.text.files import paper_words
from carecompare.workers import apart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from carecompare.exhibits import Exhibit, Grid
    from carecompare.reports.papers.paper import AnyPiece


PICTURE_PX = 760
MOST_MM = 125.0
# So many rows fit on the page under a picture, and without one.
ROWS_UNDER_PICTURE, MOST_ROWS = 26, 60
LAST_ROWS = 2
# Letters by how many columns there are.
SIZE_PT, SMALL_PT = 7.4, 6.0
WIDE = 9


@dataclass(frozen=True)
class HandoutPage:
    """One view.

    Parameters
    ----------
    title : str
        What stands above it; the town's own words or the finding.
    exhibit : Exhibit
        The view; with its picture where one is to be drawn.
    remark : str
        Said of it under the title, such as that it is of an earlier day.
    """

    title: str
    exhibit: Exhibit
    remark: str = ""


@apart
def handout_paper(
    title: str,
    subject: str,
    made: str,
    pages: Sequence[HandoutPage],
    progress: Callable[[int], object] = lambda _: None,
) -> Paper:
    """Return views as a handout.

    Parameters
    ----------
    title, subject, made : str
        Of the document, whose it is, when and with what it was made.
    pages : sequence of HandoutPage
        In their order; each begins on a page of its own.
    progress : callable
        Told the number of the page that is being made, from 1.

    Returns
    -------
    Paper
        A4; a table wider than a page stands in parts below each other, a longer one is cut and says so.
    """
    sheets = []
    for place, page in enumerate(pages, 1):
        progress(place)
        sheets.append(_sheet(page, place))
    return Paper(title=title, subject=subject, made=made, sheets=tuple(sheets))


def _sheet(page: HandoutPage, place: int) -> Sheet:
    exhibit = page.exhibit
    pieces: list[AnyPiece] = [
        Heading(paper_words.ITEM.format(place=place, title=page.title or exhibit.title))
    ]
    # The town's own title says what it likes; the finding stays beside it.
    said = exhibit.title if page.title and page.title != exhibit.title else ""
    pieces += [Words(each, small=True) for each in (said, exhibit.subtitle, page.remark) if each]
    if exhibit.picture is not None:
        pieces.append(drawing(exhibit.picture, exhibit.title, PICTURE_PX, most_mm=MOST_MM))
    cut, left_out = _cut(
        exhibit.grid.in_words(), MOST_ROWS if exhibit.picture is None else ROWS_UNDER_PICTURE
    )
    parts = (
        with_columns(cut, columns, is_first=place == 0) for place, columns in enumerate(column_parts(cut))
    )
    pieces += [
        Figures(part, size_pt=SIZE_PT if len(part.columns) <= WIDE else SMALL_PT, shares=column_shares(part))
        for part in parts
    ]
    if left_out:
        pieces.append(Words(paper_words.HANDOUT_MORE.format(count=left_out), small=True))
    pieces += [Words(note, small=True) for note in exhibit.notes]
    return Sheet(tuple(pieces), exhibit.source)


def _cut(grid: Grid, most: int) -> tuple[Grid, int]:
    """Return so many rows of a table, and how many are left out.

    The own ones stay, and the last ones, which are the prefecture and the nation.
    """
    many = len(grid.rows)
    if many <= most:
        return grid, 0
    always = {*grid.own_rows, *range(many - LAST_ROWS, many)}
    others = [row for row in range(many) if row not in always][: max(most - len(always), 0)]
    kept = sorted({*always, *others})
    return (
        msgspec.structs.replace(
            grid,
            rows=tuple(grid.rows[row] for row in kept),
            own_rows=tuple(new for new, row in enumerate(kept) if row in grid.own_rows),
            groups={new: grid.groups[row] for new, row in enumerate(kept) if row in grid.groups},
        ),
        many - len(kept),
    )
