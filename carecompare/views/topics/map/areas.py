"""The map of one indicator over the country, with its legend and its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from carecompare.charts import class_bars
from carecompare.maps import MOST_OUTLINED, as_shown, camera, choropleth, classes, together, window
from carecompare.text.format import era_year
from carecompare.text.topics import map_words
from carecompare.views.base.block import Block
from carecompare.views.base.choice import parameter
from carecompare.views.shapes.national import finding, national_file, national_of
from carecompare.views.shapes.passport import passport_links
from carecompare.views.topics.map.files import boundary_origin
from carecompare.views.topics.map.legend import legend
from carecompare.views.topics.map.table import hover_text, national_table

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from carecompare.catalog import Indicator
    from carecompare.charts import Picture
    from carecompare.maps import Bounds, Classes
    from carecompare.maps.deck import Deck
    from carecompare.origins import Origin
    from carecompare.views.base.here import Page
    from carecompare.views.shapes.national import National
    from carecompare.views.topics.map.files import Outlines


VIEW = parameter("view", lambda value, _: value in map_words.VIEWS, "view_unknown")
ZOOM = parameter("zoom", lambda value, _: value in map_words.ZOOMS, "zoom_unknown")

MAP_KEY = "map_areas"
# The map fills its column; what it looks at is fitted to a size that a phone has too.
HEIGHT_PX, FITTED_PX = 620, 480
CLOSEST = 10.5
# When a first municipality is picked, the comparators on screen stay where they are this many or fewer.
MOST_KEPT = 20


@dataclass(frozen=True)
class _Country:
    """What the map of an indicator and year shows whatever the own municipality is."""

    figures: National
    shown: Classes
    in_classes: NDArray[np.float64]
    legend: str
    origins: tuple[Origin, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class _Map:
    block: Block
    legend: str
    histogram: Picture | None
    deck: Deck | None


def preselected(here: Page) -> list[str]:
    """Return the codes of the municipalities marked on the map before anybody clicks."""
    if here.selection.vs == "free":
        return list(here.selection.chosen_codes)
    return list(here.peers) if len(here.peers) <= MOST_KEPT else []


def areas_map(here: Page, known: Outlines | None, indicator: Indicator, year: int, zoom: str) -> _Map:
    """Return the map of an indicator with its legend, histogram and table."""
    country = _country(here, indicator, year)
    histogram = None
    if country.shown.lowest:
        own = as_shown(np.array([country.figures.rows[here.own]["value"]]), indicator.decimals)
        histogram = class_bars(
            country.in_classes, country.shown.highest, country.shown.colors, indicator, float(own[0])
        )
    return _Map(
        block=_block(here, country),
        legend=country.legend,
        histogram=histogram,
        deck=None if known is None else _deck(here, known, country.figures, zoom),
    )


def _country(here: Page, indicator: Indicator, year: int) -> _Country:
    return here.cached("country", f"map {indicator.id} {year}", lambda: _made_country(here, indicator, year))


def _made_country(here: Page, indicator: Indicator, year: int) -> _Country:
    figures = national_of(here, indicator, year)
    frame = figures.frame
    shown = classes(frame, indicator.decimals)
    printed = as_shown(frame["value"].to_numpy(dtype=float), indicator.decimals)
    cautions = [indicator.notes_ja, map_words.LEGEND_NOTE]
    if indicator.projection is not None and figures.is_projected:
        cautions.append(indicator.projection.note_ja)
    return _Country(
        figures=figures,
        shown=shown,
        in_classes=printed[[mark.isdigit() for mark in shown.marks]],
        legend=legend(shown, indicator),
        origins=(*figures.origins, boundary_origin(here)),
        notes=tuple(cautions),
    )


def _deck(here: Page, known: Outlines, national: National, zoom: str) -> Deck:
    def drawn() -> tuple[Classes, str]:
        frame = national.frame.loc[national.frame["area"].isin(known.shapes.keys())]
        return classes(frame, national.indicator.decimals), hover_text(national, frame["area"].tolist())

    name = f"map outlined {national.indicator.id} {national.year} {known.address}"
    shown, hover = here.cached("country", name, drawn)
    peers = [known.shapes[code] for code in here.peers if code in known.shapes]
    return choropleth(
        shown,
        known.address,
        camera(_looked_at(here, known, zoom), FITTED_PX, HEIGHT_PX, CLOSEST),
        hover,
        known.shapes.get(here.own),
        peers if len(peers) <= MOST_OUTLINED else (),
        here.own[:2] if zoom != "nation" else "",
    )


def _looked_at(here: Page, known: Outlines, zoom: str) -> Bounds:
    if zoom == "nation":
        return known.country
    prefecture = known.windows[here.own[:2]]
    if here.own not in known.shapes:
        return prefecture
    own = window([known.shapes[here.own]])
    return own if zoom == "own" else together([prefecture, own])


def _block(here: Page, country: _Country) -> Block:
    national = country.figures
    indicator, year = national.indicator, national.year
    cautions = country.notes
    if len(here.peers) > MOST_OUTLINED:
        cautions = (*cautions, map_words.TOO_MANY_OUTLINES.format(most=MOST_OUTLINED))
    when = era_year(year, fiscal=indicator.fiscal_year)
    return Block(
        key=f"map_{indicator.id}_{year}",
        finding=finding(here, national),
        subtitle=f"{indicator.label_ja}（{indicator.unit_ja}）、{when}",
        table=national_table(here, national),
        # Asked for anew, so that a block that is kept does not keep the whole country.
        file=lambda: national_file(_country(here, indicator, year).figures.frame, indicator),
        origins=country.origins,
        notes=tuple(dict.fromkeys(each for each in cautions if each)),
        passports=passport_links(here, [national.rows[here.own]]),
    )
