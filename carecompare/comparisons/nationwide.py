"""One indicator of one year over every municipality of the country, as a map and its table show it."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.comparisons.comparison import WITHHOLDING, rankable, reason_for_care, without_shaky_value
from carecompare.measures.standing import ranks
from carecompare.tables import COMPARISON_COLUMNS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import Indicator
    from carecompare.comparisons.indicator_year import IndicatorYear
    from carecompare.tables import Row

OF_ONE_MUNICIPALITY = ("role", "quartile", "gap")
COLUMNS = tuple(name for name in COMPARISON_COLUMNS if name not in OF_ONE_MUNICIPALITY)


def nationwide(
    values: IndicatorYear, municipalities: Mapping[str, str], indicator: Indicator, year: int
) -> pd.DataFrame:
    """Return every municipality with its national rank.

    Parameters
    ----------
    values : IndicatorYear
        Figures of the indicator and year.
    municipalities : mapping of str to str
        Name of each municipality by its code, each meaning one place.
    indicator : Indicator
        Its definition.
    year : int
        The year shown.

    Returns
    -------
    DataFrame
        COMPARISON by code, without what belongs to one own municipality. Ranks are national, 1 for the
        highest, and withheld as in `comparison`.
    """
    rows: list[Row] = []
    for code in sorted(municipalities):
        figures = values.figures(code)
        row = {
            "area": code,
            "year": year,
            "indicator": indicator.id,
            **figures,
            "name_ja": municipalities[code],
            "reason": reason_for_care(figures),
        }
        rows.append(without_shaky_value(row))
    ranked = [rankable(row) for row in rows]
    of = int(np.count_nonzero(~np.isnan(ranked)))
    for row, position in zip(rows, ranks(ranked).tolist(), strict=True):
        row["rank"] = nan if row["reason"] in WITHHOLDING else position
        row["ranked"] = of
    return pd.DataFrame(rows, columns=list(COLUMNS))
