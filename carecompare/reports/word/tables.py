"""A table of figures as a table of Word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from carecompare.reports.fitting import column_parts, column_shares, with_columns
from carecompare.reports.word.fields import run
from carecompare.text.files.book_words import MARK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from typing import Any

    from carecompare.exhibits import Grid


TEXT_TWIPS = 9638  # 17 cm
HEAD_FILL, GROUP_FILL, OWN_FILL = "D9D9D9", "F2F2F2", "E7E6E6"
SIZE, SMALL = "16", "13"  # in half points
WIDE = 9
# So many rows at the end of a table stay on one page.
TOGETHER = 3
BOLD = "<w:b/>"
_EDGES = "".join(
    f"<w:{side} w:val='single' w:sz='4' w:space='0' w:color='7F7F7F'/>"
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)


def tables(grid: Grid, changed: Collection[tuple[int, int]], said: str) -> Iterator[Any]:
    """Yield a table in parts that fit the page.

    Parameters
    ----------
    grid : Grid
        What it shows; every row is in it.
    changed : collection of tuple of int
        Rows and columns that get the sign of a changed number.
    said : str
        What the table holds, for those who cannot see it.
    """
    for place, columns in enumerate(column_parts(grid)):
        part = with_columns(grid, columns, is_first=place == 0)
        marked = {(row, columns.index(column)) for row, column in changed if column in columns}
        yield _table(part, marked, said)


def _table(grid: Grid, changed: Collection[tuple[int, int]], said: str) -> Any:  # noqa: ANN401 - an element
    shares = column_shares(grid)
    wide = [round(TEXT_TWIPS * each / sum(shares)) for each in shares]
    size = SIZE if len(grid.columns) <= WIDE else SMALL
    rows = [
        _row(
            [_Cell(name, is_bold=True) for name in grid.columns], grid, wide, size, fill=HEAD_FILL, kept=True
        )
    ]
    for number, cells in enumerate(grid.texts):
        if number in grid.groups:
            rows.append(_group(grid.groups[number], len(grid.columns), size))
        is_own = number in grid.own_rows
        shown = [
            _Cell(text, is_bold=is_own or column in grid.own_columns, is_marked=(number, column) in changed)
            for column, text in enumerate(cells)
        ]
        is_near_end = len(grid.texts) - TOGETHER <= number < len(grid.texts) - 1
        rows.append(_row(shown, grid, wide, size, fill=OWN_FILL if is_own else "", kept=is_near_end))
    looks = (
        "<w:tblPr><w:tblW w:w='5000' w:type='pct'/>"
        f"<w:tblBorders>{_EDGES}</w:tblBorders><w:tblLayout w:type='fixed'/>"
        "<w:tblCellMar><w:left w:w='60' w:type='dxa'/><w:right w:w='60' w:type='dxa'/></w:tblCellMar>"
        "<w:tblLook w:val='0420' w:firstRow='1' w:noVBand='1'/><w:tblDescription/></w:tblPr>"
    )
    columns = "".join(f"<w:gridCol w:w='{each}'/>" for each in wide)
    table = parse_xml(f"<w:tbl {nsdecls('w')}>{looks}<w:tblGrid>{columns}</w:tblGrid>{''.join(rows)}</w:tbl>")
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    table.find(f".//{name}tblDescription").set(f"{name}val", said)
    return table


class _Cell:
    """Words of a cell and how they look."""

    def __init__(self, text: str, *, is_bold: bool = False, is_marked: bool = False) -> None:
        self.inside = run(text, BOLD if is_bold or is_marked else "") + (run(MARK, BOLD) if is_marked else "")


def _row(cells: list[_Cell], grid: Grid, wide: list[int], size: str, *, fill: str, kept: bool = False) -> str:
    is_head = fill == HEAD_FILL
    inside = "".join(
        _cell(each.inside, wide[column], size, right=column in grid.numeric, fill=fill, kept=kept)
        for column, each in enumerate(cells)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{'<w:tblHeader/>' if is_head else ''}</w:trPr>{inside}</w:tr>"


def _group(heading: str, across: int, size: str) -> str:
    inside = run(heading, BOLD)
    cell = _cell(inside, TEXT_TWIPS, size, right=False, fill=GROUP_FILL, across=across, kept=True)
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{cell}</w:tr>"


def _cell(
    inside: str, wide: int, size: str, *, right: bool, fill: str, across: int = 1, kept: bool = False
) -> str:
    span = f"<w:gridSpan w:val='{across}'/>" if across > 1 else ""
    shade = f"<w:shd w:val='clear' w:color='auto' w:fill='{fill}'/>" if fill else ""
    place = "<w:jc w:val='right'/>" if right else ""
    # A heading stands with its rows, and no row alone on the next page.
    keep = "<w:keepNext/>" if kept else ""
    sized = inside.replace("<w:r><w:t", "<w:r><w:rPr></w:rPr><w:t").replace(
        "</w:rPr>", f"<w:sz w:val='{size}'/><w:szCs w:val='{size}'/></w:rPr>"
    )
    return (
        f"<w:tc><w:tcPr><w:tcW w:w='{wide}' w:type='dxa'/>{span}{shade}<w:vAlign w:val='center'/></w:tcPr>"
        f"<w:p><w:pPr>{keep}<w:spacing w:before='10' w:after='10' w:line='240' w:lineRule='auto'/>"
        f"{place}</w:pPr>{sized}</w:p></w:tc>"
    )
