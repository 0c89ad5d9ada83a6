"""The course of an indicator over the years, with its method kept in view."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from carecompare.tables import ESTIMATED, PROJECTED

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd

    from carecompare.catalog import Indicator

COUNTED, PROJECTION = "counted", "projection"
UNKNOWN_AGES = "unknown_ages"
# Two figures of one year made by two methods may differ by this much before both are marked.
JOIN_TOLERANCE_POINTS = 0.3


def course(
    values: pd.DataFrame, areas: pd.DataFrame, indicator: Indicator, own: str, peers: Sequence[str]
) -> pd.DataFrame:
    """Return the series of the own municipality and its peers.

    Parameters
    ----------
    values : DataFrame
        VALUES over all years of the indicator and, where it has one, of its ``history``.
    areas : DataFrame
        From `labelled_areas`.
    indicator : Indicator
        What is shown.
    own : str
        Code of the own municipality.
    peers : sequence of str
        Codes of the comparators.

    Returns
    -------
    DataFrame
        Columns ``area``, ``name_ja``, ``role``, ``year``, ``value``, ``lower``, ``upper``, ``status``,
        ``numerator``, ``denominator``, ``series`` (``counted`` or ``projection``; the two are never
        joined), ``hollow`` (more than 3 % of unknown age: a range instead of a point), ``reason``,
        ``join_gap`` (difference of the two series in the year both have, in the unit shown).
    """
    shown = [own, *(peer for peer in peers if peer != own)]
    history = indicator.history or indicator.id
    projected = values["status"].isin([PROJECTED, ESTIMATED])
    is_projection = (values["indicator"] == indicator.id) & projected
    is_counted = (values["indicator"] == history) & ~projected
    rows = values.loc[(is_projection | is_counted) & values["area"].isin(shown)].copy()
    rows["series"] = np.where(rows["status"].isin([PROJECTED, ESTIMATED]), PROJECTION, COUNTED)
    rows["name_ja"] = areas["label_ja"].reindex(rows["area"]).to_numpy()
    rows["role"] = np.where(rows["area"] == own, "own", "peer")
    rows["hollow"] = rows["method"] == UNKNOWN_AGES
    rows["reason"] = np.where(rows["hollow"], UNKNOWN_AGES, "")
    rows["join_gap"] = _join_gaps(rows)
    columns = ["area", "name_ja", "role", "year", "value", "lower", "upper", "numerator", "denominator"]
    columns += ["status", "series", "hollow", "reason", "join_gap"]
    return rows.sort_values(["role", "area", "series", "year"])[columns].reset_index(drop=True)


def _join_gaps(rows: pd.DataFrame) -> list[float]:
    places = list(zip(rows["area"], rows["year"], strict=True))
    both: dict[tuple[str, int], dict[str, float]] = {}
    for place, series, value in zip(places, rows["series"], rows["value"], strict=True):
        both.setdefault(place, {})[series] = value
    gaps = [
        made[PROJECTION] - made[COUNTED] if {COUNTED, PROJECTION} <= set(made) else math.nan
        for made in (both[place] for place in places)
    ]
    return [gap if abs(gap) > JOIN_TOLERANCE_POINTS else math.nan for gap in gaps]
