"""Aging: shares by age, their course over the years, households."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import household_bars, household_screens, households_plot
from carecompare.store import figures_of_counts
from carecompare.text import sentences, words
from carecompare.text.format import era_year, number, year_word
from carecompare.text.topics import aging_words
from carecompare.typed_cells import number_cell
from carecompare.views.base.block import Block
from carecompare.views.base.choice import ITEM, YEAR
from carecompare.views.base.file_columns import file_table, rows_table
from carecompare.views.base.origins import origins_of, publication
from carecompare.views.base.table import Table
from carecompare.views.shapes.compared import compared
from carecompare.views.shapes.course import course_block
from carecompare.views.shapes.passport import passport_links
from carecompare.views.shapes.ranked import from_the_highest, nearest_rows, ranked_block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from carecompare.catalog import Indicator
    from carecompare.file_tables import FileTable
    from carecompare.rows import HouseholdPart, HouseholdRow
    from carecompare.views.base.here import Page


LEVELS = ("share_65_and_over", "share_75_and_over", "share_85_and_over")
ALONE, COUPLE = "share_living_alone_65_and_over", "share_couple_65_and_over"
HOUSEHOLD_PARTS: tuple[HouseholdPart, ...] = ("alone", "couple", "other")
COUNTED = ("population", "population_65_and_over_imputed", "population_75_and_over_imputed")


def chosen_level(here: Page) -> Indicator:
    """Return the share that is looked at; the switch is drawn by `show_levels_table`."""
    wanted = here.selection[ITEM] if here.selection[ITEM] in LEVELS else LEVELS[0]
    return here.catalog.indicators[wanted]


def chosen_year(here: Page, indicator: Indicator) -> int:
    """Return the year that is looked at, the latest observed one where none was chosen."""
    known = here.loaded.years[indicator.id]
    wanted = int(here.selection[YEAR] or 0)
    return wanted if wanted in known else here.loaded.latest[indicator.id]


def level_block(here: Page) -> Block:
    """Return the chosen share side by side."""
    level = chosen_level(here)
    year = chosen_year(here, level)
    return here.view("aging_level", f"{level.id} {year}", lambda: ranked_block(here, level, year))


def aging_course_block(here: Page) -> Block:
    """Return the course of the chosen share."""
    level = chosen_level(here)
    return here.view("aging_course", level.id, lambda: course_block(here, level))


def document_block(here: Page) -> Block | None:
    """Return the document's own figures of 2013 beside today's; None of a municipality it prints none of."""
    case = here.catalog.case_of.get(here.own)
    if case is None or case.document_figures is None:
        return None
    then = case.document_figures
    latest = here.loaded.latest
    shares = [compared(here, here.catalog.indicators[each], latest[each]).own["value"] for each in LEVELS[:2]]
    counted = figures_of_counts(here.store, ["population"], [here.own])
    residents = next(row["value"] for row in counted if row["year"] == latest["population"])
    rows = [
        (aging_words.POPULATION_LABEL, number_cell(then.population), number_cell(residents)),
        *(
            (
                here.catalog.indicators[level].label_ja,
                # With the digits that the document prints.
                number_cell(printed, _digits(printed), around="{figure}%"),
                number_cell(share, 1, around="{figure}%"),
            )
            for level, printed, share in zip(
                LEVELS, (then.share_65_and_over, then.share_75_and_over), shares, strict=False
            )
        ),
    ]
    now = year_word(latest["population"])
    headings = {"item": words.COLUMN["item"], "document": aging_words.AGING_DOCUMENT_LABEL, "now": now}
    counts = {count: [latest["population"]] for count in COUNTED}
    return Block(
        key=f"document_{here.own}",
        finding=aging_words.AGING_DOCUMENT_SENTENCE.format(
            own=here.own_label, then=then.share_65_and_over, year=now, now=number(shares[0], 1)
        ),
        subtitle=aging_words.AGING_DOCUMENT,
        table=Table(list(headings.values()), rows, numeric=frozenset({1, 2}), own_columns=frozenset({2})),
        file=partial(rows_table, rows, headings),
        origins=(
            *origins_of(here, counts),
            publication(here.catalog, "document_2013", "quoted", then.source),
        ),
        notes=(aging_words.AGING_DOCUMENT_NOTE,),
    )


def _digits(printed: float) -> int:
    return len(str(printed).partition(".")[2])


def households_block(here: Page) -> Block:
    """Return the composition of households."""
    return here.view("aging_households", "", lambda: _households_block(here))


def _households_block(here: Page) -> Block:
    year = here.loaded.latest[ALONE]
    alone, couple = (compared(here, here.catalog.indicators[each], year) for each in (ALONE, COUPLE))
    shares: list[HouseholdRow] = [
        {
            "area": one["area"],
            "name_ja": one["name_ja"],
            "role": one["role"],
            "value": one["value"],
            "alone": one["value"],
            "couple": two["value"],
            "other": 100 - one["value"] - two["value"],
        }
        for one, two in zip(alone.rows, couple.rows, strict=True)
        if one["role"] != "reference"
    ]
    column = words.COLUMN
    ordered = sorted(shares, key=from_the_highest)
    table = Table(
        columns=[column["name"], *(f"{column[each]}（%）" for each in HOUSEHOLD_PARTS)],
        rows=[
            (row["name_ja"], *(number_cell(row[each], 1, word=words.NO_FIGURE) for each in HOUSEHOLD_PARTS))
            for row in ordered
        ],
        numeric=frozenset({1, 2, 3}),
        own_rows=frozenset(place for place, row in enumerate(ordered) if row["role"] == "own"),
        caption=era_year(year),
    )
    drawn = {row["area"] for row in nearest_rows(shares)}
    notes_of_cut = (
        (words.NEAREST.format(all=len(shares), most=len(drawn)),) if len(drawn) < len(shares) else ()
    )
    both = [*alone.rows, *couple.rows]
    in_picture = [row for row in both if row["area"] in drawn or row["role"] == "reference"]
    counts = ("households", "households_living_alone_65_and_over", "households_couple_65_and_over")
    own = shares[0]
    return Block(
        key=f"households_{year}_{here.own}",
        finding=sentences.households(here.own_label, own["alone"], own["couple"], year),
        subtitle=f"{aging_words.HOUSEHOLDS_SUBTITLE}、{era_year(year)}",
        chart=household_bars(in_picture, here.catalog.indicators),
        table=table,
        file=partial(_households_file, ordered, here.catalog.indicators[ALONE].unit_ja),
        origins=origins_of(here, {count: [year] for count in counts}),
        notes=(*(here.catalog.indicators[each].notes_ja for each in (ALONE, COUPLE)), *notes_of_cut),
        passports=passport_links(here, [alone.own, couple.own]),
        plot=lambda: households_plot([row for row in ordered if row["area"] in drawn]),
        staged=partial(household_screens, in_picture, here.catalog.indicators),
        indicators=(ALONE, COUPLE),
    )


def _households_file(rows: Sequence[HouseholdRow], unit: str) -> FileTable:
    frame = pd.DataFrame(rows, columns=["area", "name_ja", *HOUSEHOLD_PARTS])
    return file_table(frame.rename(columns={"name_ja": "name"}), unit=unit)
