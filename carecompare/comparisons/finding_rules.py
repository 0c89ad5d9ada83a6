"""The rules of what stands out, one function each: figures of the own area and its peers → findings.

No rule speaks of a figure with fewer than ten events or a hundred residents behind it, of an insurer's
figure, or of one with many unknown ages.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as made
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.comparison import FEW_EVENTS, FEW_RESIDENTS, RATES, UNKNOWN_AGES, reason_for_care
from carecompare.comparisons.trends import firm, five_points
from carecompare.measures.intervals import Limits, count_limits, wilson_limits
from carecompare.measures.rates import WILSON
from carecompare.measures.standing import MUCH_HIGHER, MUCH_LOWER, benchmark_levels
from carecompare.measures.trend import DOWN, UP, recent_trend
from carecompare.tables import INSURER_LEVEL, OBSERVED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from carecompare.catalog import Indicator
    from carecompare.comparisons.series import Figures

BEYOND, TREND, JUMP, PEAK, MISMATCH, CAUTION = "beyond", "trend", "jump", "peak", "mismatch", "caution"
HIGHER, LOWER = "higher", "lower"
RANKED, COURSE, PROFILE, PROSPECT = "ranked", "course", "profile", "prospect"
FEWEST_PEERS = 5
MOST_QUARTER_RANGES = 3.0
WIDE = 0.998
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


def own_reason(figures: Figures) -> str:
    """Return why the own figure of the only year is read with care, or empty."""
    columns = (*figures.numbers.items(), *figures.words.items())
    return reason_for_care({name: column[0, 0] for name, column in columns})


def beyond_peers(indicator: Indicator, figures: Figures) -> Finding | None:
    """Return a finding where the own value is outside the peers' quartiles and its interval off their median.

    Score: 1, plus the distance from the median in quartile ranges (at most 3), plus 1 where the interval of
    99.8 % excludes the median too, plus 1 where the catalogue calls the way bad.
    """
    numbers, words = figures.numbers, figures.words
    value = numbers["value"][:, 0]
    if (
        not figures.years.size
        or np.isnan(value[0])
        or words["method"][0, 0] not in RATES
        or own_reason(figures)
    ):
        return None
    # The peers of the profile, so that its median and this one are the same figure.
    is_rate = np.array([method in RATES for method in words["method"][:, 0]])
    shaky = is_rate & (numbers["denominator"][:, 0] < FEW_RESIDENTS)
    shaky |= words["status"][:, 0] == INSURER_LEVEL
    peers = value[1:][~shaky[1:] & ~np.isnan(value[1:])]
    if peers.size < FEWEST_PEERS:
        return None
    first, median, third = np.quantile(peers, [0.25, 0.5, 0.75])
    way = HIGHER if value[0] > third else LOWER if value[0] < first else ""
    if not way:
        return None
    narrow = Limits(numbers["lower"][:1, 0], numbers["upper"][:1, 0])
    level = str(benchmark_levels(narrow, _wide_limits(figures), median)[0])
    if not level.endswith(way):
        return None
    # Where most peers have none there is no measure of distance, and having some is no great thing.
    distance = abs(value[0] - median) / (third - first) if third > first else 0.0
    score = 1 + min(float(distance), MOST_QUARTER_RANGES) + (level in {MUCH_HIGHER, MUCH_LOWER})
    return Finding(
        BEYOND,
        way,
        (indicator.id,),
        indicator.topic,
        indicator.field,
        int(figures.years[0]),
        score + (way in BAD_WAY[indicator.direction]),
        {"value": float(value[0]), "first": float(first), "median": float(median), "third": float(third)},
        caution="census" if indicator.kind == "density" else "judgement",
        evidence=RANKED,
    )


def trend(indicator: Indicator, figures: Figures) -> Finding | None:
    """Return a finding where five points go one way beyond chance and most peers do not.

    Only for points at equal distances, all counted, of ten events or more; not for standardised values.
    Score: 1, plus twice the share of peers without the same trend, plus 1 where the way is bad.
    """
    last = five_points(indicator, figures)
    if last is None:
        return None
    numbers = last.numbers
    kept = firm(last)
    if not kept[0] or (numbers["numerator"][0] == numbers["denominator"][0]).any():
        return None
    ways = recent_trend(numbers["value"], numbers["lower"], numbers["upper"]).direction
    way = str(ways[0])
    if way not in {UP, DOWN}:
        return None
    peers = ways[1:][kept[1:]]
    alike = int(np.count_nonzero(peers == way))
    if peers.size and alike * 2 >= peers.size:
        return None
    score = 1 + 2 * (1 - (alike / peers.size if peers.size else 0)) + (way in BAD_WAY[indicator.direction])
    ends = {
        "first": float(numbers["value"][0, 0]),
        "last": float(numbers["value"][0, -1]),
        "first_year": float(last.years[0]),
        "alike": float(alike),
        "peers": float(peers.size),
    }
    return Finding(
        TREND,
        way,
        (indicator.id,),
        indicator.topic,
        indicator.field,
        int(last.years[-1]),
        score,
        ends,
        caution="denominators" if indicator.kind == "density" else "judgement",
        evidence=COURSE,
    )


def jump(indicator: Indicator, figures: Figures) -> Finding | None:
    """Return a finding where the last step is sudden.

    The last two counted values differ by a fifth or more, their 95 % intervals do not meet, ten events or
    more stand behind both, and the step is three times the usual one of the series. Score: 2, plus 1 where
    the way is bad.
    """
    if indicator.projection is not None or figures.years.size < FEWEST_STEPS + 1:
        return None
    counted = (figures.words["status"][0] == OBSERVED) & (figures.numbers["numerator"][0] >= FEW_EVENTS)
    own = figures.of(counted & np.array([method in RATES for method in figures.words["method"][0]]))
    if own.years.size < FEWEST_STEPS + 1 or own.years[-1] != figures.years[-1]:
        return None
    value, lower, upper = (own.numbers[name][0] for name in ("value", "lower", "upper"))
    way = UP if value[-1] > value[-2] else DOWN
    apart = lower[-1] > upper[-2] if way == UP else upper[-1] < lower[-2]
    steps = np.abs(np.diff(value))
    usual = float(np.median(steps[:-1]))
    if not apart or steps[-1] < JUMP_SHARE * value[-2] or steps[-1] < JUMP_TIMES * usual:
        return None
    return Finding(
        JUMP,
        way,
        (indicator.id,),
        indicator.topic,
        indicator.field,
        int(own.years[-1]),
        2.0 + (way in BAD_WAY[indicator.direction]),
        {"first": float(value[-2]), "last": float(value[-1]), "first_year": float(own.years[-2])},
        caution="edition",
        evidence=COURSE,
    )


def data_caution(indicator: Indicator, figures: Figures) -> Finding | None:
    """Return what hinders reading the own figure: unknown ages, an insurer's figure or an unknown insurer."""
    reason = own_reason(figures) if figures.years.size else ""
    if reason not in {UNKNOWN_AGES, INSURER_LEVEL, "insurer_unknown"}:
        return None
    year = int(figures.years[0])
    return Finding(CAUTION, reason, (indicator.id,), indicator.topic, indicator.field, year)


def _wide_limits(figures: Figures) -> Limits:
    """Return the own limits of 99.8 %, in the unit of the value."""
    numbers = {name: each[:1, 0] for name, each in figures.numbers.items()}
    count: NDArray[np.float64] = numbers["numerator"]
    if figures.words["method"][0, 0] == WILSON:
        narrow, wide = (wilson_limits(count, numbers["denominator"], level) for level in (0.95, WIDE))
    else:
        narrow, wide = count_limits(count), count_limits(count, WIDE)
    unit = numbers["upper"] / narrow.upper
    return Limits(wide.lower * unit, wide.upper * unit)
