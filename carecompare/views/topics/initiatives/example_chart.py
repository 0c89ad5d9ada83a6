"""The figures of all examples then and now in one picture, with the own figure of now across."""

from __future__ import annotations

from functools import partial
from math import isnan
from typing import TYPE_CHECKING

import pandas as pd

from carecompare.charts import then_and_now
from carecompare.tables import INSURER_LEVEL, MISSING, NOT_COLLECTED, UNKNOWN_AGES
from carecompare.text import words
from carecompare.text.format import status_word, with_unit, year_word
from carecompare.text.topics import find_words
from carecompare.views.base.block import Block
from carecompare.views.base.choice import ITEM
from carecompare.views.base.file_columns import file_table
from carecompare.views.base.table import Table
from carecompare.views.topics.initiatives.example_figures import (
    FIGURES,
    MOST_CARDS,
    THEN,
    figures_source,
    then_and_now_of,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from carecompare.catalog import Indicator
    from carecompare.file_tables import FileTable
    from carecompare.views.base.here import Page
    from carecompare.views.topics.initiatives.examples import Example


# Shares that have figures of then; numbers of residents differ by multiples.
SHOWN = tuple(each for each in FIGURES if each.startswith("share_"))
FIRST = "share_75_and_over"
PLACE = "then"
VIEW = "then_and_now"


def chosen_example_indicator(here: Page) -> str:
    """Return the indicator shown then and now, else the first."""
    return here.selection[ITEM] if here.selection[ITEM] in SHOWN else FIRST


def then_and_now_block(here: Page, listed: Sequence[Example]) -> Block:
    """Return the figures of then and now of the municipalities of some examples, at most twelve."""
    indicator = here.catalog.indicators[chosen_example_indicator(here)]
    codes = list(dict.fromkeys(each.area for each in listed))[:MOST_CARDS]
    known = {code: then_and_now_of(here, code) for code in (here.own, *codes)}
    now = here.loaded.latest[indicator.id]
    years = (*THEN, now)
    figures: dict[str, dict[int, float]] = {code: {} for code in known}
    for code, of_area in figures.items():
        for year in years:
            row = known[code].rows.get((indicator.id, year))
            if row and not isnan(row["value"]) and row["status"] != INSURER_LEVEL:
                of_area[year] = row["value"]
    # A figure with many unknown ages is drawn, and nothing is concluded from it.
    firm = {
        code: {
            year: value
            for year, value in of_area.items()
            if known[code].rows[indicator.id, year]["method"] != UNKNOWN_AGES
        }
        for code, of_area in figures.items()
    }
    own = figures[here.own].get(now)
    table = [
        (here.label(code), *(of_area.cells[indicator.id, year] for year in years))
        for code, of_area in known.items()
    ]
    rows = [(here.label(code), figures[code]) for code in codes]
    return Block(
        key=f"then_and_now_{here.own}",
        finding=_sentence(here, indicator, firm, now),
        subtitle=find_words.CHART_SUBTITLE.format(
            name=indicator.label_ja, unit=indicator.unit_ja, now=year_word(now), own=here.own_label
        ),
        chart=then_and_now(
            rows,
            indicator,
            find_words.OWN_LINE.format(own=here.own_label, figure=with_unit(own, indicator)),
            own,
        ),
        table=Table(
            find_words.CHART_COLUMNS,
            table,
            numeric=frozenset({1, 2, 3}),
            own_rows=frozenset({0}),
            faint=frozenset({status_word(NOT_COLLECTED), status_word(MISSING)}),
        ),
        file=partial(_file, here, list(known), indicator),
        origins=figures_source(here, listed[:MOST_CARDS], [indicator.id]),
        # Away from the page the warning above the picture is gone.
        notes=(find_words.NO_EFFECT, find_words.UNKNOWN_AGES),
        view=VIEW,
        indicators=(indicator.id,),
        what=find_words.CHART_WHAT.format(
            name=indicator.label_ja, unit=indicator.unit_ja, now=year_word(now)
        ),
    )


def _sentence(here: Page, indicator: Indicator, firm: Mapping[str, Mapping[int, float]], now: int) -> str:
    own = firm[here.own].get(now)
    pairs = [
        (value, year, code)
        for code, known in firm.items()
        if code != here.own
        for year, value in known.items()
    ]
    if own is None or not pairs:
        return find_words.NOTHING_TO_COMPARE.format(own=here.own_label, item=indicator.name_ja)
    value, year, code = min(pairs, key=lambda each: (abs(each[0] - own), -each[1]))
    return find_words.NEAREST_THEN.format(
        own=here.own_label,
        item=indicator.name_ja,
        figure=with_unit(own, indicator),
        name=here.label(code),
        year=year_word(year),
        then=with_unit(value, indicator),
    )


def _file(here: Page, codes: Sequence[str], indicator: Indicator) -> FileTable:
    """Return the figures for download, unformatted, one row per municipality and year."""
    years = (*THEN, here.loaded.latest[indicator.id])
    found = [
        (code, year, then_and_now_of(here, code).rows.get((indicator.id, year)))
        for code in codes
        for year in years
    ]
    return file_table(
        pd.DataFrame(
            {
                "area": [code for code, _, _ in found],
                "name": [here.label(code) for code, _, _ in found],
                "indicator": indicator.label_ja,
                "unit": indicator.unit_ja,
                "year": [year for _, year, _ in found],
                "value": [None if row is None else row["value"] for _, _, row in found],
                "lower": [None if row is None else row["lower"] for _, _, row in found],
                "upper": [None if row is None else row["upper"] for _, _, row in found],
                "status": [
                    status_word("not_collected" if row is None else row["status"]) for _, _, row in found
                ],
                "kind": ["" if row is None else words.METHODS.get(row["method"], "") for _, _, row in found],
            }
        ),
        unit=indicator.unit_ja,
    )
