"""Features of the own municipality and of those like it, all on one scale."""

from __future__ import annotations

import math
from functools import cache
from statistics import median
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.lines_of_words import WIDE, Y, names, shares_between
from carecompare.charts.parts.screens import NO_AXIS_PX, in_screens
from carecompare.charts.parts.spacing import text_width_px
from carecompare.charts.plan import filled, named, planned
from carecompare.text.chart_words import NATIONAL_MEAN, NOTHING, TOOLTIP, figure_with_unit
from carecompare.text.format import number
from carecompare.text.words import COLUMN

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from carecompare.catalog import Feature, Indicator
    from carecompare.charts.plan import Picture
    from carecompare.rows import FeatureRow


NAME_LIMIT_PX = 200
# The scale reaches this many standard deviations to each side, or as far as the marks do.
LEAST_REACH = 2.0
EDGE = 0.2


def feature_dots(
    rows: Sequence[FeatureRow], features: Sequence[Feature], indicators: Mapping[str, Indicator]
) -> Picture:
    """Return one line of dots for each feature: those alike in grey, the own municipality on top.

    Parameters
    ----------
    rows : sequence of FeatureRow
        Of the own municipality and of those like it.
    features : sequence of Feature
        In the order to show.
    indicators : mapping of str to Indicator
        What each feature is, by id.

    Returns
    -------
    Picture
        The upright line in the middle is the national mean, the faint ones are one and two standard
        deviations away.
    """
    known = [row for row in rows if not math.isnan(row["standard"])]
    reach = max([LEAST_REACH, *(abs(row["standard"]) for row in known)]) + EDGE
    y_of = {each.id: HEADER_PX + place * ROW_PX for place, each in enumerate(features)}
    named = {each.id: (each.label_ja, indicators[each.indicator]) for each in features}
    marks: dict[str, list[dict[str, object]]] = {"own": [], "peer": []}
    for row in known:
        if row["feature"] in named:
            label, indicator = named[row["feature"]]
            marks[row["role"]].append(
                {
                    "at": _at(row["standard"], reach),
                    "y": y_of[row["feature"]],
                    "name": row["name_ja"],
                    "feature": label,
                    "figure": _figure(row["value"], indicator),
                }
            )
    of_feature: dict[str, list[FeatureRow]] = {each.id: [] for each in features}
    for row in rows:
        if row["feature"] in of_feature:
            of_feature[row["feature"]].append(row)
    lines = [_line(of_feature[name], *named[name], y, reach) for name, y in y_of.items()]
    deviations = range(-math.floor(reach), math.floor(reach) + 1)
    datasets: dict[str, list[dict[str, object]]] = {
        "lines": lines,
        "scale": [{"at": _at(each, reach), "is_mean": each == 0} for each in deviations],
        "peers": marks["peer"],
        "own": marks["own"],
        "headings": [
            {
                "own": next((row["name_ja"] for row in rows if row["role"] == "own"), ""),
                "median": COLUMN["median"],
                "mean": NATIONAL_MEAN,
                "at": 0.5,
            }
        ],
    }
    small = theme.SMALL_TEXT_PX
    longest_px = _widest((each.label_ja for each in features), theme.TEXT_PX)
    widths = {
        "longest_px": longest_px,
        "name_px": min(longest_px, NAME_LIMIT_PX),
        "figure_px": _widest((str(each["figure"]) for each in lines), FIGURE_PX),
        "median_px": _widest([COLUMN["median"], *(str(each["median_figure"]) for each in lines)], small)
        + MARGIN_PX,
    }
    return filled(feature_dots_plan(), datasets, widths, HEADER_PX + ROW_PX * max(len(features), 1))


def feature_screens(
    rows: Sequence[FeatureRow],
    features: Sequence[Feature],
    indicators: Mapping[str, Indicator],
    height_px: int,
) -> list[Picture]:
    """Return the dots in pictures of at most so many pixels, all with the same scale."""
    pieces = in_screens(features, (height_px + NO_AXIS_PX - HEADER_PX) // ROW_PX)
    return [feature_dots(rows, piece, indicators) for piece in pieces]


def _line(
    rows: Iterable[FeatureRow], label: str, indicator: Indicator, y: int, reach: float
) -> dict[str, object]:
    own = math.nan
    peers = []
    middle = []
    for row in rows:
        if row["role"] == "own":
            own = row["value"]
        elif not math.isnan(row["standard"]):
            peers.append(row["value"])
            middle.append(row["standard"])
    return {
        "y": y,
        "start": 0,
        "stop": 1,
        "name": label,
        "figure": _figure(own, indicator) or NOTHING,
        "silent": math.isnan(own),
        "ink": theme.QUIET if math.isnan(own) else theme.OWN,
        "median": _at(median(middle), reach) if middle else None,
        "median_figure": number(median(peers), indicator.decimals) if peers else "",
    }


def _figure(value: float, indicator: Indicator) -> str:
    return figure_with_unit(value, indicator).replace(" ", "")


def _at(standard: float, reach: float) -> float:
    return (standard + reach) / (2 * reach)


def _widest(texts: Iterable[str], size_px: float) -> int:
    return round(max((text_width_px(text, size_px) for text in texts), default=0.0))


ROW_PX = 40
HEADER_PX = 40
FIGURE_PX = 13
MARGIN_PX = 14
TEXT_Y, DOTS_Y, MIDDLE_Y = 10, 27, 20
FIGURE_X = "(width - median_px)"
START = f"{WIDE} ? name_px + {MARGIN_PX} : 8"
END = f"{WIDE} ? {FIGURE_X} - figure_px - {MARGIN_PX} : width - 8"
NAME_LIMIT = f"{WIDE} ? name_px + {MARGIN_PX} : {FIGURE_X} - figure_px - {MARGIN_PX}"

X_SCALE = shares_between(START, END)
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
        names(base, NAME_LIMIT, AT_TEXT),
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
