"""How dots of features are drawn: their columns and layers, without any figure."""

from __future__ import annotations

from functools import cache

import altair as alt

from carecompare.charts import theme
from carecompare.charts.plan import Picture, named, planned
from carecompare.text.chart_words import TOOLTIP

ROW_PX = 40
HEADER_PX = 40
FIGURE_PX = 13
MARGIN_PX = 14
TEXT_Y, DOTS_Y, MIDDLE_Y = 10, 27, 20
# On a phone the words stand above the dots; from here on, beside them.
WIDE = "width >= 560"

FIGURE_X = "(width - median_px)"
START = f"{WIDE} ? name_px + {MARGIN_PX} : 8"
END = f"{WIDE} ? {FIGURE_X} - figure_px - {MARGIN_PX} : width - 8"
NAME_LIMIT = f"{WIDE} ? name_px + {MARGIN_PX} : {FIGURE_X} - figure_px - {MARGIN_PX}"

X_SCALE = alt.Scale(domain=[0, 1], nice=False, range=[alt.ExprRef(START), alt.ExprRef(END)])
Y = alt.Y(
    "y:Q",
    axis=None,
    scale=alt.Scale(domain=[0, alt.ExprRef("height")], range=[0, alt.ExprRef("height")], nice=False),
)
AT_DOTS = alt.ExprRef(f"{WIDE} ? {MIDDLE_Y} : {DOTS_Y}")
AT_TEXT = alt.ExprRef(f"{WIDE} ? {MIDDLE_Y} : {TEXT_Y}")


@cache
def feature_dots_plan() -> Picture:
    """Return the plan of dots of features.

    Returns
    -------
    Picture
        Its datasets and numbers are those that `feature_dots` fills in.
    """
    layers = [*_scale(), *_dots(), *_words(), *_headings()]
    return planned(layers)


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", scale=X_SCALE, axis=None)


def _scale() -> list[alt.Chart]:
    upright = alt.Chart(named("scale")).encode(
        x=_x("at"), y=theme.y_at(HEADER_PX - 4), y2=theme.y2_at("height")
    )
    return [
        upright.transform_filter("!datum.is_mean").mark_rule(color=theme.GRID),
        upright.transform_filter("datum.is_mean").mark_rule(color=theme.DARK, strokeWidth=1),
        alt.Chart(named("lines"))
        .mark_rule(color=theme.BAND, yOffset=AT_DOTS)
        .encode(x=_x("start"), x2=alt.X2("stop:Q"), y=Y),
    ]


def _tooltip() -> list[alt.Tooltip]:
    titles = (("name", "name"), ("feature", "indicator"), ("figure", "value"))
    return [alt.Tooltip(f"{field}:N", title=TOOLTIP[key]) for field, key in titles]


def _dots() -> list[alt.Chart]:
    peers = alt.Chart(named("peers")).mark_point(
        filled=True, size=70, color=theme.PEER_DARK, opacity=0.45, yOffset=AT_DOTS
    )
    middle = (
        alt.Chart(named("lines"))
        .transform_filter("isValid(datum.median)")
        .mark_tick(orient="vertical", color=theme.DARK, thickness=2.5, size=18, yOffset=AT_DOTS)
    )
    own = alt.Chart(named("own")).mark_point(
        filled=True, size=150, color=theme.OWN, stroke=theme.PAPER, strokeWidth=2, opacity=1, yOffset=AT_DOTS
    )
    return [
        peers.encode(x=_x("at"), y=Y, tooltip=_tooltip()),
        middle.encode(x=_x("median"), y=Y),
        own.encode(x=_x("at"), y=Y, tooltip=_tooltip()),
    ]


def _words() -> list[alt.Chart]:
    base = alt.Chart(named("lines"))
    weight = alt.ExprRef("datum.silent ? 'normal' : 'bold'")
    return [
        base.mark_text(align="left", limit=alt.ExprRef(NAME_LIMIT), yOffset=AT_TEXT).encode(
            x=theme.x_at(0), y=Y, text=alt.Text("name:N")
        ),
        base.mark_text(align="right", fontWeight=weight, fontSize=FIGURE_PX, yOffset=AT_TEXT).encode(
            x=theme.x_at(alt.ExprRef(FIGURE_X)),
            y=Y,
            text=alt.Text("figure:N"),
            color=alt.Color("ink:N", scale=None),
        ),
        base.mark_text(align="right", color=theme.DARK, fontSize=theme.SMALL_TEXT_PX, yOffset=AT_TEXT).encode(
            x=theme.x_at("width"), y=Y, text=alt.Text("median_figure:N")
        ),
    ]


def _headings() -> list[alt.Chart]:
    words = alt.Chart(named("headings"))
    above, below = theme.y_at(10), theme.y_at(HEADER_PX - 13)
    beside = alt.ExprRef(f"{WIDE} ? 1 : 0")
    return [
        words.mark_text(align="right", color=theme.OWN, fontWeight="bold").encode(
            x=theme.x_at(alt.ExprRef(FIGURE_X)), y=above, text=alt.Text("own:N")
        ),
        words.mark_text(align="right", color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX).encode(
            x=theme.x_at("width"), y=above, text=alt.Text("median:N")
        ),
        words.mark_text(
            align="center", color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX, opacity=beside
        ).encode(x=_x("at"), y=above, text=alt.Text("mean:N")),
        words.mark_text(
            align="center",
            color=theme.QUIET,
            fontSize=theme.SMALL_TEXT_PX,
            opacity=alt.ExprRef(f"{WIDE} ? 0 : 1"),
        ).encode(x=_x("at"), y=below, text=alt.Text("mean:N")),
    ]
