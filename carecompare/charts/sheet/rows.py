"""What each row of the sheet shows: words, and places as shares of the strip from end to end."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from carecompare.charts import theme
from carecompare.tables import INCOMPLETE, INSURER_LEVEL
from carecompare.text.chart_words import silence
from carecompare.text.format import edge_word, figure
from carecompare.text.topics import sheet_words
from carecompare.text.words import BEYOND

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.rows import SheetLine


ROW_PX = 36
HEADER_PX = 26
# A whisker may pass the ends of the strip by this share of it; beyond, it is cut and ends in an arrow.
LONGEST_WHISKER = 0.25
NAN = math.nan


class SheetRow(NamedTuple):
    """One indicator. Places are shares of the strip, None where there is nothing to draw."""

    indicator: str
    y: int
    name: str
    figure: str
    ink: str
    weight: str
    unit: str
    own: float | None
    fill: str
    edge: str
    shape: str
    lower: float | None
    upper: float | None
    cut_below: float | None
    cut_above: float | None
    band_start: float | None
    band_end: float | None
    middle_start: float | None
    middle_end: float | None
    median: float | None
    prefecture: float | None
    nation: float | None
    start_figure: str
    end_figure: str
    median_figure: str
    rank: str
    rank_ink: str
    trend: str
    gap: str
    gap_weight: str
    gap_ink: str
    begin: float
    end: float
    start: int = 0
    stop: int = 1


def sheet_rows(
    lines: Sequence[SheetLine], indicators: Sequence[Indicator], units: Mapping[str, str]
) -> list[SheetRow]:
    """Return one `SheetRow` for each line.

    Parameters
    ----------
    lines : sequence of SheetLine
        Of the own municipality.
    indicators : sequence of Indicator
        One per line.
    units : mapping of str to str
        What the numerator of each indicator counts.

    Returns
    -------
    list of SheetRow
        A strip runs from the lowest to the highest figure of own, peers, prefecture and nation, longer by a
        quarter at most where the own interval is.
    """
    return [
        _row(line, each, units.get(each.id, ""), HEADER_PX + place * ROW_PX)
        for place, (line, each) in enumerate(zip(lines, indicators, strict=True))
    ]


def _row(line: SheetLine, indicator: Indicator, unit: str, y: int) -> SheetRow:
    value, reason = line["value"], line["reason"]
    # The total of a prefecture is no mean of its municipalities, nor is the density of some institutions.
    is_mean = indicator.denominator or indicator.kind != "amount"
    prefecture, nation = (
        line[name]["value"] if is_mean and line[name]["method"] != INCOMPLETE else NAN
        for name in ("prefecture", "nation")
    )
    known = [line["lowest"], line["highest"], value]
    begin, end = _span([*known, prefecture, nation], line["lower"], line["upper"])

    def share(place: float) -> float | None:
        if math.isnan(place):
            return None
        return 0.0 if place <= begin else 1.0 if place >= end else (place - begin) / (end - begin)

    is_silent = math.isnan(value)
    is_firm = not is_silent and not reason
    differing = {each for each in (*known, prefecture, nation) if not math.isnan(each)}
    has_ends = len(differing) > 1
    is_beyond = line["beyond"] in {"higher", "lower"}
    gap = sheet_words.gap(line["gap"], unit) or (BEYOND[line["beyond"]] if is_beyond else "")
    return SheetRow(
        indicator=indicator.id,
        y=y,
        name=indicator.name_ja,
        figure=edge_word(line) or silence(line["status"], reason) if is_silent else figure(value, indicator),
        ink=theme.QUIET if is_silent else theme.OWN if is_firm else theme.DARK,
        weight="normal" if is_silent else "bold",
        unit="" if is_silent or indicator.is_a_year else indicator.unit_ja,
        own=share(value),
        fill=theme.OWN if is_firm else theme.PAPER,
        edge=theme.PAPER if is_firm else theme.DARK,
        shape="square" if line["status"] == INSURER_LEVEL else "circle",
        lower=share(line["lower"]) if not is_silent else None,
        upper=share(line["upper"]) if not is_silent else None,
        cut_below=0.0 if not is_silent and line["lower"] < begin else None,
        cut_above=1.0 if not is_silent and line["upper"] > end else None,
        band_start=share(line["lowest"]),
        band_end=share(line["highest"]),
        middle_start=None if indicator.is_a_year else share(line["first"]),
        middle_end=None if indicator.is_a_year else share(line["third"]),
        median=None if indicator.is_a_year else share(line["median"]),
        prefecture=share(prefecture),
        nation=share(nation),
        start_figure=figure(begin, indicator) if has_ends else "",
        end_figure=figure(end, indicator) if has_ends else "",
        median_figure="" if indicator.is_a_year else figure(line["median"], indicator),
        rank=sheet_words.placed(line),
        rank_ink=theme.INK if line["rank"] > 0 else theme.QUIET,
        trend=sheet_words.TRENDS.get(line["trend"], ""),
        gap=gap,
        gap_weight="bold" if is_beyond else "normal",
        gap_ink=theme.INK if is_beyond else theme.QUIET,
        begin=begin,
        end=end,
    )


def _span(figures: Sequence[float], lower: float, upper: float) -> tuple[float, float]:
    known = [each for each in figures if not math.isnan(each)]
    begin, end = min(known, default=0.0), max(known, default=1.0)
    if begin == end:
        # All the same: the mark stands in the middle, and a whisker has room on both sides.
        room = max([abs(each - begin) for each in (lower, upper) if not math.isnan(each)], default=0.0)
        return begin - (room or 1.0), end + (room or 1.0)
    room = (end - begin) * LONGEST_WHISKER
    low = begin if math.isnan(lower) else min(begin, max(lower, begin - room))
    high = end if math.isnan(upper) else max(end, min(upper, end + room))
    return low, high
