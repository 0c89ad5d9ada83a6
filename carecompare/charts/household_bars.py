"""How many households are an aged person alone or an aged couple only, across municipalities."""

from __future__ import annotations

from typing import TYPE_CHECKING

import altair as alt
import pandas as pd

from carecompare.charts import theme
from carecompare.charts.municipality_rows import BAR_PX, ROW_PX, municipality_rows, names_px
from carecompare.charts.spacing import text_width_px
from carecompare.charts.tooltips import TOOLTIP_COLUMNS, tooltip, with_tooltip
from carecompare.text.chart_words import HOUSEHOLD_FIGURES, HOUSEHOLD_PARTS, silence
from carecompare.text.format import number

if TYPE_CHECKING:
    from collections.abc import Mapping

    from carecompare.catalog import Indicator

PARTS = {"share_living_alone_65_and_over": "alone", "share_couple_65_and_over": "couple"}
REST = "other"
ALL = 100.0
DECIMALS = 1
# Dark, middle and light, so that the parts differ without colour; the letters on each pass AA.
PEER_FILLS = {"alone": theme.PEER_DARK, "couple": theme.MIDDLE_HALF, "other": theme.PEER_FAINT}
OWN_FILLS = {"alone": theme.OWN, "couple": theme.OWN_LIGHT, "other": theme.OWN_FAINT}
INKS = {"alone": theme.PAPER, "couple": theme.INK, "other": theme.INK}
FIGURE_PX = 34
SWATCH_PX = 12
LEGEND_Y = -14


def household_bars(shares: pd.DataFrame, indicators: Mapping[str, Indicator]) -> alt.LayerChart:
    """Return bars of all households, parted in aged persons alone, aged couples only and the others.

    Parameters
    ----------
    shares : DataFrame
        COMPARISON rows of ``share_living_alone_65_and_over`` and ``share_couple_65_and_over``, in per cent.
    indicators : mapping of str to Indicator
        By id.

    Returns
    -------
    LayerChart
        The highest sum of both first, references last. A municipality of which one share is missing has
        a word instead of a bar. Where the bars are too short for figures inside, the two figures stand in
        the light part.
    """
    parts = with_tooltip(shares.loc[shares["indicator"].isin(list(PARTS))], indicators)
    parts = parts.assign(part=parts["indicator"].map(PARTS))
    rows = _rows(parts)
    given = rows.loc[rows["rest"].notna()]
    y = municipality_rows(rows)
    segments = _segments(parts, given)
    shortest = min(given[["alone", "couple"]].min(), default=ALL)
    is_short = f"width * {shortest / ALL:.4f} < {FIGURE_PX}"
    bars = (
        alt.Chart(segments)
        .mark_bar(height=BAR_PX, strokeWidth=1)
        .encode(
            x=alt.X("start:Q", scale=alt.Scale(domain=[0, ALL], nice=False), axis=None),
            x2=alt.X2("stop:Q"),
            y=y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("stroke:N", scale=None),
            tooltip=tooltip("range"),
        )
    )
    layers = [bars, *_figures(segments, given, is_short), *_silences(rows), *_legend(rows)]
    return theme.configured(layers, max(len(rows), 1) * ROW_PX)


def _rows(parts: pd.DataFrame) -> pd.DataFrame:
    wide = parts.pivot_table(index="area", columns="part", values="value", dropna=False, observed=False)
    wide = wide.reindex(columns=["alone", "couple"])
    named = parts.sort_values("value", na_position="first").drop_duplicates("area").set_index("area")
    rows = named[["name_ja", "role", "status", "reason"]].join(wide).loc[parts["area"].unique()]
    rows["rest"] = ALL - rows["alone"] - rows["couple"]
    is_reference = rows["role"] == "reference"
    ordered = rows.loc[~is_reference].sort_values("rest", kind="stable")
    return pd.concat([ordered, rows.loc[is_reference]]).reset_index()


