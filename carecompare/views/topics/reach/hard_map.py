"""The map of the list: points of blocks that are in it, by the reason."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

from carecompare.comparisons.access.hard_to_reach import CUT_OFF, FAR, REMARK
from carecompare.comparisons.access.hard_to_reach import SEA as OVER_SEA
from carecompare.maps import Kind, camera, marked_map, window
from carecompare.text.format import number
from carecompare.text.topics.reach import reach_hard_words
from carecompare.views.topics.reach.hard import hard_choice, hard_lines, is_of_the_town
from carecompare.views.topics.reach.legend import disc_row, legend
from carecompare.views.topics.reach.map import FITTED_PX, HEIGHT_PX
from carecompare.views.topics.reach.ways import points

if TYPE_CHECKING:
    from carecompare.comparisons.access.hard_to_reach import HardBlock
    from carecompare.maps.deck import Deck
    from carecompare.views.base.here import Page, Scope
    from carecompare.views.topics.map.files import Outlines


# From the lowest on the map to the topmost, the gravest last: it gives a block its colour.
KINDS = {
    "": Kind((214, 211, 199), 4),
    REMARK: Kind((204, 121, 167), 7),
    FAR: Kind((213, 94, 0), 7),
    OVER_SEA: Kind((86, 180, 233), 7, 2.6),
    CUT_OFF: Kind((255, 255, 255), 7, 3.0),
}
ORDER = tuple(KINDS)


@dataclass(frozen=True)
class HardDrawn:
    """The map, None without boundaries, and its legend as HTML."""

    deck: Deck | None
    legend: str


def hard_drawn(here: Page, known: Outlines | None) -> HardDrawn:
    """Return the map of the list."""
    scope: Scope = "visitor" if is_of_the_town(here) else "everybody"
    key = ("hard map", here.own, hard_choice(here), known.address if known else "")
    return here.cached(scope, key, lambda: _drawn(here, known))


def _drawn(here: Page, known: Outlines | None) -> HardDrawn:
    listed = points(here)
    lines = {(line.ward, line.town): line for line in hard_lines(here)}
    gravest = {
        key: max((each.kind for each in line.evidence), key=ORDER.index) for key, line in lines.items()
    }
    keys = list(zip(listed["ward"].tolist(), listed["town"].tolist(), strict=True))
    states = [ORDER.index(gravest.get(key, "")) for key in keys]
    counts = Counter(states)
    words = {"": reach_hard_words.UNLISTED, **reach_hard_words.KINDS}
    rows = [
        disc_row(words[name], counts[place], kind.color, kind.radius_px, kind.ring_px)
        for place, (name, kind) in enumerate(KINDS.items())
        if counts[place]
    ]
    heading = reach_hard_words.LEGEND.format(
        points=number(len(listed)), listed=number(len(listed) - counts[0])
    )
    explained = legend(heading, rows)
    if known is None or here.own not in known.shapes:
        return HardDrawn(None, explained)
    shape = known.shapes[here.own]
    shown = listed.assign(
        kind=states,
        key="",
        name=(listed["town"] + listed["koaza"]).map(escape),
        said=[escape(_said(words, lines.get(key))) for key in keys],
    )
    view = camera(window([shape]), FITTED_PX, HEIGHT_PX)
    return HardDrawn(
        marked_map(shape, shown, list(KINDS.values()), view, known.around(here.own, view)), explained
    )


def _said(words: dict[str, str], line: HardBlock | None) -> str:
    kinds = [] if line is None else [each.kind for each in line.evidence]
    return "・".join(words[kind] for kind in dict.fromkeys(kinds)) or words[""]
