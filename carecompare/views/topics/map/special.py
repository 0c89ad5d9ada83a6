"""The map of the draft criteria of areas with special services: each municipality by how its numbers read."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from carecompare.comparisons import READINGS
from carecompare.maps import BLANK, Classes, camera, choropleth, hover
from carecompare.text.format import number
from carecompare.text.topics import plan_area_words
from carecompare.views.topics.map.legend import swatch_row

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.comparisons import SpecialFigures
    from carecompare.maps.deck import Deck
    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines

HEIGHT_PX, FITTED_PX, CLOSEST = 620, 480, 10.5
UNKNOWN = "n"


@dataclass(frozen=True)
class SpecialMap:
    """What is drawn: the deck, None without outlines, and the legend as HTML."""

    deck: Deck | None
    legend: str


def special_map(
    here: Page, known: Outlines | None, figures: Mapping[str, SpecialFigures], since: int
) -> SpecialMap:
    """Return the nation by reading, the own municipality outlined; darker is further below the limits."""
    legend = here.cached(
        "everybody",
        f"special legend {since}",
        lambda: _legend(_classes(list(figures.values())), figures),
    )
    if known is None:
        return SpecialMap(None, legend)
    classes, hovered = here.cached(
        "everybody", f"special nation {since} {known.address}", lambda: _nation(known, figures)
    )
    deck = choropleth(
        classes,
        known.address,
        camera(known.country, FITTED_PX, HEIGHT_PX, CLOSEST),
        hovered,
        known.shapes.get(here.own),
    )
    return SpecialMap(deck, legend)


def _nation(known: Outlines, figures: Mapping[str, SpecialFigures]) -> tuple[Classes, str]:
    """Return what is the same whoever looks: the class of each municipality, and what it says of itself."""
    codes = [code for code in sorted(figures) if code in known.shapes]
    drawn = [figures[code] for code in codes]
    lines = {
        plan_area_words.HOVER["reading"]: [plan_area_words.READINGS[each.reading] for each in drawn],
        plan_area_words.HOVER["density"]: [number(each.density, 1) for each in drawn],
        plan_area_words.HOVER["persons"]: [number(each.persons) for each in drawn],
    }
    return _classes(drawn), hover(plan_area_words.LEGEND, lines)


def _classes(figures: Sequence[SpecialFigures]) -> Classes:
    places = {reading: str(place) for place, reading in enumerate(READINGS)}
    limits = tuple(float(place) for place in range(len(READINGS)))
    return Classes(limits, limits, "".join(places.get(each.reading, UNKNOWN) for each in figures))


def _legend(shown: Classes, figures: Mapping[str, SpecialFigures]) -> str:
    read = [each.reading for each in figures.values()]
    rows = [
        swatch_row(color, plan_area_words.READINGS[reading], read.count(reading))
        for reading, color in reversed(list(zip(READINGS, shown.colors, strict=True)))
    ]
    rows.append(swatch_row(BLANK, plan_area_words.READINGS["unknown"], read.count("unknown")))
    heading = escape(plan_area_words.LEGEND)
    return f"<div class='cc-legend'><p>{heading}</p><ul>{''.join(rows)}</ul></div>"
