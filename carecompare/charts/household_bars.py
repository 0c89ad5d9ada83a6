"""How many households are an aged person alone or an aged couple only, across municipalities."""

from __future__ import annotations

from functools import cache
from math import inf, isnan
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.municipality_rows import (
    BAR_PX,
    ROW_PX,
    municipality_rows,
    names_in_order,
    names_px,
)
from carecompare.charts.parts.screens import in_screens
from carecompare.charts.parts.spacing import text_width_px
from carecompare.charts.parts.tooltips import TOOLTIP_COLUMNS, tooltip, tooltip_words
from carecompare.charts.plan import filled, named, planned
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


def household_screens(
    shares: Sequence[ComparisonRow], indicators: Mapping[str, Indicator], height_px: int
) -> list[Picture]:
    """Return the bars in pictures of at most so many pixels, those of prefecture and nation on the last."""
    sums: dict[str, float] = {}
    for share in shares:
        if share["indicator"] in PARTS:
            sums[share["area"]] = sums.get(share["area"], 0.0) + share["value"]
    last = {share["area"] for share in shares if share["role"] == "reference"}
    places = sorted(sums, key=lambda area: (area in last, isnan(sums[area]), -sums[area]))
    return [
        household_bars([share for share in shares if share["area"] in piece], indicators)
        for piece in in_screens(places, height_px // ROW_PX)
    ]


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


ALL = 100.0
FIGURE_PX = 34
SWATCH_PX = 12
LEGEND_Y = -14
Y = alt.Y("name_ja:N")
WEIGHT = alt.ExprRef("datum.role == 'own' ? 'bold' : 'normal'")
IS_SHORT = f"width * shortest < {ALL * FIGURE_PX:.0f}"


@cache
def household_bars_plan() -> Picture:
    """Return the plan of household bars.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `household_bars` fills in.
    """
    layers = [*_bars(), *_figures(), *_household_bars_plan_legend()]
    return planned(layers)


def _bars() -> list[alt.Chart]:
    scale = alt.Scale(domain=[0, ALL], nice=False)
    bars = alt.Chart(named("segments")).mark_bar(height=BAR_PX, strokeWidth=1)
    return [
        bars.encode(
            x=alt.X("start:Q", scale=scale, axis=None),
            x2=alt.X2("stop:Q"),
            y=municipality_rows(),
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=tooltip("range"),
        )
    ]


def _figures() -> list[alt.Chart]:
    segments, rows = alt.Chart(named("segments")), alt.Chart(named("rows"))
    inside = segments.mark_text(
        fontWeight=WEIGHT, fontSize=theme.SMALL_TEXT_PX, opacity=alt.ExprRef(f"{IS_SHORT} ? 0 : 1")
    )
    pairs = rows.mark_text(align="left", dx=6, fontWeight=WEIGHT, opacity=alt.ExprRef(f"{IS_SHORT} ? 1 : 0"))
    rest = segments.mark_text(align="right", dx=-6, fontSize=theme.SMALL_TEXT_PX, color=theme.QUIET)
    silences = rows.mark_text(align="left", dx=6, color=theme.QUIET)
    figure, words = alt.Text("figure:N"), alt.Text("words:N")
    return [
        inside.encode(x=alt.X("middle:Q"), y=Y, text=figure, color=alt.Color("ink:N", scale=None)),
        pairs.encode(x=alt.X("pair_at:Q"), y=Y, text=words),
        rest.encode(x=alt.X("rest_at:Q"), y=Y, text=figure),
        silences.encode(x=alt.X("silence_at:Q"), y=Y, text=words),
    ]


def _household_bars_plan_legend() -> list[alt.Chart]:
    legend = alt.Chart(named("legend"))
    swatches = legend.mark_point(
        shape="square", size=SWATCH_PX**2, stroke=theme.PEER, strokeWidth=1, opacity=1
    )
    letters = legend.mark_text(align="left", dx=SWATCH_PX + 4, fontSize=theme.SMALL_TEXT_PX)
    y = theme.y_at(LEGEND_Y)
    return [
        swatches.encode(
            x=theme.x_at(alt.ExprRef(f"datum.x_px + {SWATCH_PX / 2}")),
            y=y,
            fill=alt.Fill("fill:N", scale=None),
        ),
        letters.encode(x=theme.x_at(alt.ExprRef("datum.x_px")), y=y, text=alt.Text("text:N")),
    ]
