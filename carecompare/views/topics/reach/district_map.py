"""The map of a town's points by their district: colour and number say the same as the legend."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from carecompare.maps import Kind, camera, marked_map, window
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_district_words
from carecompare.views.topics.reach.districts import of_points
from carecompare.views.topics.reach.legend import disc_row, legend
from carecompare.views.topics.reach.map import FITTED_PX, HEIGHT_PX
from carecompare.views.topics.reach.new_office import PARTED
from carecompare.views.topics.reach.ways import points

if TYPE_CHECKING:
    from carecompare.maps.deck import Deck
    from carecompare.own.contents.districts import Districts
    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


# Told apart by colour-blind eyes; beyond eight districts colours come again, and the number tells.
COLORS = (
    (230, 159, 0),
    (86, 180, 233),
    (0, 158, 115),
    (240, 228, 66),
    (0, 114, 178),
    (213, 94, 0),
    (204, 121, 167),
    (150, 150, 150),
)
RADIUS_PX = 9
NONE = Kind((255, 255, 255), 7, 1.6)


@dataclass(frozen=True)
class DistrictsDrawn:
    """The map, None without boundaries, its legend as HTML, and what it shows in words."""

    deck: Deck | None
    legend: str
    said: str


def districts_drawn(here: Page, known: Outlines | None, districts: Districts) -> DistrictsDrawn:
    """Return the map of districts, as they are kept or as they are being drawn."""
    listed = points(here)
    names = [each.name for each in districts.districts]
    of_point = of_points(listed, districts)
    kinds = [
        NONE,
        *(Kind(COLORS[place % len(COLORS)], RADIUS_PX, mark=str(place + 1)) for place in range(len(names))),
    ]
    place_of = {name: place for place, name in enumerate(names, 1)}
    states = np.array([place_of.get(str(name), 0) for name in of_point], dtype=np.intp)
    counts = np.bincount(states, minlength=len(kinds)).tolist()
    rows = [
        disc_row(name, count, kind.color, kind.radius_px, kind.ring_px, kind.mark)
        for name, kind, count in zip(names, kinds[1:], counts[1:], strict=True)
    ]
    rows += (
        [disc_row(reach_district_words.IN_NONE, counts[0], NONE.color, NONE.radius_px)] if counts[0] else []
    )
    explained = legend(reach_district_words.LEGEND.format(points=number(len(listed))), rows)
    said = _said(here, districts)
    if known is None or here.own not in known.shapes:
        return DistrictsDrawn(None, explained, said)
    shape = known.shapes[here.own]
    shown = listed.assign(
        kind=states,
        key=[PARTED.join(pair) for pair in zip(listed["ward"], listed["town"], strict=True)],
        name=(listed["town"] + listed["koaza"]).map(escape),
        said=[escape(str(name)) or reach_district_words.IN_NONE for name in of_point],
    )
    view = camera(window([shape]), FITTED_PX, HEIGHT_PX)
    return DistrictsDrawn(
        marked_map(shape, shown, kinds, view, known.around(here.own, view)), explained, said
    )


def _said(here: Page, districts: Districts) -> str:
    listed = points(here)
    blocks = listed[["ward", "town"]].drop_duplicates()
    held = {(block.ward, block.town) for block in districts.of_block}
    left = sum(pair not in held for pair in zip(blocks["ward"], blocks["town"], strict=True))
    return reach_district_words.MAP_FINDING.format(
        own=here.own_label,
        districts=number(len(districts.districts)),
        blocks=number(len(blocks)),
        left=number(left),
    )
