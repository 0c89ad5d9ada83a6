"""Every indicator of one municipality on one sheet: spread of the peers, ranks, trend, gap in counts."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import isnan, nan
from typing import TYPE_CHECKING, NamedTuple

from carecompare.comparisons.areas import prefecture_of
from carecompare.comparisons.comparison import WITHHOLDING, drawn_from
from carecompare.comparisons.indicator_year import NO_FIGURES
from carecompare.comparisons.profile import profile
from carecompare.comparisons.years.trends import OwnTrend, own_trends
from carecompare.measures.rank_interval import limits_beside
from carecompare.measures.standing import rank_among
from carecompare.tables import INCOMPLETE, INSURER_LEVEL, NATION, UNKNOWN_AGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons.judged import Judged
    from carecompare.comparisons.peer_table import PeerTable
    from carecompare.comparisons.standings import Standings
    from carecompare.measures.rank_interval import Drawn, Figure
    from carecompare.rows import FigureRow, NamedRow, PeerSpread, ProfileLine, ProfileRow, SheetLine, ValueRow

COUNTED = frozenset({"proportion", "density"})
NO_TREND = OwnTrend("", 0, 0)


class RankAmongPeers(NamedTuple):
    """The rank among own and peers ``of`` so many, with the best and the worst that chance leaves."""

    rank: float
    of: int
    best: float
    worst: float


@dataclass(frozen=True)
class Sheet:
    """Many indicators of the own municipality.

    Parameters
    ----------
    rows : list of ProfileRow
        Own and peers of every indicator.
    lines : dict of str to SheetLine
        By indicator, in their order.
    judged : Judged
        The lines that were judged, together.
    """

    rows: list[ProfileRow]
    lines: dict[str, SheetLine]
    judged: Judged

    def rows_of(self, indicators: Iterable[str]) -> list[ProfileRow]:
        """Return the rows of some indicators."""
        return [row for indicator in indicators for row in self._of_indicator[indicator]]

    @cached_property
    def _of_indicator(self) -> dict[str, list[ProfileRow]]:
        of: dict[str, list[ProfileRow]] = {}
        for row in self.rows:
            of.setdefault(row["indicator"], []).append(row)
        return of


def sheet(
    values: Sequence[ValueRow],
    peers: PeerTable,
    labels: Mapping[str, str],
    indicators: Sequence[Indicator],
    years: Mapping[str, int],
    own: str,
    standings: Standings,
) -> Sheet:
    """Return every indicator of the own municipality beside its peers, its prefecture and the nation.

    Parameters
    ----------
    values : sequence of ValueRow
        VALUES of the own municipality over all years, of the indicators and of their histories; of its
        prefecture and the nation at least the year shown.
    peers : PeerTable
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
    shown = profile(values, peers, labels, indicators, years, own)
    lines = list(shown.summary.values())
    trends = own_trends(indicators, values, own)
    ranks = _ranks(lines, indicators, peers)
    references = _references(values, years, own)
    ranked = {
        line["indicator"]: line["value"] if _is_ranked(line, each) else nan
        for each, line in zip(indicators, lines, strict=True)
    }
    places = standings.places(ranked, own[:2])
    of_indicator: dict[str, SheetLine] = {}
    for each, line, spread, rank in zip(indicators, lines, peers.spread, ranks, strict=True):
        trend = trends.get(each.id, NO_TREND)
        in_prefecture, in_nation = places[each.id]
        of_indicator[each.id] = {
            **line,
            **spread,
            "gap": counted_gap(line, line["median"], each),
            "distance": _distance(line, spread, each),
            "rank": rank.rank,
            "of": rank.of,
            "best": rank.best,
            "worst": rank.worst,
            "trend": trend.way,
            "trend_from": trend.first_year,
            "trend_to": trend.last_year,
            "prefecture": references.get((each.id, prefecture_of(own))) or _absent(line, prefecture_of(own)),
            "nation": references.get((each.id, NATION)) or _absent(line, NATION),
            "in_prefecture": in_prefecture,
            "in_nation": in_nation,
        }
    return Sheet(shown.rows, of_indicator, shown.judged)


def counted_gap(own: NamedRow, median: float, indicator: Indicator) -> float:
    """Return how many more are counted than there would be at the peers' median.

    Parameters
    ----------
    own : NamedRow
        The own figure.
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


def is_beyond(line: ProfileLine) -> bool:
    """Return whether the difference from the peers' median is hard to explain by chance."""
    return line["beyond"] in {"higher", "lower"}


def by_distance(lines: Sequence[SheetLine]) -> list[SheetLine]:
    """Return lines from the farthest from the peers; those without a distance last, in their order."""
    return sorted(lines, key=lambda line: -1.0 if isnan(line["distance"]) else line["distance"], reverse=True)


def _distance(line: ProfileLine, spread: PeerSpread, indicator: Indicator) -> float:
    between = spread["third"] - spread["first"]
    if line["reason"] or indicator.is_a_year or not between > 0:
        return nan
    return abs(line["value"] - spread["median"]) / between


def _is_ranked(line: NamedRow, indicator: Indicator) -> bool:
    return not indicator.is_a_year and line["reason"] not in (*WITHHOLDING, INSURER_LEVEL)


def _ranks(
    lines: Sequence[ProfileLine], indicators: Sequence[Indicator], peers: PeerTable
) -> list[RankAmongPeers]:
    """Return the rank among own and peers of each line, and between which ranks chance leaves it."""
    found: list[RankAmongPeers] = []
    drawn: dict[int, tuple[Figure, Drawn]] = {}
    for place, (line, each) in enumerate(zip(lines, indicators, strict=True)):
        others, own = peers.ordered[place], drawn_from(line)
        rank = rank_among(others, own.value) if _is_ranked(line, each) else nan
        found.append(RankAmongPeers(rank, len(others) + (not isnan(own.value)), rank, rank))
        if not isnan(rank) and (peers.moves[place] or own.moves):
            drawn[place] = (own, peers.drawn(place))
    for place, (best, worst) in zip(drawn, limits_beside(list(drawn.values())), strict=True):
        found[place] = found[place]._replace(best=best, worst=worst)
    return found


def _references(
    values: Iterable[ValueRow], years: Mapping[str, int], own: str
) -> dict[tuple[str, str], ValueRow]:
    """Return the rows of the prefecture and the nation in the year shown, by indicator and code."""
    codes = {prefecture_of(own), NATION}
    return {
        (row["indicator"], row["area"]): row
        for row in values
        if row["area"] in codes and years.get(row["indicator"]) == row["year"]
    }


def _absent(line: FigureRow, code: str) -> FigureRow:
    return {**NO_FIGURES, "indicator": line["indicator"], "area": code, "year": line["year"]}
