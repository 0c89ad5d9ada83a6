"""What the peers' figures say beside any municipality: made once for a set of peers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.comparison import comparable
from carecompare.comparisons.few import FEW_RESIDENTS, RATES
from carecompare.comparisons.years.trends import WITH_TREND, counted_years, firm_points, last_five, ways

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import Direction, ValueRow

FEWEST_PEERS = 5
QUARTERS = (0.25, 0.5, 0.75)


@dataclass(frozen=True)
class PeerFigures:
    """The peers of a municipality, by indicator.

    Parameters
    ----------
    known : frozenset of str
        Indicators of which a peer has a row in the latest year.
    quartiles : mapping of str to tuple of float
        First quartile, median and third of the latest year, where five peers or more have a value.
    counted : mapping of str to set of int
        Years counted for any of them.
    last_year : mapping of str to int
        Of any row.
    ways : mapping of (str, tuple of int) to sequence of Direction
        Where the firm series of the peers go, over the last five years that were counted.
    """

    known: frozenset[str]
    quartiles: Mapping[str, tuple[float, float, float]]
    counted: Mapping[str, set[int]]
    last_year: Mapping[str, int]
    ways: Mapping[tuple[str, tuple[int, ...]], Sequence[Direction]]


def peer_figures(
    peers: Sequence[Mapping[str, Sequence[ValueRow]]],
    indicators: Iterable[Indicator],
    latest: Mapping[str, int],
) -> PeerFigures:
    """Return what the rules of the findings ask of the peers.

    Parameters
    ----------
    peers : sequence of mapping of str to sequence of ValueRow
        VALUES of each peer by indicator, each by year.
    indicators : iterable of Indicator
        What is looked at.
    latest : mapping of str to int
        Latest observed year by indicator.

    Returns
    -------
    PeerFigures
        The quartiles are those of the profile: without figures of insurers, of a part of the
        institutions, and without those that fewer than a hundred residents stand behind.
    """
    now: dict[str, list[ValueRow]] = {}
    counted: dict[str, set[int]] = {}
    last_year: dict[str, int] = {}
    firm: dict[tuple[str, tuple[int, ...]], list[list[ValueRow]]] = {}
    for each in indicators:
        name = each.id
        many = [series for peer in peers if (series := peer.get(name))]
        if not many or name not in latest:
            continue
        now[name] = [row for series in many for row in series if row["year"] == latest[name]]
        counted[name] = set().union(*map(counted_years, many))
        last_year[name] = max(series[-1]["year"] for series in many)
        if each.kind in WITH_TREND and (years := last_five(counted[name], each)):
            firm[name, years] = [points for series in many if (points := firm_points(series, years))]
    found = iter(ways([points for many_points in firm.values() for points in many_points]))
    return PeerFigures(
        known=frozenset(name for name, rows in now.items() if rows),
        quartiles=_quartiles(now),
        counted=counted,
        last_year=last_year,
        ways={key: [next(found) for _ in many_points] for key, many_points in firm.items()},
    )


def _quartiles(now: Mapping[str, Sequence[ValueRow]]) -> dict[str, tuple[float, float, float]]:
    by_size: dict[int, dict[str, list[float]]] = {}
    for name, rows in now.items():
        values = comparable(row for row in rows if not _rests_on_few(row))
        if len(values) >= FEWEST_PEERS:
            by_size.setdefault(len(values), {})[name] = values
    return {
        name: tuple(cuts)
        for values_of in by_size.values()
        for name, cuts in zip(
            values_of, np.quantile(list(values_of.values()), QUARTERS, axis=1).T.tolist(), strict=True
        )
    }


def _rests_on_few(row: ValueRow) -> bool:
    return row["method"] in RATES and row["denominator"] < FEW_RESIDENTS
