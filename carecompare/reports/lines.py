"""Where a line of Japanese may end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.letter_widths import WIDE_EM, character_em, width_em
from carecompare.text.files.workbook_words import NO_LINE_BEGINS_WITH, NO_LINE_ENDS_WITH

if TYPE_CHECKING:
    from collections.abc import Iterator


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
        size = width_em(piece)
        if line and used + size > most and piece[0] not in NO_LINE_BEGINS_WITH:
            kept = line.rstrip(NO_LINE_ENDS_WITH) or line
            yield kept.rstrip()
            line = line[len(kept) :] + piece.lstrip()
            used = width_em(line)
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
        is_narrow = character_em(each) < WIDE_EM and not each.isspace()
        if word and is_narrow and width_em(word + each) <= most:
            word += each
            continue
        if word:
            yield word
        word = each if is_narrow and each not in NO_LINE_BEGINS_WITH else ""
        if not word:
            yield each
    if word:
        yield word
