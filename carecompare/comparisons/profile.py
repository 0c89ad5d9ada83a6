"""One municipality across many indicators, each beside the spread of its peers."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from carecompare.comparisons.beside import Beside
from carecompare.comparisons.comparison import reason_for_care, without_shaky_value
from carecompare.comparisons.everywhere import NO_FIGURES
from carecompare.comparisons.judged import Judged, judged, ways

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
    judged : Judged
        All figures that the differences were judged among.
    """

    rows: list[Row]
    summary: dict[str, Row]
    judged: Judged


def peer_rows(
    values: Iterable[Row],
    labels: Mapping[str, str],
    indicators: Sequence[Indicator],
    years: Mapping[str, int],
    peers: Sequence[str],
) -> Beside:
    """Return the rows of peers as a profile holds them: whoever they stand beside, they are the same.

    Parameters
    ----------
    values : iterable of Row
        VALUES of the indicators for the peers, any years.
    labels, indicators, years
        As for `profile`.
    peers : sequence of str
        Codes of the comparators, without the own municipality.

    Returns
    -------
    Beside
        One row per indicator and peer.
    """
    found = _by_place(values, years)
    return Beside(
        {
            each.id: [
                _row(found.get((each.id, code), NO_FIGURES), each.id, code, years, labels, "peer")
                for code in peers
            ]
            for each in indicators
        }
    )


def profile(
    values: Iterable[Row],
    beside: Beside,
    labels: Mapping[str, str],
    indicators: Sequence[Indicator],
    years: Mapping[str, int],
    own: str,
    by: Judged | None = None,
) -> Profile:
    """Set many indicators side by side, each in its latest observed year.

    Parameters
    ----------
    values : iterable of Row
        VALUES of the indicators for the own municipality, any years.
    beside : Beside
        From `peer_rows`.
    labels : mapping of str to str
        Names by code, each meaning one place.
    indicators : sequence of Indicator
        In the order to show.
    years : mapping of str to int
        Year to show, by indicator; one that is absent was never collected.
    own : str
        Code of the own municipality.
    by : Judged or None
        All figures of the municipality, where these are some of them.

    Returns
    -------
    Profile
        A difference from the peers' median counts as beyond chance when it does among all figures judged
        together (`judged`), and at least ten events stand behind it.
    """
    found = _by_place(values, years)
    rows: list[Row] = []
    summary: dict[str, Row] = {}
    for each in indicators:
        mine = _row(found.get((each.id, own), NO_FIGURES), each.id, own, years, labels, "own")
        rows += [mine, *beside.rows[each.id]]
        middle, known = beside.medians[each.id]
        summary[each.id] = {**mine, "median": middle, "peers": known}
    lines = list(summary.values())
    together = by or judged(lines)
    for row, way in zip(lines, ways(lines, together), strict=True):
        row["beyond"] = way
    return Profile(rows=rows, summary=summary, judged=together)


def _by_place(values: Iterable[Row], years: Mapping[str, int]) -> dict[tuple[str, str], Row]:
    return {
        (row["indicator"], row["area"]): row for row in values if years.get(row["indicator"]) == row["year"]
    }


def _row(
    figures: Row, indicator: str, code: str, years: Mapping[str, int], labels: Mapping[str, str], role: str
) -> Row:
    return without_shaky_value(
        {
            **figures,
            "indicator": indicator,
            "area": code,
            "year": float(years.get(indicator, nan)),
            "name_ja": labels[code],
            "role": role,
            "reason": reason_for_care(figures),
        }
    )
