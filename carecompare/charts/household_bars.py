"""How many households are an aged person alone or an aged couple only, across municipalities."""

from __future__ import annotations

from math import inf, isnan
from typing import TYPE_CHECKING

from carecompare.charts import theme
from carecompare.charts.household_bars_plan import ALL, SWATCH_PX, household_bars_plan
from carecompare.charts.municipality_rows import ROW_PX, names_in_order, names_px
from carecompare.charts.plan import filled
from carecompare.charts.spacing import text_width_px
from carecompare.charts.tooltips import TOOLTIP_COLUMNS, tooltip_words
from carecompare.text.chart_words import HOUSEHOLD_FIGURES, HOUSEHOLD_PARTS, silence
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture
    from carecompare.rows import ComparisonRow

PARTS = {"share_living_alone_65_and_over": "alone", "share_couple_65_and_over": "couple"}
REST = "other"
DECIMALS = 1
# Dark, middle and light, so that the parts differ without colour; the letters on each pass AA.
PEER_FILLS = {"alone": theme.PEER_DARK, "couple": theme.MIDDLE_HALF, "other": theme.PEER_FAINT}
OWN_FILLS = {"alone": theme.OWN, "couple": theme.OWN_LIGHT, "other": theme.OWN_FAINT}
INKS = {"alone": theme.PAPER, "couple": theme.INK, "other": theme.INK}


def household_bars(shares: Sequence[ComparisonRow], indicators: Mapping[str, Indicator]) -> Picture:
    """Return bars of all households, parted in aged persons alone, aged couples only and the others.

    Parameters
    ----------
    shares : sequence of ComparisonRow
        Of ``share_living_alone_65_and_over`` and ``share_couple_65_and_over``, in per cent.
    indicators : mapping of str to Indicator
        By id.

    Returns
    -------
    Picture
        The highest sum of both first, references last. A municipality of which one share is missing has
        a word instead of a bar. Where the bars are too short for figures inside, the two figures stand in
        the light part.
    """
    parts_by_area: dict[str, dict[str, ComparisonRow]] = {}
    for share in shares:
        if share["indicator"] in PARTS:
            parts_by_area.setdefault(share["area"], {})[PARTS[share["indicator"]]] = share
    places = sorted(parts_by_area.values(), key=_from_the_highest)
    given = [parts for parts in places if not isnan(_rest(parts))]
    listed = [_lacking(parts) for parts in places]
    shortest = min((parts[part]["value"] for parts in given for part in PARTS.values()), default=ALL)
    return filled(
        household_bars_plan(),
        {
            "segments": [segment for parts in given for segment in _segments(parts, indicators)],
            "rows": [_row(parts) for parts in places],
            "legend": _legend(-names_px(listed)),
        },
        {"shortest": shortest, **names_in_order(listed)},
        max(len(places), 1) * ROW_PX,
    )


def _value(parts: Mapping[str, ComparisonRow], part: str) -> float:
    return float(parts[part]["value"]) if part in parts else float("nan")


def _rest(parts: Mapping[str, ComparisonRow]) -> float:
    return ALL - _value(parts, "alone") - _value(parts, "couple")


def _lacking(parts: Mapping[str, ComparisonRow]) -> ComparisonRow:
    """Return the share that is missing, or any."""
    return max(parts.values(), key=lambda share: isnan(share["value"]))


def _from_the_highest(parts: Mapping[str, ComparisonRow]) -> tuple[bool, float]:
    rest = _rest(parts)
    if _lacking(parts)["role"] == "reference":
        return True, 0.0
    return False, inf if isnan(rest) else rest


def _segments(
    parts: Mapping[str, ComparisonRow], indicators: Mapping[str, Indicator]
) -> list[dict[str, object]]:
    """Return the three parts of a bar; a place that is None draws nothing."""
    alone, couple, rest = _value(parts, "alone"), _value(parts, "couple"), _rest(parts)
    tooltips = {part: tooltip_words(share, indicators[share["indicator"]]) for part, share in parts.items()}
    tooltips[REST] = {
        **dict.fromkeys(TOOLTIP_COLUMNS, ""),
        "tooltip_name": parts["alone"]["name_ja"],
        "tooltip_indicator": HOUSEHOLD_PARTS[REST],
        "tooltip_value": f"{number(rest, DECIMALS)}%",
    }
    fills = OWN_FILLS if parts["alone"]["role"] == "own" else PEER_FILLS
    drawn: list[dict[str, object]] = []
    for part, start, stop in (
        ("alone", 0.0, alone),
        ("couple", alone, alone + couple),
        (REST, ALL - rest, ALL),
    ):
        is_hollow = part in parts and parts[part]["reason"] != ""
        drawn.append(
            {
                "name_ja": parts["alone"]["name_ja"],
                "role": parts["alone"]["role"],
                "part": part,
                "start": start,
                "stop": stop,
                "fill": theme.PAPER if is_hollow else fills[part],
                "stroke": fills[part] if is_hollow else theme.PAPER,
                "ink": theme.INK if is_hollow else INKS[part],
                "figure": number(rest if part == REST else parts[part]["value"], DECIMALS),
                "middle": None if part == REST else (start + stop) / 2,
                "rest_at": ALL if part == REST else None,
                **tooltips[part],
            }
        )
    return drawn


def _row(parts: Mapping[str, ComparisonRow]) -> dict[str, object]:
    """Return the words of a municipality: both figures, or why there are none."""
    lacking, rest = _lacking(parts), _rest(parts)
    place = {"name_ja": lacking["name_ja"], "role": lacking["role"]}
    if isnan(rest):
        words = silence(lacking["status"], lacking["reason"])
        return {**place, "words": words, "pair_at": None, "silence_at": 0.0}
    alone, couple = (number(parts[part]["value"], DECIMALS) for part in PARTS.values())
    words = HOUSEHOLD_FIGURES.format(alone=alone, couple=couple)
    return {**place, "words": words, "pair_at": ALL - rest, "silence_at": None}


def _legend(x_px: float) -> list[dict[str, object]]:
    items: list[dict[str, object]] = []
    for part, text in HOUSEHOLD_PARTS.items():
        items.append({"x_px": x_px, "text": text, "fill": PEER_FILLS[part]})
        x_px += text_width_px(text, theme.SMALL_TEXT_PX) + 2 * SWATCH_PX + 4
    return items
