"""The list of insurers of municipalities → areas of level ``insurer`` and who belongs to which."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, municipality_codes, narrow
from carecompare.sources.files import sha256
from carecompare.sources.notes import Note
from carecompare.sources.places import INSURER, check_complete, located
from carecompare.sources.publishers.areas import named
from carecompare.sources.reading import Reading
from carecompare.tables import AREAS, MEMBERS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.errors import SourceProblem
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "ltci"
COLUMNS = ("municipality", "prefecture_ja", "insurer_ja", "match", "candidates")
BY_NAME, INFERRED, AMBIGUOUS = "direct_name_match", "inferred_only_union_in_prefecture", "ambiguous"
MATCHES = (BY_NAME, INFERRED, AMBIGUOUS)
CANDIDATE_SEPARATOR = " / "
_NAME_DIGITS = 6


def recognises(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (readers are asked alike)
    """Return whether the first line is that of the list of insurers."""
    return set(COLUMNS) <= head.header


def insurer_code(prefecture: str, name: str, municipality: str | None) -> str:
    """Return a code that stays the same from year to year; the publisher gives none.

    Parameters
    ----------
    prefecture : str
        Two digits.
    name : str
        Of the insurer.
    municipality : str or None
        Code of the municipality that is the insurer; None for a union of several.

    Returns
    -------
    str
        ``i`` with the municipality's code, or ``i``, the prefecture, ``u`` and six digits from the name:
        members may come and go, the name of a union is all there is to know it by.
    """
    if municipality is not None:
        return f"i{municipality}"
    return f"i{prefecture}u{hashlib.sha256(narrow(name).encode()).hexdigest()[:_NAME_DIGITS]}"


def read(path: Path, catalog: Catalog, places: Places) -> Reading:  # noqa: ARG001 (readers are called alike)
    """Read the list.

    Parameters
    ----------
    path : Path
        Columns ``COLUMNS``: one row per municipality, the insurer by name, or candidates where the names do
        not tell which union a municipality belongs to.
    catalog : Catalog
        Not needed here.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        With ``places``: the insurers among the areas, and MEMBERS; a note for each union joined by inference
        and for each group of municipalities left unassigned.

    Raises
    ------
    SourceError
        If a code, prefecture or kind of match is unknown, a municipality is missing or occurs twice, or an
        assigned one has no insurer's name.
    """
    file = path.name
    listed = named(path, COLUMNS)
    codes = municipality_codes(listed["municipality"], file=file, column="municipality")
    codes, mapped = located(codes, places, file=file, column="municipality")
    check_complete(codes, places, file=file)
    _check_cells(listed, codes, places, file)
    areas: dict[str, dict[str, str]] = {}
    rows = []
    columns = listed[["prefecture_ja", "insurer_ja", "match", "candidates"]]
    for municipality, (prefecture_ja, insurer_ja, match, candidates) in zip(
        codes, columns.itertuples(index=False), strict=True
    ):
        names = candidates.split(CANDIDATE_SEPARATOR) if match == AMBIGUOUS else [insurer_ja]
        alone = municipality if match == BY_NAME else None
        found = {insurer_code(municipality[:2], name, alone): name for name in names}
        areas |= {
            code: {
                "area": code,
                "level": INSURER,
                "name_ja": name,
                "prefecture": municipality[:2],
                "prefecture_ja": prefecture_ja,
            }
            for code, name in found.items()
        }
        known = None if match == AMBIGUOUS else next(iter(found))
        rows.append((municipality, known, match, " ".join(found) if match == AMBIGUOUS else None))
    others = places.areas[places.areas["level"] != INSURER]
    insurers = pd.DataFrame(areas.values(), columns=list(AREAS.columns)).astype(others.dtypes.to_dict())
    together = pd.concat([others, insurers]).sort_values("area", ignore_index=True)
    members = pd.DataFrame(rows, columns=list(MEMBERS.columns), dtype="str")
    return Reading(
        SOURCE,
        file,
        sha256(path),
        places=replace(places, areas=AREAS.check(together), members=MEMBERS.check(members)),
        notes=(*mapped, *_notes(listed)),
    )


def _check_cells(listed: pd.DataFrame, codes: pd.Series[str], places: Places, file: str) -> None:
    expected = codes.map(places.prefectures)
    checks: tuple[tuple[str, pd.Series[bool], SourceProblem], ...] = (
        ("prefecture_ja", listed["prefecture_ja"] != expected, "prefecture_differs"),
        ("match", ~listed["match"].isin(MATCHES), "match_unknown"),
        (
            "insurer_ja",
            (listed["match"] != AMBIGUOUS) & (listed["insurer_ja"].str.strip() == ""),
            "cell_empty",
        ),
        (
            "candidates",
            (listed["match"] == AMBIGUOUS) & (listed["candidates"].str.strip() == ""),
            "cell_empty",
        ),
    )
    for column, wrong, problem in checks:
        if wrong.any():
            row = first_row(wrong)
            raise SourceError(
                problem,
                file=file,
                row=row,
                column=column,
                found=listed[column][row][:40],
                expected=expected[row],
            )


def _notes(listed: pd.DataFrame) -> Iterator[Note]:
    inferred = Counter(listed["insurer_ja"][listed["match"] == INFERRED])
    for insurer, number in sorted(inferred.items()):
        yield Note("insurer_inferred", number, {"found": insurer})
    ambiguous = Counter(listed["candidates"][listed["match"] == AMBIGUOUS])
    for candidates, number in sorted(ambiguous.items()):
        yield Note("insurer_ambiguous", number, {"expected": candidates})
