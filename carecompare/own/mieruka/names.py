"""What the name of an exported file says: code, indicator, year, layout."""

from __future__ import annotations

import re
from dataclasses import dataclass

from carecompare.cells import composed
from carecompare.text.layouts.mieruka_layout_words import FILE_LAYOUTS, FILE_MARKS

_COPY = re.compile(r" ?[(（][0-9]{1,3}[)）]$")
_CODE = re.compile(r"([A-ZΑ-Ωα-ω][0-9]{1,3}(?:-[a-z])?)_?")
_YEAR = re.compile(r"_((?:19|20)[0-9]{2})([0-9]{2,4})?$")
ANALYSIS_CODE = re.compile(r"P[0-9]{1,2}(?:-[a-z])?")


@dataclass(frozen=True)
class FileName:
    """What a name says.

    Parameters
    ----------
    file : str
        The name without folders.
    code : str
        Of the indicator, as ``B5-a`` or ``δ2``; empty where the name has none.
    name : str
        Of the indicator, as it is written.
    year : int
        The year that a table of areas is of; 0 where the name has none.
    layout : str
        ``series``, ``areas``, or empty where the name does not say.
    """

    file: str
    code: str
    name: str
    year: int
    layout: str


def file_name_parts(path: str) -> FileName:
    """Return what the name of a file says.

    Parameters
    ----------
    path : str
        A path in a folder or an archive, with either stroke.

    Returns
    -------
    FileName
        A copy's number (`` (1)``) and a mark set in front by hand belong to no part.
    """
    file = composed(path.replace("\\", "/").rpartition("/")[2])
    stem = file.removesuffix(".xlsx").removesuffix(".XLSX").strip()
    stem = _COPY.sub("", stem).rstrip()
    if stem[:1] in FILE_MARKS and _CODE.match(stem[1:].lstrip()):
        stem = stem[1:].lstrip()
    layout = ""
    for ending, known in FILE_LAYOUTS.items():
        if stem.endswith(f"_{ending}"):
            stem, layout = stem.removesuffix(f"_{ending}"), known
    dated = _YEAR.search(stem)
    if dated:
        stem = stem[: dated.start()]
    coded = _CODE.match(stem)
    return FileName(
        file=file,
        code=coded[1] if coded else "",
        name=(stem[coded.end() :] if coded else stem).strip() or stem,
        year=int(dated[1]) if dated else 0,
        layout=layout,
    )
