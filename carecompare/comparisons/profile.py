"""One municipality across many indicators, each beside the spread of its peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.comparisons.comparison import reasons
from carecompare.measures.standing import against_benchmark
from carecompare.tables import NOT_COLLECTED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator


@dataclass(frozen=True)
class Profile:
    """Many indicators of the own municipality beside its peers.

    Parameters
    ----------
    rows : DataFrame
        One row per indicator and municipality: VALUES with ``name_ja``, ``role`` and ``reason``.
    summary : DataFrame
        One row per indicator, in their order: ``value``, ``lower``, ``upper``, ``numerator``,
        ``denominator``, ``status``, ``reason``, ``year`` of the own one; ``median``, ``peers`` (how
        many have a value) of the others; ``beyond`` (``higher``, ``lower``, ``similar`` or empty).
    """

    rows: pd.DataFrame
    summary: pd.DataFrame


def profile(
    values: pd.DataFrame,
    areas: pd.DataFrame,
    indicators: Sequence[Indicator],
    years: Mapping[str, int],
    own: str,
    peers: Sequence[str],
) -> Profile:
    """Set many indicators side by side, each in its latest observed year.

    Parameters
    ----------
    values : DataFrame
        VALUES of the indicators for the own municipality and its peers, any years.
    areas : DataFrame
        From `labelled_areas`.
    indicators : sequence of Indicator
        In the order to show.
    years : mapping of str to int
        Year to show, by indicator; one that is absent was never collected.
    own : str
        Code of the own municipality.
    peers : sequence of str
        Codes of the comparators.

    Returns
    -------
    Profile
        A difference from the peers' median counts as beyond chance when the median lies outside the
        own 95 % interval (the Fingertips rule, strict) and at least ten events stand behind it.
    """
    shown = [own, *(peer for peer in peers if peer != own)]
    wanted = pd.MultiIndex.from_product(
        [[each.id for each in indicators], shown], names=["indicator", "area"]
    ).to_frame(index=False)
    wanted["year"] = wanted["indicator"].map(years).astype(float)
    current = values.loc[values["year"] == values["indicator"].map(years)]
    rows = wanted.merge(current.drop(columns="year"), on=["indicator", "area"], how="left")
    rows["status"] = rows["status"].fillna(NOT_COLLECTED)
    rows["method"] = rows["method"].fillna("")
    rows["name_ja"] = areas["label_ja"].reindex(rows["area"]).to_numpy()
    rows["role"] = np.where(rows["area"] == own, "own", "peer")
    rows["reason"] = reasons(
        rows["method"].to_numpy(dtype=object),
        rows["status"].to_numpy(dtype=object),
        rows["numerator"].to_numpy(dtype=float),
        rows["denominator"].to_numpy(dtype=float),
    )
    few = rows["reason"] == "few_residents"
    rows.loc[few, ["value", "lower", "upper"]] = np.nan
    others = rows.loc[rows["role"] == "peer"].groupby("indicator")["value"]
    summary = rows.loc[rows["role"] == "own"].set_index("indicator")
    summary = summary.assign(median=others.median(), peers=others.count())
    beyond = against_benchmark(
        summary["lower"].to_numpy(dtype=float),
        summary["upper"].to_numpy(dtype=float),
        summary["median"].to_numpy(dtype=float),
    )
    summary["beyond"] = np.where(summary["reason"] == "", beyond, "")
    return Profile(rows=rows, summary=summary.reindex([each.id for each in indicators]))
