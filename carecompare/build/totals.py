"""Counts of prefectures and of the nation, made by adding up their municipalities or their insurers."""

from __future__ import annotations

import numpy as np
import pandas as pd

from carecompare.tables import COUNTS, MISSING, NATION

GROUP = "projection_area"
MUNICIPALITY = "municipality"
PREFECTURE = "prefecture"
INSURER = "insurer"
_KEY = ["year", "count"]


def with_totals(
    counts: pd.DataFrame, areas: pd.DataFrame, not_additive: frozenset[str] = frozenset()
) -> pd.DataFrame:
    """Return the counts with a row for every prefecture and the nation.

    A total is shown only where every municipality has a figure, where a published group stands for
    those that have none (IPSS gives thirteen municipalities of Fukushima as one area), or where the
    publisher gives the prefecture itself. Otherwise it is missing: a sum of some is not a total. What is
    counted by insurer is added up over insurers, each once; none crosses a prefecture.

    Parameters
    ----------
    counts : DataFrame
        COUNTS of municipalities, groups, insurers and published prefectures.
    areas : DataFrame
        AREAS.
    not_additive : frozenset of str
        Counts that are ratios: they have no total, and never an average in its place.

    Returns
    -------
    DataFrame
        COUNTS without the groups.
    """
    known = areas.set_index("area")
    level = counts["area"].map(known["level"])
    parent = counts["area"].map(known["prefecture"])
    adds_up = ~counts["count"].isin(not_additive)
    children = counts.loc[level.isin([MUNICIPALITY, GROUP]) & adds_up].assign(parent=parent, level=level)
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
    return pd.concat([kept, prefectures, nation], ignore_index=True)[list(COUNTS.columns)]


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


def _with_published(totals: pd.DataFrame, published: pd.DataFrame) -> pd.DataFrame:
    summed = totals.loc[totals["value"].notna()]
    key = ["area", *_KEY]
    have = pd.MultiIndex.from_frame(summed[key])
    wanted = published.loc[~pd.MultiIndex.from_frame(published[key]).isin(have)]
    return pd.concat([summed, wanted], ignore_index=True)
