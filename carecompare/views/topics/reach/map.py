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
from carecompare.text.topics.reach import reach_words
from carecompare.views.topics.reach.legend import disc_row, legend, sign_row
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


# Fitted to a phone, on which the map is 366 px wide.
HEIGHT_PX, FITTED_PX = 560, 390
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
    explained = reach_legend(classed, service_label(here, service), has_rings=bool(ways.over_sea.any()))
    if known is None or here.own not in known.shapes:
        return PointsDrawn(None, explained)
    shape = known.shapes[here.own]
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
    return PointsDrawn(
        reach_map(shape, shown, _offices(ways, here.own), view, known.around(here.own, view)), explained
    )


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
        disc_row(span, counts[place], REACH_COLORS[place], REACH_RADII[place], 3 if place == NO_WAY else 1)
        for place, span in enumerate(spans)
        if place != NO_WAY or counts[place]
    ]
    rows.append(sign_row(reach_words.OFFICE.format(service=service), OFFICE_SIGN, OFFICE_COLOR))
    if has_rings:
        rows.append(f"<li>{escape(reach_words.RING)}</li>")
    return legend(reach_words.LEGEND.format(service=service, points=number(len(classed))), rows)
