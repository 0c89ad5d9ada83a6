"""Municipalities like the own one, and why they are."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from carecompare.charts import feature_dots, feature_screens
from carecompare.comparisons import POOLS, peers, similar_codes
from carecompare.text import comparator_words, words
from carecompare.text.chart_words import FEATURE_DOTS_LEGEND
from carecompare.text.format import number
from carecompare.text.topics import peer_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block, years_behind_all
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.shapes.passport import passport_links

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Feature
    from carecompare.comparisons import Peers
    from carecompare.file_tables import FileTable
    from carecompare.rows import FeatureRow, ValueRow
    from carecompare.views.base.here import Page


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


def found_peers(here: Page) -> Peers:
    """Return the municipalities like the own one that the choice asks for."""

    def found() -> Peers:
        choice = here.selection.choice(here.catalog)
        return peers(here.loaded.features, here.own, choice.weights, choice.most, choice.pool)

    return here.cached("choice", "peers", found)


def nearest_codes(here: Page) -> tuple[str, ...]:
    """Return the codes of the same municipalities alone, without the reasons that take long to draw."""

    def found() -> tuple[str, ...]:
        choice = here.selection.choice(here.catalog)
        return similar_codes(here.loaded.features, here.own, choice.weights, choice.most, choice.pool)

    return here.cached("choice", "nearest codes", found)


def peers_view(here: Page, found: Peers) -> Block:
    """Return the block of the peers that were found, ready to be put into papers."""
    return here.view("peers", "", lambda: _block(here, found))


def peers_block(here: Page) -> Block | None:
    """Return who is like the own municipality, None where nobody can be."""
    found = found_peers(here)
    if not found.codes:
        return None
    return peers_view(here, found)


def _block(here: Page, found: Peers) -> Block:
    selection, table = here.selection, found.table
    preset = here.catalog.presets[selection.preset or next(iter(here.catalog.presets))]
    used = [each for each, weight in zip(table.features, found.weights, strict=True) if weight > 0]
    cautions = [peer_words.RULE, peer_words.STAYS_RULE.format(count=len(found.codes))]
    if selection.pool:
        choice = selection.choice(here.catalog)
        nationwide = set(similar_codes(table, here.own, choice.weights, len(found.codes)))
        kept = len(nationwide & set(found.codes))
        cautions.append(peer_words.POOLED.format(count=len(found.codes), kept=kept))
    if found.lacking:
        lacking = comparator_words.listed_all([each.label_ja for each in found.lacking])
        cautions.append(peer_words.LACKING.format(own=here.own_label, features=lacking))
    rows = [table.row_of[code] for code in (here.own, *found.codes)]
    if np.isnan(table.standard[rows][:, found.weights > 0]).any():
        cautions.append(peer_words.PEER_LACKS)
    cautions.append(peer_words.NO_TARGET)
    return Block(
        key=f"peers_{here.own}",
        finding=peer_words.finding(here.own_label, [here.label(code) for code in found.codes]),
        subtitle=peer_words.SUBTITLE.format(
            preset=preset.label_ja,
            changed=comparator_words.CHANGED if selection.weights else "",
            pool=comparator_words.POOLS[selection.pool or POOLS[0]],
            count=len(found.codes),
            legend=FEATURE_DOTS_LEGEND,
        ),
        chart=feature_dots(_dots(here, found), used, here.catalog.indicators),
        staged=partial(feature_screens, _dots(here, found), used, here.catalog.indicators),
        table=_table(here, found),
        file=partial(_file, here, found),
        origins=origins_of(here, _years_of_counts(here, used)),
        passports=passport_links(here, _figures_of_own(here, used)),
        notes=tuple(cautions),
        indicators=tuple(dict.fromkeys(each.indicator for each in used)),
        what=peer_words.WHAT.format(
            preset=preset.label_ja,
            changed=comparator_words.CHANGED if selection.weights else "",
            pool=comparator_words.POOLS[selection.pool or POOLS[0]],
            count=len(found.codes),
        ),
    )


def _years_of_counts(here: Page, features: Sequence[Feature]) -> dict[str, set[int]]:
    years: dict[str, set[int]] = {}
    for feature in features:
        indicator = here.catalog.indicators[feature.indicator]
        for count, shown in years_behind_all(here, indicator).items():
            years.setdefault(count, set()).update(shown)
    return years


def _figures_of_own(here: Page, features: Sequence[Feature]) -> list[ValueRow]:
    """Return the own figures behind the features, each as a row of VALUES."""
    latest = here.loaded.latest
    known = [each.indicator for each in features if each.indicator in latest]
    rows = here.loaded.figures.rows(known, [here.own])
    return [row for row in rows if row["year"] == latest[row["indicator"]]]


def _dots(here: Page, found: Peers) -> list[FeatureRow]:
    table = found.table
    codes = (here.own, *found.codes)
    rows = [table.row_of[code] for code in codes]
    return [
        {
            "feature": feature.id,
            "area": code,
            "name_ja": here.label(code),
            "role": "own" if code == here.own else "peer",
            "value": value,
            "standard": standard,
        }
        for code, values, standards in zip(
            codes, table.figures[rows].tolist(), table.standard[rows].tolist(), strict=True
        )
        for feature, value, standard in zip(table.features, values, standards, strict=True)
    ]


def _table(here: Page, found: Peers) -> Table:
    heading = peer_words.COLUMNS
    column = words.COLUMN
    return Table(
        columns=[heading["place"], column["name"], heading["distance"], heading["stays"]],
        rows=[
            (
                str(place + 1),
                here.full_label(code),
                number_cell(distance, DISTANCE_DIGITS),
                number_cell(100 * stays, around="{figure}%"),
            )
            for place, (code, distance, stays) in enumerate(
                zip(found.codes, found.distance.tolist(), found.stays.tolist(), strict=True)
            )
        ],
        numeric=frozenset({2, 3}),
        kind="places",
    )


def _file(here: Page, found: Peers) -> FileTable:
    table = found.table
    rows = [table.row_of[code] for code in (here.own, *found.codes)]
    shares = np.vstack([np.full(len(table.features), np.nan), found.shares])
    heading = {name: peer_words.COLUMNS[name] for name in ("place", "distance", "stays")}
    file = {
        "area": [table.codes[row] for row in rows],
        "name": [here.label(table.codes[row]) for row in rows],
        "place": pd.array([pd.NA, *range(1, len(rows))], dtype="Int64"),
        "distance": [0.0, *found.distance.tolist()],
        "stays": [np.nan, *found.stays.tolist()],
    }
    for place, feature in enumerate(table.features):
        indicator = here.catalog.indicators[feature.indicator]
        figure, contribution = f"figure_{feature.id}", f"contribution_{feature.id}"
        heading[figure] = peer_words.COLUMNS["figure"].format(
            feature=indicator.name_ja, unit=indicator.unit_ja
        )
        file[figure] = table.figures[rows, place]
        if found.weights[place] > 0:
            heading[contribution] = peer_words.COLUMNS["contribution"].format(feature=feature.label_ja)
            file[contribution] = shares[:, place]
    return file_table(pd.DataFrame(file), heading)
