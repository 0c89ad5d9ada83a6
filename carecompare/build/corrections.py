"""Known errors of publishers: replaced before figures are added up, withheld afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from carecompare.errors import CatalogError
from carecompare.tables import MISSING, OBSERVED, WITHHELD

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from carecompare.catalog import Correction

FILE = "corrections.toml"


def check_corrections(counts: pd.DataFrame, corrections: Iterable[Correction]) -> None:
    """Check that every corrected figure still is what its record expects.

    Parameters
    ----------
    counts : DataFrame
        COUNTS as imported. A record about a count and year that were not imported is not looked at.
    corrections : iterable of Correction
        The records.

    Raises
    ------
    CatalogError
        If the publisher prints something else now.
    """
    for record in corrections:
        of_year = counts.loc[(counts["year"] == record.year) & counts["count"].isin(record.counts)]
        for count in dict.fromkeys(of_year["count"]):
            held = of_year.loc[
                (of_year["count"] == count) & (of_year["area"] == record.area), "value"
            ].dropna()
            found = float(held.iloc[0]) if len(held) else MISSING
            if found != record.expect:
                raise CatalogError(
                    "correction_outdated",
                    file=FILE,
                    area=record.area,
                    year=record.year,
                    count=count,
                    found=found,
                    expected=record.expect,
                )


def with_replaced(counts: pd.DataFrame, corrections: Iterable[Correction]) -> pd.DataFrame:
    """Return COUNTS in which each figure to be replaced is.

    Parameters
    ----------
    counts : DataFrame
        COUNTS as imported.
    corrections : iterable of Correction
        The records; those that withhold are not looked at.
    """
    changed = counts.copy(deep=False)
    for record in corrections:
        if record.action == "replace":
            rows = _rows(counts, record)
            changed = changed.assign(
                value=changed["value"].mask(rows, record.value), status=changed["status"].mask(rows, OBSERVED)
            )
    return changed


def with_withheld(counts: pd.DataFrame, corrections: Iterable[Correction]) -> pd.DataFrame:
    """Return COUNTS in which each figure to be withheld is empty and says so.

    Parameters
    ----------
    counts : DataFrame
        COUNTS with totals, which keep what the publisher prints.
    corrections : iterable of Correction
        The records; those that replace are not looked at.
    """
    changed = counts
    for record in corrections:
        if record.action == "withhold":
            rows = _rows(counts, record)
            changed = changed.assign(
                value=changed["value"].mask(rows, np.nan), status=changed["status"].mask(rows, WITHHELD)
            )
    return changed


def _rows(counts: pd.DataFrame, record: Correction) -> pd.Series[bool]:
    return (
        (counts["area"] == record.area)
        & (counts["year"] == record.year)
        & counts["count"].isin(record.counts)
    )
