"""What stands in one cell, read the same way from a publisher's file and from a town's own. Pure."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

MISSING_MARKS = frozenset({"", "-", "...", "***", "‐", "–", "—", "―", "−"})
FIRST_YEAR, LAST_YEAR = 1920, 2100
LONGEST_SHOWN = 40

NUMBER = r"(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\.[0-9]+)?"
MINUS_SIGNS = "-−‐–△▲"  # the first stays first: elsewhere in brackets it means a range
_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}
_COMPATIBLE = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_SIGNED = re.compile(rf"([{MINUS_SIGNS}+]?) ?({NUMBER})")


def narrow(text: str) -> str:
    """Return the text with full-width letters, digits and signs made half-width, without outer blanks."""
    return unicodedata.normalize("NFKC", text).strip()


def folded(text: str) -> str:
    """Return the text as it is searched: narrow, small, katakana as hiragana, without blanks."""
    narrowed = "".join(narrow(text).lower().split())
    return narrowed.translate(_TO_HIRAGANA)


def composed(text: str) -> str:
    """Return the text with marks joined to their letters (か and ゙ are が), and every name as it is written.

    The usual composition takes compatibility ideographs for their plain forms: 塚 of a name (U+FA10) for 塚.
    """
    return "".join(
        part if _COMPATIBLE.match(part) else unicodedata.normalize("NFC", part)
        for part in _COMPATIBLE.split(text)
    )


def number(text: str) -> float | None:
    """Return the number of a cell, or nothing when it is none.

    Parameters
    ----------
    text : str
        ``1234``, ``1,234.5``, ``△3``, ``▲3``, ``-3``, also full-width.

    Returns
    -------
    float or None
        Zero is a number; a mark for a missing one is none.
    """
    found = _SIGNED.fullmatch(narrow(text))
    if found is None:
        return None
    size = float(found[2].replace(",", ""))
    return -size if found[1] and found[1] in MINUS_SIGNS else size


def year(text: str, words: Mapping[str, Any]) -> int | None:
    """Return the calendar year of a cell, or nothing when it is none.

    Parameters
    ----------
    text : str
        ``2020``, ``2020.0``, or a year with a suffix or of an era.
    words : mapping
        ``suffixes``, ``eras`` (name to the year before its first) and ``first_of_era`` of the layouts.
    """
    rest = narrow(text)
    for suffix in words["suffixes"]:
        rest = rest.removesuffix(suffix)
    before = 0
    for era, zeroth in words["eras"].items():
        if rest.startswith(era):
            rest, before = rest.removeprefix(era).replace(words["first_of_era"], "1"), zeroth
    if not re.fullmatch(r"[0-9]{1,4}(\.0)?", rest):
        return None
    found = before + int(float(rest))
    return found if FIRST_YEAR <= found <= LAST_YEAR else None
