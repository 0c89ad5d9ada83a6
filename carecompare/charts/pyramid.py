"""Residents by sex and age in several years, pyramids side by side in one picture."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import altair as alt

from carecompare.charts import theme
from carecompare.charts.parts.spacing import rounded_up, ticks
from carecompare.charts.plan import filled, named, parameter, planned
from carecompare.text.format import number
from carecompare.text.topics.pyramid_words import FEMALE, GENERATION, MALE, NOTHING, TOOLTIP, band

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.charts.plan import Picture
    from carecompare.rows import PyramidRow


ROW_PX = 19
TITLES_PX = 20
# Between two pyramids, as a share of half of one.
GAP_SHARE = 0.45
# Below this words of several pyramids would lie on each other.
NARROW_PX = 620
SIDES: tuple[tuple[str, int], ...] = ((MALE, -1), (FEMALE, 1))


@dataclass(frozen=True)
class PyramidPanel:
    """One year.

    Parameters
    ----------
    year, title, subtitle : str
        Above it; on a narrow screen the year alone.
    rows : sequence of PyramidRow
        Of the own municipality, from the youngest; empty where there are no figures.
    peer : sequence of PyramidRow
        Of the one laid over it; empty of none.
    """

    year: str
    title: str
    subtitle: str
    rows: Sequence[PyramidRow]
    peer: Sequence[PyramidRow]


def pyramids(panels: Sequence[PyramidPanel], height_px: int | None = None) -> Picture:
    """Return pyramids side by side, with the same scale.

    Parameters
    ----------
    panels : sequence of PyramidPanel
        From left to right; at least one with figures.
    height_px : int, optional
        Height of the plots and of what their titles take more than other pictures have above them.

    Returns
    -------
    Picture
        Shares of everybody; men to the left of each middle, women to the right.
    """
    every = [row for panel in panels for row in (*panel.rows, *panel.peer)]
    half = rounded_up(max(max(row["male_share"], row["female_share"]) for row in every))
    width = 2 * half * (1 + GAP_SHARE / 2)
    middles = [half + place * width for place in range(len(panels))]
    known = next(panel.rows for panel in panels if panel.rows)
    ages = [band(row["age"], row["last_age"]) for row in reversed(known)]
    together = list(zip(panels, middles, strict=True))
    height = height_px - TITLES_PX if height_px else ROW_PX * len(ages)
    return filled(
        pyramid_plan(),
        {
            "bars": [bar for panel, middle in together for bar in _bars(panel.rows, middle)],
            "peer": [mark for panel, middle in together for mark in _marks(panel.peer, middle)],
            "generations": [each for panel, middle in together for each in _generations(panel.rows, middle)],
            "grid": [
                {"x": middle + side * tick, "text": f"{tick:g}"}
                for _, middle in together
                for tick in ticks(half)[::2]
                for _, side in (SIDES if tick else SIDES[:1])
            ],
            "titles": [
                {
                    "x": middle,
                    "year": panel.year,
                    "title": panel.title,
                    "subtitle": panel.subtitle if panel.rows else NOTHING,
                    "nothing": "" if panel.rows else NOTHING,
                }
                for panel, middle in together
            ],
            "sexes": [
                {"x": middle + side * half * 0.8, "text": sex}
                for panel, middle in together
                for sex, side in SIDES
                if panel.rows
            ],
        },
        {"ages": ages, "right": middles[-1] + half, "mark_px": 0.86 * height / len(ages)},
        height,
    )


def _share(row: PyramidRow, sex: str) -> float:
    return row["male_share"] if sex == MALE else row["female_share"]


def _bars(rows: Sequence[PyramidRow], middle: float) -> list[dict[str, object]]:
    return [
        {
            "from": middle,
            "to": middle + side * _share(row, sex),
            "band": band(row["age"], row["last_age"]),
            "sex": sex,
            "said": f"{number(_share(row, sex), 1)}%",
            "persons": number(row["male"] if sex == MALE else row["female"]),
            "ink": theme.OWN if row["generation"] else theme.OWN_LIGHT,
        }
        for row in rows
        for sex, side in SIDES
    ]


def _marks(rows: Sequence[PyramidRow], middle: float) -> list[dict[str, object]]:
    return [
        {"x": middle + side * _share(row, sex), "band": band(row["age"], row["last_age"])}
        for row in rows
        for sex, side in SIDES
    ]


def _generations(rows: Sequence[PyramidRow], middle: float) -> list[dict[str, object]]:
    """Return the names of the generations, to the right of the women of their band."""
    return [
        {
            "x": middle + row["female_share"],
            "band": band(row["age"], row["last_age"]),
            "text": GENERATION[row["generation"]],
        }
        for row in rows
        if row["generation"]
    ]


@cache
def pyramid_plan() -> Picture:
    """Return the plan of pyramids; its datasets and numbers are those that `pyramids` fills in."""
    scale = alt.Scale(domain=[0, parameter("right")], nice=False)

    def across(column: str) -> alt.X:
        return alt.X(f"{column}:Q", axis=None, scale=scale)

    ages = alt.Y(
        "band:N",
        axis=alt.Axis(title=None, domain=False, ticks=False, grid=False),
        scale=alt.Scale(domain=parameter("ages"), paddingInner=0.12, paddingOuter=0.1),
        sort=None,
    )
    grid = alt.Chart(named("grid"))
    bars = alt.Chart(named("bars")).mark_bar(color=alt.ExprRef("datum.ink"))
    peer = alt.Chart(named("peer")).mark_tick(orient="vertical", thickness=2, color=theme.INK)
    names = (
        alt.Chart(named("generations"))
        .mark_text(
            align="left",
            dx=6,
            fontSize=theme.SMALL_TEXT_PX,
            color=theme.INK,
            text=_if_narrow("''", "datum.text"),
        )
        .encode(x=across("x"), y=ages)
    )
    titles = alt.Chart(named("titles"))
    quiet, px = theme.QUIET, theme.SMALL_TEXT_PX
    return planned(
        [
            bars.encode(
                x=across("from"),
                x2=alt.X2("to:Q"),
                y=ages,
                tooltip=[alt.Tooltip(f"{key}:N", title=title) for key, title in TOOLTIP.items()],
            ),
            grid.mark_rule(color=theme.GRID, strokeWidth=1).encode(x=across("x")),
            grid.mark_text(color=quiet, fontSize=px, baseline="top").encode(
                x=across("x"), y=theme.y_at(alt.ExprRef("height + 6")), text=alt.Text("text:N")
            ),
            peer.encode(x=across("x"), y=ages, size=alt.value(parameter("mark_px"))),
            *theme.haloed(names),
            titles.mark_text(
                fontWeight="bold", color=theme.INK, text=_if_narrow("datum.year", "datum.title")
            ).encode(x=across("x"), y=theme.y_at(-40)),
            titles.mark_text(
                color=quiet, fontSize=px, text=_if_narrow("datum.nothing", "datum.subtitle")
            ).encode(x=across("x"), y=theme.y_at(-24)),
            alt.Chart(named("sexes"))
            .mark_text(color=quiet, fontSize=px)
            .encode(x=across("x"), y=theme.y_at(-8), text=alt.Text("text:N")),
        ]
    )


def _if_narrow(narrow: str, wide: str) -> alt.ExprRef:
    return alt.ExprRef(f"width < {NARROW_PX} ? {narrow} : {wide}")
