"""One indicator of one year over every municipality of the country, as a map and its table show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.comparisons.comparison import WITHHOLDING, figures_at, reasons
from carecompare.measures.standing import ranks
from carecompare.tables import COMPARISON_COLUMNS, INSURER_LEVEL

if TYPE_CHECKING:
    from collections.abc import Collection

    from carecompare.catalog import Indicator


def everywhere(
    values: pd.DataFrame,
    areas: pd.DataFrame,
    indicator: Indicator,
    year: int,
    own: str = "",
    peers: Collection[str] = (),
) -> pd.DataFrame:
    """Return every municipality with its national rank.

    Parameters
    ----------
    values : DataFrame
        VALUES of the indicator and year over all areas.
    areas : DataFrame
        From `labelled_areas`.
    indicator : Indicator
        Its definition.
    year : int
        The year shown.
    own : str
        Code of the own municipality, or empty.
    peers : collection of str
        Codes of the comparators.

    Returns
    -------
    DataFrame
        COMPARISON by code, ``role`` being ``own``, ``peer`` or ``other``. Ranks are national, 1 for the
        highest, and withheld as in `comparison`; ``gap`` is to the own municipality.
    """
    codes = areas.loc[areas["level"] == "municipality", "area"].sort_values().tolist()
    at = pd.Index(values["area"].to_numpy(dtype=object)).get_indexer(pd.Index(codes, dtype=object))
    columns = figures_at(values, at)
    reason = reasons(columns["method"], columns["status"], columns["numerator"], columns["denominator"])
    ranked = np.where(columns["status"] == INSURER_LEVEL, np.nan, columns["value"])
    position = ranks(ranked)
    for name in ("value", "lower", "upper"):
        columns[name] = np.where(reason == "few_residents", np.nan, columns[name])
    withheld = np.isin(reason, WITHHOLDING)
    base = columns["value"][codes.index(own)] if own in codes else np.nan
    known = frozenset(peers)
    frame = pd.DataFrame(
        {
            "area": codes,
            "year": year,
            "indicator": indicator.id,
            **columns,
            "name_ja": areas["label_ja"].reindex(codes).to_numpy(dtype=object),
            "role": ["own" if code == own else "peer" if code in known else "other" for code in codes],
            "rank": np.where(withheld, np.nan, position),
            "ranked": int((~np.isnan(ranked)).sum()),
            "quartile": np.nan,
            "gap": columns["value"] - base,
            "reason": reason,
        }
    )
    return frame[list(COMPARISON_COLUMNS)]
