"""How wide Japanese text is, and where a line of it may end."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from carecompare.text.files.workbook_words import NO_LINE_BEGINS_WITH, NO_LINE_ENDS_WITH

if TYPE_CHECKING:
    from collections.abc import Iterator

NARROW = 0.6


def width(text: str) -> float:
    """Return how wide text is, in full-width characters."""
    return sum(_width(each) for each in text)


def wrapped(text: str, most: float) -> list[str]:
    """Return text in lines.

    Parameters
    ----------
    text : str
        A line break in it is kept.
    most : float
        How wide a line may be, in full-width characters.

    Returns
    -------
    list of str
        No line begins with a closing bracket or a full stop, which may stand a little over the edge. Nothing
        of the text is lost but blanks at the ends of lines.
    """
    return [line for part in text.splitlines() for line in _lines(part.strip(), most)]


def _lines(text: str, most: float) -> Iterator[str]:
    line, used = "", 0.0
    for piece in _pieces(text, most):
        size = width(piece)
        if line and used + size > most and piece[0] not in NO_LINE_BEGINS_WITH:
            kept = line.rstrip(NO_LINE_ENDS_WITH) or line
            yield kept.rstrip()
            line = line[len(kept) :] + piece.lstrip()
            used = width(line)
        else:
            line, used = line + piece, used + size
    if line.strip():
        yield line.rstrip()


def _pieces(text: str, most: float) -> Iterator[str]:
    """Yield what is not parted: a single wide character, or a word or number in narrow ones.

    A sign that stays on the line before it draws no word after itself there.
    """
    word = ""
    for each in text:
        is_narrow = _width(each) == NARROW and not each.isspace()
        if word and is_narrow and width(word) + NARROW <= most:
            word += each
            continue
        if word:
            yield word
        word = each if is_narrow and each not in NO_LINE_BEGINS_WITH else ""
        if not word:
            yield each
    if word:
        yield word


def _width(character: str) -> float:
    return 1.0 if unicodedata.east_asian_width(character) in "WFA" else NARROW
