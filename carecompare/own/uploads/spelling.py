"""Names as they are compared, and as programs save them in the older Japanese encoding."""

from __future__ import annotations

import itertools
from functools import lru_cache

from carecompare.cells import narrow

# What programs write for a character that the encoding does not hold: spreadsheets, and this project.
_LOST = ("?", "\u3013")
_MOST_LOST = 4


def plain_name(text: str) -> str:
    """Return a name as it is compared: half-width, small, without blanks."""
    # The older encoding has one wave where Unicode has two.
    return "".join(narrow(text).split()).lower().replace("~", "\u301c")


@lru_cache(maxsize=16_384)
def spellings(text: str) -> tuple[str, ...]:
    """Return a name as it is compared, however a program saved it as Shift_JIS.

    Parameters
    ----------
    text : str
        For example ``人／可住地km²``: spreadsheets save it as ``km2``, as ``km?`` or with a geta.

    Returns
    -------
    tuple of str
        The name itself first. More than four characters that the encoding lacks are not replaced.
    """
    places = [place for place, letter in enumerate(text) if not _is_held(letter)]
    if not places or len(places) > _MOST_LOST:
        return (plain_name(text),)
    found: dict[str, None] = {}
    for chosen in itertools.product(("", *_LOST), repeat=len(places)):
        letters = list(text)
        for place, lost in zip(places, chosen, strict=True):
            letters[place] = lost or letters[place]
        found[plain_name("".join(letters))] = None
    return tuple(found)


def _is_held(letter: str) -> bool:
    try:
        letter.encode("cp932")
    except UnicodeEncodeError:
        return False
    return True
