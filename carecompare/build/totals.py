"""Counts of prefectures and of the nation, made by adding up their municipalities or their insurers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.tables import COUNTS, MISSING, NATION, NOT_COLLECTED

if TYPE_CHECKING:
    from collections.abc import Mapping

GROUP = "projection_area"
MUNICIPALITY = "municipality"
PREFECTURE = "prefecture"
INSURER = "insurer"
_KEY = ["year", "count"]


def with_totals(counts: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Return the counts with a row for every prefecture and the nation.

    A total is shown only where every municipality has a figure, where a published group stands for
    those that have none (IPSS gives thirteen municipalities of Fukushima as one area), or where the
    publisher gives the prefecture itself. Otherwise it is missing: a sum of some is not a total; where one
    of them was not collected, neither was the total. What is counted by insurer is added up over insurers,
    each once; none crosses a prefecture.

    Parameters
    ----------
    counts : DataFrame
        COUNTS of municipalities, groups, insurers and published prefectures.
    areas : DataFrame
        AREAS.

    Returns
    -------
    DataFrame
        COUNTS without the groups.
    """
    known = areas.set_index("area")
    level = counts["area"].map(known["level"])
    parent = counts["area"].map(known["prefecture"])
    children = counts.loc[level.isin([MUNICIPALITY, GROUP])].assign(parent=parent, level=level)
    published = counts.loc[level == PREFECTURE]
    expected = known.loc[known["level"] == MUNICIPALITY].groupby("prefecture").size()
    insured = counts.loc[level == INSURER].assign(parent=parent, level=MUNICIPALITY)
    insurers = known.loc[known["level"] == INSURER].groupby("prefecture").size()
    sums = [_summed(children, expected, published), _summed(insured, insurers, None)]
    prefectures = pd.concat([each for each in sums if len(each)], ignore_index=True)
    nation = _summed(
        prefectures.assign(parent=NATION, level=MUNICIPALITY), pd.Series({NATION: len(expected)}), None
    )
    kept = counts.loc[level.isin([MUNICIPALITY, INSURER])]
    totals = _with_uncollected(pd.concat([prefectures, nation]), pd.concat([children, insured]))
    return pd.concat([kept, totals], ignore_index=True)[list(COUNTS.columns)]


def _summed(children: pd.DataFrame, expected: pd.Series, published: pd.DataFrame | None) -> pd.DataFrame:
    given = children.loc[children["value"].notna()]
    given = given.assign(member=given["level"] == MUNICIPALITY, group=given["level"] == GROUP)
    grouped = given.groupby(["parent", *_KEY], sort=True, observed=True)
    totals = grouped.agg(
        value=("value", "sum"),
        members=("member", "sum"),
        group=("group", "any"),
        status=("status", "first"),
        source=("source", "first"),
        as_of=("as_of", "first"),
    ).reset_index()
    complete = totals["group"] | (totals["members"] == totals["parent"].map(expected))
    totals = totals.rename(columns={"parent": "area"})
    totals["value"] = totals["value"].where(complete)
    totals["status"] = np.where(complete, totals["status"], MISSING)
    if published is not None and len(published):
        totals = _with_published(totals, published)
    return totals[list(COUNTS.columns)]


def _with_uncollected(totals: pd.DataFrame, children: pd.DataFrame) -> pd.DataFrame:
    """Return totals in which one that lacks children says that they were not collected."""
    lacking = children.loc[children["status"] == NOT_COLLECTED].assign(area=lambda rows: rows["parent"])
    if lacking.empty:
        return totals
    wider = pd.concat([lacking, lacking.assign(area=NATION)])[list(COUNTS.columns)]
    key = ["area", *_KEY]
    wider = wider.drop_duplicates(key)
    known = pd.MultiIndex.from_frame(totals.loc[totals["value"].notna(), key])
    wider = wider.loc[~pd.MultiIndex.from_frame(wider[key]).isin(known)]
    others = totals.loc[~pd.MultiIndex.from_frame(totals[key]).isin(pd.MultiIndex.from_frame(wider[key]))]
    return pd.concat([others, wider], ignore_index=True)


def with_averages(counts: pd.DataFrame, areas: pd.DataFrame, wider: Mapping[str, str]) -> pd.DataFrame:
    """Return the counts that are ratios or averages, which are never added up.

    Parameters
    ----------
    counts : DataFrame
        COUNTS.
    areas : DataFrame
        AREAS.
    wider : mapping of str to str
        For each such count, the one that holds it for prefectures and the nation; itself where there is none.

    Returns
    -------
    DataFrame
        COUNTS of these only: each prefecture and the nation as published, and where nobody's own figure is
        there yet, every municipality as ``not_collected``.
    """
    level = counts["area"].map(areas.set_index("area")["level"])
    municipalities = areas.loc[areas["level"] == MUNICIPALITY, ["area"]]
    parts = []
    for count, holder in wider.items():
        own = counts.loc[(counts["count"] == count) & level.isin([MUNICIPALITY, INSURER])]
        published = counts.loc[(counts["count"] == holder) & level.isin([PREFECTURE, "nation"])]
        parts += [own, published.assign(count=count)]
        columns = published.drop_duplicates("year").drop(columns=["area", "value", "status"])
        silent = columns.loc[~columns["year"].isin(own["year"])].assign(count=count)
        if holder != count:
            parts.append(silent.merge(municipalities, how="cross").assign(value=np.nan, status=NOT_COLLECTED))
    kept = [part[list(COUNTS.columns)] for part in parts if len(part)]
    return pd.concat(kept, ignore_index=True) if kept else counts.iloc[:0]


def _with_published(totals: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    summed = totals.loc[totals["value"].notna()]
    key = ["area", *_KEY]
    have = pd.MultiIndex.from_frame(summed[key])
    wanted = published.loc[~pd.MultiIndex.from_frame(published[key]).isin(have)]
    return pd.concat([summed, wanted], ignore_index=True)
