"""What each strip shows, as shares of its own length from zero (or its lowest) to its highest."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts.parts.band_parts import PEER_COLUMNS
from carecompare.charts.parts.spacing import axis_span
from carecompare.charts.parts.tooltips import TOOLTIP_COLUMNS, tooltip_words
from carecompare.measures.standing import spread
from carecompare.tables import INSURER_LEVEL, MISSING
from carecompare.text.chart_words import silence
from carecompare.text.format import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.measures.standing import Spread
    from carecompare.rows import NamedRow, PeerSpread


ROW_PX = 46
HEADER_PX = 24
NAN = math.nan


class Strip(NamedTuple):
    """One indicator. Positions are shares of the strip's length, None where there is nothing to draw."""

    indicator: str
    y: int
    name: str
    figure: str
    unit: str
    silent: bool
    hollow: bool
    shape: str
    own: float | None
    lower: float | None
    upper: float | None
    is_cut: bool
    band_start: float | None
    band_end: float | None
    middle_start: float | None
    middle_end: float | None
    median: float | None
    median_figure: str
    lowest_at: float | None
    lowest: str
    highest_at: float | None
    highest: str
    zero: float | None
    begin: float
    end: float


class PeersOnStrip(NamedTuple):
    """The peers of one indicator: whoever stands beside them, they say the same.

    Parameters
    ----------
    many : int
        How many have a figure.
    spread : Spread
        Of their figures.
    text : str
        One line for each: `PEER_COLUMNS` and the tooltip.
    """

    many: int
    spread: Spread
    text: str


PEERS_HEADER = "\t".join((*PEER_COLUMNS, *TOOLTIP_COLUMNS))
NO_PEERS = PeersOnStrip(0, spread(()), "")


def peers_on_strips(
    peers: Iterable[NamedRow], indicators: Iterable[Indicator], middles: Mapping[str, PeerSpread]
) -> dict[str, PeersOnStrip]:
    """Return the peers by indicator.

    Parameters
    ----------
    peers : iterable of NamedRow
        Of these indicators.
    indicators : iterable of Indicator
        In the order to show.
    middles : mapping of str to PeerSpread
        Quartiles and median of the figures that can be compared. Every figure has its tick.
    """
    known = {each.id: each for each in indicators}
    of: dict[str, list[NamedRow]] = {name: [] for name in known}
    for peer in peers:
        if not math.isnan(peer["value"]):
            of[peer["indicator"]].append(peer)
    return {name: _on_strip(rows, known[name], middles[name]) for name, rows in of.items()}


def _on_strip(peers: Sequence[NamedRow], indicator: Indicator, middle: PeerSpread) -> PeersOnStrip:
    ends = spread([row["value"] for row in peers])
    return PeersOnStrip(
        len(peers),
        ends._replace(first=middle["first"], median=middle["median"], third=middle["third"]),
        "\n".join(_line(row, indicator) for row in peers),
    )


def _line(peer: NamedRow, indicator: Indicator) -> str:
    words = tooltip_words(peer, indicator)
    return "\t".join((indicator.id, str(peer["value"]), *map(words.__getitem__, TOOLTIP_COLUMNS)))


def strip_rows(
    own: Iterable[NamedRow], peers: Mapping[str, PeersOnStrip], indicators: Sequence[Indicator]
) -> list[Strip]:
    """Return one `Strip` for each indicator.

    Parameters
    ----------
    own : iterable of NamedRow
        Of the own municipality.
    peers : mapping of str to PeersOnStrip
        From `peers_on_strips`.
    indicators : sequence of Indicator
        In the order to show; one without rows is shown as having no figure.

    Returns
    -------
    list of Strip
        A strip starts at zero, or at the lowest value shown where that is below zero, and ends at the
        highest, or where the own interval ends, at most a quarter further. The middle half needs four peers.
    """
    mine = {row["indicator"]: row for row in own}
    return [
        _strip(mine.get(each.id), peers.get(each.id, NO_PEERS), each, HEADER_PX + place * ROW_PX)
        for place, each in enumerate(indicators)
    ]


def _strip(own: NamedRow | None, peers: PeersOnStrip, indicator: Indicator, y: int) -> Strip:
    value, lower, upper = (own["value"], own["lower"], own["upper"]) if own else (NAN, NAN, NAN)
    status, reason = (own["status"], own["reason"]) if own else (MISSING, "")
    is_silent = math.isnan(value)
    of_peers = peers.spread
    everyone = [each for each in (of_peers.lowest, of_peers.highest, value) if not math.isnan(each)]
    lowest, highest = min(everyone, default=NAN), max(everyone, default=NAN)
    begin, end = axis_span(everyone, [upper])

    def share(place: float) -> float | None:
        return None if math.isnan(place) else (place - begin) / (end - begin)

    is_cut = upper > end
    shown_upper = end if is_cut else upper
    return Strip(
        indicator=indicator.id,
        y=y,
        name=indicator.name_ja,
        figure=silence(status, reason) if is_silent else figure(value, indicator),
        unit="" if is_silent else indicator.unit_ja,
        silent=is_silent,
        hollow=reason != "",
        shape="square" if status == INSURER_LEVEL else "circle",
        own=share(value),
        lower=share(lower),
        upper=share(shown_upper),
        is_cut=is_cut,
        band_start=share(of_peers.lowest),
        band_end=share(of_peers.highest),
        middle_start=share(of_peers.first),
        middle_end=share(of_peers.third),
        median=share(of_peers.median),
        median_figure=figure(of_peers.median, indicator),
        lowest_at=share(lowest),
        lowest=figure(lowest, indicator),
        highest_at=share(highest),
        highest=figure(highest, indicator) if highest > lowest else "",
        zero=share(0.0) if begin < 0 else None,
        begin=begin,
        end=end,
    )
