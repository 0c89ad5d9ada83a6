"""The map of a town's points by their way to a service, with its legend."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.access.reach import minutes
from carecompare.maps import (
    OFFICE_COLOR,
    OFFICE_SIGN,
    REACH_COLORS,
    REACH_EDGES,
    REACH_RADII,
    camera,
    reach_map,
    window,
)
from carecompare.text.format import number
from carecompare.text.topics import reach_words
from carecompare.views.topics.reach.ways import (
    bridges,
    chosen_service,
    chosen_speed,
    minutes_word,
    reached,
    service_label,
)

if TYPE_CHECKING:
    import pandas as pd
    from numpy.typing import NDArray

    from carecompare.comparisons.access.reach import Reach
    from carecompare.maps.deck import Deck
    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


HEIGHT_PX, FITTED_PX = 560, 430
NO_WAY = len(REACH_EDGES) + 1


@dataclass(frozen=True)
class PointsDrawn:
    """The map, None without boundaries, and its legend as HTML."""

    deck: Deck | None
    legend: str


def classes_of(reached_points: Reach, speed: float) -> NDArray[np.intp]:
    """Return the class of each point: up to 10, 20, 30, 60 minutes, beyond, and without a way over land."""
    times = minutes(reached_points.land_km, speed)
    return np.where(np.isinf(times), NO_WAY, np.searchsorted(REACH_EDGES, times, side="left"))


def points_drawn(here: Page, known: Outlines | None) -> PointsDrawn:
    """Return the map of the own town's points."""
    service, (name, speed) = chosen_service(here), chosen_speed(here)
    key = ("reach map", here.own, service, name, bridges(here), known.address if known else "")
    return here.cached("everybody", key, lambda: _drawn(here, known, service, speed))


def _drawn(here: Page, known: Outlines | None, service: str, speed: float) -> PointsDrawn:
    ways = reached(here, service)
    classed = classes_of(ways, speed)
    legend = reach_legend(classed, service_label(here, service), has_rings=bool(ways.over_sea.any()))
    if known is None or here.own not in known.shapes:
        return PointsDrawn(None, legend)
    shape = known.shapes[here.own]
    around = [other for code, other in known.shapes.items() if code != here.own and other.intersects(shape)]
    times = minutes(ways.land_km, speed)
    across = minutes(ways.km, speed)
    names = ways.offices["name_ja"].tolist()
    shown = ways.points.assign(
        place=classed,
        over_sea=ways.over_sea,
        name=(ways.points["town"] + ways.points["koaza"]).map(escape),
        said=[
            escape(
                reach_words.POINT_SAID.format(
                    minutes=reach_words.ACROSS.format(minutes=number(straight))
                    if is_over
                    else minutes_word(land),
                    office=names[site],
                )
            )
            for land, straight, is_over, site in zip(times, across, ways.over_sea, ways.nearest, strict=True)
        ],
    )
    view = camera(window([shape]), FITTED_PX, HEIGHT_PX)
    return PointsDrawn(reach_map(shape, shown, _offices(ways, here.own), view, around), legend)


def _offices(ways: Reach, own: str) -> pd.DataFrame:
    """Return the offices that are nearest to a point, and those of the town."""
    used = np.zeros(len(ways.offices), dtype=bool)
    used[ways.nearest[ways.nearest >= 0]] = True
    used |= (ways.offices["municipality"] == own).to_numpy()
    return ways.offices.loc[used]


def reach_legend(classed: NDArray[np.intp], service: str, *, has_rings: bool) -> str:
    """Return what colours and rings mean, each with its number of points, as HTML.

    Parameters
    ----------
    classed : ndarray of int
        Class of each point.
    service : str
        What is reached.
    has_rings : bool
        Whether the nearest office of a point lies over the sea.
    """
    counts = Counter(classed.tolist())
    spans = [
        reach_words.UP_TO.format(minutes=number(REACH_EDGES[0])),
        *(
            reach_words.BETWEEN.format(low=number(low), high=number(high))
            for low, high in pairwise(REACH_EDGES)
        ),
        reach_words.BEYOND.format(minutes=number(REACH_EDGES[-1])),
        reach_words.NO_WAY_LEGEND,
    ]
    rows = [
        _row(_disc(place), span, counts[place])
        for place, span in enumerate(spans)
        if place != NO_WAY or counts[place]
    ]
    sign = f"<span style='color:{OFFICE_COLOR};width:1.9em;text-align:center'>{OFFICE_SIGN}</span>"
    rows.append(f"<li>{sign}{escape(reach_words.OFFICE.format(service=service))}</li>")
    if has_rings:
        rows.append(f"<li>{escape(reach_words.RING)}</li>")
    heading = reach_words.LEGEND.format(service=service, points=number(len(classed)))
    return f"<div class='cc-legend'><p>{escape(heading)}</p><ul>{''.join(rows)}</ul></div>"


def _disc(place: int) -> str:
    wide = 2 * REACH_RADII[place]
    line = 3 if place == NO_WAY else 1
    shade = f"#{bytes(REACH_COLORS[place]).hex()}"
    disc = (
        f"<span style='display:inline-block;width:{wide}px;height:{wide}px;border-radius:50%;"
        f"background:{shade};border:{line}px solid #20242C;box-sizing:content-box'></span>"
    )
    return f"<span aria-hidden='true' style='width:1.9em;text-align:center;flex:none'>{disc}</span>"


def _row(sign: str, text: str, count: int) -> str:
    many = escape(reach_words.POINTS.format(count=number(count)))
    return f"<li>{sign}{escape(text)}<small>{many}</small></li>"
