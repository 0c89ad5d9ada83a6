"""How wide text is before a program draws it: one measure for charts, slides, workbooks and papers."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import pairwise

WIDE_EM = 1.0
NARROW_EM = 0.62  # the widest digits and most letters of a proportional gothic
CAPITAL_EM = 0.78


@lru_cache(maxsize=4096)
def character_em(character: str) -> float:
    """Return the width of a character as a share of its size, rather too wide than too narrow.

    Parameters
    ----------
    character : str
        One.

    Returns
    -------
    float
        1 of a full-width one, 0 of one that is drawn over another or not at all.
    """
    if unicodedata.combining(character) or unicodedata.category(character) in {"Cf", "Mn"}:
        return 0.0
    if unicodedata.east_asian_width(character) in "FWA":
        return WIDE_EM
    return CAPITAL_EM if character.isupper() or character in "MWmw@%&" else NARROW_EM


def width_em(text: str, between_em: float = 0.0) -> float:
    """Return how wide one line of text is at most, as a multiple of the size of its letters.

    Parameters
    ----------
    text : str
        One line.
    between_em : float
        What the program that draws it leaves between Japanese and Latin letters.
    """
    wide = sum(map(character_em, text))
    return wide + sum(room_em(*pair, between_em) for pair in pairwise(text)) if between_em else wide


def room_em(before: str, after: str, between_em: float) -> float:
    """Return the room between two characters: that between Japanese and Latin letters, else none."""
    parts = (character_em(before) == WIDE_EM) != (character_em(after) == WIDE_EM)
    return between_em if parts and " " not in (before, after) else 0.0
