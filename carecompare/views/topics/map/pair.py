"""Two municipalities side by side at one scale."""

from __future__ import annotations

import math
from dataclasses import replace
from html import escape
from operator import itemgetter
from typing import TYPE_CHECKING

from carecompare.maps import camera, window
from carecompare.store import figures_of_counts
from carecompare.text.format import number, year_word
from carecompare.text.topics import map_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.file_columns import rows_table
from carecompare.views.base.origins import origins_of
from carecompare.views.base.table import Table
from carecompare.views.topics.map.files import boundary_origin
from carecompare.views.topics.map.offices import labelled_offices, office_source

if TYPE_CHECKING:
    from carecompare.maps import Camera
    from carecompare.views.base.here import Page
    from carecompare.views.topics.map.files import Outlines


HEIGHT_PX, FITTED_PX = 460, 400
HECTARES = 100.0
COUNTS = ("area_ha", "habitable_area_ha", "population", "population_75_and_over_imputed")
SCALE_STEPS_KM = (0.5, 1, 2, 5, 10, 20, 50, 100)
LONGEST_SCALE_PX = 160


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


def pair_block(here: Page, other: str, field: str) -> Block:
    """Return the counts of two municipalities side by side as a block."""
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
    columns = {"item": map_words.PAIR_ITEM, **{f"area_{code}": here.label(code) for code in both}}
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
            columns=list(columns.values()),
            rows=[
                (named[name], *(number_cell(each, digits.get(name, 0)) for each in pair))
                for name, pair in figures.items()
            ],
            numeric=frozenset({1, 2}),
            own_columns=frozenset({1}),
        ),
        file=lambda: rows_table(((named[name], *pair) for name, pair in figures.items()), columns),
        origins=(*origins_of(here, behind), boundary_origin(here)),
        notes=(map_words.PAIR_NOTE,),
    )
