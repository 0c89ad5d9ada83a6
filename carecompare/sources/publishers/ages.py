"""Residents by sex and five-year age, for a pyramid: AGES of the census and of a projection."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pandas as pd
import pyarrow.parquet

from carecompare.sources.cells import numbers
from carecompare.sources.figures import empty
from carecompare.sources.manifest import read_manifest
from carecompare.sources.verified import steadily, verified
from carecompare.tables import AGE_UNKNOWN, AGES, NATION

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from pathlib import Path
    from typing import Any

    from carecompare.sources.reading import Reading


AGES_FILE = "ages/ages.parquet"
BAND_YEARS = 5
PREFECTURE_DIGITS = 2


def ages_of_census(
    body: pd.DataFrame,
    areas: pd.Series[str],
    number_of: Mapping[str, int],
    words: Mapping[str, Any],
    *,
    file: str,
) -> pd.DataFrame | None:
    """Return the ages of a census table, one row per area and sex.

    Parameters
    ----------
    body : DataFrame
        The rows of all nationalities, of each sex and of both.
    areas : Series of str
        Code of today of each row: five digits of a municipality, a prefecture with three zeros, the nation
        with five; others are left out.
    number_of : mapping of str to int
        Number of each column by its code.
    words : mapping
        The layout; ``ages`` names sexes, bands and the column of unknown ages.
    file : str
        Named when a cell is wrong.

    Returns
    -------
    DataFrame or None
        AGES without year and source; None where the table has not every band.
    """
    named = [*words["ages"]["bands"], words["ages"]["unknown"]]
    if not set(named) <= number_of.keys():
        return None
    begins = [*range(0, BAND_YEARS * (len(named) - 1), BAND_YEARS), AGE_UNKNOWN]
    sex_of = body[number_of[words["sex_code"]]]
    parts = []
    for sex, code in words["ages"]["sexes"].items():
        rows = body[sex_of == code]
        for column, age in zip(named, begins, strict=True):
            persons = numbers(rows[number_of[column]], file=file, column=column)["value"].fillna(0)
            parts.append(_part(areas[rows.index], persons, sex, age))
    return pd.concat(parts, ignore_index=True)


def ages_of_projection(
    values: pd.DataFrame, areas: pd.Series[str], when: pd.Series[int], words: Mapping[str, Any]
) -> pd.DataFrame:
    """Return the ages of a projection with one column per sex and band.

    Parameters
    ----------
    values : DataFrame
        Persons by column as published.
    areas, when : Series
        Code of today (two digits of a prefecture) and year of each row.
    words : mapping
        ``ages`` of the layout.

    Returns
    -------
    DataFrame
        AGES without source, with the nation as the sum of the prefectures.
    """
    parts = [
        _part(areas, values[f"{band}/{ending}"], sex, BAND_YEARS * place).assign(year=when)
        for sex, ending in words["sexes"].items()
        for place, band in enumerate(words["bands"])
    ]
    rows = pd.concat(parts, ignore_index=True)
    country = rows[rows["area"].str.len() == PREFECTURE_DIGITS].assign(area=NATION)
    return pd.concat([rows, country], ignore_index=True)


def columns_by_sex(words: Mapping[str, Any]) -> list[str]:
    """Return the columns that hold one sex and band each."""
    return [f"{band}/{ending}" for ending in words["sexes"].values() for band in words["bands"]]


def shaped(rows: pd.DataFrame, source: str) -> pd.DataFrame:
    """Return AGES with the parts of a merged municipality added up; unknown persons are left out."""
    known = rows[rows["persons"].notna()].assign(source=source)
    added = known.groupby(list(AGES.key), as_index=False, sort=True)["persons"].sum()
    kinds = {"year": "int16", "age": "int16", "persons": "int32"}
    return AGES.check(added.assign(**{name: added[name].astype(kind) for name, kind in kinds.items()}))


def read_ages(folder: Path) -> pd.DataFrame:
    """Read the residents by sex and age.

    Parameters
    ----------
    folder : Path
        ``data/figures``.

    Returns
    -------
    DataFrame
        AGES, empty where none was imported yet.

    Raises
    ------
    SourceError
        If the table is missing or was changed since it was written.
    """
    return steadily(folder, _ages)


def _ages(folder: Path) -> pd.DataFrame:
    manifest = read_manifest(folder)
    if AGES_FILE not in manifest.tables:
        return empty(AGES.columns)
    ages = pyarrow.parquet.read_table(io.BytesIO(verified(folder, AGES_FILE, manifest)))
    return AGES.check(ages.to_pandas())


def with_ages(before: pd.DataFrame | None, readings: Iterable[Reading]) -> pd.DataFrame:
    """Return AGES after readings, whose rows stand in the place of all of the same source and year."""
    held = empty(AGES.columns) if before is None else before
    for new in (each.ages for each in readings if each.ages is not None):
        pairs = pd.MultiIndex.from_frame(new[["source", "year"]].drop_duplicates())
        kept = held[~pd.MultiIndex.from_frame(held[["source", "year"]]).isin(pairs)]
        held = pd.concat([kept, new], ignore_index=True) if len(kept) else new
    return held


def short_codes(areas: pd.Series[str], municipalities: Sequence[str]) -> pd.Series[str]:
    """Return codes as AGES has them, an empty text for areas it does not hold.

    Parameters
    ----------
    areas : Series of str
        Five digits each; prefectures and nation end with zeros.
    municipalities : sequence of str
        Codes of today.
    """
    wider = areas.str.endswith("000")
    return areas.where(areas.isin(set(municipalities)) | wider, "").mask(wider, areas.str[:PREFECTURE_DIGITS])


def _part(areas: pd.Series[str], persons: pd.Series[float], sex: str, age: int) -> pd.DataFrame:
    return pd.DataFrame({"area": areas, "persons": persons, "sex": sex, "age": age})
