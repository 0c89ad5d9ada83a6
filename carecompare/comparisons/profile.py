"""One municipality across many indicators, each beside the spread of its peers."""

from __future__ import annotations

from dataclasses import dataclass
from math import isnan, nan
from statistics import median
from typing import TYPE_CHECKING

from carecompare.comparisons.comparison import reason_for_care, without_shaky_value
from carecompare.comparisons.everywhere import NO_FIGURES
from carecompare.measures.standing import against_benchmark
from carecompare.tables import INSURER_LEVEL

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.tables import Row


@dataclass(frozen=True)
class Profile:
    """Many indicators of the own municipality beside its peers.

    Parameters
    ----------
    rows : list of Row
        One per indicator and municipality: VALUES with ``name_ja``, ``role`` and ``reason``.
    summary : dict of str to Row
        By indicator, in their order: the own row with ``median`` and ``peers`` (how many have a value)
        of the others, without figures of insurers of several municipalities, and ``beyond`` (``higher``,
        ``lower``, ``similar`` or empty).
    """

    rows: list[Row]
    summary: dict[str, Row]


def profile(
    values: Iterable[Row],
    labels: Mapping[str, str],
    indicators: Sequence[Indicator],
    years: Mapping[str, int],
    own: str,
    peers: Sequence[str],
) -> Profile:
    """Set many indicators side by side, each in its latest observed year.

    Parameters
    ----------
    values : iterable of Row
        VALUES of the indicators for the own municipality and its peers, any years.
    labels : mapping of str to str
        Names by code, each meaning one place.
    indicators : sequence of Indicator
        In the order to show.
    years : mapping of str to int
        Year to show, by indicator; one that is absent was never collected.
    own : str
        Code of the own municipality.
    peers : sequence of str
        Codes of the comparators.

    Returns
    -------
    Profile
        A difference from the peers' median counts as beyond chance when the median lies outside the
        own 95 % interval (the Fingertips rule, strict) and at least ten events stand behind it.
    """
    shown = [own, *(peer for peer in peers if peer != own)]
    found = {
        (row["indicator"], row["area"]): row for row in values if years.get(row["indicator"]) == row["year"]
    }
    rows: list[Row] = []
    summary: dict[str, Row] = {}
    for each in indicators:
        year = float(years.get(each.id, nan))
        of_indicator = [
            _row(found.get((each.id, code), NO_FIGURES), each.id, code, year, labels, own) for code in shown
        ]
        others = [
            row["value"]
            for row in of_indicator[1:]
            if not isnan(row["value"]) and row["status"] != INSURER_LEVEL
        ]
        rows += of_indicator
        summary[each.id] = {
            **of_indicator[0],
            "median": median(others) if others else nan,
            "peers": len(others),
        }
    limits = ([row[name] for row in summary.values()] for name in ("lower", "upper", "median"))
    for row, beyond in zip(summary.values(), against_benchmark(*limits).tolist(), strict=True):
        row["beyond"] = "" if row["reason"] else beyond
    return Profile(rows=rows, summary=summary)


def _row(figures: Row, indicator: str, code: str, year: float, labels: Mapping[str, str], own: str) -> Row:
    return without_shaky_value(
        {
            **figures,
            "indicator": indicator,
            "area": code,
            "year": year,
            "name_ja": labels[code],
            "role": "own" if code == own else "peer",
            "reason": reason_for_care(figures),
        }
    )
