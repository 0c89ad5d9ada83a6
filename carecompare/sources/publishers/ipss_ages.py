"""Population projection by five-year age groups → COUNTS of the total and of broader age groups."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row, municipality_codes, numbers, years
from carecompare.sources.files import head, sha256
from carecompare.sources.mergers import added_up, check_whole
from carecompare.sources.notes import Note
from carecompare.sources.places import located
from carecompare.sources.publishers.ages import ages_of_projection, columns_by_sex, shaped
from carecompare.sources.publishers.areas import named
from carecompare.sources.publishers.tidy import check_years, edition_of_base, with_projection
from carecompare.sources.reading import Reading
from carecompare.tables import COUNTS, MISSING, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from carecompare.catalog import Catalog
    from carecompare.sources.files import Head
    from carecompare.sources.places import Places


SOURCE = "ipss_ages"
CENSUS_INTERVAL = 5
_PUBLISHED = re.compile(r"(?<![0-9])(20[0-9]{2})(?![0-9])")


def recognises(head: Head, catalog: Catalog) -> bool:
    """Return whether the first lines are of this layout."""
    words = catalog.layouts[SOURCE]
    return {words["code"], words["kind"], words["year"]} <= head.header


def read(path: Path, catalog: Catalog, places: Places) -> Reading:
    """Read the projection.

    Parameters
    ----------
    path : Path
        One row per area and year, a total and the ages of both sexes.
    catalog : Catalog
        Whose layout names the columns that are added up.
    places : Places
        The municipalities of today.

    Returns
    -------
    Reading
        COUNTS of municipalities under their code of today and of prefectures, which are the only figures of
        Fukushima. Wards of designated cities are left out with a note.

    Raises
    ------
    SourceError
        If a column is missing, a code, year or number is wrong, an area does not have every year, its ages
        do not add up to its total, or the municipalities of a prefecture add up to more than the prefecture.
    """
    words = catalog.layouts[SOURCE]
    file = path.name
    instead = _instead(path, words)
    sums = {
        name: [column for each in columns for column in instead.get(each, [each])]
        for name, columns in words["sums"].items()
    }
    single = sorted({column for columns in sums.values() for column in columns})
    by_sex = {each: instead.get(each, [each]) for each in columns_by_sex(words["ages"])}
    of_sexes = [column for columns in by_sex.values() for column in columns]
    listed = named(path, (words["code"], words["kind"], words["year"], *single, *of_sexes))
    when = years(listed[words["year"]], catalog.layouts["years"], file=file, column=words["year"])
    codes = municipality_codes(listed[words["code"]], file=file, column=words["code"])
    of_a_city = codes.isin(places.wards)
    base_year = _base_year(file, when)
    kept = ~of_a_city & (when >= base_year)
    listed, codes, when = listed[kept], codes[kept], when[kept]
    areas, notes = _areas(listed, codes, places, words, file)
    check_years(codes, when, file=file)
    of_prefecture = areas.str.len() == len("01")
    notes += check_whole(codes.mask(of_prefecture, ""), areas.mask(of_prefecture, ""), places, file=file)
    values = pd.DataFrame({each: numbers(listed[each], file=file, column=each)["value"] for each in single})
    wide = pd.DataFrame(
        {column: values[ages].sum(axis=1, min_count=len(ages)) for column, ages in sums.items()}
    )
    _check_ages(values, sums["population"], file)
    of_sex = pd.DataFrame(
        {
            each: sum(numbers(listed[column], file=file, column=column)["value"] for column in columns)
            for each, columns in by_sex.items()
        }
    )
    ages = shaped(ages_of_projection(of_sex, areas, when, words["ages"]), SOURCE)
    check_prefectures(wide["population"], areas, when, file)
    if of_a_city.any():
        notes.append(Note("ward_left_out", int(of_a_city.sum())))
    counts = [
        pd.DataFrame(
            {"area": areas, "year": when, "count": count.id, "value": wide[count.read[SOURCE]]}
        ).assign(status=OBSERVED, source=SOURCE, as_of=when.astype("str") + f"-{count.day}")
        for count in catalog.counts.values()
        if SOURCE in count.read
    ]
    long = pd.concat(counts, ignore_index=True)
    long["status"] = long["status"].mask(long["value"].isna(), MISSING)
    long = added_up(long)
    return Reading(
        SOURCE,
        file,
        sha256(path),
        edition_of_base(base_year, words),
        counts=COUNTS.check(with_projection(long, base_year)),
        ages=ages,
        notes=tuple(notes),
    )


def _instead(path: Path, words: Mapping[str, Any]) -> Mapping[str, list[str]]:
    """Return the columns that stand for one in this edition: the highest ages became finer."""
    header = head(path).header
    finer: Mapping[str, list[str]] = words["finer"]
    return {old: new for old, new in finer.items() if old not in header and set(new) <= header}


def _base_year(file: str, when: pd.Series[int]) -> int:
    """Return the census it starts from: the last before the year of the file's name, else the first.

    Raises
    ------
    SourceError
        If the file has no such year.
    """
    dated = _PUBLISHED.search(file)
    if dated is None:
        return int(when.min())
    base_year = (int(dated[1]) - 1) // CENSUS_INTERVAL * CENSUS_INTERVAL
    if base_year not in set(when):
        raise SourceError("date_contradicts", file=file, found=[dated[1]], expected=int(when.min()))
    return base_year


def _areas(
    listed: pd.DataFrame, codes: pd.Series[str], places: Places, words: Mapping[str, Any], file: str
) -> tuple[pd.Series[str], list[Note]]:
    of_prefecture = listed[words["kind"]] == words["prefecture_kind"]
    areas, notes = located(codes.mask(of_prefecture, ""), places, file=file, column=words["code"])
    prefectures = codes[of_prefecture].str[:2]
    unknown = ~prefectures.isin({code[:2] for code in places.names})
    if unknown.any():
        row = first_row(unknown)
        raise SourceError("area_unknown", file=file, row=row, column=words["code"], found=codes[row])
    return areas.mask(of_prefecture, prefectures), notes


def _check_ages(values: pd.DataFrame, total: Sequence[str], file: str) -> None:
    """Check the ages of each row against its total: they are published so that they add up."""
    ages = values.drop(columns=[*total])
    differs = values[[*total]].sum(axis=1) != ages.sum(axis=1)
    if differs.any():
        row = first_row(differs)
        raise SourceError(
            "ages_do_not_add_up",
            file=file,
            row=row,
            found=ages.sum(axis=1)[row],
            expected=values[[*total]].sum(axis=1)[row],
        )


def check_prefectures(
    population: pd.Series[float], areas: pd.Series[str], when: pd.Series[int], file: str
) -> None:
    """Check municipalities against their prefecture; each is rounded by itself to a person.

    Parameters
    ----------
    population : Series of float
        Persons.
    areas : Series of str
        Code of a municipality, or two digits of a prefecture.
    when : Series of int
        Year.
    file : str
        Named when they differ.

    Raises
    ------
    SourceError
        If the areas of a prefecture do not add up to it.
    """
    whole = areas.str.len() == len("01")
    rows = pd.DataFrame({"prefecture": areas.str[:2], "year": when, "found": population, "size": 1})
    found = rows[~whole].groupby(["prefecture", "year"], as_index=False)[["found", "size"]].sum()
    published = rows[whole].rename(columns={"found": "expected"})[["prefecture", "year", "expected"]]
    compared = found.merge(published, how="left", on=["prefecture", "year"])
    differs = ~((compared["found"] - compared["expected"]).abs() <= compared["size"])
    if differs.any():
        row = compared[differs].to_dict("records")[0]
        raise SourceError(
            "municipalities_do_not_add_up",
            file=file,
            area=row["prefecture"],
            column=str(row["year"]),
            found=row["found"],
            expected=row["expected"],
        )
