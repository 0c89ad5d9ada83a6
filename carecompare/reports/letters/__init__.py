"""The Japanese letters of pictures and papers: one file, as its makers publish it, with their licence."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np

FOLDER = Path(__file__).parent
FONT, FONT_VERSION, FONT_LICENCE = "IPAexGothic", "004.01", "IPA"
# Of OpenType: a table's record in the directory, a subtable's record in `cmap`, a group of format 12.
DIRECTORY, TABLE, SUBTABLES, SUBTABLE, GROUPS, GROUP = 12, 16, 4, 8, 16, 12
WINDOWS_ALL_OF_UNICODE = (3, 10)


@lru_cache(maxsize=1)
def held() -> frozenset[int]:
    """Return the characters that the letters hold, as Unicode numbers.

    References
    ----------
    ISO/IEC 14496-22:2019 (Open Font Format), 4.3 and 5.2.1.3.7: the directory of tables, and of the table
    `cmap` the format 12, which a font with characters above U+FFFF has.
    """
    file = (FOLDER / "ipaexg.ttf").read_bytes()
    tables = {file[at : at + 4]: _number(file, at + 8) for at in _records(file, 4, DIRECTORY, TABLE)}
    start = tables[b"cmap"]
    subtables = {
        (_number(file, at, 2), _number(file, at + 2, 2)): start + _number(file, at + 4)
        for at in _records(file, start + 2, start + SUBTABLES, SUBTABLE)
    }
    subtable = subtables[WINDOWS_ALL_OF_UNICODE]
    count = _number(file, subtable + GROUP)
    groups = np.frombuffer(file, ">u4", 3 * count, subtable + GROUPS).reshape(count, 3).tolist()
    return frozenset(each for first, last, _ in groups for each in range(first, last + 1))


def _number(file: bytes, at: int, size: int = 4) -> int:
    return int.from_bytes(file[at : at + size], "big")


def _records(file: bytes, count_at: int, first: int, size: int) -> range:
    """Return where each of the records begins whose number is told at a place."""
    return range(first, first + size * _number(file, count_at, 2), size)
