"""How own figures are drawn: layers without any figure."""

from __future__ import annotations

import math
from functools import cache, partial
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.band_parts import rows_with
from carecompare.charts.parts.lines_of_words import WIDE, Y, shares_between
from carecompare.charts.parts.spacing import axis_end, text_width_px
from carecompare.charts.plan import filled, planned
from carecompare.text.chart_words import FISCAL_YEAR, YEAR
from carecompare.text.format import figure
from carecompare.text.own.own_data_words import IN_BRACKETS, RING, RING_YEARS, TOOLTIP

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.charts.plan import Picture
    from carecompare.rows import OwnValue


_PARTS = ("lowest", "first", "median", "third", "highest", "published", "value")
MARGIN_PX = 16


def own_values(rows: Sequence[OwnValue], indicators: Mapping[str, Indicator]) -> Picture:
    """Return one strip for each own figure.

    Parameters
    ----------
    rows : sequence of OwnValue
        In the order to show.
    indicators : mapping of str to Indicator
        By id.

    Returns
    -------
    Picture
        Every strip starts at zero (or at the lowest figure below it). The light band runs from the lowest to
        the highest peer, the darker one is their middle half, the upright mark their median; the filled
        point is the published figure, the ring the own one, and a line joins the two.
    """
    placed = []
    for position, row in enumerate(rows):
        indicator = indicators[row.item]
        parts = {name: float(getattr(row, name)) for name in _PARTS}
        known = [each for each in parts.values() if not math.isnan(each)]
        start = min(0.0, *known)
        end = axis_end([each - start for each in known], []) or 1.0
        shares = {name: None if math.isnan(each) else (each - start) / end for name, each in parts.items()}
        placed.append(
            {
                **shares,
                "y": HEADER_PX + position * ROW_PX,
                "name": indicator.name_ja,
                "years": _years(row, indicator),
                "own_figure": figure(row.value, indicator),
                "published_figure": figure(row.published, indicator),
                "median_figure": figure(row.median, indicator),
                "unit": indicator.unit_ja,
                "start": 0,
                "stop": 1,
            }
        )
    names = [text_width_px(str(each["name"]), theme.TEXT_PX) for each in placed]
    years = [text_width_px(str(each["years"]), theme.SMALL_TEXT_PX) for each in placed]
    numbers = {"name_px": round(max([*names, *years], default=0.0)) + MARGIN_PX}
    height_px = HEADER_PX + ROW_PX * max(len(rows), 1)
    return filled(own_values_plan(), {"rows": placed}, numbers, height_px)


def _years(row: OwnValue, indicator: Indicator) -> str:
    word = FISCAL_YEAR if indicator.fiscal_year else YEAR
    own = word.format(year=row.year)
    if math.isnan(row.published):
        return RING.format(own=own)
    published = word.format(year=int(row.published_year)) + IN_BRACKETS.get(row.status, "")
    return RING_YEARS.format(own=own, published=published)


ROW_PX = 50
HEADER_PX = 22
STRIP_PX = 11
FIGURE_PX = 15
FIGURES_PX = 136
START = f"{WIDE} ? min(name_px, 300) : 8"
END = f"{WIDE} ? width - {FIGURES_PX} : width - 8"
STRIP_Y = alt.ExprRef(f"{WIDE} ? 0 : 14")
NAME_Y = alt.ExprRef(f"{WIDE} ? -8 : -10")
YEARS_Y = alt.ExprRef(f"{WIDE} ? 9 : -10")
YEARS_X = alt.ExprRef(f"{WIDE} ? 0 : width - 90")
IF_WIDE = alt.ExprRef(f"{WIDE} ? 1 : 0")
# On the narrowest screens the years stand in the table and the tooltip only.
NAME_LIMIT = alt.ExprRef(f"{WIDE} ? 290 : width >= 470 ? width - 330 : width - 95")
IF_ROOM_FOR_YEARS = alt.ExprRef("width >= 470 ? 1 : 0")

X_SCALE = shares_between(START, END)

_rows = partial(rows_with, "rows")


@cache
def own_values_plan() -> Picture:
    """Return the plan of own figures; `own_values` fills in its rows."""
    layers = [*_bands(), *_marks(), *_words()]
    return planned(layers)


def _x(field: str) -> alt.X:
    return alt.X(f"{field}:Q", scale=X_SCALE, axis=None)


def _tooltip() -> list[alt.Tooltip]:
    return [alt.Tooltip(f"{field}:N", title=title) for field, title in TOOLTIP.items()]


def _bands() -> list[alt.Chart]:
    parts = (
        ("start", "stop", theme.GRID, 1.0),
        ("lowest", "highest", theme.BAND, STRIP_PX),
        ("first", "third", theme.MIDDLE_HALF, STRIP_PX),
    )
    return [
        _rows(start, stop)
        .mark_rule(color=color, strokeWidth=thick, yOffset=STRIP_Y)
        .encode(x=_x(start), x2=alt.X2(f"{stop}:Q"), y=Y)
        for start, stop, color, thick in parts
    ]


def _marks() -> list[alt.Chart]:
    return [
        _rows("median")
        .mark_tick(orient="vertical", color=theme.DARK, thickness=2.5, size=STRIP_PX + 8, yOffset=STRIP_Y)
        .encode(x=_x("median"), y=Y),
        _rows("published", "value")
        .mark_rule(color=theme.OWN, strokeWidth=1.5, yOffset=STRIP_Y)
        .encode(x=_x("published"), x2=alt.X2("value:Q"), y=Y),
        _rows("published")
        .mark_point(
            shape="circle",
            filled=True,
            size=110,
            color=theme.OWN,
            stroke=theme.PAPER,
            strokeWidth=1.5,
            opacity=1,
            yOffset=STRIP_Y,
        )
        .encode(x=_x("published"), y=Y, tooltip=_tooltip()),
        _rows("value")
        .mark_point(
            shape="circle",
            filled=False,
            size=230,
            color=theme.OWN,
            strokeWidth=3,
            opacity=1,
            yOffset=STRIP_Y,
        )
        .encode(x=_x("value"), y=Y, tooltip=_tooltip()),
    ]


def _words() -> list[alt.Chart]:
    base = _rows()
    return [
        base.mark_text(
            align="left",
            yOffset=NAME_Y,
            limit=NAME_LIMIT,
        ).encode(x=theme.x_at(0), y=Y, text=alt.Text("name:N")),
        base.mark_text(
            align=alt.ExprRef(f"{WIDE} ? 'left' : 'right'"),
            xOffset=YEARS_X,
            yOffset=YEARS_Y,
            opacity=IF_ROOM_FOR_YEARS,
            color=theme.QUIET,
            fontSize=theme.SMALL_TEXT_PX,
        ).encode(x=theme.x_at(0), y=Y, text=alt.Text("years:N")),
        base.mark_text(
            align="right",
            yOffset=NAME_Y,
            fontWeight="bold",
            fontSize=FIGURE_PX,
            color=theme.OWN,
        ).encode(x=theme.x_at("width"), y=Y, text=alt.Text("own_figure:N")),
        base.mark_text(
            align="right", yOffset=9, color=theme.QUIET, fontSize=theme.SMALL_TEXT_PX, opacity=IF_WIDE
        ).encode(x=theme.x_at("width"), y=Y, text=alt.Text("unit:N")),
    ]
