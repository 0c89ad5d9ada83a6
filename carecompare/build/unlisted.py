"""A list that misses institutions cannot say zero: where another source counts one, the zero is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.build.totals import MUNICIPALITY
from carecompare.tables import NOT_COLLECTED, UNLISTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.catalog import Catalog, Indicator


def without_doubtful_zeros(counts: pd.DataFrame, areas: pd.DataFrame, catalog: Catalog) -> pd.DataFrame:
    """Return the counts without the zeros of a list that misses what another source counts.

    Parameters
    ----------
    counts : DataFrame
        COUNTS as published.
    areas : DataFrame
        AREAS.
    catalog : Catalog
        Whose counts say in ``zero_doubted`` what has to be listed and what another source counts.

    Returns
    -------
    DataFrame
        COUNTS. A zero of a municipality in which nothing is listed becomes ``not_collected`` where the last
        figure of the other count, of the same year or before, is more than zero.
    """
    municipalities = set(areas.loc[areas["level"] == MUNICIPALITY, "area"])
    rows = pd.Series(data=False, index=counts.index)
    for count in catalog.counts.values():
        if count.zero_doubted is None:
            continue
        of_count = counts.loc[counts["count"].eq(count.id) & counts["area"].isin(municipalities)]
        listed = counts.loc[counts["count"].eq(count.zero_doubted.listed) & counts["value"].eq(0)]
        unlisted = of_count["value"].eq(0) & _pairs(of_count).isin(_pairs(listed))
        counted = counts.loc[counts["count"].eq(count.zero_doubted.counted) & counts["value"].notna()]
        for year, zeros in of_count.loc[unlisted].groupby("year"):
            known = counted.loc[counted["year"] <= year].sort_values("year")
            latest = known.drop_duplicates("area", keep="last")
            some = latest.loc[latest["value"] > 0, "area"]
            rows.loc[zeros.index[zeros["area"].isin(some)]] = True
    return counts.assign(value=counts["value"].mask(rows), status=counts["status"].mask(rows, NOT_COLLECTED))


def _pairs(counts: pd.DataFrame) -> pd.Series[str]:
    return counts["area"] + " " + counts["year"].astype("str")


def with_unlisted(values: pd.DataFrame, indicators: Iterable[Indicator], catalog: Catalog) -> pd.DataFrame:
    """Return the values in which a municipality whose institutions are not listed says that this is why.

    Parameters
    ----------
    values : DataFrame
        VALUES.
    indicators : iterable of Indicator
        Those of the values.
    catalog : Catalog
        For the counts.

    Returns
    -------
    DataFrame
        VALUES with the method ``unlisted`` where it applies.
    """
    concerned = [
        each.id for each in indicators if any(catalog.counts[count].zero_doubted for count in each.counts)
    ]
    rows = (
        values["indicator"].isin(concerned)
        & np.isnan(values["value"].to_numpy(dtype=float))
        & values["status"].eq(NOT_COLLECTED)
    )
    return values.assign(method=values["method"].mask(rows, UNLISTED))
