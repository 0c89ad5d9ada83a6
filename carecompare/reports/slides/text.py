"""How much room letters need, known before an office program draws them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from carecompare.letter_widths import character_em, room_em, width_em
from carecompare.text.files.slide_words import CLOSING_SIGNS

# Some programs leave a little room between Japanese and Latin letters.
BETWEEN_EM = 0.13
LINE_EM = 1.25  # from one line to the next; written into the file, for fonts differ
# A line may not begin with these: they draw the character before them to the next line.
NEVER_FIRST = frozenset(CLOSING_SIGNS)
ELLIPSIS = "…"


@dataclass(frozen=True)
class Fitted:
    """A text at a size at which it stays in its box.

    Parameters
    ----------
    text : str
        As it is printed; shorter than given only where the smallest size was still too large.
    size : float
        In points.
    lines : int
        How many it takes.
    """

    text: str
    size: float
    lines: int

    @property
    def height(self) -> float:
        """Return the height in points."""
        return self.lines * self.size * LINE_EM


def text_width(text: str, size: float) -> float:
    """Return how wide one line of text is at most, in points."""
    return size * width_em(text, BETWEEN_EM)


def printable(text: str) -> str:
    """Return a text without characters that a file of slides cannot hold; line breaks stay."""
    return "".join(each for each in text if each in "\n\t" or unicodedata.category(each) not in {"Cc", "Cs"})


def wrapped(text: str, size: float, width: float) -> list[str]:
    """Return a text in lines.

    Parameters
    ----------
    text : str
        Line breaks in it are kept.
    size, width : float
        Of the letters and the box, in points.

    Returns
    -------
    list of str
        At least one; broken between any two characters, as Japanese is, but never before a closing sign.
    """
    room = width / size
    found: list[str] = []
    for paragraph in text.split("\n"):
        line, used = "", 0.0
        for character in paragraph:
            em = character_em(character) + (room_em(line[-1], character, BETWEEN_EM) if line else 0.0)
            if used + em > room and line:
                carried = ""
                if character in NEVER_FIRST and len(line) > 1:
                    line, carried = line[:-1], line[-1]
                found.append(line)
                line, used = carried, width_em(carried, BETWEEN_EM)
            line += character
            used += em
        found.append(line)
    return found


def fitted(text: str, width: float, height: float, largest: float, smallest: float) -> Fitted:
    """Return a text at the largest size at which it stays in a box.

    Parameters
    ----------
    text : str
        What is printed.
    width, height : float
        Of the box, in points.
    largest, smallest : float
        Sizes of letters, in points.

    Returns
    -------
    Fitted
        Cut at the end, with an ellipsis, where it does not fit at the smallest.
    """
    size = largest
    while True:
        lines = wrapped(text, size, width)
        if len(lines) * size * LINE_EM <= height or size <= smallest:
            break
        size = max(size - 1, smallest)
    room = max(int(height / (size * LINE_EM)), 1)
    if len(lines) <= room:
        return Fitted(text, size, len(lines))
    kept = lines[:room]
    while len(kept[-1]) > 1 and text_width(kept[-1] + ELLIPSIS, size) > width:
        kept[-1] = kept[-1][:-1]
    return Fitted("".join(kept) + ELLIPSIS, size, room)
