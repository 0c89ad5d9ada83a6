"""How firm a rank is, and what a small place's figure would be if its region stood behind it."""

from __future__ import annotations

from math import isnan, nan
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.comparisons.comparison import drawn_from
from carecompare.comparisons.few import FEW_RESIDENTS
from carecompare.measures.rank_interval import rank_limits
from carecompare.measures.shrinkage import shrunk_counts, shrunk_shares
from carecompare.tables import OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons.indicator_year import IndicatorYear
    from carecompare.rows import ComparisonRow

# A figure with so many events behind it speaks for itself.
SMALL_BELOW = 100
SHRUNK_BY = {"proportion": shrunk_shares, "density": shrunk_counts}


class RankRange(NamedTuple):
    """The best and the worst rank that chance leaves."""

    best: int
    worst: int


def rank_ranges(rows: Sequence[ComparisonRow]) -> Mapping[str, RankRange]:
    """Return between which ranks each municipality of a comparison stands.

    Parameters
    ----------
    rows : sequence of ComparisonRow
        COMPARISON of one indicator and year.

    Returns
    -------
    mapping of str to RankRange
        By area; none where the rank is withheld. Figures of insurers of several municipalities are not
        ranked, and figures without an interval do not move.
    """
    compared = [row for row in rows if row["role"] != "reference"]
    wanted = [place for place, row in enumerate(compared) if not isnan(row["rank"])]
    if not wanted:
        return {}
    limits = rank_limits([drawn_from(row) for row in compared], wanted)
    return {
        compared[place]["area"]: RankRange(int(best), int(worst))
        for place, best, worst in zip(wanted, limits.best, limits.worst, strict=True)
    }


def shrunk_value(values: IndicatorYear, indicator: Indicator, own: str) -> float:
    """Return the own figure drawn towards that of its prefecture by as much as chance may have moved it.

    Parameters
    ----------
    values : IndicatorYear
        Figures of the indicator and year.
    indicator : Indicator
        A share or a density.
    own : str
        Code of a municipality.

    Returns
    -------
    float
        In the unit of the indicator; NaN where 100 events or more stand behind the own figure, where it is
        an insurer's or has fewer than 100 residents behind it, and where nothing can be drawn.

    References
    ----------
    Marshall RJ (1991), as for `shrunk_counts`. Japan's ministry draws municipal figures towards those of the
    medical area; here it is the prefecture, whose municipalities all have figures.
    """
    figures = values.figures(own)
    is_small = figures["numerator"] < SMALL_BELOW and figures["denominator"] >= FEW_RESIDENTS
    if not is_small or figures["status"] != OBSERVED or indicator.kind not in SHRUNK_BY:
        return nan
    inside = values.municipal & (values.prefectures == int(own[:2])) & ~np.isnan(values.ranked)
    counts, populations = (values.columns[name][inside] for name in ("numerator", "denominator"))
    place = int(np.count_nonzero(inside[: values.row_of[own]]))
    return float(SHRUNK_BY[indicator.kind](counts, populations).value[place] * indicator.per)
