"""What an import moves, before anything is written: totals, towns, jumps, figures like those of others."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.errors import SourceError
from carecompare.sources.changes import COUNTED_AREA, FEWEST_OTHERS, LARGE_ENOUGH, LARGEST_FALL, Change
from carecompare.tables import NATION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from carecompare.sources.reading import Reading

Series = Mapping[int, pd.DataFrame]

MOVE_COLUMNS = ("file", "count", "year", "level", "area", "before_year", "before", "after")
TOWNS_SHOWN = 10
# A total may move twice as far as it ever did, and always by a twentieth.
TIMES_EVER = 2
ALWAYS_ALLOWED = 0.05
FEWEST_STEPS = 2
PREFECTURE_TIMES = 2
# More towns than this that each moved strangely are no coincidence.
MOST_STRANGE = 0.05
FEWEST_STRANGE = 20
ALIKE = 0.9


@dataclass(frozen=True)
class Jump:
    """A move beyond what the series ever did, which waits for a person's word.

    Parameters
    ----------
    kind : str
        ``total``, ``prefecture`` or ``towns``.
    file : str
        The file.
    count : str
        What is counted.
    year, before_year : int
        Of the new figures and of those they are compared with.
    area : str
        The nation or the prefecture that moved most.
    before, after : float
        Totals; for ``towns`` the number of towns at hand and of those that moved strangely.
    allowed : float
        Share by which it may move.
    """

    kind: str
    file: str
    count: str
    year: int
    before_year: int
    area: str
    before: float
    after: float
    allowed: float


def jump_error(jumps: Sequence[Jump]) -> SourceError:
    """Return the refusal of an import whose jumps nobody has agreed to: the first, and how many there are."""
    first = jumps[0]
    return SourceError(
        "figures_jump",
        file=first.file,
        count=first.count,
        year=first.year,
        base=first.before_year,
        area=first.area,
        lost=f"jump_{first.kind}",
        found=round(first.after),
        expected=round(first.before),
        more=len(jumps) - 1,
        limit=round(100 * first.allowed),
    )


def moves_of(
    pairs: pd.DataFrame,
    file: str,
    key: tuple[str, int],
    before_year: int,
    *,
    additive: bool,
) -> pd.DataFrame:
    """Return totals of nation and prefectures old and new, and the towns that moved most.

    Parameters
    ----------
    pairs : DataFrame
        From `pairs_of`.
    file : str
        The file.
    key : tuple of str and int
        Count and year.
    before_year : int
        Year of the figures before.
    additive : bool
        Whether a total is a sum; else it is the mean of the areas.

    Returns
    -------
    DataFrame
        Columns ``MOVE_COLUMNS``. Totals are of the areas that have a figure in both.
    """
    totals = _totals(pairs, additive=additive).rename_axis("area").reset_index()
    totals["level"] = np.where(totals["area"] == NATION, "nation", "prefecture")
    moved = pairs[pairs["before"] != pairs["after"]]
    # A town of ten that becomes one of twenty is nothing: the change in standard errors of two counts.
    weight = (moved["after"] - moved["before"]).abs() / np.sqrt(moved.abs().sum(axis=1) + 1)
    towns = moved.loc[weight.sort_values(ascending=False, kind="stable").index[:TOWNS_SHOWN]]
    towns = towns.rename_axis("area").reset_index().assign(level="town")
    together = pd.concat([totals, towns], ignore_index=True)
    labelled: pd.DataFrame = together.assign(file=file, count=key[0], year=key[1], before_year=before_year)
    return labelled[list(MOVE_COLUMNS)]


def jumps_of(
    series: Series, before_year: int, pairs: pd.DataFrame, file: str, key: tuple[str, int], strange: int
) -> Iterator[Jump]:
    """Yield the moves of a count that a person has to agree to, up or down.

    Parameters
    ----------
    series : mapping of int to DataFrame
        The figures of the count before, by year.
    before_year : int
        The year that is compared.
    pairs : DataFrame
        From `pairs_of`.
    file : str
        The file.
    key : tuple of str and int
        Count and year.
    strange : int
        Towns that moved otherwise than others.

    Yields
    ------
    Jump
        The nation's total beyond twice what it ever moved from one edition to the next (30 % where fewer
        than three are known), the prefecture that moved most where its total doubled or halved, and more
        strange towns than chance gives.
    """
    totals = _totals(pairs)
    allowed = _allowed(series)
    before, after = _row(totals, NATION)
    if before >= LARGE_ENOUGH and _distance(before, after) > math.log1p(allowed):
        yield Jump("total", file, *key, before_year, NATION, before, after, allowed)
    prefectures = totals.drop(index=NATION)
    large = prefectures[prefectures[["before", "after"]].max(axis=1) >= LARGE_ENOUGH]
    distances = {str(area): _distance(*_row(large, str(area))) for area in large.index}
    area = max(distances, key=lambda each: distances[each], default="")
    if area and distances[area] > math.log(PREFECTURE_TIMES):
        before, after = _row(large, area)
        yield Jump("prefecture", file, *key, before_year, area, before, after, PREFECTURE_TIMES - 1.0)
    if strange > max(FEWEST_STRANGE, MOST_STRANGE * len(pairs)):
        yield Jump("towns", file, *key, before_year, NATION, len(pairs), strange, MOST_STRANGE)


def likeness_of(
    series: Series, column: pd.DataFrame, reading: Reading, key: tuple[str, int]
) -> Iterator[Change]:
    """Yield a line where the figures are those of another year, or one multiple of them in every town.

    Parameters
    ----------
    series : mapping of int to DataFrame
        The figures of the count before, by year.
    column : DataFrame
        ``area`` and ``value`` now.
    reading : Reading
        The file.
    key : tuple of str and int
        Count and year.

    Notes
    -----
    What hardly changes from year to year, as areas do, is equal as a rule: only what was never as equal is
    news. A multiple is one factor that gives nine tenths of the larger towns to a person.
    """
    if len(series) > 1:
        steps = pairwise(sorted(series))
        usual = max(_equal(_large(pairs_of(series[one], series[other]))) for one, other in steps)
    else:
        usual = 0.0
    for year in sorted(series, reverse=True):
        if year == key[1]:
            continue
        pairs = _large(pairs_of(series[year], column))
        if len(pairs) < FEWEST_OTHERS:
            continue
        equal = _equal(pairs)
        if equal >= ALIKE and equal > usual:
            yield Change("same_as_another", reading, *key, before=year, after=round(100 * equal))
            return
        factor = float((pairs["after"] / pairs["before"]).median())
        close = (pairs["after"] - factor * pairs["before"]).abs() <= 1 + pairs["before"] / LARGE_ENOUGH**2
        if equal < ALIKE and close.mean() >= ALIKE:
            yield Change("multiple_of_another", reading, *key, before=year, after=round(factor, 4))
            return


def pairs_of(earlier: pd.DataFrame, column: pd.DataFrame) -> pd.DataFrame:
    """Return ``before`` and ``after`` of the areas that have a figure in both.

    Parameters
    ----------
    earlier, column : DataFrame
        ``area`` and ``value`` before and now.
    """
    if np.array_equal(earlier["area"].to_numpy(), column["area"].to_numpy()):
        areas = pd.Index(column["area"], name="area")
        aligned = {"before": earlier["value"].to_numpy(), "after": column["value"].to_numpy()}
        return pd.DataFrame(aligned, index=areas).dropna()
    then, now = (each.set_index("area")["value"] for each in (earlier, column))
    return pd.concat([then, now], axis=1, keys=["before", "after"], join="inner").dropna()


def _totals(pairs: pd.DataFrame, *, additive: bool = True) -> pd.DataFrame:
    """Return sums (or means) by prefecture and of the nation, without sums that publishers add."""
    prefectures = np.array([_prefecture(area) for area in pairs.index.to_numpy(dtype=object)], dtype=int)
    counted = prefectures > 0
    sizes = np.bincount(prefectures[counted])
    held = np.flatnonzero(sizes)
    wider = {}
    for name in ("before", "after"):
        values = pairs[name].to_numpy(dtype=float)[counted]
        sums = np.bincount(prefectures[counted], weights=values)[held]
        nation = values.sum() if additive else values.mean() if len(values) else 0.0
        wider[name] = np.concatenate([[nation], sums if additive else sums / sizes[held]])
    return pd.DataFrame(wider, index=pd.Index([NATION, *(f"{each:02}" for each in held)], dtype="str"))


@lru_cache(maxsize=8192)
def _prefecture(area: str) -> int:
    """Return the prefecture of a municipality or insurer; zero for sums that publishers add."""
    found = re.match(COUNTED_AREA, area)
    return int(found[1]) if found else 0


def _allowed(series: Series) -> float:
    steps = []
    for one, other in pairwise(sorted(series)):
        before, after = _row(_totals(pairs_of(series[one], series[other])), NATION)
        if before > 0 and after > 0:
            steps.append(math.expm1(_distance(before, after)))
    if len(steps) < FEWEST_STEPS:
        return LARGEST_FALL / (1 - LARGEST_FALL)
    return max(ALWAYS_ALLOWED, TIMES_EVER * max(steps))


def _row(totals: pd.DataFrame, area: str) -> tuple[float, float]:
    return float(totals["before"][area]), float(totals["after"][area])


def _distance(before: float, after: float) -> float:
    # A balance may be below zero, where no ratio is.
    return abs(math.log((max(after, 0.0) + 1) / (max(before, 0.0) + 1)))


def _large(pairs: pd.DataFrame) -> pd.DataFrame:
    return pairs[pairs.min(axis=1) >= LARGE_ENOUGH]


def _equal(pairs: pd.DataFrame) -> float:
    return float((pairs["before"] == pairs["after"]).mean()) if len(pairs) else 0.0
