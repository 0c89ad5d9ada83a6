"""Every indicator of one municipality on one sheet: spread of the peers, ranks, trend, gap in counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import TYPE_CHECKING

from carecompare.comparisons.areas import prefecture_of
from carecompare.comparisons.comparison import WITHHOLDING, Place, drawn_from
from carecompare.comparisons.everywhere import NO_FIGURES
from carecompare.comparisons.profile import profile
from carecompare.comparisons.trends import own_trends
from carecompare.measures.rank_interval import limits_beside
from carecompare.measures.standing import rank_among
from carecompare.tables import INCOMPLETE, INSURER_LEVEL, NATION, UNKNOWN_AGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons.beside import Beside
    from carecompare.comparisons.judged import Judged
    from carecompare.comparisons.standings import Standings
    from carecompare.measures.rank_interval import Drawn, Figure
    from carecompare.tables import Row

COUNTED = frozenset({"proportion", "density"})


@dataclass(frozen=True)
class Sheet:
    """Many indicators of the own municipality.

    Parameters
    ----------
    rows : list of Row
        Own and peers of every indicator: VALUES with ``name_ja``, ``role`` and ``reason``.
    lines : dict of str to Row
        By indicator, in their order: the own row with

        - ``peers`` (how many have a figure), their ``lowest``, ``first``, ``median``, ``third``, ``highest``;
        - ``beyond`` (``higher``, ``lower``, ``similar`` or empty) and ``distance`` from the median in ranges
          between the quartiles, NaN where it is not measured;
        - ``gap``: how many more the own municipality counts than it would at the peers' median;
        - ``rank`` among own and peers ``of`` so many, with ``best`` and ``worst`` that chance leaves;
        - ``trend`` (``up``, ``down``, ``no_change`` or empty) from ``trend_from`` to ``trend_to``;
        - ``prefecture`` and ``nation``: their rows; ``in_prefecture`` and ``in_nation``: the `Place` there.
    judged : Judged
        The lines that were judged, together.
    """

    rows: list[Row]
    lines: dict[str, Row]
    judged: Judged

    def rows_of(self, indicators: Iterable[str]) -> list[Row]:
        """Return the rows of some indicators."""
        return [row for indicator in indicators for row in self._of_indicator[indicator]]

    @cached_property
    def _of_indicator(self) -> dict[str, list[Row]]:
        of: dict[str, list[Row]] = {}
        for row in self.rows:
            of.setdefault(row["indicator"], []).append(row)
        return of


def sheet(
    values: Sequence[Row],
    beside: Beside,
    labels: Mapping[str, str],
    indicators: Sequence[Indicator],
    years: Mapping[str, int],
    own: str,
    standings: Standings,
) -> Sheet:
    """Return every indicator of the own municipality beside its peers, its prefecture and the nation.

    Parameters
    ----------
    values : sequence of Row
        VALUES of the own municipality over all years, of the indicators and of their histories; of its
        prefecture and the nation at least the year shown.
    beside : Beside
        Its peers.
    labels : mapping of str to str
        Names by code.
    indicators : sequence of Indicator
        In the order to show; each has a year.
    years : mapping of str to int
        Year to show, by indicator.
    own : str
        Code of the own municipality.
    standings : Standings
        The same years of all municipalities.

    Returns
    -------
    Sheet
        The spread and the ranks leave out figures of insurers of several municipalities. Ranks are withheld
        as in `comparison`, and their ranges are those of `rank_ranges`.

    References
    ----------
    The distance is that of the findings: from the median, in ranges between the quartiles, which one odd peer
    does not move. Trend: the five-point rule of `recent_trend`.
    """
    shown = profile(values, beside, labels, indicators, years, own)
    lines = list(shown.summary.values())
    trends = own_trends(indicators, values, own)
    for place, (each, line) in enumerate(zip(indicators, lines, strict=True)):
        way = trends.get(each.id)
        line.update(beside.spread[place])
        line.update(
            gap=counted_gap(line, line["median"], each),
            distance=_distance(line, each),
            trend=way.way if way else "",
            trend_from=way.first_year if way else 0,
            trend_to=way.last_year if way else 0,
        )
    _ranks(lines, indicators, beside)
    _beside_references(lines, values, years, own)
    placed = {
        line["indicator"]: line["value"] if _is_placed(line, each) else nan
        for each, line in zip(indicators, lines, strict=True)
    }
    for name, (in_prefecture, in_nation) in standings.places(placed, own[:2]).items():
        shown.summary[name] |= {"in_prefecture": in_prefecture, "in_nation": in_nation}
    return Sheet(shown.rows, shown.summary, shown.judged)


def counted_gap(own: Row, median: float, indicator: Indicator) -> float:
    """Return how many more are counted than there would be at the peers' median.

    Parameters
    ----------
    own : Row
        Keys ``value``, ``denominator``, ``reason``.
    median : float
        Of the peers, in the unit of the indicator.
    indicator : Indicator
        A share or a density; anything else is not counted per something.

    Returns
    -------
    float
        In persons, offices, households, whatever the numerator counts: the own denominator times the
        difference. NaN where there is no figure, or where it is not the municipality's own.
    """
    if indicator.kind not in COUNTED or own["reason"] in {INSURER_LEVEL, UNKNOWN_AGES, INCOMPLETE}:
        return nan
    return float((own["value"] - median) * own["denominator"] / indicator.per)


def is_beyond(line: Row) -> bool:
    """Return whether the difference from the peers' median is hard to explain by chance."""
    return line["beyond"] in {"higher", "lower"}


