"""One municipality across many indicators: its place on the strip of its peers, one row each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

import altair as alt
import numpy as np
import pandas as pd

from carecompare.charts import theme
from carecompare.charts.spacing import text_width_px
from carecompare.charts.strip_rows import HEADER_PX, ROW_PX, strip_rows
from carecompare.charts.tooltips import TOOLTIP_COLUMNS, tooltip, with_tooltip
from carecompare.text.words import COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from carecompare.catalog import Indicator

FIGURE_PX = 15
STRIP_PX = 11
NAME_LIMIT_PX = 230
MARGIN_PX = 14
# On a phone the words stand above the strip; from here on, beside it.
WIDE = "width >= 560"
ROOMY = "width >= 720"
TEXT_Y, STRIP_Y, MIDDLE_Y = 12, 29, 20
CROWD = 30


class _Columns(NamedTuple):
    """Where the columns of the picture stand, as expressions of its width."""

    strip_start: str
    strip_end: str
    figure: str
    unit: str
    name_limit: str


def strips(rows: pd.DataFrame, indicators: Sequence[Indicator]) -> alt.LayerChart:
    """Return one strip for each indicator: peers as a band, the own municipality as a mark on it.

    Parameters
    ----------
    rows : DataFrame
        Columns ``indicator``, ``area``, ``name_ja``, ``role``, ``year``, ``value``, ``lower``, ``upper``,
        ``numerator``, ``denominator``, ``denominator_year``, ``status``, ``reason``.
    indicators : sequence of Indicator
        In the order to show.

    Returns
    -------
    LayerChart
        Every strip starts at zero. The light band runs from the lowest to the highest peer, the darker
        one is their middle half, the upright mark their median; the words at the ends are the lowest and
        the highest figure shown.
    """
    placed = strip_rows(rows, indicators)
    height_px = HEADER_PX + ROW_PX * max(len(indicators), 1)
    columns = _columns(placed)
    x_scale = alt.Scale(
        domain=[0, 1],
        nice=False,
        range=[alt.ExprRef(columns.strip_start), alt.ExprRef(columns.strip_end)],
    )
    y_scale = alt.Scale(domain=[0, height_px], range=[0, height_px], nice=False, zero=False)
    x = alt.X("start:Q", scale=x_scale, axis=None)
    y = alt.Y("y:Q", scale=y_scale, axis=None)
    own_name = next(iter(rows.loc[rows["role"] == "own", "name_ja"]), "")
    described = with_tooltip(
        rows.loc[rows["indicator"].isin(placed["indicator"])], {each.id: each for each in indicators}
    ).merge(placed[["indicator", "y", "end", "hollow", "shape"]], on="indicator")
    described["at"] = described["value"] / described["end"]
    given = described.loc[
        described["at"].notna(), ["area", "role", "at", "y", "hollow", "shape", *TOOLTIP_COLUMNS]
    ]
    layers = [
        *_bands(placed, x, y),
        *_peers(given.loc[given["role"] == "peer"], y),
        *_median(placed, y),
        *_own(placed, given.loc[given["role"] == "own"], y),
        *_ends(placed, y),
        *_words(placed, columns, y),
        *_headings(own_name, columns),
    ]
    return theme.configured(layers, height_px)


def _columns(placed: pd.DataFrame) -> _Columns:
    name_px = min(_widest(placed["name"], theme.TEXT_PX), NAME_LIMIT_PX)
    end_px = _widest([*placed["lowest"], *placed["highest"]], theme.SMALL_TEXT_PX) + MARGIN_PX
    figure_px = _widest(placed["figure"], FIGURE_PX)
    unit_px = _widest(placed["unit"], theme.SMALL_TEXT_PX)
    median_px = text_width_px(COLUMN["median"], theme.SMALL_TEXT_PX) + MARGIN_PX
    unit = f"width - {unit_px:.0f} - ({ROOMY} ? {median_px:.0f} : 0)"
    figure = f"{unit} - 5"
    return _Columns(
        strip_start=f"{WIDE} ? {name_px + end_px + MARGIN_PX:.0f} : {end_px:.0f}",
        strip_end=f"{WIDE} ? {figure} - {figure_px + end_px + MARGIN_PX:.0f} : width - {end_px:.0f}",
        figure=figure,
        unit=unit,
        name_limit=f"{WIDE} ? {name_px + MARGIN_PX:.0f} : {figure} - {figure_px + MARGIN_PX:.0f}",
    )


def _widest(texts: Iterable[str], size_px: float) -> float:
    return max((text_width_px(text, size_px) for text in texts), default=0.0)


def _shift(narrow_y: int) -> alt.ExprRef:
    return alt.ExprRef(f"{WIDE} ? {MIDDLE_Y} : {narrow_y}")


def _bands(placed: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    track = placed.assign(start=0.0, stop=1.0)
    band = placed.assign(start=placed["band_start"], stop=placed["band_end"]).dropna(subset=["start"])
    middle = placed.assign(start=placed["middle_start"], stop=placed["middle_end"]).dropna(subset=["start"])
    parts = ((track, theme.GRID, 1.0), (band, theme.BAND, STRIP_PX), (middle, theme.MIDDLE_HALF, STRIP_PX))
    return [
        alt.Chart(part[["y", "start", "stop"]])
        .mark_rule(color=color, strokeWidth=thick, yOffset=_shift(STRIP_Y))
        .encode(x=x, x2=alt.X2("stop:Q"), y=y)
        for part, color, thick in parts
    ]


def _peers(given: pd.DataFrame, y: alt.Y) -> list[alt.Chart]:
    base = alt.Chart(given).encode(x=alt.X("at:Q"), y=y)
    is_crowd = given["area"].nunique() > CROWD
    return [
        base.mark_tick(
            orient="vertical",
            color=theme.PAPER,
            thickness=0.8 if is_crowd else 1.5,
            size=STRIP_PX,
            yOffset=_shift(STRIP_Y),
        ),
        base.mark_tick(
            orient="vertical", opacity=0, thickness=7, size=ROW_PX / 2, yOffset=_shift(STRIP_Y), aria=False
        ).encode(tooltip=tooltip()),
    ]


def _median(placed: pd.DataFrame, y: alt.Y) -> list[alt.Chart]:
    marks = alt.Chart(placed.dropna(subset=["median"])[["y", "median"]]).mark_tick(
        orient="vertical", color=theme.DARK, thickness=2.5, size=STRIP_PX + 8, yOffset=_shift(STRIP_Y)
    )
    return [marks.encode(x=alt.X("median:Q"), y=y)]


def _own(placed: pd.DataFrame, own: pd.DataFrame, y: alt.Y) -> list[alt.Chart]:
    whiskers = placed.dropna(subset=["lower", "upper"])
    hollow = own["hollow"].astype(bool)
    inked = own.assign(
        fill=np.where(hollow, theme.PAPER, theme.OWN), edge=np.where(hollow, theme.OWN, theme.PAPER)
    )
    return [
        alt.Chart(whiskers[["y", "lower", "upper"]])
        .mark_rule(color=theme.DARK, strokeWidth=1.5, yOffset=_shift(STRIP_Y))
        .encode(x=alt.X("lower:Q"), x2=alt.X2("upper:Q"), y=y),
        alt.Chart(whiskers.loc[whiskers["is_cut"], ["y", "upper"]])
        .mark_point(
            shape="triangle-right",
            size=40,
            filled=True,
            color=theme.DARK,
            opacity=1,
            yOffset=_shift(STRIP_Y),
        )
        .encode(x=alt.X("upper:Q"), y=y),
        alt.Chart(inked)
        .mark_point(filled=True, size=150, strokeWidth=2, opacity=1, yOffset=_shift(STRIP_Y))
        .encode(
            x=alt.X("at:Q"),
            y=y,
            fill=alt.Fill("fill:N", scale=None),
            stroke=alt.Stroke("edge:N", scale=None),
            shape=alt.Shape("shape:N", scale=None),
            tooltip=tooltip(),
        ),
    ]


def _ends(placed: pd.DataFrame, y: alt.Y) -> list[alt.Chart]:
    base = alt.Chart(placed.dropna(subset=["lowest_at"]))
    sides: tuple[tuple[str, str, Literal["left", "right"], int], ...] = (
        ("lowest_at", "lowest", "right", -10),
        ("highest_at", "highest", "left", 10),
    )
    letters = [
        base.mark_text(
            align=align, dx=dx, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX, yOffset=_shift(STRIP_Y)
        ).encode(x=alt.X(f"{at}:Q"), y=y, text=f"{text}:N")
        for at, text, align, dx in sides
    ]
    return [layer for each in letters for layer in theme.haloed(each)]


def _words(placed: pd.DataFrame, columns: _Columns, y: alt.Y) -> list[alt.Chart]:
    base = alt.Chart(placed.assign(ink=np.where(placed["silent"], theme.QUIET, theme.OWN)))
    weight = alt.ExprRef("datum.silent ? 'normal' : 'bold'")
    size = alt.ExprRef(f"datum.silent ? {theme.TEXT_PX} : {FIGURE_PX}")
    shift = _shift(TEXT_Y)
    return [
        base.mark_text(align="left", limit=alt.ExprRef(columns.name_limit), yOffset=shift).encode(
            x=theme.x_at(0), y=y, text=alt.Text("name:N")
        ),
        base.mark_text(align="right", fontWeight=weight, fontSize=size, yOffset=shift).encode(
            x=theme.x_at(alt.ExprRef(columns.figure)),
            y=y,
            text=alt.Text("figure:N"),
            color=alt.Color("ink:N", scale=None),
        ),
        base.mark_text(align="left", yOffset=shift, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX).encode(
            x=theme.x_at(alt.ExprRef(columns.unit)), y=y, text=alt.Text("unit:N")
        ),
        base.mark_text(
            align="right", yOffset=shift, opacity=alt.ExprRef(f"{ROOMY} ? 1 : 0"), color=theme.DARK
        ).encode(x=theme.x_at("width"), y=y, text=alt.Text("median_figure:N")),
    ]


def _headings(own_name: str, columns: _Columns) -> list[alt.Chart]:
    words = alt.Chart(pd.DataFrame({"own": [own_name], "median": [COLUMN["median"]]}))
    y = theme.y_at(HEADER_PX / 2 - 3)
    return [
        words.mark_text(align="right", color=theme.OWN, fontWeight="bold").encode(
            x=theme.x_at(alt.ExprRef(columns.figure)), y=y, text=alt.Text("own:N")
        ),
        words.mark_text(
            align="right",
            color=theme.QUIET,
            fontSize=theme.SMALL_TEXT_PX,
            opacity=alt.ExprRef(f"{ROOMY} ? 1 : 0"),
        ).encode(x=theme.x_at("width"), y=y, text=alt.Text("median:N")),
    ]
