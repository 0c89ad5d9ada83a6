"""Lists of what institutions report of themselves, and where one misses some of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.build.totals import MUNICIPALITY
from carecompare.tables import INCOMPLETE, NATION, NOT_COLLECTED, UNLISTED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.catalog import Catalog, Indicator

GAPS = ("area", "year", "count", "listed", "known", "expected")
OFFICES, SERVED = "care_offices", "population_75_and_over"


def gaps_of_lists(counts: pd.DataFrame, areas: pd.DataFrame, catalog: Catalog) -> pd.DataFrame:
    """Return where a list misses institutions.

    Parameters
    ----------
    counts : DataFrame
        COUNTS as published.
    areas : DataFrame
        AREAS.
    catalog : Catalog
        Whose counts say in ``listing`` what is listed, of how many the figure is known, and what another
        source counts.

    Returns
    -------
    DataFrame
        Columns ``area``, ``year``, ``count``, ``listed`` (institutions), ``known`` (those that the figure is
        made of) and ``expected``. A municipality is expected to have as many as are listed in it, or as the
        last figure of the other source of the same year or before, whichever is more. In a prefecture and
        the nation one hospital that left its beds empty weighs little: there only the other source is asked.
        Care offices have no other source: a municipality with residents of 75 and over in which not one
        office of any service is listed is taken for one that the list misses, and ``expected`` is NaN.
    """
    municipalities = areas.loc[areas["level"] == MUNICIPALITY, "area"]
    listings = {name: each.listing for name, each in catalog.counts.items() if each.listing is not None}
    named = {
        each
        for name, listing in listings.items()
        for each in (name, listing.listed, listing.known, listing.counted)
    }
    # One pass for all lists: every figure of the country is looked through once.
    given = counts.loc[counts["count"].isin(named) & counts["area"].isin(municipalities)]
    frames = [
        _gaps(name, given, municipalities, listing.listed, listing.known, listing.counted)
        for name, listing in listings.items()
    ]
    frames.append(_silent_about_offices(counts, municipalities, catalog))
    return pd.concat(frames, ignore_index=True)


def without_doubtful_zeros(counts: pd.DataFrame, gaps: pd.DataFrame) -> pd.DataFrame:
    """Return the counts without the zeros of lists in which nothing is known of a place.

    Parameters
    ----------
    counts : DataFrame
        COUNTS as published.
    gaps : DataFrame
        From `gaps_of_lists`.

    Returns
    -------
    DataFrame
        COUNTS in which such a zero is ``not_collected``.
    """
    silent = gaps.loc[gaps["known"].eq(0)]
    rows = counts["value"].eq(0) & _keys(counts).isin(_keys(silent))
    return counts.assign(value=counts["value"].mask(rows), status=counts["status"].mask(rows, NOT_COLLECTED))


def with_gaps(values: pd.DataFrame, indicators: Iterable[Indicator], gaps: pd.DataFrame) -> pd.DataFrame:
    """Return the values in which a place whose institutions are not all listed says so.

    Parameters
    ----------
    values : DataFrame
        VALUES.
    indicators : iterable of Indicator
        Those of the values.
    gaps : DataFrame
        From `gaps_of_lists`.

    Returns
    -------
    DataFrame
        VALUES: what is made of a part of the institutions has the method ``incomplete`` and no interval,
        which would tell of chance and not of what is missing; what is not shown has the method ``unlisted``.
    """
    of_count = pd.DataFrame(
        [(each.id, count) for each in indicators for count in each.numerator], columns=["indicator", "count"]
    )
    found = of_count.merge(gaps, on="count")
    rows = _keys(values, "indicator").isin(_keys(found, "indicator"))
    has_value = values["value"].notna()
    told = rows & ~has_value & values["status"].eq(NOT_COLLECTED)
    partly = rows & has_value
    return values.assign(
        lower=values["lower"].mask(partly),
        upper=values["upper"].mask(partly),
        method=values["method"].mask(partly, INCOMPLETE).mask(told, UNLISTED),
    )


def _gaps(
    name: str, given: pd.DataFrame, municipalities: pd.Series[str], listed: str, known: str, counted: str
) -> pd.DataFrame:
    frames = [pd.DataFrame(columns=list(GAPS))]
    for year in given.loc[given["count"] == name, "year"].unique():
        before = given.loc[given["count"].eq(counted) & given["year"].le(year) & given["value"].notna()]
        last = before.sort_values("year").drop_duplicates("area", keep="last")
        parts = {
            "listed": _of_year(given, listed, year),
            "known": _of_year(given, known, year),
            "counted": last.set_index("area")["value"],
        }
        here = pd.DataFrame(parts, index=pd.Index(municipalities, name="area")).fillna(0.0)
        own = here.assign(expected=here[["listed", "counted"]].max(axis=1))
        wider = [here.groupby(here.index.str[:2]).sum(), here.groupby(lambda _: NATION).sum()]
        every = pd.concat([own, *(each.assign(expected=each["counted"]) for each in wider)])
        fewer = every.loc[every["known"] < every["expected"]].rename_axis("area").reset_index()
        frames.append(fewer.assign(year=year, count=name)[list(GAPS)])
    return pd.concat(frames[1:] or frames, ignore_index=True)


def _silent_about_offices(
    counts: pd.DataFrame, municipalities: pd.Series[str], catalog: Catalog
) -> pd.DataFrame:
    services = [name for name, count in catalog.counts.items() if OFFICES in count.read]
    rows = counts.loc[
        counts["count"].isin(services) & counts["source"].eq(OFFICES) & counts["area"].isin(municipalities)
    ]
    is_old = counts["count"].eq(SERVED) & counts["value"].gt(0)
    inhabited = set(counts.loc[is_old, "area"])
    listed = rows.groupby(["area", "year"])["value"].transform("sum")
    silent = rows.loc[listed.eq(0) & rows["area"].isin(inhabited)]
    return silent.assign(listed=0.0, known=0.0, expected=np.nan)[list(GAPS)]


def _of_year(counts: pd.DataFrame, count: str, year: int) -> pd.Series[float]:
    return counts.loc[counts["count"].eq(count) & counts["year"].eq(year)].set_index("area")["value"]


def _keys(rows: pd.DataFrame, what: str = "count") -> pd.Index:
    return pd.MultiIndex.from_frame(rows[["area", "year", what]])
