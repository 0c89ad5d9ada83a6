"""Two municipalities side by side at one scale."""

from __future__ import annotations

import math
from dataclasses import replace
from functools import partial
from html import escape
from operator import itemgetter
from typing import TYPE_CHECKING

import pandas as pd
import streamlit as st

from carecompare.maps import camera, place_map, window
from carecompare.store import figures_of_counts
from carecompare.text import map_words
from carecompare.text.format import number, year_word
from carecompare.typed_cells import number_cell
from carecompare.ui.blocks import Block, show_foot
from carecompare.ui.html import Table
from carecompare.ui.map_files import boundary_origin
from carecompare.ui.map_offices import (
    field_switch,
    labelled_offices,
    office_kinds,
    office_legend,
    office_source,
)
from carecompare.ui.origins import origins_of
from carecompare.ui.widgets import choose_from_widget, set_widget, widget_key

if TYPE_CHECKING:
    from carecompare.maps import Camera
    from carecompare.ui.frame import Page
    from carecompare.ui.map_files import Outlines

HEIGHT_PX, FITTED_PX = 460, 400
HECTARES = 100.0
COUNTS = ("area_ha", "habitable_area_ha", "population", "population_75_and_over_imputed")
SCALE_STEPS_KM = (0.5, 1, 2, 5, 10, 20, 50, 100)
LONGEST_SCALE_PX = 160


def show_pair(here: Page, known: Outlines | None) -> None:
    """Draw the own municipality and another one, so that a kilometre is as long in both."""
    left, right = st.columns([2, 3], vertical_alignment="bottom")
    with left:
        other = _other(here)
    with right:
        field = field_switch(here)
    if not other:
        st.info(map_words.PAIR_MISSING)
        return
    block = here.remembered(f"map pair {other} {field}", lambda: _block(here, other, field))
    st.subheader(block.finding)
    st.caption(map_words.PAIR_SUBTITLE)
    if known is not None:
        _draw(here, known, other, field)
    st.html(block.table_html)
    show_foot(here, block)


def cameras(known: Outlines, own: str, other: str) -> tuple[Camera, Camera]:
    """Return two cameras with the same kilometres per pixel, each showing its whole municipality.

    Parameters
    ----------
    known : Outlines
        Of all municipalities.
    own, other : str
        Codes.
    """
    both = [camera(window([known.shapes[code]]), FITTED_PX, HEIGHT_PX) for code in (own, other)]
    widest = max(each.km_per_px for each in both)
    first, second = (replace(each, zoom=each.zoom + math.log2(each.km_per_px / widest)) for each in both)
    return first, second


def scale_bar(km_per_px: float) -> str:
    """Return a bar of a round length, as HTML."""
    fitting = [km for km in SCALE_STEPS_KM if km / km_per_px <= LONGEST_SCALE_PX]
    km = fitting[-1] if fitting else SCALE_STEPS_KM[0]
    words = number(km, 1 if km < 1 else 0)
    label = escape(map_words.SCALE.format(km=words))
    return (
        f"<div class='cc-note' role='img' aria-label='{escape(map_words.SCALE_ALT.format(km=words))}'>{label}"
        f"<div class='cc-scale' style='width:{km / km_per_px:.0f}px'></div></div>"
    )


def _other(here: Page) -> str:
    fallback = here.peers[0] if here.peers else ""
    other = here.selection.other if here.selection.other != here.own else ""
    other = other or fallback
    set_widget("other", other or None)
    st.selectbox(
        map_words.OTHER,
        options=[code for code in here.loaded.municipalities if code != here.own],
        index=None,
        format_func=here.loaded.municipalities.__getitem__,
        placeholder=map_words.ADD_PLACEHOLDER,
        filter_mode="contains",
        key=widget_key("other"),
        on_change=choose_from_widget,
        args=("other",),
    )
    return other


def _draw(here: Page, known: Outlines, other: str, field: str) -> None:
    kinds = office_kinds(here)
    pair = zip((here.own, other), cameras(known, here.own, other), st.columns(2, gap="small"), strict=True)
    for code, view, place in pair:
        rows = here.shared(f"map rows {code} {field}", partial(labelled_offices, here, code, field))
        with place:
            st.markdown(f"**{here.label(code)}**")
            st.pydeck_chart(
                place_map(known.shapes[code], rows.loc[rows["drawn"]], kinds, view),
                height=HEIGHT_PX,
                key=f"map_pair_{'own' if code == here.own else 'other'}",
                alt=here.label(code),
            )
            st.html(scale_bar(view.km_per_px) + office_legend(rows, kinds))


def _block(here: Page, other: str, field: str) -> Block:
    both = (here.own, other)
    found = figures_of_counts(here.store, COUNTS, both)
    latest = {
        (row["area"], row["count"]): row
        for row in sorted(found, key=itemgetter("year"))
        if not math.isnan(row["value"])
    }
    listed = {code: labelled_offices(here, code, field) for code in both}
    offices = {code: len(rows) for code, rows in listed.items()}

    def figure(code: str, count: str) -> float:
        return float(latest.get((code, count), {"value": math.nan})["value"])

    figures = {
        "area": [figure(code, "area_ha") / HECTARES for code in both],
        "habitable": [figure(code, "habitable_area_ha") / HECTARES for code in both],
        "population": [figure(code, "population") for code in both],
        "population_75": [figure(code, "population_75_and_over_imputed") for code in both],
        "offices": [float(offices[code]) for code in both],
        "per_square": [
            10 * offices[code] / land
            if (land := figure(code, "habitable_area_ha") / HECTARES) > 0
            else math.nan
            for code in both
        ],
    }
    digits = {"area": 1, "habitable": 1, "per_square": 1}
    counted = year_word(max(row["year"] for (_, count), row in latest.items() if count == "population"))
    named = {name: said.format(year=counted) for name, said in map_words.PAIR_ROWS.items()}
    columns = [map_words.PAIR_ITEM, *(here.label(code) for code in both)]
    table = pd.DataFrame([(named[name], *pair) for name, pair in figures.items()], columns=columns)
    behind: dict[str, list[int]] = {}
    for (_, count), row in latest.items():
        behind.setdefault(count, []).append(row["year"])
    for rows in listed.values():
        behind |= office_source(here, rows)
    return Block(
        key=f"pair_{here.own}_{other}",
        finding=map_words.pair_finding(here.own_label, here.label(other), *figures["area"]),
        subtitle="",
        table=Table(
            columns=columns,
            rows=[
                (named[name], *(number_cell(each, digits.get(name, 0)) for each in pair))
                for name, pair in figures.items()
            ],
            numeric=frozenset({1, 2}),
            own_columns=frozenset({1}),
        ),
        file=lambda: table,
        origins=(*origins_of(here, behind), boundary_origin(here)),
        notes=(map_words.PAIR_NOTE,),
    )