def by_distance(lines: Sequence[Row]) -> list[Row]:
    """Return lines from the farthest from the peers; those without a distance last, in their order."""
    return sorted(lines, key=lambda line: -1.0 if isnan(line["distance"]) else line["distance"], reverse=True)


def _distance(line: Row, indicator: Indicator) -> float:
    between = float(line["third"]) - float(line["first"])
    if line["reason"] or indicator.is_a_year or not between > 0:
        return nan
    return abs(float(line["value"]) - float(line["median"])) / between


def _is_placed(line: Row, indicator: Indicator) -> bool:
    return not indicator.is_a_year and line["reason"] not in (*WITHHOLDING, INSURER_LEVEL)


def _ranks(lines: Sequence[Row], indicators: Sequence[Indicator], beside: Beside) -> None:
    """Add the rank among own and peers to each line, and between which ranks chance leaves it."""
    drawn: list[tuple[Row, tuple[Figure, Drawn]]] = []
    for place, (line, each) in enumerate(zip(lines, indicators, strict=True)):
        others, own = beside.ordered[place], drawn_from(line)
        rank = rank_among(others, own.value) if _is_placed(line, each) else nan
        line |= {"rank": rank, "of": len(others) + (not isnan(own.value)), "best": rank, "worst": rank}
        if not isnan(rank) and (beside.moves[place] or own.moves):
            drawn.append((line, (own, beside.drawn(place))))
    limits = limits_beside([pair for _, pair in drawn])
    for (line, _), (best, worst) in zip(drawn, limits, strict=True):
        line |= {"best": best, "worst": worst}


def _beside_references(
    lines: Sequence[Row], values: Sequence[Row], years: Mapping[str, int], own: str
) -> None:
    codes = {prefecture_of(own): "prefecture", NATION: "nation"}
    found = {
        (row["indicator"], codes[row["area"]]): row
        for row in values
        if row["area"] in codes and years.get(row["indicator"]) == row["year"]
    }
    for line in lines:
        for code, name in codes.items():
            absent = {**NO_FIGURES, "indicator": line["indicator"], "area": code, "year": line["year"]}
            line[name] = found.get((line["indicator"], name), absent)
        line["in_prefecture"] = line["in_nation"] = Place(nan, 0)
