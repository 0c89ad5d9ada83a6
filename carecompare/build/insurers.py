"""From insurers to municipalities: a town alone in its insurer has the figure, a member shows the union's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.build.totals import INSURER
from carecompare.tables import COUNTS, INSURER_LEVEL, INSURER_UNKNOWN, MISSING, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Iterable

    from carecompare.catalog import Indicator


def with_members(counts: pd.DataFrame, areas: pd.DataFrame, members: pd.DataFrame) -> pd.DataFrame:
    """Return the counts with a row for every municipality that is counted through its insurer.

    Parameters
    ----------
    counts : DataFrame
        COUNTS with totals.
    areas : DataFrame
        AREAS.
    members : DataFrame
        MEMBERS.

    Returns
    -------
    DataFrame
        COUNTS. Where several municipalities share an insurer each has the insurer's value as
        ``insurer_level``, to be shown as such and never added up; where the insurer is not known the value is
        missing.
    """
    insurers = areas.loc[areas["level"] == INSURER, "area"]
    given = counts.loc[counts["area"].isin(insurers)]
    shared = members["insurer"].map(members["insurer"].value_counts()) > 1
    joined = members[["municipality", "insurer"]].assign(shared=shared)
    rows = joined.merge(given, left_on="insurer", right_on="area")
    status = rows["status"].mask(rows["shared"] & (rows["status"] == OBSERVED), INSURER_LEVEL)
    of_members = rows.assign(area=rows["municipality"], status=status)
    columns = given.drop_duplicates(["year", "count"]).drop(columns=["area", "value", "status"])
    unassigned = members.loc[members["insurer"].isna(), "municipality"].rename("area")
    of_unassigned = columns.merge(unassigned, how="cross").assign(value=np.nan, status=MISSING)
    parts = [counts, of_members[list(COUNTS.columns)], of_unassigned[list(COUNTS.columns)]]
    return pd.concat([part for part in parts if len(part)], ignore_index=True)


def with_unknown_insurers(
    values: pd.DataFrame,
    indicators: Iterable[Indicator],
    counts: pd.DataFrame,
    areas: pd.DataFrame,
    members: pd.DataFrame,
) -> pd.DataFrame:
    """Return the values in which a municipality without a known insurer says that this is why.

    An insurer has no rows of what is not counted by insurer: they would double the store.

    Parameters
    ----------
    values : DataFrame
        VALUES.
    indicators : iterable of Indicator
        Those of the values.
    counts : DataFrame
        COUNTS as published.
    areas : DataFrame
        AREAS.
    members : DataFrame
        MEMBERS.

    Returns
    -------
    DataFrame
        VALUES with the method ``insurer_unknown`` where it applies.
    """
    by_insurer = _counted_by_insurer(counts, areas)
    concerned = [each.id for each in indicators if by_insurer & set(each.counts)]
    unassigned = members.loc[members["insurer"].isna(), "municipality"]
    insurers = areas.loc[areas["level"] == INSURER, "area"]
    kept = values.loc[~values["area"].isin(insurers) | values["indicator"].isin(concerned)]
    rows = kept["indicator"].isin(concerned) & kept["area"].isin(unassigned) & kept["value"].isna()
    return kept.assign(method=kept["method"].mask(rows, INSURER_UNKNOWN))


def _counted_by_insurer(counts: pd.DataFrame, areas: pd.DataFrame) -> set[str]:
    insurers = areas.loc[areas["level"] == INSURER, "area"]
    return set(counts.loc[counts["area"].isin(insurers), "count"])
