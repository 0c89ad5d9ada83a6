"""A group of indicators as officials know it from 財政比較分析表, with its uncertainty: one row each."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts import theme
from carecompare.charts.parts.band_parts import PEER_COLUMNS
from carecompare.charts.parts.screens import NO_AXIS_PX, in_screens
from carecompare.charts.parts.spacing import text_width_px
from carecompare.charts.parts.tooltips import tooltip_words
from carecompare.charts.plan import filled
from carecompare.charts.sheet.plan import FIGURE_PX, MARGIN_PX, sheet_strips_plan
from carecompare.charts.sheet.rows import HEADER_PX, ROW_PX, sheet_rows
from carecompare.tables import INSURER_LEVEL
from carecompare.text.chart_words import figure_with_unit
from carecompare.text.topics import sheet_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture
    from carecompare.charts.sheet.rows import SheetRow
    from carecompare.rows import ProfileRow, SheetLine


NAME_LIMIT_PX = 210
# So many ticks still stand apart; of more, the band tells all there is to see.
MOST_TICKS = 60


class PeerTicks(NamedTuple):
    """The peers of one indicator: how many, and a line of `PEER_COLUMNS`, name and figure for each."""

    many: int
    text: str


TICKS_HEADER = "\t".join((*PEER_COLUMNS, "name", "figure"))
NO_TICKS = PeerTicks(0, "")


def peer_ticks(peers: Iterable[ProfileRow], indicators: Iterable[Indicator]) -> dict[str, PeerTicks]:
    """Return the ticks of peers by indicator: beside any municipality they are the same.

    Parameters
    ----------
    peers : iterable of ProfileRow
        Figures of insurers are left out.
    indicators : iterable of Indicator
        Of all the rows.
    """
    known = {each.id: each for each in indicators}
    lines: dict[str, list[str]] = {name: [] for name in known}
    for peer in peers:
        if not math.isnan(peer["value"]) and peer["status"] != INSURER_LEVEL:
            indicator = known[peer["indicator"]]
            figure = figure_with_unit(peer["value"], indicator)
            lines[indicator.id].append("\t".join((indicator.id, str(peer["value"]), peer["name_ja"], figure)))
    return {name: PeerTicks(len(of_it), "\n".join(of_it)) for name, of_it in lines.items()}


def sheet_strips(
    lines: Sequence[SheetLine],
    peers: Mapping[str, PeerTicks],
    indicators: Sequence[Indicator],
    units: Mapping[str, str],
) -> Picture:
    """Return a row for each indicator: the own municipality on the strip of its peers, ranks and gaps beside.

    Parameters
    ----------
    lines : sequence of SheetLine
        Of the own municipality.
    peers : mapping of str to PeerTicks
        From `peer_ticks`.
    indicators : sequence of Indicator
        One per line.
    units : mapping of str to str
        What the numerator of each indicator counts.

    Returns
    -------
    Picture
        On a phone the words stand above the strip, and ranks, trends and gaps are left to the table.
    """
    rows = sheet_rows(lines, indicators, units)
    ticks = [peers.get(each.id, NO_TICKS) for each in indicators]
    lines_of_ticks = [each.text for each in ticks if each.many]
    is_crowd = sum(each.many for each in ticks) > MOST_TICKS * max(len(rows), 1)
    datasets: dict[str, str | list[dict[str, object]]] = {
        "rows": [each._asdict() for each in rows],
        "ticks": "\n".join([TICKS_HEADER, *lines_of_ticks]) if lines_of_ticks and not is_crowd else [],
        "own": [
            {
                "at": row.own,
                "y": row.y,
                "fill": row.fill,
                "edge": row.edge,
                "shape": row.shape,
                **tooltip_words(line, each),
                "tooltip_rank": row.rank,
                "tooltip_trend": sheet_words.trend(line),
            }
            for row, line, each in zip(rows, lines, indicators, strict=True)
            if row.own is not None
        ],
        "headings": [
            {
                "own": next((line["name_ja"] for line in lines), ""),
                "median": sheet_words.MEDIAN,
                "rank": sheet_words.RANK,
                "trend": sheet_words.TREND,
                "gap": sheet_words.GAP,
            }
        ],
    }
    return filled(sheet_strips_plan(), datasets, _widths_px(rows), HEADER_PX + ROW_PX * max(len(rows), 1))


def sheet_screens(
    lines: Sequence[SheetLine],
    ticks: Mapping[str, PeerTicks],
    indicators: Sequence[Indicator],
    units: Mapping[str, str],
    height_px: int,
) -> list[Picture]:
    """Return the strips of a sheet in pictures of at most so many pixels."""
    together = list(zip(lines, indicators, strict=True))
    return [
        sheet_strips([line for line, _ in piece], ticks, [each for _, each in piece], units)
        for piece in in_screens(together, (height_px + NO_AXIS_PX - HEADER_PX) // ROW_PX)
    ]


def _widths_px(rows: Sequence[SheetRow]) -> dict[str, int]:
    small = theme.SMALL_TEXT_PX
    value_px = _widest((row.figure for row in rows if row.own is not None), FIGURE_PX)
    silence_px = _widest((row.figure for row in rows if row.own is None), theme.TEXT_PX)
    longest_px = _widest((row.name for row in rows), theme.TEXT_PX)
    return {
        "longest_px": longest_px,
        "name_px": min(longest_px, NAME_LIMIT_PX),
        "end_px": _widest((text for row in rows for text in (row.start_figure, row.end_figure)), small)
        + MARGIN_PX,
        "figure_px": max(value_px, silence_px),
        "value_px": value_px,
        "silence_px": silence_px,
        "unit_px": _widest((row.unit for row in rows), small),
        "median_px": _widest((*(row.median_figure for row in rows), sheet_words.MEDIAN), theme.TEXT_PX),
        "rank_px": _widest((*(row.rank for row in rows), sheet_words.RANK), small),
        "gap_px": _widest((*(row.gap for row in rows), sheet_words.GAP), small),
    }


def _widest(texts: Iterable[str], size_px: float) -> int:
    return round(max((text_width_px(text, size_px) for text in texts), default=0.0))
