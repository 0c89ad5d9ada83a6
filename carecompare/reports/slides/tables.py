"""Tables that an office program can edit, in pieces that stay on a slide."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls

from carecompare.exhibits import leading_columns
from carecompare.reports.slides import look
from carecompare.reports.slides.text import LINE_EM, printable, text_width, wrapped
from carecompare.text.files import slide_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pptx.slide import Slide

    from carecompare.exhibits import Grid
    from carecompare.reports.slides.look import Box


LARGEST_PT, SMALLEST_PT = 14.0, 9.0
PAD_PT, ROW_PAD_PT = 4.0, 2.0
WIDEST_FIRST, WIDEST_OTHER = 0.42, 0.26  # shares of the width that a column may ask for
NARROWEST_PT = 28.0
SLACK_EM = 0.7  # bold letters, and the font of a machine that lacks ours, are wider
STRETCH = 1.5  # a small table is not pulled apart over the whole slide
MOST_ROWS = 400


@dataclass(frozen=True)
class Look:
    """How a cell looks."""

    right: bool = False
    bold: bool = False
    ink: str = look.INK
    fill: str = ""
    edge: str = look.MIDDLE


@dataclass(frozen=True)
class Piece:
    """As much of a table as stands on one slide.

    Parameters
    ----------
    columns : tuple of int
        Which columns of the table.
    rows : tuple of (str or int)
        A number is a row of the table, a text the heading of a group.
    widths : tuple of float
        Of the columns, in points.
    size : float
        Of the letters, in points.
    """

    columns: tuple[int, ...]
    rows: tuple[str | int, ...]
    widths: tuple[float, ...]
    size: float


def pieces(grid: Grid, width: float, height: float) -> list[Piece]:
    """Return a table in pieces.

    Parameters
    ----------
    grid : Grid
        The table; rows beyond 400 are left out.
    width, height : float
        Of the place, in points.

    Returns
    -------
    list of Piece
        One where letters of some size let it stand on one slide; else the columns, then the rows are parted,
        with the headings in every piece.
    """
    for size in _sizes():
        columns = _column_sets(grid, width, size)
        if len(columns) == 1:
            found = _row_sets(grid, columns[0], size, height)
            if len(found) == 1:
                return found
    size = next((each for each in _sizes() if len(_column_sets(grid, width, each)) == 1), SMALLEST_PT)
    size = min(size, 11.0)
    return [
        piece
        for columns in _column_sets(grid, width, size)
        for piece in _row_sets(grid, columns, size, height)
    ]


def _sizes() -> list[float]:
    return [float(size) for size in range(int(LARGEST_PT), int(SMALLEST_PT) - 1, -1)]


def _column_sets(grid: Grid, width: float, size: float) -> list[tuple[tuple[int, ...], tuple[float, ...]]]:
    leading = leading_columns(grid)
    wanted = [
        _wanted(grid, column, width, size, is_first=column < leading) for column in range(len(grid.columns))
    ]
    heads = tuple(range(leading))
    room = width - sum(wanted[:leading])
    sets: list[list[int]] = [[]]
    used = 0.0
    for column in range(leading, len(wanted)):
        if used + wanted[column] > room and sets[-1]:
            sets.append([])
            used = 0.0
        sets[-1].append(column)
        used += wanted[column]
    found = []
    for each in sets:
        columns = (*heads, *each)
        asked = sum(wanted[column] for column in columns)
        stretch = min(width / asked, STRETCH) if asked else 1.0
        found.append((columns, tuple(wanted[column] * stretch for column in columns)))
    return found


def _wanted(grid: Grid, column: int, width: float, size: float, *, is_first: bool) -> float:
    cells = max((text_width(row[column], size) for row in grid.texts), default=0.0) + SLACK_EM * size
    heading = text_width(grid.columns[column], size) + SLACK_EM * size
    most = width * (WIDEST_FIRST if is_first else WIDEST_OTHER)
    return min(max(cells, heading if is_first else heading / 2 + size, NARROWEST_PT), most) + 2 * PAD_PT


def _row_sets(
    grid: Grid, columns: tuple[tuple[int, ...], tuple[float, ...]], size: float, height: float
) -> list[Piece]:
    numbers, widths = columns
    head = _height([grid.columns[each] for each in numbers], widths, size)
    line = size * LINE_EM + 2 * ROW_PAD_PT
    sets: list[list[str | int]] = [[]]
    used, group = head, ""
    for place, row in enumerate(grid.texts[:MOST_ROWS]):
        tall = _height([row[each] for each in numbers], widths, size)
        begins = grid.groups.get(place)
        if used + tall + (line if begins is not None else 0.0) > height and sets[-1]:
            sets.append([])
            used = head
            if begins is None and group:
                sets[-1].append(slide_words.CONTINUED.format(group=group))
                used += line
        if begins is not None:
            group = begins
            sets[-1].append(begins)
            used += line
        sets[-1].append(place)
        used += tall
    return [Piece(numbers, tuple(each), widths, size) for each in sets]


def _height(cells: Sequence[str], widths: Sequence[float], size: float) -> float:
    most = max(
        len(wrapped(cell, size, width - 2 * PAD_PT)) for cell, width in zip(cells, widths, strict=True)
    )
    return most * size * LINE_EM + 2 * ROW_PAD_PT


def piece_height(grid: Grid, piece: Piece) -> float:
    """Return how high a piece is, in points."""
    line = piece.size * LINE_EM + 2 * ROW_PAD_PT
    rows = [
        line
        if isinstance(each, str)
        else _height([grid.texts[each][c] for c in piece.columns], piece.widths, piece.size)
        for each in piece.rows
    ]
    return sum(rows) + _height([grid.columns[c] for c in piece.columns], piece.widths, piece.size)


def add_table(slide: Slide, box: Box, grid: Grid, piece: Piece, description: str) -> None:
    """Put a piece of a table on a slide.

    Parameters
    ----------
    slide : Slide
        To draw on.
    box : Box
        Where; the table begins at its upper left.
    grid : Grid
        The table.
    piece : Piece
        From `pieces`.
    description : str
        For those who cannot see it.
    """
    place = replace(box, width=sum(piece.widths), height=piece_height(grid, piece))
    # One row and one column make the frame; the table itself is written at once, for cell by cell is slow.
    shape = slide.shapes.add_table(1, 1, *place.emu())
    shape._element.nvGraphicFramePr.cNvPr.set("descr", printable(description))  # noqa: SLF001 - no other way
    table = shape._element.graphic.graphicData.tbl  # noqa: SLF001 - the same
    table.getparent().replace(table, parse_xml(_written(grid, piece)))


def _written(grid: Grid, piece: Piece) -> str:
    size = piece.size
    line = size * LINE_EM + 2 * ROW_PAD_PT
    columns = "".join(f'<a:gridCol w="{round(each * look.EMU)}"/>' for each in piece.widths)
    heading = [grid.columns[each] for each in piece.columns]
    parts = [_row(grid, piece, heading, _height(heading, piece.widths, size), row=-1)]
    for each in piece.rows:
        if isinstance(each, str):
            parts.append(_group(each, len(piece.columns), line, size))
        else:
            cells = [grid.texts[each][column] for column in piece.columns]
            parts.append(_row(grid, piece, cells, _height(cells, piece.widths, size), row=each))
    return (
        f'<a:tbl {nsdecls("a")}><a:tblPr firstRow="1" firstCol="1"/><a:tblGrid>{columns}</a:tblGrid>'
        f"{''.join(parts)}</a:tbl>"
    )


def _row(grid: Grid, piece: Piece, cells: Sequence[str], height: float, row: int) -> str:
    written = []
    for column, cell in zip(piece.columns, cells, strict=True):
        is_own = column in grid.own_columns or row in grid.own_rows
        written.append(
            _cell(
                cell,
                piece.size,
                Look(
                    right=column in grid.numeric,
                    bold=is_own or row < 0,
                    ink=look.OWN if is_own else look.INK,
                    fill=look.FAINT if row < 0 else "",
                    edge=look.DARK if row < 0 else look.MIDDLE,
                ),
            )
        )
    return f'<a:tr h="{round(height * look.EMU)}">{"".join(written)}</a:tr>'


def _group(text: str, columns: int, height: float, size: float) -> str:
    cell = _cell(text, size, Look(bold=True, ink=look.PEER_DARK, fill=look.PALE), span=columns)
    rest = '<a:tc hMerge="1"><a:txBody><a:bodyPr/><a:p/></a:txBody><a:tcPr/></a:tc>' * (columns - 1)
    return f'<a:tr h="{round(height * look.EMU)}">{cell}{rest}</a:tr>'


def _cell(text: str, size: float, shown: Look, span: int = 1) -> str:
    points = round(size * 100)
    face = f'lang="ja-JP" sz="{points}" b="{int(shown.bold)}"'
    ink_of = f'<a:solidFill><a:srgbClr val="{shown.ink}"/></a:solidFill>'
    said = escape(printable(text).replace("\n", " "))
    run = f"<a:r><a:rPr {face}>{ink_of}</a:rPr><a:t>{said}</a:t></a:r>" if said else ""
    spacing = f'<a:lnSpc><a:spcPts val="{round(size * LINE_EM * 100)}"/></a:lnSpc>'
    none = "".join(f'<a:{side} w="0"><a:noFill/></a:{side}>' for side in ("lnL", "lnR", "lnT"))
    under = f'<a:lnB w="6350"><a:solidFill><a:srgbClr val="{shown.edge}"/></a:solidFill></a:lnB>'
    ground = f'<a:solidFill><a:srgbClr val="{shown.fill}"/></a:solidFill>' if shown.fill else "<a:noFill/>"
    sides, ends = round(PAD_PT * look.EMU), round(ROW_PAD_PT * look.EMU)
    pads = f'marL="{sides}" marR="{sides}" marT="{ends}" marB="{ends}" anchor="ctr"'
    paragraph = (
        f'<a:p><a:pPr algn="{"r" if shown.right else "l"}">{spacing}</a:pPr>{run}<a:endParaRPr {face}/></a:p>'
    )
    spanned = f' gridSpan="{span}"' if span > 1 else ""
    return (
        f"<a:tc{spanned}><a:txBody><a:bodyPr/>{paragraph}</a:txBody>"
        f"<a:tcPr {pads}>{none}{under}{ground}</a:tcPr></a:tc>"
    )
