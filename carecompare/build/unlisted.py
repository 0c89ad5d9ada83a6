"""A list that misses institutions cannot say zero: where another source counts one, the zero is not shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from carecompare.build.totals import MUNICIPALITY
from carecompare.tables import NOT_COLLECTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from carecompare.catalog import Catalog, Indicator

UNLISTED = "unlisted"


def without_doubtful_zeros(counts: pd.DataFrame, areas: pd.DataFrame, catalog: Catalog) -> pd.DataFrame:
    """Return the counts without the zeros of a list that misses what another source counts.

    Parameters
    ----------
    counts : DataFrame
        COUNTS as published.
    areas : DataFrame
        AREAS.
    catalog : Catalog
        Whose counts name in ``zero_only_with`` the count that must be zero too.

    Returns
    -------
    DataFrame
        COUNTS. Such a zero of a municipality becomes ``not_collected``: the last figure of the other count,
        of the same year or before, is more than zero.
    """
    doubted = {each.id: each.zero_only_with for each in catalog.counts.values() if each.zero_only_with}
    municipalities = areas.loc[areas["level"] == MUNICIPALITY, "area"]
    zeros = counts.loc[
        counts["count"].isin(doubted) & counts["value"].eq(0) & counts["area"].isin(municipalities),
        ["area", "year", "count"],
    ]
    if zeros.empty:
        return counts
    others = counts.loc[counts["count"].isin(set(doubted.values())) & counts["value"].notna()]
    pairs = zeros.assign(other=zeros["count"].map(doubted), row=zeros.index).merge(
        others, left_on=["area", "other"], right_on=["area", "count"], suffixes=("", "_other")
    )
    earlier = pairs.loc[pairs["year_other"] <= pairs["year"]].sort_values("year_other")
    latest = earlier.drop_duplicates("row", keep="last")
    rows = counts.index.isin(latest.loc[latest["value"] > 0, "row"])
    return counts.assign(value=counts["value"].mask(rows), status=counts["status"].mask(rows, NOT_COLLECTED))


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
        each.id for each in indicators if any(catalog.counts[count].zero_only_with for count in each.counts)
    ]
    rows = (
        values["indicator"].isin(concerned)
        & np.isnan(values["value"].to_numpy(dtype=float))
        & values["status"].eq(NOT_COLLECTED)
    )
    return values.assign(method=values["method"].mask(rows, UNLISTED))
