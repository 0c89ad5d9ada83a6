"""One municipality across many indicators, each beside the spread of its peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.comparisons.comparison import figures_at, reasons
from carecompare.measures.standing import against_benchmark

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
    stands = zip(values["indicator"], values["area"], values["year"], strict=True)
    row_of = {(name, area): row for row, (name, area, year) in enumerate(stands) if years.get(name) == year}
    wanted = [(each.id, code) for each in indicators for code in shown]
    columns = figures_at(values, np.array([row_of.get(key, -1) for key in wanted], dtype=np.intp))
    reason = reasons(columns["method"], columns["status"], columns["numerator"], columns["denominator"])
    for name in ("value", "lower", "upper"):
        columns[name] = np.where(reason == "few_residents", np.nan, columns[name])
    labels = areas["label_ja"].reindex(shown).tolist()
    rows = pd.DataFrame(
        {
            "indicator": [name for name, _ in wanted],
            "area": [code for _, code in wanted],
            "year": [float(years.get(name, np.nan)) for name, _ in wanted],
            **columns,
            "name_ja": labels * len(indicators),
            "role": ["own", *["peer"] * (len(shown) - 1)] * len(indicators),
            "reason": reason,
        }
    )
    summary = rows.iloc[:: len(shown)].set_index("indicator")
    others = columns["value"].reshape(len(indicators), len(shown))[:, 1:]
    known = (~np.isnan(others)).sum(axis=1)
    middle = [float(np.nanmedian(row)) if count else np.nan for row, count in zip(others, known, strict=True)]
    summary = summary.assign(median=middle, peers=known)
    beyond = against_benchmark(
        summary["lower"].to_numpy(dtype=float),
        summary["upper"].to_numpy(dtype=float),
        summary["median"].to_numpy(dtype=float),
    )
    summary["beyond"] = np.where(summary["reason"] == "", beyond, "")
    return Profile(rows=rows, summary=summary)
