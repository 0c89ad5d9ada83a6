"""What every table of a census must be: ages add up to all, municipalities to prefectures and nation."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.cells import first_row
from carecompare.sources.notes import Note
from carecompare.tables import COUNTS, IMPUTED, MISSING, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Catalog


TOTAL, AGE_UNKNOWN = "00", "22"
IMPUTED_SOURCE = "census_imputed"
PARTS = ("R1", "R2", "R3", AGE_UNKNOWN)
NATION = "00000"
# What is rounded to a person by itself differs from its sum by half a person for each part.
ROUNDED = 0.5


def filled(
    wide: pd.DataFrame, areas: pd.Series[str], parts: Sequence[str], file: str, *, rounded: float = 0.0
) -> tuple[pd.DataFrame, list[Note]]:
    """Return figures in which a mark is nobody wherever the area has a total.

    Parameters
    ----------
    wide : DataFrame
        A column per item, NaN for a mark; the index is the row in the file.
    areas : Series of str
        Code of each row.
    parts : sequence of str
        The items that are everybody together.
    file : str
        Named when they do not add up.
    rounded : float
        Persons that each part may be off.

    Returns
    -------
    tuple of DataFrame and list of Note
        A note where sums differ within the rounding.

    Raises
    ------
    SourceError
        If the parts of an area do not add up to its total.
    """
    known = wide[TOTAL].notna()
    result = wide.copy()
    result.loc[known] = wide[known].fillna(0)
    found = result[list(parts)].sum(axis=1)
    differs = (found - result[TOTAL]).abs().where(known, 0.0)
    wrong = differs > rounded * len(parts)
    if wrong.any():
        row = first_row(wrong)
        raise SourceError(
            "parts_do_not_add_up",
            file=file,
            row=row,
            area=areas[row],
            found=found[row],
            expected=result[TOTAL][row],
        )
    near = int((differs > 0).sum())
    return result, [Note("sums_rounded", near)] if near else []


def check_totals(
    wide: pd.DataFrame, areas: pd.Series[str], municipal: pd.Series[bool], file: str, *, rounded: float = 0.0
) -> None:
    """Check that municipalities add up to every prefecture and to the nation.

    Parameters
    ----------
    wide : DataFrame
        A column per item.
    areas : Series of str
        Code of each row; prefectures and the nation end in zeros.
    municipal : Series of bool
        Which rows are municipalities.
    file : str
        Named when they do not add up.
    rounded : float
        Persons that each municipality may be off.

    Raises
    ------
    SourceError
        If an area occurs twice, a prefecture or the nation is missing, or a sum differs.
    """
    twice = areas.duplicated()
    if twice.any():
        row = first_row(twice)
        raise SourceError("area_twice", file=file, row=row, found=areas[row])
    published = wide.set_index(areas)
    grouped = wide[municipal].groupby(areas[municipal].str[:2])
    sums, sizes = grouped.sum(), grouped.size()
    expected = {f"{each}000": (sums.loc[each], int(sizes.loc[each])) for each in sums.index}
    expected[NATION] = (sums.sum(), int(municipal.sum()))
    for area, (total, size) in expected.items():
        if area not in published.index:
            raise SourceError("area_unknown", file=file, found=area)
        distance = (published.loc[area] - total).abs()
        differs = [code for code in wide.columns if not distance[code] <= rounded * size]
        if differs:
            raise SourceError(
                "municipalities_do_not_add_up",
                file=file,
                area=area,
                column=differs[0],
                found=total[differs[0]],
                expected=published[differs[0]][area],
            )


def long_of(
    kept: pd.DataFrame,
    areas: pd.Series[str],
    counts: Mapping[str, str],
    year: int,
    source: str,
    catalog: Catalog,
) -> pd.DataFrame:
    """Return COUNTS of municipalities.

    Parameters
    ----------
    kept : DataFrame
        The rows of municipalities, a column per item.
    areas : Series of str
        Their codes.
    counts : mapping of str to str
        Item of each count.
    year : int
        Of the census.
    source : str
        Id of the source.
    catalog : Catalog
        Whose counts say on which day they are counted.
    """
    long = pd.concat(
        [pd.DataFrame({"area": areas, "value": kept[code], "count": name}) for name, code in counts.items()],
        ignore_index=True,
    ).assign(year=year, source=source)
    known = IMPUTED if source == IMPUTED_SOURCE else OBSERVED
    long["status"] = np.where(long["value"].notna(), known, MISSING)
    long["as_of"] = long["count"].map({name: f"{year}-{catalog.counts[name].day}" for name in counts})
    return COUNTS.check(long)
