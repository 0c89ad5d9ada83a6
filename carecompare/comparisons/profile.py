"""One municipality across many indicators, each beside the spread of its peers."""

from __future__ import annotations

from dataclasses import dataclass
from math import nan
from typing import TYPE_CHECKING

from carecompare.comparisons.comparison import reason_for_care, without_shaky_value
from carecompare.comparisons.indicator_year import NO_FIGURES
from carecompare.comparisons.judged import Judged, judged, ways
from carecompare.comparisons.peer_table import PeerTable

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import Figures, ProfileLine, ProfileRow, Role, UnjudgedLine, ValueRow


@dataclass(frozen=True)
class Profile:
    """Many indicators of the own municipality beside its peers.

    Parameters
    ----------
    rows : list of ProfileRow
        One per indicator and municipality.
    summary : dict of str to ProfileLine
        By indicator, in their order; the median leaves out figures of insurers of several municipalities.
    judged : Judged
        All figures that the differences were judged among.
    """

    rows: list[ProfileRow]
    summary: dict[str, ProfileLine]
    judged: Judged


def peer_table(
    values: Iterable[ValueRow],
    labels: Mapping[str, str],
    indicators: Sequence[Indicator],
    years: Mapping[str, int],
    peers: Sequence[str],
) -> PeerTable:
    """Return the rows of peers as a profile holds them: the same for every own municipality.

    Parameters
    ----------
    values : iterable of ValueRow
        VALUES of the indicators for the peers, any years.
    labels, indicators, years
        As for `profile`.
    peers : sequence of str
        Codes of the comparators, without the own municipality.

    Returns
    -------
    PeerTable
        One row per indicator and peer.
    """
    found = _by_place(values, years)
    return PeerTable(
        {
            each.id: [
                _row(found.get((each.id, code), NO_FIGURES), each.id, code, years, labels, "peer")
                for code in peers
            ]
            for each in indicators
        }
    )


def profile(
    values: Iterable[ValueRow],
    peers: PeerTable,
    labels: Mapping[str, str],
    indicators: Sequence[Indicator],
    years: Mapping[str, int],
    own: str,
    by: Judged | None = None,
) -> Profile:
    """Set many indicators side by side, each in its latest observed year.

    Parameters
    ----------
    values : iterable of ValueRow
        VALUES of the indicators for the own municipality, any years.
    peers : PeerTable
        From `peer_table`.
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
    rows: list[ProfileRow] = []
    lines: list[UnjudgedLine] = []
    for each in indicators:
        mine = _row(found.get((each.id, own), NO_FIGURES), each.id, own, years, labels, "own")
        rows += [mine, *peers.rows[each.id]]
        middle, known = peers.medians[each.id]
        lines.append({**mine, "median": middle, "peers": known})
    together = by or judged(lines)
    summary: dict[str, ProfileLine] = {
        line["indicator"]: {**line, "beyond": way}
        for line, way in zip(lines, ways(lines, together), strict=True)
    }
    return Profile(rows=rows, summary=summary, judged=together)


def _by_place(values: Iterable[ValueRow], years: Mapping[str, int]) -> dict[tuple[str, str], ValueRow]:
    return {
        (row["indicator"], row["area"]): row for row in values if years.get(row["indicator"]) == row["year"]
    }


def _row(
    figures: Figures,
    indicator: str,
    code: str,
    years: Mapping[str, int],
    labels: Mapping[str, str],
    role: Role,
) -> ProfileRow:
    reason = reason_for_care(figures)
    return {
        **without_shaky_value(figures, reason),
        "indicator": indicator,
        "area": code,
        "year": float(years.get(indicator, nan)),
        "name_ja": labels[code],
        "role": role,
        "reason": reason,
    }
