"""One indicator of one year over every municipality of the country, as a map and its table show it."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.comparisons.comparison import WITHHOLDING, reason_for_care, without_shaky_value
from carecompare.measures.standing import ranks
from carecompare.tables import COMPARISON_COLUMNS, INSURER_LEVEL

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from carecompare.catalog import Indicator
    from carecompare.comparisons.everywhere import Everywhere
    from carecompare.tables import Row


def nationwide(
    values: Everywhere,
    municipalities: Mapping[str, str],
    indicator: Indicator,
    year: int,
    own: str = "",
    peers: Collection[str] = (),
) -> pd.DataFrame:
    """Return every municipality with its national rank.

    Parameters
    ----------
    values : Everywhere
        Figures of the indicator and year.
    municipalities : mapping of str to str
        Name of each municipality by its code, each meaning one place.
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
    known = frozenset(peers)
    rows: list[Row] = []
    ranked = []
    for code in sorted(municipalities):
        figures = values.figures(code)
        ranked.append(nan if figures["status"] == INSURER_LEVEL else figures["value"])
        row = {
            "area": code,
            "year": year,
            "indicator": indicator.id,
            **figures,
            "name_ja": municipalities[code],
            "role": "own" if code == own else "peer" if code in known else "other",
            "reason": reason_for_care(figures),
            "quartile": nan,
        }
        rows.append(without_shaky_value(row))
    base = next((row["value"] for row in rows if row["role"] == "own"), nan)
    of = int(np.count_nonzero(~np.isnan(ranked)))
    for row, position in zip(rows, ranks(ranked).tolist(), strict=True):
        row["rank"] = nan if row["reason"] in WITHHOLDING else position
        row["ranked"] = of
        row["gap"] = row["value"] - base
    return pd.DataFrame(rows, columns=list(COMPARISON_COLUMNS))
