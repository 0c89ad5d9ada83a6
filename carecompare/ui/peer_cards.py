"""Cards of peers: what binds each to the own municipality and what parts them."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from carecompare.text import comparator_words, peer_words
from carecompare.text.format import number

if TYPE_CHECKING:
    from carecompare.catalog import Feature
    from carecompare.comparisons import Peers
    from carecompare.ui.frame import Page

DISTANCE_DIGITS = 2


def cards_html(here: Page, found: Peers) -> str:
    """Return one card for each peer, the nearest first; every word is escaped."""
    cards = "".join(_card(here, found, place) for place in range(len(found.codes)))
    return f"<div class='cc-cards'>{cards}</div>"


def _card(here: Page, found: Peers, place: int) -> str:
    name = peer_words.CARD.format(place=place + 1, name=here.full_label(found.codes[place]))
    figures = peer_words.CARD_FIGURES.format(
        distance=number(float(found.distance[place]), DISTANCE_DIGITS),
        stays=peer_words.share(float(found.stays[place])),
    )
    binding = comparator_words.listed_all([each.label_ja for each in found.binding(place)])
    parting = found.parting(place)
    parts = "".join(_part(here, found, place, each) for each in parting)
    if not found.shares[place].any():
        parts = f"<p>{escape(peer_words.NOTHING_PARTS)}</p>"
    return (
        f"<section class='cc-card'><h4>{escape(name)}</h4><p class='cc-small'>{escape(figures)}</p>"
        f"<p><b>{escape(peer_words.BINDING)}</b> {escape(binding)}</p>"
        f"<p><b>{escape(peer_words.PARTING)}</b></p>{parts}</section>"
    )


def _part(here: Page, found: Peers, place: int, feature: Feature) -> str:
    table = found.table
    column = table.features.index(feature)
    indicator = here.catalog.indicators[feature.indicator]
    own, peer = (
        f"{number(float(table.figures[table.row_of[code], column]), indicator.decimals)}{indicator.unit_ja}"
        for code in (here.own, found.codes[place])
    )
    share = float(found.shares[place, column])
    said = peer_words.share(share)
    pair = peer_words.PAIR.format(own=own, peer=peer)
    return (
        f"<div class='cc-part'><span>{escape(feature.label_ja)}</span><span>{escape(said)}</span>"
        f"<i style='width:{100 * share:.1f}%'></i><small>{escape(pair)}</small></div>"
    )