def _segments(parts: pd.DataFrame, given: pd.DataFrame) -> pd.DataFrame:
    drawn = parts.merge(given[["area", "alone", "rest"]], on="area")
    starts = drawn["alone"].where(drawn["part"] == "couple", 0.0)
    drawn = drawn.assign(start=starts, stop=starts + drawn["value"])
    rest = given.assign(
        part=REST,
        start=ALL - given["rest"],
        stop=ALL,
        value=given["rest"],
        reason="",
        tooltip_name=given["name_ja"],
        tooltip_indicator=HOUSEHOLD_PARTS[REST],
        tooltip_value=[f"{number(value, DECIMALS)}%" for value in given["rest"]],
    )
    columns = ["name_ja", "role", "part", "start", "stop", "value", "reason", *TOOLTIP_COLUMNS]
    segments = pd.concat([drawn[columns], rest.reindex(columns=columns, fill_value="")], ignore_index=True)
    own = segments["role"] == "own"
    fill = segments["part"].map(OWN_FILLS).where(own, segments["part"].map(PEER_FILLS))
    hollow = segments["reason"] != ""
    return segments.assign(
        own=own,
        fill=fill.mask(hollow, theme.PAPER),
        stroke=fill.mask(~hollow, theme.PAPER),
        ink=segments["part"].map(INKS).mask(hollow, theme.INK),
        middle=(segments["start"] + segments["stop"]) / 2,
        figure=[number(value, DECIMALS) for value in segments["value"]],
    )


def _figures(segments: pd.DataFrame, given: pd.DataFrame, is_short: str) -> list[alt.Chart]:
    weight = alt.ExprRef("datum.own ? 'bold' : 'normal'")
    inside = alt.Chart(segments.loc[segments["part"] != REST])
    rest = alt.Chart(segments.loc[segments["part"] == REST])
    pairs = [
        HOUSEHOLD_FIGURES.format(alone=number(alone, DECIMALS), couple=number(couple, DECIMALS))
        for alone, couple in zip(given["alone"], given["couple"], strict=True)
    ]
    beside = alt.Chart(
        given.assign(pair=pairs, own=given["role"] == "own", at=ALL - given["rest"])
    ).mark_text(align="left", dx=6, fontWeight=weight, opacity=alt.ExprRef(f"{is_short} ? 1 : 0"))
    return [
        inside.mark_text(
            fontWeight=weight, fontSize=theme.SMALL_TEXT_PX, opacity=alt.ExprRef(f"{is_short} ? 0 : 1")
        ).encode(
            x=alt.X("middle:Q"),
            y=alt.Y("name_ja:N"),
            text=alt.Text("figure:N"),
            color=alt.Color("ink:N", scale=None),
        ),
        beside.encode(x=alt.X("at:Q"), y=alt.Y("name_ja:N"), text=alt.Text("pair:N")),
        rest.mark_text(align="right", dx=-6, fontSize=theme.SMALL_TEXT_PX, color=theme.QUIET).encode(
            x=alt.X("stop:Q"), y=alt.Y("name_ja:N"), text=alt.Text("figure:N")
        ),
    ]


def _silences(rows: pd.DataFrame) -> list[alt.Chart]:
    silent = rows.loc[rows["rest"].isna()]
    words = [silence(*row) for row in zip(silent["status"], silent["reason"], strict=True)]
    letters = alt.Chart(silent.assign(word=words)).mark_text(align="left", dx=6, color=theme.QUIET)
    return [letters.encode(x=alt.XDatum(0), y=alt.Y("name_ja:N"), text=alt.Text("word:N"))]


def _legend(rows: pd.DataFrame) -> list[alt.Chart]:
    at = -names_px(rows)
    layers = []
    for part, label in HOUSEHOLD_PARTS.items():
        item = alt.Chart(pd.DataFrame({"text": [label]}))
        layers += [
            item.mark_point(
                shape="square",
                size=SWATCH_PX**2,
                fill=PEER_FILLS[part],
                stroke=theme.PEER,
                strokeWidth=1,
                opacity=1,
            ).encode(x=theme.x_at(at + SWATCH_PX / 2), y=theme.y_at(LEGEND_Y)),
            item.mark_text(align="left", dx=SWATCH_PX + 4, fontSize=theme.SMALL_TEXT_PX).encode(
                x=theme.x_at(at), y=theme.y_at(LEGEND_Y), text=alt.Text("text:N")
            ),
        ]
        at += text_width_px(label, theme.SMALL_TEXT_PX) + 2 * SWATCH_PX + 4
    return layers
