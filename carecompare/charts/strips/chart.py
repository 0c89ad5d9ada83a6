"""One municipality across many indicators: its place on the strip of its peers, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.charts import theme
from carecompare.charts.parts.screens import NO_AXIS_PX, in_screens
from carecompare.charts.parts.spacing import text_width_px
from carecompare.charts.parts.tooltips import tooltip_words
from carecompare.charts.plan import filled
from carecompare.charts.strips.plan import FIGURE_PX, MARGIN_PX, strips_plan
from carecompare.charts.strips.rows import HEADER_PX, NO_PEERS, PEERS_HEADER, ROW_PX, strip_rows
from carecompare.text.words import COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture
    from carecompare.charts.strips.rows import PeersOnStrip, Strip
    from carecompare.rows import NamedRow, ProfileLine


NAME_LIMIT_PX = 230
CROWD = 30


def strips(
    own: Sequence[NamedRow], peers: Mapping[str, PeersOnStrip], indicators: Sequence[Indicator]
) -> Picture:
    """Return one strip for each indicator: peers as a band, the own municipality as a mark on it.

    Parameters
    ----------
    own : sequence of NamedRow
        Of the own municipality.
    peers : mapping of str to PeersOnStrip
        From `peers_on_strips`.
    indicators : sequence of Indicator
        In the order to show.

    Returns
    -------
    Picture
        Every strip starts at zero; where a figure is below it, at the lowest, with a mark at zero. The light
        band runs from the lowest to the highest peer, the darker one is their middle half, the upright mark
        their median; the words at the ends are the lowest and the highest figure shown.
    """
    placed = strip_rows(own, peers, indicators)
    beside = [peers.get(each.id, NO_PEERS) for each in indicators]
    lines = [each.text for each in beside if each.many]
    datasets: dict[str, str | list[dict[str, object]]] = {
        "strips": [
            {**each._asdict(), "start": 0, "stop": 1, "ink": theme.QUIET if each.silent else theme.OWN}
            for each in placed
        ],
        "headings": [{"own": next((row["name_ja"] for row in own), ""), "median": COLUMN["median"]}],
        "own": _marks(own, placed, indicators),
        "peers": "\n".join([PEERS_HEADER, *lines]) if lines else [],
    }
    is_crowd = max((each.many for each in beside), default=0) > CROWD
    height_px = HEADER_PX + ROW_PX * max(len(indicators), 1)
    return filled(strips_plan(is_crowd=is_crowd), datasets, _widths_px(placed), height_px)


def strips_screens(
    own: Sequence[ProfileLine],
    peers: Mapping[str, PeersOnStrip],
    indicators: Sequence[Indicator],
    height_px: int,
) -> list[Picture]:
    """Return the strips in pictures of at most so many pixels."""
    pieces = in_screens(indicators, (height_px + NO_AXIS_PX - HEADER_PX) // ROW_PX)
    names = [{each.id for each in piece} for piece in pieces]
    return [
        strips([row for row in own if row["indicator"] in shown], peers, piece)
        for piece, shown in zip(pieces, names, strict=True)
    ]


def _marks(
    own: Iterable[NamedRow], strips_placed: Sequence[Strip], indicators: Sequence[Indicator]
) -> list[dict[str, object]]:
    """Return the own municipality at its places, with its tooltips."""
    strip_of = {each.id: (each, strip) for each, strip in zip(indicators, strips_placed, strict=True)}
    return [
        {
            "at": strip.own,
            "y": strip.y,
            "hollow": strip.hollow,
            "shape": strip.shape,
            "fill": theme.PAPER if strip.hollow else theme.OWN,
            "edge": theme.OWN if strip.hollow else theme.PAPER,
            **tooltip_words(row, indicator),
        }
        for row in own
        for indicator, strip in [strip_of[row["indicator"]]]
        if strip.own is not None
    ]


def _widths_px(placed: Sequence[Strip]) -> dict[str, int]:
    """Return how wide the columns of words are."""
    small = theme.SMALL_TEXT_PX
    ends = [text for each in placed for text in (each.lowest, each.highest)]
    value_px = _widest((each.figure for each in placed if not each.silent), FIGURE_PX)
    silence_px = _widest((each.figure for each in placed if each.silent), theme.TEXT_PX)
    longest_px = _widest((each.name for each in placed), theme.TEXT_PX)
    return {
        "longest_px": longest_px,
        "name_px": min(longest_px, NAME_LIMIT_PX),
        "end_px": _widest(ends, small) + MARGIN_PX,
        "figure_px": max(value_px, silence_px),
        "value_px": value_px,
        "silence_px": silence_px,
        "unit_px": _widest((each.unit for each in placed), small),
        "median_px": _widest([COLUMN["median"]], small) + MARGIN_PX,
    }


def _widest(texts: Iterable[str], size_px: float) -> int:
    return round(max((text_width_px(text, size_px) for text in texts), default=0.0))
