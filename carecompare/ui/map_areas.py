"""The map of one indicator over the country, with its legend and its table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import streamlit as st

from carecompare.charts import class_bars
from carecompare.comparisons import nationwide
from carecompare.maps import AREAS, MOST_OUTLINED, as_shown, camera, choropleth, classes, together, window
from carecompare.tables import ESTIMATED, PROJECTED
from carecompare.text import map_words, words
from carecompare.text.format import era_year
from carecompare.ui.blocks import Block, draw, show_foot, years_behind
from carecompare.ui.html import notes
from carecompare.ui.map_files import boundary_origin
from carecompare.ui.map_legend import legend
from carecompare.ui.map_table import National, finding, hover_text, national_file, national_table
from carecompare.ui.origins import origins_of
from carecompare.ui.passport import passport_links
from carecompare.ui.selection import SEPARATOR, choose
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from carecompare.catalog import Indicator
    from carecompare.charts import Picture
    from carecompare.maps import Bounds, Classes
    from carecompare.maps.deck import Deck
    from carecompare.origins import Origin
    from carecompare.ui.frame import Page
    from carecompare.ui.map_files import Outlines

FIRST = "share_65_and_over"
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


def show_areas(here: Page, known: Outlines | None) -> None:
    """Draw the map of the chosen indicator and year."""
    indicator, year, zoom = _controls(here)
    name = f"map {indicator.id} {year} {zoom} {known.address if known else ''}"
    drawn = here.remembered(name, lambda: _map(here, known, indicator, year, zoom))
    st.subheader(drawn.block.finding)
    st.caption(drawn.block.subtitle)
    left, right = st.columns([11, 9], gap="small")
    with left:
        if drawn.deck is not None:
            st.pydeck_chart(
                drawn.deck,
                height=HEIGHT_PX,
                on_select=_add_clicked,
                selection_mode="single-object",
                key=MAP_KEY,
                alt=drawn.block.finding,
            )
            st.html(notes(map_words.OWN_IS_OUTLINED, map_words.FIGURES_HIDDEN))
        _add_box(here)
    with right:
        if drawn.histogram is not None:
            draw(drawn.histogram, map_words.LEGEND_ALT.format(own=here.own_label))
        st.html(drawn.legend)
        st.html(drawn.block.table_html)
    show_foot(here, drawn.block)


def _controls(here: Page) -> tuple[Indicator, int, str]:
    left, middle, right = st.columns([5, 2, 3], vertical_alignment="bottom")
    options = [each.id for each in here.catalog.main_indicators if here.loaded.years.get(each.id)]
    wanted = here.selection.item
    item = wanted if wanted in here.loaded.years else FIRST
    if item not in options:
        options.append(item)
    set_widget("item", item, "map")
    left.selectbox(
        map_words.ITEM,
        options=options,
        format_func=lambda each: _option(here, here.catalog.indicators[each]),
        filter_mode="contains",
        key=widget_key("item", "map"),
        on_change=choose_from_widget,
        args=("item", "map"),
    )
    indicator = here.catalog.indicators[item]
    projected = here.loaded.years[item]
    asked = int(here.selection.year or 0)
    year = asked if asked in projected else here.loaded.latest.get(item, max(projected))
    set_widget("year", str(year), "map")
    middle.selectbox(
        words.YEAR,
        options=[str(each) for each in sorted(projected, reverse=True)],
        format_func=lambda each: (
            era_year(int(each), fiscal=indicator.fiscal_year)
            + (words.IS_PROJECTED if projected[int(each)] else "")
        ),
        key=widget_key("year", "map"),
        on_change=choose_from_widget,
        args=("year", "map"),
    )
    zoom = here.selection.zoom or "prefecture"
    set_widget("zoom", zoom)
    right.segmented_control(
        map_words.ZOOM,
        options=list(map_words.ZOOMS),
        format_func=map_words.ZOOMS.__getitem__,
        required=True,
        key=widget_key("zoom"),
        on_change=choose_from_widget,
        args=("zoom",),
    )
    return indicator, year, zoom


def _option(here: Page, indicator: Indicator) -> str:
    topic = here.catalog.topics[indicator.topic].label_ja
    return map_words.ITEM_OPTION.format(topic=topic, label=indicator.label_ja)


def _add_box(here: Page) -> None:
    taken = {here.own, *(here.selection.chosen_codes if here.selection.vs == "free" else ())}
    st.selectbox(
        map_words.ADD,
        options=[code for code in here.loaded.municipalities if code not in taken],
        index=None,
        format_func=here.loaded.municipalities.__getitem__,
        placeholder=map_words.ADD_PLACEHOLDER,
        filter_mode="contains",
        help=map_words.ADD_HELP,
        key=widget_key("add"),
        on_change=_add_picked,
        args=(here,),
    )
    # What was clicked comes without the page: the callback finds here whom the page compares with.
    st.session_state[widget_key("compared")] = _kept(here)


def _kept(here: Page) -> list[str]:
    if here.selection.vs == "free":
        return list(here.selection.chosen_codes)
    return list(here.peers) if len(here.peers) <= MOST_KEPT else []


def _add_picked(here: Page) -> None:
    code = st.session_state.get(widget_key("add"))
    if code:
        st.session_state[widget_key("add")] = None
        _add(code, _kept(here), here.own)


def _add_clicked() -> None:
    objects = st.session_state[MAP_KEY]["selection"]["objects"].get(AREAS, [])
    if objects:
        kept = st.session_state.get(widget_key("compared"), [])
        _add(str(objects[0]["properties"]["c"]), kept, st.query_params.get("own", ""))


def _add(code: str, kept: list[str], own: str) -> None:
    if code != own and code not in kept:
        choose(vs="free", chosen=SEPARATOR.join([*kept, code]))


def _map(here: Page, known: Outlines | None, indicator: Indicator, year: int, zoom: str) -> _Map:
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
    return here.of_country(f"map {indicator.id} {year}", lambda: _made_country(here, indicator, year))


def _made_country(here: Page, indicator: Indicator, year: int) -> _Country:
    labels = {code: here.label(code) for code in here.loaded.municipalities}
    rows = nationwide(here.loaded.indicator_year(indicator.id, year), labels, indicator, year)
    figures = National(indicator, year, rows)
    frame = figures.frame
    shown = classes(frame, indicator.decimals)
    printed = as_shown(frame["value"].to_numpy(dtype=float), indicator.decimals)
    made = {row["status"] for row in rows}
    is_projected = bool(made & {ESTIMATED, PROJECTED})
    behind = years_behind(
        indicator,
        rows,
        observed=not made <= {ESTIMATED, PROJECTED},
        projected=is_projected,
    )
    cautions = [indicator.notes_ja, map_words.LEGEND_NOTE]
    if indicator.projection is not None and is_projected:
        cautions.append(indicator.projection.note_ja)
    return _Country(
        figures=figures,
        shown=shown,
        in_classes=printed[[mark.isdigit() for mark in shown.marks]],
        legend=legend(shown, indicator),
        origins=(*origins_of(here, behind), boundary_origin(here)),
        notes=tuple(cautions),
    )


def _deck(here: Page, known: Outlines, national: National, zoom: str) -> Deck:
    def drawn() -> tuple[Classes, str]:
        frame = national.frame.loc[national.frame["area"].isin(known.shapes.keys())]
        return classes(frame, national.indicator.decimals), hover_text(national, frame["area"].tolist())

    name = f"map outlined {national.indicator.id} {national.year} {known.address}"
    shown, hover = here.of_country(name, drawn)
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
