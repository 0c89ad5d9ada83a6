"""Premiums of long-term care insurance: averages of prefectures, and each insurer's own → COUNTS."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, municipality_codes, narrow, numbers
from carecompare.sources.files import sha256
from carecompare.sources.notes import Note
from carecompare.sources.places import INSURER, PREFECTURE, located
from carecompare.sources.publishers.areas import named
from carecompare.sources.reading import Reading
from carecompare.tables import COUNTS, NATION, NOT_COLLECTED

if TYPE_CHECKING:
    from pathlib import Path

    from carecompare.catalog import Catalog
    from carecompare.errors import SourceProblem
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "premium"
MONTH_OF_BEGINNING = "04"
YEN = "monthly_standard_premium_yen"
OWN, AVERAGE = "premium", "premium_average"


def recognises_averages(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (readers are asked alike)
    """Return whether the first line is that of the table of prefectures."""
    return {"area", "name_ja", YEN} <= head.header


def recognises_insurers(head: Head, catalog: Catalog) -> bool:  # noqa: ARG001 (the same)
    """Return whether the first line is that of a table of insurers, by code of municipality or by name."""
    return YEN in head.header and ("municipality" in head.header or head.header >= _BY_NAME)


_BY_NAME = {"prefecture_ja", "insurer_ja"}


def read_averages(path: Path, catalog: Catalog, places: Places, as_of: str) -> Reading:
    """Read the averages of prefectures and of the nation.

    Parameters
    ----------
    path : Path
        Columns ``area`` (two digits), ``name_ja`` and the premium in yen per month.
    catalog : Catalog
        Whose layout tells when the periods begin.
    places : Places
        The areas of today.
    as_of : str
        Beginning of the planning period.

    Returns
    -------
    Reading
        COUNTS of the prefectures and the nation as the publisher averages them.

    Raises
    ------
    SourceError
        If an area is unknown, missing or twice, a name does not fit its code, or a number is wrong.
    """
    file = path.name
    listed = named(path, ("area", "name_ja", YEN))
    wider = places.areas[places.areas["level"].isin([PREFECTURE, "nation"])]
    names = dict(zip(wider["area"], wider["name_ja"], strict=True))
    codes = listed["area"].map(narrow).str.zfill(len(NATION))
    checks: tuple[tuple[pd.Series[bool], SourceProblem, str], ...] = (
        (~codes.isin(names.keys()), "area_unknown", "area"),
        (codes.duplicated(), "area_twice", "area"),
        (listed["name_ja"].str.strip() != codes.map(names), "prefecture_differs", "name_ja"),
    )
    for wrong, problem, column in checks:
        if wrong.any():
            row = first_row(wrong)
            raise SourceError(
                problem,
                file=file,
                row=row,
                column=column,
                found=listed[column][row][:40],
                expected=names.get(codes[row], ""),
            )
    missing = sorted(names.keys() - set(codes))
    if missing:
        raise SourceError(
            "prefectures_missing", file=file, found=len(missing), expected=len(names), area=missing[0]
        )
    return _reading(path, catalog, _premiums(listed, file).assign(area=codes, count=AVERAGE), [], as_of)


def read_insurers(path: Path, catalog: Catalog, places: Places, as_of: str) -> Reading:
    """Read the premiums that insurers set.

    Parameters
    ----------
    path : Path
        The premium in yen per month, and the insurer: either ``municipality``, a code whose insurer is looked
        up, or ``prefecture_ja`` and ``insurer_ja``, its name.
    catalog : Catalog
        Whose layout tells when the periods begin.
    places : Places
        The insurers and their members.
    as_of : str
        Beginning of the planning period.

    Returns
    -------
    Reading
        COUNTS of every insurer; one that the table does not name is ``not_collected``. Rows of municipalities
        whose insurer is not known are left out with a note.

    Raises
    ------
    SourceError
        If an area or insurer is unknown, an insurer has two different premiums, or a number is wrong.
    """
    file = path.name
    notes: list[Note] = []
    listed = named(path, (YEN,))
    if "municipality" in listed.columns:
        codes = municipality_codes(listed["municipality"], file=file, column="municipality")
        codes, notes = located(codes, places, file=file, column="municipality")
        insurer_of = dict(zip(places.members["municipality"], places.members["insurer"], strict=True))
        insurers = codes.map(insurer_of)
        unassigned = insurers.isna()
        if unassigned.any():
            notes.append(Note("insurer_not_known", int(unassigned.sum())))
        listed, insurers = listed[~unassigned], insurers[~unassigned]
    else:
        names = zip(listed["prefecture_ja"].str.strip(), listed["insurer_ja"].map(narrow), strict=True)
        insurers = pd.Series([places.insurers.get(each) for each in names], listed.index, dtype="str")
        if insurers.isna().any():
            row = first_row(insurers.isna())
            raise SourceError("insurer_unknown", file=file, row=row, found=listed["insurer_ja"][row][:40])
    premiums = _premiums(listed, file).assign(area=insurers)
    differs = premiums.groupby("area")["value"].transform("nunique") > 1
    if differs.any():
        row = first_row(differs)
        raise SourceError("insurer_premiums_differ", file=file, row=row, found=insurers[row])
    premiums = premiums.drop_duplicates("area")
    every = places.areas["area"][places.areas["level"] == INSURER]
    absent = every[~every.isin(premiums["area"])]
    elsewhere = pd.DataFrame({"area": absent, "value": np.nan, "status": NOT_COLLECTED})
    if len(absent):
        notes.append(Note("insurer_not_collected", len(absent)))
    together = pd.concat([each for each in (premiums, elsewhere) if len(each)]).assign(count=OWN)
    return _reading(path, catalog, together, notes, as_of)


def _premiums(listed: pd.DataFrame, file: str) -> pd.DataFrame:
    figures = numbers(listed[YEN], file=file, column=YEN)
    wrong = ~(figures["value"] > 0)
    if wrong.any():
        row = first_row(wrong)
        raise SourceError("premium_wrong", file=file, row=row, column=YEN, found=listed[YEN][row][:40])
    return figures


def stated(path: Path, catalog: Catalog) -> str:
    """Return the beginning of the period that the name of a file tells, as ``2024-04``, or nothing."""
    words = catalog.layouts[SOURCE]
    found = re.search(words["file"], path.name)
    if found is None:
        return ""
    return f"{words['first_year'] + words['years'] * (int(found[1]) - 1)}-{MONTH_OF_BEGINNING}"


def _reading(path: Path, catalog: Catalog, figures: pd.DataFrame, notes: list[Note], as_of: str) -> Reading:
    words = catalog.layouts[SOURCE]
    # The name of a file is about this file; a date given beside it may be about others read with it.
    as_of = stated(path, catalog) or as_of
    year, month = int(as_of[:4]), as_of[5:7]
    if month != MONTH_OF_BEGINNING or (year - words["first_year"]) % words["years"]:
        begun = year - (year - words["first_year"]) % words["years"]
        raise SourceError(
            "period_unknown", file=path.name, found=as_of, expected=f"{begun}-{MONTH_OF_BEGINNING}"
        )
    month_of_period = as_of[: len("2024-04")]
    counts = figures.assign(year=year, source=SOURCE, as_of=month_of_period)
    return Reading(
        SOURCE,
        path.name,
        sha256(path),
        month_of_period,
        counts=COUNTS.check(counts.reset_index(drop=True)),
        notes=tuple(notes),
    )
