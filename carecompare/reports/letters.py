"""The Japanese letters of pictures and papers: one file of a package, of which nothing else is used."""

from __future__ import annotations

from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from carecompare.errors import CareCompareError

FONT = "IPAexGothic"
# Installed without what it asks for: that would be a library which draws charts.
PACKAGE = "matplotlib-fontja"


def folder() -> Path:
    """Return the folder that holds the file of `FONT`.

    Raises
    ------
    CareCompareError
        If the package is not installed.
    """
    found = find_spec(PACKAGE.replace("-", "_"))
    if found is None or not found.submodule_search_locations:
        raise CareCompareError("letters_missing", found=PACKAGE)
    return Path(found.submodule_search_locations[0]) / "fonts"


@lru_cache(maxsize=1)
def held() -> frozenset[int]:
    """Return the characters that the letters hold, as Unicode numbers."""
    import uharfbuzz  # noqa: PLC0415 - asked once, when the first paper is made

    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(next(folder().glob("*.ttf"))))
    return frozenset(face.unicodes)
