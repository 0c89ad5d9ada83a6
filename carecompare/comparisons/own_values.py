"""A town's own figures beside the published ones and the spread of its peers, and never among them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from carecompare.comparisons.comparison import comparable, reason_for_care, without_shaky_value
from carecompare.measures.standing import spread
from carecompare.rows import OwnValue
from carecompare.tables import PROJECTED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.rows import Figures, ValueRow
    from carecompare.tables import Status


def own_values(
    figures: Iterable[tuple[str, int, float]], rows: Iterable[ValueRow], own: str, peers: Sequence[str]
) -> list[OwnValue]:
    """Set own figures beside published ones.

    Parameters
    ----------
    figures : iterable of tuple of str, int and float
        Indicator, year and value of each own figure.
    rows : iterable of ValueRow
        VALUES of these indicators for the own municipality and its peers, any years.
    own : str
        Code of the own municipality.
    peers : sequence of str
        Codes of the comparators.

    Returns
    -------
    list of OwnValue
        In the order given. The own figures change nothing of what is computed from the published ones; the
        figure of an insurer of several municipalities is not among the peers', nor what is known in part.
    """
    published: dict[tuple[str, str, int], Figures] = {}
    own_years: dict[str, dict[int, Status]] = {}
    for row in rows:
        shown = without_shaky_value(row, reason_for_care(row))
        published[row["indicator"], row["area"], row["year"]] = shown
        if row["area"] == own and not math.isnan(shown["value"]):
            own_years.setdefault(row["indicator"], {})[row["year"]] = row["status"]
    others = [code for code in dict.fromkeys(peers) if code != own]
    found = []
    for item, year, value in figures:
        beside_year = _beside(year, own_years.get(item, {}))
        stands = published.get((item, own, beside_year))
        at_peers = (published.get((item, code, beside_year)) for code in others)
        beside = comparable(row for row in at_peers if row is not None)
        found.append(
            OwnValue(
                item,
                year,
                value,
                stands["value"] if stands else math.nan,
                beside_year or math.nan,
                stands["status"] if stands and not math.isnan(stands["value"]) else "",
                len(beside),
                *spread(beside),
            )
        )
    return found


def _beside(year: int, known: Mapping[int, Status]) -> int:
    """Return the year to set a figure beside: the same, else the nearest observed, else the nearest, or 0."""
    if year in known:
        return year
    observed = [each for each, status in known.items() if status != PROJECTED]
    return min(observed or known, key=lambda each: (abs(each - year), -each), default=0)


def observed(values: Iterable[ValueRow]) -> dict[str, dict[int, float]]:
    """Return the figures of one municipality that are no projections.

    Parameters
    ----------
    values : iterable of ValueRow
        VALUES of one area.

    Returns
    -------
    dict of str to dict of int to float
        By indicator and year, without missing ones.
    """
    found: dict[str, dict[int, float]] = {}
    for row in values:
        if not math.isnan(row["value"]) and row["status"] != PROJECTED:
            found.setdefault(row["indicator"], {})[row["year"]] = row["value"]
    return found
