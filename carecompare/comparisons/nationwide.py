"""One indicator of one year over every municipality of the country, as a map and its table show it."""

from __future__ import annotations

from math import nan
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.comparison import WITHHOLDING, rankable, reason_for_care, without_shaky_value
from carecompare.measures.standing import ranks

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import Indicator
    from carecompare.comparisons.indicator_year import IndicatorYear
    from carecompare.rows import NamedRow, NationwideRow


def nationwide(
    values: IndicatorYear, municipalities: Mapping[str, str], indicator: Indicator, year: int
) -> list[NationwideRow]:
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
    list of NationwideRow
        By code. Ranks are national, 1 for the highest, and withheld as in `comparison`.
    """
    found: list[NamedRow] = []
    for code in sorted(municipalities):
        figures = values.figures(code)
        reason = reason_for_care(figures)
        found.append(
            {
                **without_shaky_value(figures, reason),
                "area": code,
                "year": year,
                "indicator": indicator.id,
                "name_ja": municipalities[code],
                "reason": reason,
            }
        )
    ranked = [rankable(row) for row in found]
    of = int(np.count_nonzero(~np.isnan(ranked)))
    return [
        {**row, "year": year, "rank": nan if row["reason"] in WITHHOLDING else position, "ranked": of}
        for row, position in zip(found, ranks(ranked).tolist(), strict=True)
    ]
