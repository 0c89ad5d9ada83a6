"""One office more or one less: what is chosen, and what it does to a town and its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from carecompare.comparisons.access.new_office import effect, with_office, without_office
from carecompare.store import town_points
from carecompare.text.format import number
from carecompare.text.own import mesh_words
from carecompare.views.base.choice import parameter
from carecompare.views.topics.reach.persons import persons
from carecompare.views.topics.reach.ways import bridges, chosen_service, chosen_speed, offices, points

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from carecompare.comparisons.access.new_office import Effect
    from carecompare.views.base.here import Page


LONGEST = 120
# What parts ward, block and part of a block in the link: it stands in no name.
PARTED = "|"
PLACE = parameter("place", lambda value, _: len(value) <= LONGEST)
CLOSED = parameter("closed", lambda value, _: len(value) <= LONGEST)


def places(here: Page) -> Mapping[str, int]:
    """Return the row of each point of the own town, by the words that name it in a link."""

    def named() -> dict[str, int]:
        columns = (points(here)[name].tolist() for name in ("ward", "town", "koaza"))
        return {PARTED.join(names): row for row, names in enumerate(zip(*columns, strict=True))}

    return here.cached("everybody", ("reach places", here.own), named)


def place_label(name: str) -> str:
    """Return how a point is called in a list."""
    ward, town, koaza = name.split(PARTED)
    return f"{town}{koaza}" + (f"（{ward}）" if ward else "")


def chosen_place(here: Page) -> str:
    """Return where the new office would stand, or an empty text."""
    wanted = here.selection[PLACE]
    return wanted if wanted in places(here) else ""


def around(here: Page) -> pd.DataFrame:
    """Return the points of the own town and of those that border on it; the own ones first."""

    def read() -> pd.DataFrame:
        beside = here.loaded.surroundings.bordering.get(here.own, ())
        found = town_points(here.store, [here.own, *beside])
        is_beside = found["municipality"] != here.own
        return found.assign(beside=is_beside).sort_values("beside", kind="stable", ignore_index=True)

    return here.cached("everybody", ("reach around", here.own), read)


def closable(here: Page) -> Mapping[str, str]:
    """Return the offices of the service that stand in the own town, by number."""
    service = chosen_service(here)

    def named() -> dict[str, str]:
        listed = offices(here)[service].listed
        own = listed[listed["municipality"] == here.own]
        return dict(zip(own["office"].tolist(), own["name_ja"].tolist(), strict=True))

    return here.cached("everybody", ("reach closable", here.own, service), named)


def chosen_closed(here: Page) -> str:
    """Return the number of the office that would be no more, or an empty text."""
    wanted = here.selection[CLOSED]
    return wanted if wanted in closable(here) else ""


def chosen_effect(here: Page) -> Effect:
    """Return what the chosen change does; of none the ways as they are."""
    service, (_, speed) = chosen_service(here), chosen_speed(here)
    place, closed = chosen_place(here), chosen_closed(here)

    def computed() -> Effect:
        before = offices(here)[service]
        changed = without_office(before, closed) if closed else before
        if place:
            stands = points(here).iloc[places(here)[place]]
            changed = with_office(
                changed, here.own, stands["latitude"], stands["longitude"], int(stands["island"])
            )
        return effect(around(here), before, changed, speed, bridges(here))

    key = ("reach effect", here.own, service, speed, place, closed, bridges(here))
    return here.cached("everybody", key, computed)


def effect_persons_line(here: Page) -> str:
    """Return how many of the aged are in time before and after, in a sentence; empty without persons."""
    people = persons(here)
    if people is None or not (chosen_place(here) or chosen_closed(here)):
        return ""
    found = chosen_effect(here)
    is_own = (found.before.points["municipality"] == here.own).to_numpy()
    # The own points stand first, in the order in which persons are.
    was = (found.within & ~found.gained | found.lost)[is_own]
    becomes = found.within[is_own]
    return mesh_words.EFFECT_LINE.format(
        before=number(float(people.aged_65[was].sum())),
        after=number(float(people.aged_65[becomes].sum())),
        before_75=number(float(people.aged_75[was].sum())),
        after_75=number(float(people.aged_75[becomes].sum())),
    )
