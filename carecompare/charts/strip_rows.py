"""What each strip shows, as shares of its own length from zero (or its lowest) to its highest."""

from __future__ import annotations

import math
from statistics import median as median_of
from statistics import quantiles
from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts.spacing import axis_span
from carecompare.tables import INSURER_LEVEL, MISSING
from carecompare.text.chart_words import silence
from carecompare.text.format import figure

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carecompare.catalog import Indicator
    from carecompare.tables import Row

ROW_PX = 40
HEADER_PX = 24
FEWEST_FOR_MIDDLE_HALF = 4
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


def strip_rows(rows: Iterable[Row], indicators: Sequence[Indicator]) -> list[Strip]:
    """Return one `Strip` for each indicator.

    Parameters
    ----------
    rows : iterable of Row
        Keys ``indicator``, ``role``, ``value``, ``lower``, ``upper``, ``status``, ``reason``.
    indicators : sequence of Indicator
        In the order to show; one without rows is shown as having no figure.

    Returns
    -------
    list of Strip
        A strip starts at zero, or at the lowest value shown where that is below zero, and ends at the
        highest, or where the own interval ends, at most a quarter further. The middle half needs four peers.
    """
    own: dict[str, Row] = {}
    peers: dict[str, list[float]] = {each.id: [] for each in indicators}
    for row in rows:
        if row["role"] == "own":
            own.setdefault(row["indicator"], row)
        elif row["role"] == "peer" and row["indicator"] in peers and not math.isnan(row["value"]):
            peers[row["indicator"]].append(row["value"])
    nothing: Row = {"value": NAN, "lower": NAN, "upper": NAN, "status": MISSING, "reason": ""}
    return [
        _strip(own.get(each.id, nothing), peers[each.id], each, HEADER_PX + place * ROW_PX)
        for place, each in enumerate(indicators)
    ]


def _strip(own: Row, peers: Sequence[float], indicator: Indicator, y: int) -> Strip:
    value, lower, upper = own["value"], own["lower"], own["upper"]
    is_silent = math.isnan(value)
    everyone = [*peers] if is_silent else [*peers, value]
    lowest, highest = min(everyone, default=NAN), max(everyone, default=NAN)
    begin, end = axis_span(everyone, [upper])

    def share(place: float) -> float | None:
        return None if math.isnan(place) else (place - begin) / (end - begin)

    first, _, third = quantiles(peers, method="inclusive") if _has_half(peers) else [NAN] * 3
    median = median_of(peers) if peers else NAN
    is_cut = upper > end
    shown_upper = end if is_cut else upper
    return Strip(
        indicator=indicator.id,
        y=y,
        name=indicator.name_ja,
        figure=silence(own["status"], own["reason"]) if is_silent else figure(value, indicator),
        unit="" if is_silent else indicator.unit_ja,
        silent=is_silent,
        hollow=own["reason"] != "",
        shape="square" if own["status"] == INSURER_LEVEL else "circle",
        own=share(value),
        lower=share(lower),
        upper=share(shown_upper),
        is_cut=is_cut,
        band_start=share(min(peers, default=NAN)),
        band_end=share(max(peers, default=NAN)),
        middle_start=share(first),
        middle_end=share(third),
        median=share(median),
        median_figure=figure(median, indicator),
        lowest_at=share(_least(lowest, lower)),
        lowest=figure(lowest, indicator),
        highest_at=share(-_least(-highest, -shown_upper)),
        highest=figure(highest, indicator),
        zero=share(0.0) if begin < 0 else None,
        begin=begin,
        end=end,
    )


def _has_half(peers: Sequence[float]) -> bool:
    return len(peers) >= FEWEST_FOR_MIDDLE_HALF


def _least(*values: float) -> float:
    return min((value for value in values if not math.isnan(value)), default=NAN)
