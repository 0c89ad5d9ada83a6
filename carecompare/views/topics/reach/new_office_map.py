"""The map of what one office more or one less does, with its legend."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

import numpy as np

from carecompare.comparisons.access.new_office import NEW
from carecompare.comparisons.access.reach import minutes
from carecompare.maps import OFFICE_COLOR, Kind, camera, marked_map, window
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_office_words, reach_words
from carecompare.views.topics.reach.legend import disc_row, legend, sign_row
from carecompare.views.topics.reach.map import FITTED_PX, HEIGHT_PX
from carecompare.views.topics.reach.new_office import (
    around,
    chosen_closed,
    chosen_effect,
    chosen_place,
    place_label,
    places,
)
from carecompare.views.topics.reach.ways import (
    bridges,
    chosen_service,
    chosen_speed,
    minutes_word,
    service_label,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from carecompare.comparisons.access.new_office import Effect
    from carecompare.maps.deck import Deck
    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


# From the lowest on the map to the topmost: what does not change is quiet.
STATES = {
    reach_office_words.STILL: Kind((214, 211, 199), 5),
    reach_office_words.BEYOND: Kind((88, 95, 120), 6),
    reach_office_words.GAINED: Kind((0, 158, 115), 8, 2.6),
    reach_office_words.LOST: Kind((213, 94, 0), 8, 2.6),
}
NAMES = tuple(STATES)
STANDS, NEW_SIGN, CLOSED_SIGN = ("■", OFFICE_COLOR), ("★", "#C8102E"), ("◇", "#3B4252")


@dataclass(frozen=True)
class EffectDrawn:
    """The map, None without boundaries, and its legend as HTML."""

    deck: Deck | None
    legend: str


def states_of(found: Effect) -> NDArray[np.intp]:
    """Return the state of each point as its place among `STATES`."""
    gained, lost, still = (
        NAMES.index(each)
        for each in (reach_office_words.GAINED, reach_office_words.LOST, reach_office_words.STILL)
    )
    beyond = NAMES.index(reach_office_words.BEYOND)
    return np.select([found.gained, found.lost, found.within], [gained, lost, still], beyond)


def effect_drawn(here: Page, known: Outlines | None) -> EffectDrawn:
    """Return the map of the chosen change."""
    service, (speed, _) = chosen_service(here), chosen_speed(here)
    chosen = (here.own, service, speed, chosen_place(here), chosen_closed(here), bridges(here))
    key = ("reach effect map", *chosen, known.address if known else "")
    return here.cached("everybody", key, lambda: _drawn(here, known))


def _drawn(here: Page, known: Outlines | None) -> EffectDrawn:
    found, (_, speed) = chosen_effect(here), chosen_speed(here)
    states = states_of(found)
    explained = _legend(here, states)
    if known is None or here.own not in known.shapes:
        return EffectDrawn(None, explained)
    shape = known.shapes[here.own]
    keys = {row: name for name, row in places(here).items()}
    shown = around(here)
    own_rows = (shown["municipality"] == here.own).to_numpy()
    # The own points stand first, in the order of `places`.
    order = np.cumsum(own_rows) - 1
    was, becomes = (minutes(each.land_km, speed) for each in (found.before, found.after))
    said = [
        escape(
            reach_office_words.SPOT_SAID.format(
                state=NAMES[state], before=minutes_word(one), after=minutes_word(other)
            )
        )
        for state, one, other in zip(states.tolist(), was, becomes, strict=True)
    ]
    frame = shown.assign(
        kind=states,
        key=[keys[int(row)] if is_own else "" for is_own, row in zip(own_rows, order, strict=True)],
        name=(shown["town"] + shown["koaza"]).map(escape),
        said=said,
    )
    view = camera(window([shape]), FITTED_PX, HEIGHT_PX)
    deck = marked_map(
        shape, frame, tuple(STATES.values()), view, known.around(here.own, view), _offices(here, found)
    )
    return EffectDrawn(deck, explained)


def _offices(here: Page, found: Effect) -> list[tuple[float, float, str, tuple[str, str]]]:
    """Return the offices that are nearest to a point before or after, those of the town, and the changed."""
    before, after = found.before.offices, found.after.offices
    used = np.zeros(len(before), dtype=bool)
    used[found.before.nearest[found.before.nearest >= 0]] = True
    used |= (before["municipality"] == here.own).to_numpy()
    closed, place = chosen_closed(here), chosen_place(here)
    listed = [
        (longitude, latitude, name, CLOSED_SIGN if number_of == closed else STANDS)
        for longitude, latitude, name, number_of in before.loc[
            used, ["longitude", "latitude", "name_ja", "office"]
        ].itertuples(index=False, name=None)
    ]
    new = after[after["office"] == NEW]
    return [
        *listed,
        *(
            (longitude, latitude, place_label(place), NEW_SIGN)
            for longitude, latitude in new[["longitude", "latitude"]].itertuples(index=False, name=None)
        ),
    ]


def _legend(here: Page, states: NDArray[np.intp]) -> str:
    counts = Counter(states.tolist())
    label = service_label(here, chosen_service(here))
    rows = [
        disc_row(name, counts[place], kind.color, kind.radius_px, kind.ring_px)
        for place, (name, kind) in enumerate(STATES.items())
        if counts[place] or name in (reach_office_words.STILL, reach_office_words.BEYOND)
    ]
    signs = [(STANDS, reach_words.OFFICE.format(service=label))]
    signs += [(NEW_SIGN, reach_office_words.NEW_OFFICE)] if chosen_place(here) else []
    signs += [(CLOSED_SIGN, reach_office_words.CLOSED_OFFICE)] if chosen_closed(here) else []
    rows += [sign_row(text, *sign) for sign, text in signs]
    return legend(reach_office_words.LEGEND.format(service=label, points=number(len(states))), rows)
