"""The rules of what stands out, one function each: figures of the own area and of its peers → findings.

No rule speaks of a figure with fewer than ten events or a hundred residents behind it, of an insurer's
figure, of one with many unknown ages, or of one made of a part of the institutions.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as made
from itertools import pairwise
from statistics import median
from typing import TYPE_CHECKING

from carecompare.comparisons.comparison import reason_for_care
from carecompare.comparisons.few import FEW_EVENTS, RATES
from carecompare.comparisons.years.trends import counted_years, last_five, own_points, ways
from carecompare.measures.trend import DOWN, POINTS, UP
from carecompare.tables import INCOMPLETE, INSURER_LEVEL, INSURER_UNKNOWN, OBSERVED, UNKNOWN_AGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.comparisons.judged import Judged
    from carecompare.comparisons.peer_figures import PeerFigures
    from carecompare.rows import Direction, ValueRow

BEYOND, TREND, JUMP, PEAK, MISMATCH, CAUTION = "beyond", "trend", "jump", "peak", "mismatch", "caution"
HIGHER, LOWER = "higher", "lower"
RANKED, COURSE, PROFILE, PROSPECT = "ranked", "course", "profile", "prospect"
MOST_QUARTER_RANGES = 3.0
JUMP_SHARE = 0.2
JUMP_TIMES = 3.0
FEWEST_STEPS = 3
BAD_WAY = {"higher_is_better": (LOWER, DOWN), "lower_is_better": (HIGHER, UP), "neutral": ()}


@dataclass(frozen=True)
class Finding:
    """One thing that stands out.

    Parameters
    ----------
    rule : str
        ``beyond``, ``trend``, ``jump``, ``peak``, ``mismatch`` or ``caution``.
    way : str
        Which way, or which caution.
    indicators : tuple of str
        What it speaks of, the main one first.
    topic, field : str
        Of the main one.
    year : int
        Of the figure.
    score : float
        Higher comes first; how it is made stands at each rule.
    figures : mapping of str to float
        What the sentence names.
    caution : str
        Key of the caution that belongs to it.
    evidence : str
        The picture that shows it: ``ranked``, ``course``, ``profile``, ``prospect`` or empty.
    """

    rule: str
    way: str
    indicators: tuple[str, ...] = ()
    topic: str = ""
    field: str = ""
    year: int = 0
    score: float = 0.0
    figures: Mapping[str, float] = made(default_factory=dict)
    caution: str = ""
    evidence: str = ""

    @property
    def key(self) -> str:
        """Return the name under which it is dismissed: the same as long as the figure is."""
        return ".".join((self.rule, *self.indicators, self.way, str(self.year)))


def beyond_peers(
    indicators: Iterable[Indicator], now: Mapping[str, ValueRow], peers: PeerFigures, by: Judged
) -> list[Finding]:
    """Return where the own value is outside the peers' quartiles and differs from their median beyond chance.

    Score: 1, plus how far the near end of the 95 % interval lies from the median, in quartile ranges (at most
    3), plus 1 where the catalogue calls the way bad.

    Parameters
    ----------
    indicators : iterable of Indicator
        What is looked at.
    now : mapping of str to ValueRow
        Own row of the latest year by indicator.
    peers : PeerFigures
        Their quartiles of the same year.
    by : Judged
        All figures of the municipality, judged together.

    Returns
    -------
    list of Finding
        In the order of the indicators.
    """
    found: list[Finding] = []
    for each in indicators:
        row, quartiles = now.get(each.id), peers.quartiles.get(each.id)
        if row is None or quartiles is None or reason_for_care(row) or not by.differs(each.id):
            continue
        way = HIGHER if row["value"] > quartiles[2] else LOWER if row["value"] < quartiles[0] else ""
        if way:
            found.append(_beyond(each, row, way, quartiles))
    return found


def _beyond(indicator: Indicator, row: ValueRow, way: str, quartiles: tuple[float, float, float]) -> Finding:
    first, middle, third = quartiles
    # What chance cannot carry of the distance; where most peers have none there is no measure of it.
    size = row["lower"] - middle if way == HIGHER else middle - row["upper"]
    distance = size / (third - first) if third > first else 0.0
    return Finding(
        BEYOND,
        way,
        (indicator.id,),
        indicator.topic,
        indicator.field,
        row["year"],
        1 + min(distance, MOST_QUARTER_RANGES) + (way in BAD_WAY[indicator.direction]),
        {"value": row["value"], "first": first, "median": middle, "third": third},
        caution="census" if indicator.kind == "density" else "judgement",
        evidence=RANKED,
    )


def trends(
    indicators: Iterable[Indicator], own: Mapping[str, Sequence[ValueRow]], peers: PeerFigures
) -> dict[str, Finding]:
    """Return the findings where five points go one way beyond chance and most peers do not.

    Only for points at equal distances, all counted, of ten events or more; not for standardised values.
    Score: 1, plus twice the share of peers without the same trend, plus 1 where the way is bad.

    Parameters
    ----------
    indicators : iterable of Indicator
        What is looked at.
    own : mapping of str to sequence of ValueRow
        VALUES of the own area by indicator, each by year.
    peers : PeerFigures
        Where their series go.

    Returns
    -------
    dict of str to Finding
        By indicator.
    """
    judged: list[tuple[Indicator, list[ValueRow], Sequence[Direction]]] = []
    for each in indicators:
        series = own.get(each.id, ())
        if len(series) < POINTS:
            continue
        years = last_five(counted_years(series) | peers.counted.get(each.id, set()), each)
        points = own_points(each, series, years)
        if points:
            judged.append((each, points, peers.ways.get((each.id, years), ())))
    found = ways([points for _, points, _ in judged])
    return {
        each.id: _trend(each, points, way, alike=ways_of_peers.count(way), of=len(ways_of_peers))
        for (each, points, ways_of_peers), way in zip(judged, found, strict=True)
        if way in {UP, DOWN} and not (ways_of_peers and ways_of_peers.count(way) * 2 >= len(ways_of_peers))
    }


def _trend(indicator: Indicator, points: Sequence[ValueRow], way: str, *, alike: int, of: int) -> Finding:
    score = 1 + 2 * (1 - (alike / of if of else 0)) + (way in BAD_WAY[indicator.direction])
    ends = {
        "first": points[0]["value"],
        "last": points[-1]["value"],
        "first_year": float(points[0]["year"]),
        "alike": float(alike),
        "peers": float(of),
    }
    return Finding(
        TREND,
        way,
        (indicator.id,),
        indicator.topic,
        indicator.field,
        points[-1]["year"],
        score,
        ends,
        caution="denominators" if indicator.kind == "density" else "judgement",
        evidence=COURSE,
    )


def jump(indicator: Indicator, series: Sequence[ValueRow], peers: PeerFigures) -> Finding | None:
    """Return a finding where the last step is sudden.

    The last two counted values differ by a fifth or more, their 95 % intervals do not meet, ten events or
    more stand behind both, no break of the definition lies between, and the step is three times the usual one
    of the series. Score: 2, plus 1 where the way is bad.
    """
    if indicator.projection is not None or len(series) < FEWEST_STEPS + 1:
        return None
    own = [
        row
        for row in series
        if row["status"] == OBSERVED and row["numerator"] >= FEW_EVENTS and row["method"] in RATES
    ]
    newest = max(series[-1]["year"], peers.last_year.get(indicator.id, 0))
    if len(own) < FEWEST_STEPS + 1 or own[-1]["year"] != newest:
        return None
    before, last = own[-2:]
    if indicator.part(before["year"]) != indicator.part(last["year"]):
        return None
    way = UP if last["value"] > before["value"] else DOWN
    apart = last["lower"] > before["upper"] if way == UP else last["upper"] < before["lower"]
    *usual, step = (abs(later["value"] - earlier["value"]) for earlier, later in pairwise(own))
    if not apart or step < JUMP_SHARE * before["value"] or step < JUMP_TIMES * median(usual):
        return None
    return Finding(
        JUMP,
        way,
        (indicator.id,),
        indicator.topic,
        indicator.field,
        last["year"],
        2.0 + (way in BAD_WAY[indicator.direction]),
        {"first": before["value"], "last": last["value"], "first_year": float(before["year"])},
        caution="edition",
        evidence=COURSE,
    )


def data_caution(indicator: Indicator, row: ValueRow) -> Finding | None:
    """Return what hinders reading the own figure: unknown ages, missing institutions, or the insurer."""
    reason = reason_for_care(row)
    if reason not in {UNKNOWN_AGES, INCOMPLETE, INSURER_LEVEL, INSURER_UNKNOWN}:
        return None
    return Finding(CAUTION, reason, (indicator.id,), indicator.topic, indicator.field, row["year"])
