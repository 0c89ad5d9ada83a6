"""Features of the own municipality and of those like it, all on one scale."""

from __future__ import annotations

import math
from statistics import median
from typing import TYPE_CHECKING

from carecompare.charts import theme
from carecompare.charts.feature_dots_plan import FIGURE_PX, HEADER_PX, MARGIN_PX, ROW_PX, feature_dots_plan
from carecompare.charts.plan import filled
from carecompare.charts.spacing import text_width_px
from carecompare.text.chart_words import NATIONAL_MEAN, NOTHING, figure_with_unit
from carecompare.text.format import number
from carecompare.text.words import COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Feature, Indicator
    from carecompare.charts.plan import Picture
    from carecompare.rows import FeatureRow

NAME_LIMIT_PX = 200
# The scale reaches this many standard deviations to each side, or as far as the marks do.
LEAST_REACH = 2.0
EDGE = 0.2


def feature_dots(
    rows: Sequence[FeatureRow], features: Sequence[Feature], indicators: Mapping[str, Indicator]
) -> Picture:
    """Return one line of dots for each feature: those alike in grey, the own municipality on top.

    Parameters
    ----------
    rows : sequence of FeatureRow
        Of the own municipality and of those like it.
    features : sequence of Feature
        In the order to show.
    indicators : mapping of str to Indicator
        What each feature is, by id.

    Returns
    -------
    Picture
        The upright line in the middle is the national mean, the faint ones are one and two standard
        deviations away.
    """
    known = [row for row in rows if not math.isnan(row["standard"])]
    reach = max([LEAST_REACH, *(abs(row["standard"]) for row in known)]) + EDGE
    y_of = {each.id: HEADER_PX + place * ROW_PX for place, each in enumerate(features)}
    named = {each.id: (each.label_ja, indicators[each.indicator]) for each in features}
    marks: dict[str, list[dict[str, object]]] = {"own": [], "peer": []}
    for row in known:
        if row["feature"] in named:
            label, indicator = named[row["feature"]]
            marks[row["role"]].append(
                {
                    "at": _at(row["standard"], reach),
                    "y": y_of[row["feature"]],
                    "name": row["name_ja"],
                    "feature": label,
                    "figure": _figure(row["value"], indicator),
                }
            )
    of_feature: dict[str, list[FeatureRow]] = {each.id: [] for each in features}
    for row in rows:
        if row["feature"] in of_feature:
            of_feature[row["feature"]].append(row)
    lines = [_line(of_feature[name], *named[name], y, reach) for name, y in y_of.items()]
    deviations = range(-math.floor(reach), math.floor(reach) + 1)
    datasets: dict[str, list[dict[str, object]]] = {
        "lines": lines,
        "scale": [{"at": _at(each, reach), "is_mean": each == 0} for each in deviations],
        "peers": marks["peer"],
        "own": marks["own"],
        "headings": [
            {
                "own": next((row["name_ja"] for row in rows if row["role"] == "own"), ""),
                "median": COLUMN["median"],
                "mean": NATIONAL_MEAN,
                "at": 0.5,
            }
        ],
    }
    small = theme.SMALL_TEXT_PX
    widths = {
        "name_px": min(_widest((each.label_ja for each in features), theme.TEXT_PX), NAME_LIMIT_PX),
        "figure_px": _widest((str(each["figure"]) for each in lines), FIGURE_PX),
        "median_px": _widest([COLUMN["median"], *(str(each["median_figure"]) for each in lines)], small)
        + MARGIN_PX,
    }
    return filled(feature_dots_plan(), datasets, widths, HEADER_PX + ROW_PX * max(len(features), 1))


def _line(
    rows: Iterable[FeatureRow], label: str, indicator: Indicator, y: int, reach: float
) -> dict[str, object]:
    own = math.nan
    peers = []
    middle = []
    for row in rows:
        if row["role"] == "own":
            own = row["value"]
        elif not math.isnan(row["standard"]):
            peers.append(row["value"])
            middle.append(row["standard"])
    return {
        "y": y,
        "start": 0,
        "stop": 1,
        "name": label,
        "figure": _figure(own, indicator) or NOTHING,
        "silent": math.isnan(own),
        "ink": theme.QUIET if math.isnan(own) else theme.OWN,
        "median": _at(median(middle), reach) if middle else None,
        "median_figure": number(median(peers), indicator.decimals) if peers else "",
    }


def _figure(value: float, indicator: Indicator) -> str:
    return figure_with_unit(value, indicator).replace(" ", "")


def _at(standard: float, reach: float) -> float:
    return (standard + reach) / (2 * reach)


def _widest(texts: Iterable[str], size_px: float) -> int:
    return round(max((text_width_px(text, size_px) for text in texts), default=0.0))
