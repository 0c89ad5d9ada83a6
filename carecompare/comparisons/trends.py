"""Which series hold the five points that a trend is read from, and where the own one goes."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from carecompare.comparisons.comparison import FEW_EVENTS, RATES
from carecompare.comparisons.series import figures_by_indicator
from carecompare.measures.trend import NOT_JUDGED, POINTS, recent_trend
from carecompare.tables import OBSERVED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from carecompare.catalog import Indicator
    from carecompare.comparisons.series import Figures
    from carecompare.tables import Row

WITH_TREND = frozenset({"proportion", "density"})


class OwnTrend(NamedTuple):
    """Where the last five points go (``up``, ``down`` or ``no_change``), and the years at both ends."""

    way: str
    first_year: int
    last_year: int


def five_points(indicator: Indicator, figures: Figures) -> Figures | None:
    """Return the last five counted years where they lie at equal distances, else None.

    Parameters
    ----------
    indicator : Indicator
        Only shares and densities have a trend; standardised values have none.
    figures : Figures
        Over all years.

    Returns
    -------
    Figures or None
        Of five years.
    """
    last = figures.of((figures.words["status"] == OBSERVED).any(axis=0))
    if indicator.kind not in WITH_TREND or last.years.size < POINTS:
        return None
    last = last.of(np.arange(last.years.size) >= last.years.size - POINTS)
    return last if len(set(np.diff(last.years).tolist())) == 1 else None


def firm(points: Figures) -> NDArray[np.bool_]:
    """Return, for each area, whether every point is counted and has ten events or more behind it."""
    numbers, words = points.numbers, points.words
    usable = np.isin(words["method"].astype(str), RATES) & (words["status"] == OBSERVED)
    kept: NDArray[np.bool_] = (usable & (numbers["numerator"] >= FEW_EVENTS)).all(axis=1)
    return kept


def own_trends(indicators: Sequence[Indicator], values: Iterable[Row], own: str) -> dict[str, OwnTrend]:
    """Return where each series of the own municipality goes.

    Parameters
    ----------
    indicators : sequence of Indicator
        What is shown; the past of one with a separate history is read from there.
    values : iterable of Row
        VALUES of the own municipality over all years, and of whatever else.
    own : str
        Code of the own municipality.

    Returns
    -------
    dict of str to OwnTrend
        Of those whose series allows it.
    """
    counted = [row for row in values if row["area"] == own and row["status"] == OBSERVED]
    many = Counter(row["indicator"] for row in counted)
    of = figures_by_indicator([row for row in counted if many[row["indicator"]] >= POINTS], [own])
    series: dict[str, Figures] = {}
    for each in indicators:
        past = of.get(each.history or each.id)
        points = five_points(each, past) if past is not None else None
        if points is None or not firm(points)[0]:
            continue
        if (points.numbers["numerator"][0] == points.numbers["denominator"][0]).any():
            continue
        series[each.id] = points
    if not series:
        return {}
    ways = recent_trend(
        *(
            np.array([points.numbers[name][0] for points in series.values()])
            for name in ("value", "lower", "upper")
        )
    ).direction.tolist()
    return {
        name: OwnTrend(way, int(points.years[0]), int(points.years[-1]))
        for (name, points), way in zip(series.items(), ways, strict=True)
        if way != NOT_JUDGED
    }
