"""A table in as many screens as let it be read from the back of a room: by rows, if wide by columns too."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from carecompare.charts.parts.spacing import text_width_px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.views.base.table import Table


# Everything in widths of a letter of 2.5 % of the height of a screen, which is 19 px on 1024 × 768.
WIDTH_EM, PADDING_EM, LINE_EM = 50.0, 1.0, 1.35
NARROWEST_EM, NAME_EM, WORDS_EM = 4.5, 12.0, 14.0
# A line of letters ends before its column does, and the letters of the own municipality are bold.
SLACK = 1.06
# Lines of a heading before a column is made wider for it.
HEADING_LINES = 3


def screens_of(table: Table, height_em: float) -> Sequence[Table]:
    """Return a table in pieces with all of its cells; each piece has the first column.

    Parameters
    ----------
    table : Table
        What is shown.
    height_em : float
        Room for a piece with its headings, in letters.

    Returns
    -------
    sequence of Table
        The columns of the first rows, then those of the next. A row taller than the room is alone.
    """
    if not table.columns:
        return [table]
    texts = table.texts
    blocks = _column_blocks(table, texts)
    widths = [_widths(table, texts, block) for block in blocks]
    heads = [_lines(table.columns, block, each) for block, each in zip(blocks, widths, strict=True)]
    heights = [
        max(_height(_lines(row, block, each)) for block, each in zip(blocks, widths, strict=True))
        for row in texts
    ]
    room = height_em - _height(max(heads)) - (LINE_EM if table.caption else 0.0)
    return [
        _piece(table, (start, stop), block, each)
        for start, stop in _row_blocks(heights, table.groups, room)
        for block, each in zip(blocks, widths, strict=True)
    ]


def _em(text: str) -> float:
    return max((text_width_px(line, 1) for line in text.split("\n")), default=0.0) * SLACK


def _widest(texts: Sequence[Sequence[str]], column: int) -> float:
    return max((_em(row[column]) for row in texts), default=0.0)


def _needed(table: Table, texts: Sequence[Sequence[str]], column: int) -> float:
    """Return how wide a column is at least: figures stand in one line, words may take several."""
    widest = _widest(texts, column)
    if column not in table.numeric:
        widest = min(widest, WORDS_EM if column else NAME_EM)
    return max(widest, _em(table.columns[column]) / HEADING_LINES, NARROWEST_EM) + PADDING_EM


def _column_blocks(table: Table, texts: Sequence[Sequence[str]]) -> list[list[int]]:
    """Return the columns of each piece, all with the first."""
    needed = [_needed(table, texts, column) for column in range(len(table.columns))]
    blocks = [[0]]
    for column in range(1, len(needed)):
        taken = sum(needed[each] for each in blocks[-1])
        if len(blocks[-1]) > 1 and taken + needed[column] > WIDTH_EM:
            blocks.append([0])
        blocks[-1].append(column)
    return blocks


def _widths(table: Table, texts: Sequence[Sequence[str]], block: Sequence[int]) -> list[float]:
    """Return how wide the columns of a piece are; what is left goes to those with the most words."""
    needed = [_needed(table, texts, column) for column in block]
    wished = [
        max(_widest(texts, column), _em(table.columns[column])) + PADDING_EM - least
        for column, least in zip(block, needed, strict=True)
    ]
    more = [max(each, 0.1) for each in wished]
    spare = WIDTH_EM - sum(needed)
    return [least + spare * each / sum(more) for least, each in zip(needed, more, strict=True)]


def _lines(row: Sequence[str], block: Sequence[int], widths: Sequence[float]) -> int:
    """Return how many lines the tallest cell of a row has."""
    return max(
        sum(max(ceil(_em(line) / (width - PADDING_EM)), 1) for line in row[column].split("\n"))
        for column, width in zip(block, widths, strict=True)
    )


def _height(lines: int) -> float:
    return LINE_EM * lines + PADDING_EM / 2


def _row_blocks(heights: Sequence[float], groups: dict[int, str], room: float) -> list[tuple[int, int]]:
    """Return the first row of each piece and the one after its last."""
    starts, taken = [0], 0.0
    for row, height in enumerate(heights):
        with_group = height + (_height(1) if row in groups else 0.0)
        if row > starts[-1] and taken + with_group > room:
            starts.append(row)
            taken = _height(1) if groups else 0.0
            with_group = height
        taken += with_group
    return list(zip(starts, [*starts[1:], len(heights)], strict=True))


def _piece(table: Table, rows: tuple[int, int], block: Sequence[int], widths: Sequence[float]) -> Table:
    start, stop = rows
    place = {column: number for number, column in enumerate(block)}

    def placed(columns: frozenset[int]) -> frozenset[int]:
        return frozenset(place[column] for column in columns if column in place)

    return replace(
        table,
        columns=[table.columns[column] for column in block],
        rows=[[row[column] for column in block] for row in table.rows[start:stop]],
        numeric=placed(table.numeric),
        centred=placed(table.centred),
        own_columns=placed(table.own_columns),
        with_own=placed(table.with_own),
        own_rows=frozenset(row - start for row in table.own_rows if start <= row < stop),
        groups=_groups_of(table, start, stop),
        shades={
            (row - start, place[column]): shade
            for (row, column), shade in table.shades.items()
            if start <= row < stop and column in place
        },
        links=(),
        written=(),
        widths=widths,
    )


def _groups_of(table: Table, start: int, stop: int) -> dict[int, str]:
    """Return the headings between the rows of a piece; a group that began before it is named again."""
    before = [row for row in table.groups if row <= start]
    again = {0: table.groups[max(before)]} if before else {}
    return again | {row - start: label for row, label in table.groups.items() if start <= row < stop}
