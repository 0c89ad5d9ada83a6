"""What a cell of an exported workbook holds: text, a figure, a filler or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from carecompare.cells import narrow, number
from carecompare.text.layouts import mieruka_layout_words

if TYPE_CHECKING:
    from collections.abc import Sequence


FILLER = re.compile(mieruka_layout_words.FILLER)


def is_filler_row(cells: Sequence[str]) -> bool:
    """Return whether every cell of a row is blank or a filler."""
    return all(is_blank(cell.strip()) or bool(FILLER.fullmatch(narrow(cell))) for cell in cells)


def is_blank(text: str) -> bool:
    """Return whether a cell holds nothing, or a sign that stands for nothing."""
    return text in mieruka_layout_words.BLANKS or narrow(text) in mieruka_layout_words.BLANKS


def is_figure(text: str) -> bool:
    """Return whether a cell holds a number."""
    return number(text) is not None


def cell_text(cells: Sequence[str], column: int) -> str:
    """Return the text of a cell, empty beyond the end of its row."""
    return cells[column].strip() if column < len(cells) else ""
